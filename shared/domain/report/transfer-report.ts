/**
 * After a reform: a report whose units or hotline have ended goes on with those that took their place, with every clock as it was. It comes before
 * whatever is asked of the report first, a timer included.
 */
import type { Catalogue, Unit, UnitId } from '../catalogue/catalogue.ts';
import { areaVersion, levelOn, successorsOf, unitOn } from '../catalogue/lookup.ts';
import { unitServing } from '../catalogue/units.ts';
import { without } from '../dossier/without.ts';
import { localDateOf, type LocalDate } from '../time.ts';
import type { ReportEventOf } from './events.ts';
import { evolveReport } from './evolve-report.ts';
import { categoryOn, hotlineOn, lastKnownUnit, type ReportContext } from './report-context.ts';
import { currentWork, givenAway, openWorkOf } from './report-work.ts';
import { routeReport } from './route-report.ts';
import type { Report, ReportWork, Triage } from './state.ts';

type Today = Pick<ReportContext, 'catalogue' | 'now'>;

/** The state that permissions and workers go by: with the units that have it today, also before that is recorded. */
export function reportAsItStandsToday(state: Report, context: Today): Report {
  const transferred = transferOfReport(state, context);
  return transferred === undefined ? state : evolveReport(state, transferred);
}

/** @returns undefined while its units stand, and where nobody took over: then a person decides. */
export function transferOfReport(state: Report, context: Today): ReportEventOf<'ReportTransferred'> | undefined {
  const { catalogue, now } = context;
  const on = localDateOf(now);
  const before = state.core.hotlineId;
  const hotlineId = stands(catalogue, before, on) ? before : (hotlineOn(catalogue, on)?.id ?? before);
  const work = joined(
    state,
    openWorkOf(state).flatMap((one) => workToday(one, state, context) ?? []),
  );
  if (hotlineId === before && work.length === 0) return undefined;
  return { type: 'ReportTransferred', hotlineId, work, at: now };
}

/** Still to be assigned: its officer's post ended with the unit. */
function workToday(work: ReportWork, state: Report, context: Today): ReportWork | undefined {
  if (stands(context.catalogue, work.unitId, localDateOf(context.now))) return undefined;
  const unit = unitToday(work.unitId, state.triage, context);
  if (unit === undefined) return undefined;
  return {
    ...without(work, 'officerId', 'acceptedAt', 'acceptedBy', 'unassignableSince'),
    unitId: unit.id,
    level: unit.level,
  };
}

/** The unit of the same kind and level there, else the one that is competent by the rules in force today. */
export function unitToday(unitId: UnitId, triage: Triage | undefined, context: Today): Unit | undefined {
  const { catalogue, now } = context;
  const on = localDateOf(now);
  const standing = unitOn(catalogue, unitId, on);
  if (standing !== undefined || triage === undefined) return standing;
  const category = categoryOn(catalogue, triage.category, on);
  const { kind, level } = lastKnownUnit(context, unitId);
  const known = areaVersion(catalogue, { code: triage.area, validFrom: triage.areaVersion }, on);
  const [area, another] = known === undefined ? [] : successorsOf(catalogue, known, on);
  const alike =
    levelOn(catalogue, level, on) === undefined || area === undefined || another !== undefined
      ? undefined
      : unitServing(catalogue, { kind, level, area, on });
  if (alike !== undefined || category === undefined) return alike;
  const routing = routeReport({ category, area: triage.area, areaVersion: triage.areaVersion, on, catalogue });
  return routing.kind === 'competent' ? unitOn(catalogue, routing.unit, on) : undefined;
}

/** Units that became one have one part: the others are given away, and if one of them led, that part leads. */
function joined(state: Report, moved: readonly ReportWork[]): readonly ReportWork[] {
  const standing = currentWork(state).filter(
    ({ workId, status }) => status === 'open' && !moved.some((one) => one.workId === workId),
  );
  const result = new Map<string, ReportWork>();
  const first = new Map<UnitId, ReportWork>(standing.map((work) => [work.unitId, work]));
  for (const work of moved) {
    const other = first.get(work.unitId);
    if (other === undefined || work.status !== 'open') {
      first.set(work.unitId, other ?? work);
      result.set(work.workId, work);
    } else {
      result.set(work.workId, givenAway(work, undefined));
      const keeps = work.lead ? { ...other, lead: true } : other;
      first.set(work.unitId, keeps);
      if (work.lead || result.has(other.workId)) result.set(other.workId, keeps);
    }
  }
  return [...result.values()];
}

function stands(catalogue: Catalogue, unitId: UnitId, on: LocalDate): boolean {
  return unitOn(catalogue, unitId, on) !== undefined;
}
