/** The look-up pages: the API's own answers, shown to people. Whatever the API does not tell, no page tells. */
import type { DossierDetails, Progress } from '../../shared/contracts/http/dossier-views.ts';
import { provinceOn } from '../../shared/domain/catalogue/lookup.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import { problem, type HttpReply, type HttpRequest, type Problem } from '../../shared/shell/http.ts';
import { answerProblem } from '../../shared/shell/problem-table.ts';
import { accessDossier, showDossier } from '../dossiers/show-dossier.ts';
import { printableForms, type FormReader } from './printable-forms.ts';
import { offeredActs, type OfferedAct } from './offered-acts.ts';
import { casePage } from './pages/case-page.ts';
import { homePage } from './pages/home-page.ts';
import { lookUpPage } from './pages/look-up-page.ts';
import { reportInstead } from './report-instead.ts';
import type { SitePorts } from './site-ports.ts';

export async function showHome(ports: SitePorts): Promise<HttpReply> {
  const province = provinceOn(await ports.catalogue.load(), localDateOf(ports.clock.now()));
  if (province === undefined) throw new Error('the catalogue names no province today');
  return { kind: 'html', status: 200, html: homePage(province) };
}

export async function showLookUp(ports: SitePorts, request: HttpRequest): Promise<HttpReply> {
  const code = request.query['code']?.trim() ?? '';
  if (code === '') return { kind: 'html', status: 200, html: lookUpPage({}) };
  // The page is for anybody: a link's token that came along opens nothing here, and the route looks for no session.
  const reply = await showDossier(ports, { ...request, params: { code }, bearer: '' });
  if (reply.kind === 'problem') {
    const wrong = reply.problem;
    return (await reportInstead(ports, code, wrong)) ?? wrongLookUp(request, { code, wrong });
  }
  const view = viewOf(reply);
  if (view?.view !== 'progress') throw new Error('the bare code must show no more than the progress');
  return { kind: 'html', status: 200, html: lookUpPage({ code, progress: view }) };
}

export async function lookUpByPhone(
  ports: SitePorts,
  request: HttpRequest<{ readonly code: string; readonly phoneLast4: string }>,
): Promise<HttpReply> {
  const { code, phoneLast4 } = request.body;
  const reply = await accessDossier(ports, { ...request, params: { code }, body: { phoneLast4 } });
  if (reply.kind === 'problem') {
    const wrong = reply.problem;
    return (await reportInstead(ports, code, wrong)) ?? wrongLookUp(request, { code, wrong });
  }
  // Digits of a phone let look, not act: the page hands out no token that could do more.
  return detailsReply(reply, undefined);
}

export async function showCase(ports: SitePorts, request: HttpRequest): Promise<HttpReply> {
  const reply = await showDossier(ports, request);
  if (reply.kind === 'problem')
    return (await reportInstead(ports, request.params['code'] ?? '', reply.problem)) ?? reply;
  const view = viewOf(reply);
  if (view?.view !== 'details')
    return { kind: 'html', status: 200, html: lookUpPage({ code: view?.code ?? '', ...(view && { progress: view }) }) };
  const { actor } = request;
  const acts = actor === undefined ? [] : await offeredActs(ports, { code: view.code, actor });
  return detailsReply(reply, readerOf(request), acts);
}

function readerOf({ actor, bearer }: HttpRequest): FormReader | undefined {
  if (actor !== undefined) return { kind: 'staff' };
  return bearer === undefined ? undefined : { kind: 'owner', token: bearer };
}

function detailsReply(reply: HttpReply, reader: FormReader | undefined, acts: readonly OfferedAct[] = []): HttpReply {
  const view = viewOf(reply);
  if (view?.view !== 'details') return problem({ kind: 'not-found', what: 'dossier' });
  const forms = reader === undefined ? [] : printableForms(view, reader);
  return { kind: 'html', status: 200, html: casePage({ details: view, forms, acts }) };
}

function viewOf(reply: HttpReply): Progress | DossierDetails | undefined {
  return reply.kind === 'json' ? (reply.body as Progress | DossierDetails) : undefined;
}

/** The form again, with what was wrong above it, in both languages. */
function wrongLookUp(
  request: HttpRequest,
  { code, wrong }: { readonly code: string; readonly wrong: Problem },
): HttpReply {
  const answered = answerProblem(wrong, { language: 'vi', requestId: request.requestId });
  const english = answerProblem(wrong, { language: 'en', requestId: request.requestId });
  return {
    kind: 'html',
    status: answered.document.status,
    headers: answered.headers,
    html: lookUpPage({ code, wrong: { vi: answered.document.detail, en: english.document.detail } }),
  };
}
