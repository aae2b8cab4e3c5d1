/** The hotline's pages for everybody: the API's own answers, shown to people. Whatever the API does not tell, no page tells. */
import { ReportIntake } from '../../../../shared/contracts/http/report-intake.ts';
import type { ReportForOwner, ReportProgress, ReportReceipt } from '../../../../shared/contracts/http/report-views.ts';
import type { AnyForm } from '../../../../shared/contracts/http/report-desk.ts';
import { provinceOn } from '../../../../shared/domain/catalogue/lookup.ts';
import { hotlineOn } from '../../../../shared/domain/report/report-context.ts';
import { localDateOf } from '../../../../shared/domain/time.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { fileReport } from '../../intake/file-report.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { accessReport, showReport } from '../../views/show-report.ts';
import { areaChoices } from '../area-choices.ts';
import type { FormFields } from '../desk-controls.ts';
import { pageKey } from '../page-key.ts';
import { readForm } from '../read-form.ts';
import { saidProblem } from '../said-problem.ts';
import { hotlinePage } from './hotline-page.ts';
import { lookUpFailedPage, ownerPage, progressPage } from './owner-page.ts';
import { reportSentPage } from './report-sent-page.ts';

const MISSING: SaidText = {
  vi: 'Còn thiếu hoặc chưa đúng: xin xem các mục được đánh dấu trong biểu mẫu.',
  en: 'Something is missing or wrong: see the marked fields of the form.',
};

export async function showHotline(ports: ReportPorts): Promise<HttpReply> {
  return formPage(ports, { status: 200, filled: {}, wrong: [] });
}

export async function sendReport(ports: ReportPorts, request: HttpRequest<AnyForm>): Promise<HttpReply> {
  const filled = request.body;
  const form = readForm(ReportIntake, filled);
  if (form.kind === 'wrong') return formPage(ports, { status: 400, filled, wrong: form.fields, said: MISSING });
  const reply = await fileReport(ports, { ...request, body: form.body });
  if (reply.kind === 'json') return html(201, reportSentPage(reply.body as ReportReceipt));
  if (reply.kind !== 'problem') return reply;
  const { text, status, headers } = saidProblem(reply.problem, request);
  return { ...(await formPage(ports, { status, filled, wrong: [], said: text })), headers };
}

interface FormAgain {
  readonly status: number;
  readonly filled: FormFields;
  readonly wrong: readonly string[];
  readonly said?: SaidText;
}

async function formPage(
  ports: ReportPorts,
  { status, filled, wrong, said }: FormAgain,
): Promise<Extract<HttpReply, { kind: 'html' }>> {
  const now = ports.clock.now();
  const catalogue = await ports.catalogue.load();
  const today = localDateOf(now);
  const hotline = hotlineOn(catalogue, today);
  const province = provinceOn(catalogue, today);
  if (hotline === undefined || province === undefined) throw new Error('the catalogue has no hotline today');
  const view = {
    hotline,
    number: province.hotline,
    address: ports.hotlineAddress,
    emergencies: catalogue.hotline.emergencies,
    areas: areaChoices(catalogue, now),
    idempotencyKey: pageKey(ports),
    form: { id: 'gui', filled, wrong },
    ...(said && { wrong: said }),
  };
  return html(status, hotlinePage(view));
}

export async function showReportPage(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const reply = await showReport(ports, request);
  if (reply.kind !== 'json') return reply;
  const view = reply.body as ReportProgress | ReportForOwner;
  if (view.view === 'progress') return html(200, progressPage(view));
  const { bearer: token = '' } = request;
  return html(200, ownerPage({ report: view, forms: { token, idempotencyKey: pageKey(ports) } }));
}

export async function lookUpReport(
  ports: ReportPorts,
  request: HttpRequest<{ readonly code: string; readonly phoneLast4: string }>,
): Promise<HttpReply> {
  const code = request.body.code.trim();
  const phoneLast4 = request.body.phoneLast4.trim();
  const asked = { ...request, params: { code } };
  // A token that came along opens nothing here: the form is for whoever has only the code.
  const reply =
    phoneLast4 === ''
      ? await showReport(ports, { ...asked, bearer: '' })
      : await accessReport(ports, { ...asked, body: { phoneLast4 } });
  if (reply.kind === 'problem') {
    const { text, status, headers } = saidProblem(reply.problem, request);
    return { ...html(status, lookUpFailedPage(code, text)), headers };
  }
  if (reply.kind !== 'json') return problem({ kind: 'not-found', what: 'report' });
  const view = reply.body as ReportProgress | ReportForOwner;
  return html(200, view.view === 'progress' ? progressPage(view) : ownerPage({ report: view }));
}

function html(status: number, text: string): Extract<HttpReply, { kind: 'html' }> {
  return { kind: 'html', status, html: text };
}
