/** The page of one report: shown, and acted on. The act itself is the API's; the page shows what came of it. */
import type * as z from 'zod/mini';
import { reportActions, type ReportAction } from '../../../../shared/contracts/http/report-actions.ts';
import type { AnyForm } from '../../../../shared/contracts/http/report-desk.ts';
import type { ReportForStaff } from '../../../../shared/contracts/http/report-views.ts';
import { personalDataIn } from '../../../../shared/domain/report-text/personal-data.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { actOnReport } from '../../acts/act-on-report.ts';
import { findReport, type FoundReport } from '../../find-report.ts';
import { readPeople } from '../../read-people.ts';
import { mayView } from '../../report-access.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { reportForStaff } from '../../views/report-for-staff.ts';
import type { FormFields } from '../desk-controls.ts';
import { actionWords } from '../desk-words.ts';
import { pageKey } from '../page-key.ts';
import { readForm } from '../read-form.ts';
import { saidProblem } from '../said-problem.ts';
import type { DeskForms } from './desk-forms.ts';
import { reportPage } from './report-page.ts';
import { signedIn, type SignedIn } from './signed-in.ts';
import { triageChoices } from './triage-choices.ts';

const MISSING: SaidText = {
  vi: 'Còn thiếu hoặc chưa đúng: xin xem các mục được đánh dấu.',
  en: 'Something is missing or wrong: see the marked fields.',
};

export async function showReportDesk(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  return pageNow(ports, { who, code: request.params['code'] ?? '' }, { status: 200 });
}

export async function actOnDesk(ports: ReportPorts, request: HttpRequest<AnyForm>): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const { act, version } = request.body;
  if (typeof act !== 'string' || !isAction(act)) return problem({ kind: 'not-found', what: 'act' });
  const asked = { who, code: request.params['code'] ?? '' };
  const again = (wrong: readonly string[]) => ({ action: act, filled: request.body, wrong });
  const schema: z.ZodMiniType = reportActions[act].body;
  const form = readForm(schema, request.body);
  if (form.kind === 'wrong') return pageNow(ports, asked, { status: 400, wrong: MISSING, again: again(form.fields) });
  const seen = Number(version);
  const reply = await actOnReport(ports, act, {
    ...request,
    body: form.body as never,
    // Somebody else may have sorted it meanwhile: what was decided on another state is looked at again.
    ...(Number.isSafeInteger(seen) && seen > 0 && { expectedVersion: seen }),
  });
  if (reply.kind !== 'problem') return pageNow(ports, asked, { status: 200, done: doneWith(act) });
  if (reply.problem.kind === 'unauthenticated' || reply.problem.kind === 'not-found') return reply;
  const { text, status } = saidProblem(reply.problem, request);
  return pageNow(ports, asked, { status, wrong: text, again: again([]) });
}

interface Shown {
  readonly status: number;
  readonly done?: SaidText;
  readonly wrong?: SaidText;
  readonly again?: { readonly action: ReportAction; readonly filled: FormFields; readonly wrong: readonly string[] };
}

async function pageNow(
  ports: ReportPorts,
  { who, code }: { readonly who: SignedIn; readonly code: string },
  { status, again, ...said }: Shown,
): Promise<HttpReply> {
  const found = await findReport(ports, code);
  if (found === undefined) return problem({ kind: 'not-found', what: 'report' });
  if (!mayView(found.state, who)) return problem({ kind: 'forbidden', why: 'view-report' });
  const report = await reportForStaff(ports, found, who);
  const forms: DeskForms = {
    idempotencyKey: pageKey(ports),
    choices: triageChoices(report, who, again?.action === 'triage' ? again.filled : {}),
    personal: report.possible.includes('publish')
      ? await personalIn(ports, { found, report, filled: again?.filled })
      : [],
    ...(again && { again }),
  };
  return { kind: 'html', status, html: reportPage({ signedIn: who.name, report, forms, ...said }) };
}

/** In what is about to be published: as it was typed, or as the form is filled in. */
async function personalIn(
  ports: ReportPorts,
  about: { readonly found: FoundReport; readonly report: ReportForStaff; readonly filled: FormFields | undefined },
): Promise<readonly string[]> {
  const { found, report, filled } = about;
  const typed = (name: string, otherwise: string | undefined): string => {
    const value = filled?.[name];
    return typeof value === 'string' ? value : (otherwise ?? '');
  };
  const text = [typed('summary', report.understoodAs), typed('answer', report.answer?.text)].join('\n');
  return personalDataIn(text, await readPeople(ports, found.entityId));
}

function doneWith(action: ReportAction): SaidText {
  const { vi, en } = actionWords[action];
  return { vi: `Đã ghi nhận: ${vi}.`, en: `Done: ${en}.` };
}

function isAction(text: string): text is ReportAction {
  return Object.hasOwn(reportActions, text);
}
