/** The clocks that run in a report's state: one list, from which the store's clock items, the timers and the work lists are made. */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { ClockItem, RunningClock } from '../clock.ts';
import { currentWork, leadOf } from './report-work.ts';
import type { Report, ReportWork } from './state.ts';

export type ReportClockKind = 'check' | 'info' | 'work' | 'dispute' | 'consolidate' | 'review';

export interface ReportClock {
  /** Unique inside the report: the kind, and for parts and disputes `kind:workId`. */
  readonly clockId: string;
  readonly kind: ReportClockKind;
  readonly clock: RunningClock;
  /** On whose list it stands. */
  readonly unitId: UnitId;
  readonly officerId?: StaffId;
}

export function clocksOfReport(state: Report): readonly ClockItem[] {
  return runningReportClocks(state).map(({ clockId, clock, unitId, officerId }) => ({
    clockId,
    work: { unitId, dueAt: clock.dueAt, ...(officerId !== undefined && { officerId }) },
    ...(clock.nextTimer && { timer: { level: clock.nextTimer.level, at: clock.nextTimer.at } }),
  }));
}

export function runningReportClocks(state: Report): readonly ReportClock[] {
  const { hotlineId: unitId } = state.core;
  switch (state.status) {
    case 'new':
      return [{ clockId: 'check', kind: 'check', clock: state.check, unitId }];
    case 'needs-info':
      return [{ clockId: 'info', kind: 'info', clock: state.wait, unitId }];
    case 'assigned':
      return currentWork(state).flatMap((work) => clockOfWork(work, unitId) ?? []);
    case 'consolidating':
      return [{ clockId: 'consolidate', kind: 'consolidate', clock: state.consolidation, ...holderOf(leadOf(state)) }];
    case 'in-review':
      return [{ clockId: 'review', kind: 'review', clock: state.review, unitId }];
    case 'closed':
    case 'rejected':
    case 'redirected':
    case 'merged':
    case 'withdrawn':
      return [];
    default:
      return state satisfies never;
  }
}

/** While competence is disputed the part is nobody's to do, and lies with whoever decides; its own clock goes on unseen. */
function clockOfWork(work: ReportWork, hotlineId: UnitId): ReportClock | undefined {
  const { workId, dispute } = work;
  if (dispute !== undefined) {
    const { clock, decidedBy } = dispute;
    const unitId = decidedBy.kind === 'superior' ? decidedBy.unitId : hotlineId;
    return { clockId: `dispute:${workId}`, kind: 'dispute', clock, unitId };
  }
  if (work.status !== 'open') return undefined;
  return { clockId: `work:${workId}`, kind: 'work', clock: work.clock, ...holderOf(work) };
}

function holderOf({ unitId, officerId }: ReportWork): Pick<ReportClock, 'unitId' | 'officerId'> {
  return { unitId, ...(officerId !== undefined && { officerId }) };
}
