import type { Unit } from '../catalogue/catalogue.ts';
import type { Refused } from '../decision.ts';
import { isRefused } from '../dossier/context.ts';
import type { ReportContext } from './report-context.ts';
import { startServiceClock } from './service-clock.ts';
import type { ReportWork } from './state.ts';

/** A part for a unit, whose time begins now; somebody there is still to be found. */
export function newWork(
  unit: Pick<Unit, 'id' | 'level'>,
  part: Pick<ReportWork, 'workId' | 'lead' | 'origin' | 'serviceLevel' | 'round'>,
  context: Pick<ReportContext, 'catalogue' | 'now'>,
): ReportWork | Refused {
  const clock = startServiceClock(context, part.serviceLevel, unit.id);
  if (isRefused(clock)) return clock;
  return { ...part, unitId: unit.id, level: unit.level, openedAt: context.now, clock, status: 'open' };
}
