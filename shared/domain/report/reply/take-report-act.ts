/** From a command and the act it means to what has to be decided. */
import type { Outcome } from '../state.ts';
import { currentWork, workOf } from '../report-work.ts';
import type { ReportCommand } from '../commands.ts';
import type { ReportContext } from '../report-context.ts';
import type { Report } from '../state.ts';
import type { AvailableReportAct } from '../report-acts.ts';
import type { ReportReplyCommand } from './report-reply-command.ts';
import type { ResolvedReportReply } from './resolve-report-reply.ts';
import { lacks, takenAs } from './taken-report-act.ts';
import { takeDecline, takeForwardOfReport, takeHandOverOfReport } from './take-report-elsewhere.ts';

export interface TakingReport<Kind extends ReportReplyCommand['kind'] = ReportReplyCommand['kind']> {
  readonly command: Extract<ReportReplyCommand, { readonly kind: Kind }>;
  readonly act: AvailableReportAct;
  readonly state: Report;
  readonly context: ReportContext;
}

export function takeReportAct(taking: TakingReport): ResolvedReportReply {
  const { command, act, state } = taking;
  const workId = act.workId ?? '';
  switch (command.kind) {
    case 'accept':
      return takenAs({ type: 'AcceptWork', workId }, act);
    case 'answer':
      return takeAnswer({ ...taking, command });
    case 'consolidate':
      return takeConsolidate({ ...taking, command });
    case 'progress': {
      const { text } = command;
      return text === '' ? lacks('text', act) : takenAs({ type: 'ReportProgress', workId, text }, { ...act, text });
    }
    case 'decline':
      return takeDecline({ ...taking, command });
    case 'forward':
      return takeForwardOfReport({ ...taking, command });
    case 'hand-over':
      return takeHandOverOfReport({ ...taking, command });
    case 'keep': {
      const { text: reason } = command;
      const unitId = workOf(state, workId)?.unitId ?? '';
      if (reason === '') return lacks('reason', { ...act, unitId });
      return takenAs({ type: 'SettleDispute', workId, unitId, reason }, { ...act, unitId, reason });
    }
    case 'approve':
      return takenAs({ type: 'ApproveAnswer' }, act);
    case 'return': {
      const { text: reason } = command;
      return reason === '' ? lacks('reason', act) : takenAs({ type: 'ReturnAnswer', reason }, { ...act, reason });
    }
    default:
      return command satisfies never;
  }
}

/** That it is done is an answer by itself; every other outcome has to be explained. */
const FIXED_TEXT = 'Đơn vị đã xử lý xong nội dung ông/bà phản ánh.';

function takeAnswer({ command, act }: TakingReport<'answer'>): ResolvedReportReply {
  const { outcome } = command;
  const text = command.text === '' && outcome === 'fixed' ? FIXED_TEXT : command.text;
  if (text === '') return lacks('text', { ...act, outcome });
  return answered({ outcome, text }, act);
}

/** How the whole came out is what the parts agree about, unless the text says it. */
function takeConsolidate({ command, act, state }: TakingReport<'consolidate'>): ResolvedReportReply {
  const { text } = command;
  if (text === '') return lacks('text', act);
  const outcome = command.outcome ?? agreedOutcome(state);
  return outcome === undefined ? lacks('outcome', { ...act, text }) : answered({ outcome, text }, act);
}

function answered(
  answer: { readonly outcome: Outcome; readonly text: string },
  act: AvailableReportAct,
): ResolvedReportReply {
  const { workId } = act;
  const command: ReportCommand =
    act.action === 'consolidate-report' || workId === undefined
      ? { type: 'Consolidate', ...answer }
      : { type: 'AnswerWork', workId, ...answer };
  return takenAs(command, { ...act, ...answer });
}

function agreedOutcome(state: Report): Outcome | undefined {
  const [first, ...others] = new Set(currentWork(state).flatMap(({ answer }) => answer?.outcome ?? []));
  return others.length === 0 ? first : undefined;
}
