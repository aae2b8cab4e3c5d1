import type { ReportCommand } from '../commands.ts';
import type { ReportReplyChoice } from './report-reply-result.ts';
import type { ResolvedReportReply } from './resolve-report-reply.ts';

export function takenAs(command: ReportCommand, choice: ReportReplyChoice): ResolvedReportReply {
  return { kind: 'act', command, choice };
}

/** @param detail what has still to be said. */
export function lacks(
  detail: 'text' | 'outcome' | 'reason' | 'unitId' | 'to',
  ...choices: readonly ReportReplyChoice[]
): ResolvedReportReply {
  return { kind: 'doubtful', why: 'detail-missing', detail, choices };
}
