/**
 * A signed link in a unit's mail: GET shows a page and changes nothing, however often a scanner opens it; POST acts as the person the link was
 * made for, by the same act as the API's.
 */
import type * as z from 'zod/mini';
import { reportActions, type ReportAction } from '../../../../shared/contracts/http/report-actions.ts';
import type { AnyForm, ReportActionName } from '../../../../shared/contracts/http/report-desk.ts';
import type { Execute } from '../../../../shared/shell/execute-command.ts';
import type { Report } from '../../../../shared/domain/report/state.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import { refusalText } from '../../../../shared/shell/refusal-texts.ts';
import type { SaidText } from '../../../../shared/shell/said-text.ts';
import { performAct } from '../../acts/act-on-report.ts';
import { findReport } from '../../find-report.ts';
import { mayView } from '../../report-access.ts';
import type { ReportPorts } from '../../report-ports.ts';
import type { FormFields } from '../desk-controls.ts';
import { pageKey } from '../page-key.ts';
import { readForm } from '../read-form.ts';
import { isStillTheirs, openReportLink, type OpenedReportLink } from './open-report-link.ts';
import { reportEssentials } from './report-essentials.ts';
import { unitActDonePage, unitActGonePage, unitActPage } from './unit-act-page.ts';
import { unitChoices } from './unit-choices.ts';

const actionOfName: Readonly<Record<ReportActionName, ReportAction>> = {
  'accept-report': 'accept',
  'answer-report': 'answer',
  'progress-report': 'progress',
  'decline-report': 'decline',
  'hand-report-over': 'hand-over',
  'settle-report': 'settle',
  'consolidate-report': 'consolidate',
  'approve-answer': 'approve',
  'return-answer': 'return',
};

const MISSING: SaidText = {
  vi: 'Còn thiếu hoặc chưa đúng: xin xem các mục được đánh dấu.',
  en: 'Something is missing or wrong: see the marked fields.',
};

export async function showReportAction(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const opened = await openReportLink(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  return shown(ports, opened, { status: 200, filled: {}, wrong: [] });
}

export async function performReportAction(ports: ReportPorts, request: HttpRequest<AnyForm>): Promise<HttpReply> {
  const opened = await openReportLink(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  const { link, caller } = opened;
  const action = actionOfName[link.action];
  const schema: z.ZodMiniType = reportActions[action].body;
  const filled = request.body;
  // Which part is said by the link, never by the form.
  const form = readForm(schema, { ...filled, ...(link.workId !== undefined && { workId: link.workId }) });
  if (form.kind === 'wrong') return shown(ports, opened, { status: 400, filled, wrong: form.fields, said: MISSING });
  const outcome = await performAct(ports, {
    action,
    code: link.reportId,
    body: form.body as never,
    actor: caller.actor,
    request,
  });
  return answered(ports, opened, { outcome, filled });
}

async function answered(
  ports: ReportPorts,
  opened: OpenedReportLink,
  { outcome, filled }: { readonly outcome: Execute<Report>; readonly filled: FormFields },
): Promise<HttpReply> {
  const { link, caller } = opened;
  const { action, reportId: code, workId } = link;
  switch (outcome.kind) {
    case 'done':
    case 'replayed': {
      const state = outcome.kind === 'done' ? outcome.state : opened.found.state;
      const rows = reportEssentials(state, workId, caller.catalogue);
      return page(200, unitActDonePage({ action, code, rows, repeated: outcome.kind === 'replayed' }));
    }
    case 'ignored':
      return gone(opened, outcome.state ?? opened.found.state, 409);
    case 'refused': {
      const now = (await findReport(ports, code)) ?? opened.found;
      const { refusal } = outcome;
      const said = { vi: refusalText(refusal, 'vi'), en: refusalText(refusal, 'en') };
      return shown(ports, { ...opened, found: now }, { status: 422, filled, wrong: [], said });
    }
    case 'key-reused':
      return problem({ kind: 'key-reused' });
    case 'not-found':
    case 'stale-version':
    case 'upload-unavailable':
    case 'already-consumed':
    case 'exists':
    case 'busy':
      return problem({ kind: 'busy' });
    default:
      return outcome satisfies never;
  }
}

interface Again {
  readonly status: number;
  readonly filled: FormFields;
  readonly wrong: readonly string[];
  readonly said?: SaidText;
}

function shown(
  ports: Pick<ReportPorts, 'randomness'>,
  opened: OpenedReportLink,
  { status, filled, wrong, said }: Again,
): HttpReply {
  const { link, found, caller, token } = opened;
  if (!isStillTheirs(link, found.state, caller)) return gone(opened, found.state, status === 200 ? 200 : 409);
  const html = unitActPage({
    action: link.action,
    code: link.reportId,
    token,
    idempotencyKey: pageKey(ports),
    rows: reportEssentials(found.state, link.workId, caller.catalogue),
    mayOpen: mayView(found.state, caller),
    choices: unitChoices(link, found.state, caller),
    form: { id: 'viec', filled, wrong },
    ...(said && { wrong: said }),
  });
  return page(status, html);
}

function gone({ link, caller }: OpenedReportLink, state: Report, status: number): HttpReply {
  return page(status, unitActGonePage(reportEssentials(state, link.workId, caller.catalogue)));
}

function page(status: number, html: string): HttpReply {
  return { kind: 'html', status, html };
}
