/** The reporter presses a button of their page: the API's own act, then the page again with what came of it. */
import type * as z from 'zod/mini';
import type { AnyForm } from '../../../../shared/contracts/http/report-desk.ts';
import { reporterActions, type ReporterAction } from '../../../../shared/contracts/http/report-intake.ts';
import type { ReportForOwner } from '../../../../shared/contracts/http/report-views.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { actAsReporter } from '../../acts/act-as-reporter.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { showReport } from '../../views/show-report.ts';
import { pageKey } from '../page-key.ts';
import { readForm } from '../read-form.ts';
import { saidProblem } from '../said-problem.ts';
import { ownerPage, type OwnerPage } from './owner-page.ts';

const DONE: Readonly<Record<ReporterAction, SaidText>> = {
  words: { vi: 'Đã nhận thông tin bổ sung.', en: 'What you added has been received.' },
  rate: { vi: 'Cảm ơn ông/bà đã đánh giá.', en: 'Thank you for your rating.' },
  reopen: { vi: 'Phản ánh đã được mở lại để xử lý tiếp.', en: 'The report has been reopened.' },
  withdraw: { vi: 'Phản ánh đã được rút.', en: 'The report has been withdrawn.' },
};
const MISSING: SaidText = {
  vi: 'Còn thiếu hoặc chưa đúng: xin xem mục được đánh dấu.',
  en: 'Something is missing or wrong: see the marked field.',
};

export async function actOnReportPage(ports: ReportPorts, request: HttpRequest<AnyForm>): Promise<HttpReply> {
  const act = request.body['act'];
  if (typeof act !== 'string' || !isAction(act)) return problem({ kind: 'not-found', what: 'act' });
  return performed(ports, act, request);
}

async function performed(
  ports: ReportPorts,
  action: ReporterAction,
  request: HttpRequest<AnyForm>,
): Promise<HttpReply> {
  const schema: z.ZodMiniType = reporterActions[action].body;
  const form = readForm(schema, request.body);
  if (form.kind === 'wrong') return again(ports, request, { status: 400, said: MISSING, action, wrong: form.fields });
  const reply = await actAsReporter(ports, action, { ...request, body: form.body as never });
  if (reply.kind !== 'problem') return pageNow(ports, request, { status: 200, done: DONE[action] });
  if (reply.problem.kind === 'unauthenticated' || reply.problem.kind === 'not-found') return reply;
  const { text, status } = saidProblem(reply.problem, request);
  return again(ports, request, { status, said: text, action, wrong: [] });
}

interface Again {
  readonly status: number;
  readonly said: SaidText;
  readonly action: ReporterAction;
  readonly wrong: readonly string[];
}

function again(
  ports: ReportPorts,
  request: HttpRequest<AnyForm>,
  { status, said, action, wrong }: Again,
): Promise<HttpReply> {
  return pageNow(ports, request, { status, wrong: said, again: { action, filled: request.body, wrong } });
}

type PageNow = Pick<OwnerPage, 'done' | 'wrong'> & {
  readonly status: number;
  readonly again?: NonNullable<OwnerPage['forms']>['again'];
};

async function pageNow(
  ports: ReportPorts,
  request: HttpRequest<AnyForm>,
  { status, again: filledAgain, ...said }: PageNow,
): Promise<HttpReply> {
  const reply = await showReport(ports, request);
  if (reply.kind !== 'json') return reply;
  const report = reply.body as ReportForOwner;
  // Whoever has no token was told so before anything was done.
  const { bearer: token = '' } = request;
  const forms = { token, idempotencyKey: pageKey(ports), ...(filledAgain && { again: filledAgain }) };
  return { kind: 'html', status, html: ownerPage({ report, forms, ...said }) };
}

function isAction(text: string): text is ReporterAction {
  return Object.hasOwn(reporterActions, text);
}
