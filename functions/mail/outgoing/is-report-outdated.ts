import type { ReportEvent, ReportEventOf } from '../../../shared/domain/report/events.ts';
import { workOf } from '../../../shared/domain/report/report-work.ts';
import { runningReportClocks } from '../../../shared/domain/report/running-report-clocks.ts';
import type { Dispute, Report, ReportWork } from '../../../shared/domain/report/state.ts';

/** True when a notice asks for work that has been done, or is somebody else's, by the time it is sent. News is never outdated. */
export function isReportOutdated(event: ReportEvent, report: Report): boolean {
  return (CHECKS[event.type] as Check<ReportEvent['type']> | undefined)?.(event, report) ?? false;
}

type Check<Type extends ReportEvent['type']> = (event: ReportEventOf<Type>, report: Report) => boolean;

const CHECKS: { readonly [Type in ReportEvent['type']]?: Check<Type> } = {
  ReportFiled: (_event, { status }) => status !== 'new',
  WorkAssigned: ({ workId, staffId }, report) =>
    openWork(report, workId)?.officerId !== staffId || !isOpen(report, workId),
  WorkHandedOver: ({ workId, to }, report) => openWork(report, workId)?.officerId !== to,
  WorkDeclined: ({ workId, dispute }, report) => !isDisputed(report, workId, dispute),
  DisputeRaised: ({ workId, dispute }, report) => !isDisputed(report, workId, dispute),
  ConsolidationBegun: (_event, { status }) => status !== 'consolidating',
  AnswerReviewBegun: ({ draft }, report) => report.status !== 'in-review' || report.draft.at !== draft.at,
  AnswerReturned: ({ work, consolidation }, report) =>
    consolidation === undefined ? noneIsOpen(report, work) : report.status !== 'consolidating',
  ReportReopened: ({ work, check }, report) =>
    check === undefined ? noneIsOpen(report, work) : report.status !== 'new',
  ReportTimerRang: ({ clockId }, report) => !runningReportClocks(report).some((clock) => clock.clockId === clockId),
};

function openWork(report: Report, workId: string): ReportWork | undefined {
  const work = workOf(report, workId);
  return work?.status === 'open' || work?.status === 'disputed' ? work : undefined;
}

function isOpen(report: Report, workId: string): boolean {
  return openWork(report, workId) !== undefined;
}

function noneIsOpen(report: Report, works: readonly ReportWork[]): boolean {
  return works.every(({ workId }) => !isOpen(report, workId));
}

/** Raised to a superior meanwhile, it is not the hotline's to decide any more. */
function isDisputed(report: Report, workId: string, { at, decidedBy }: Dispute): boolean {
  const now = workOf(report, workId)?.dispute;
  return now?.at === at && now.decidedBy.kind === decidedBy.kind;
}
