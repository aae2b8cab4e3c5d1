/**
 * Sorting (phân loại, chuyển xử lý): what it is about and where decide by rule whose it is; the operator may name other or further units, with a
 * reason. It can be done again while no unit has answered; whoever keeps the work keeps its clock.
 */
import type { Unit, UnitId } from '../catalogue/catalogue.ts';
import type { ServiceLevelId } from '../catalogue/hotline.ts';
import { areaVersion, unitOn } from '../catalogue/lookup.ts';
import { accept, refuse, type Decision, type Refused } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { Routing } from '../routing/competence.ts';
import { awaitsNoInfo } from './awaits.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { newWork } from './new-work.ts';
import { refuseUnit } from './refuse-unit.ts';
import { categoryOn, today, type ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { nextWorkId, openWorkOf, undisputed, workOf } from './report-work.ts';
import { reportRoutingRefusal, routeReport } from './route-report.ts';
import { refuseOnceAnswered } from './refuse-once-answered.ts';
import { serviceLevelOf } from './service-level-of.ts';
import { startServiceClock } from './service-clock.ts';
import type { ReportWork, Triage, WorkOrigin } from './state.ts';
import { holders } from './told-of-report.ts';

type Command = ReportCommandOf<'Triage'>;
type State = ReportFor<'Triage'>;

export function triageReport(command: Command, state: State, context: ReportContext): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const late = refuseOnceAnswered(state);
  if (late !== undefined) return late;
  if (isBlank(command.summary)) return refuse('summary-missing', { pointer: '/summary' });
  const on = today(context);
  const category = categoryOn(context.catalogue, command.category, on);
  if (category === undefined) return refuse('unknown-category', { pointer: '/category' });
  const { area, areaVersion: version } = command;
  const where = { area, ...(version !== undefined && { areaVersion: version }) };
  const routing = routeReport({ category, ...where, on, catalogue: context.catalogue });
  const units = unitsFor(command, routing, { state, context });
  if (isRefused(units)) return units;
  const place = placeOf(command, routing, context);
  if (isRefused(place)) return place;
  const { urgency, summary } = command;
  const triage: Triage = { category: category.id, urgency, ...place, summary, by: actor.staffId, at: context.now };
  const work = worksFor(units, { state, triage, routing, reason: command.reason ?? '', context });
  return isRefused(work) ? work : accept(triaged(triage, work, state), ...withNewTime(work, state, context));
}

/** Whoever keeps the work is told of it again when it has another time now: danger, say. */
function withNewTime(works: readonly ReportWork[], state: State, { now: at }: ReportContext): readonly ReportEvent[] {
  return works.flatMap(({ workId, unitId, officerId: staffId, serviceLevel }): readonly ReportEvent[] => {
    const before = workOf(state, workId);
    if (before === undefined || staffId === undefined || before.serviceLevel === serviceLevel) return [];
    return [{ type: 'WorkAssigned', workId, unitId, staffId, why: 'other-time', tell: [], at }];
  });
}

function triaged(triage: Triage, work: readonly ReportWork[], state: State): ReportEvent {
  const before = openWorkOf(state);
  const kept = new Set(work.map(({ workId }) => workId));
  const taken = before.filter(({ workId }) => !kept.has(workId));
  return {
    type: 'ReportTriaged',
    triage,
    work,
    again: state.status === 'assigned',
    moved: before.length > 0 && (taken.length > 0 || work.length > before.length),
    subscribers: state.subscribers,
    tell: holders(taken),
    ...awaitsNoInfo(state),
  };
}

/** By rule, or as the operator says; the first leads. */
function unitsFor(
  command: Command,
  routing: Routing,
  { state, context }: { readonly state: State; readonly context: ReportContext },
): readonly Unit[] | Refused {
  const ruled = routing.kind === 'competent' ? routing.unit : undefined;
  const named = [...new Set(command.units ?? [])];
  if (named.length === 0 && routing.kind !== 'competent') return reportRoutingRefusal(routing);
  const wanted = named.length === 0 ? [ruled ?? ''] : named;
  const byRule = wanted.length === 1 && wanted[0] === ruled;
  if (!byRule && isBlank(command.reason)) return refuse('reason-missing', { pointer: '/reason' });
  const units: Unit[] = [];
  for (const unitId of wanted) {
    const refused = refuseUnit(unitId, { state, context, pointer: '/units' });
    if (refused !== undefined) return refused;
    const unit = unitOn(context.catalogue, unitId, today(context));
    if (unit !== undefined) units.push(unit);
  }
  return units;
}

/** What the code means today; a divided area stands as it was named when a person says whose it is. */
function placeOf(
  { area: code, areaVersion: version }: Command,
  routing: Routing,
  context: ReportContext,
): Pick<Triage, 'area' | 'areaVersion'> | Refused {
  if (routing.kind === 'competent') return { area: routing.area, areaVersion: routing.areaVersion };
  const key = { code, ...(version !== undefined && { validFrom: version }) };
  const area = areaVersion(context.catalogue, key, today(context));
  if (area === undefined) return refuse('no-competent-unit', { pointer: '/area', details: { reason: 'unknown-area' } });
  return { area: area.code, areaVersion: area.validFrom };
}

interface Sorting {
  readonly state: State;
  readonly triage: Triage;
  readonly routing: Routing;
  readonly reason: string;
  readonly context: ReportContext;
}

function worksFor(units: readonly Unit[], sorting: Sorting): readonly ReportWork[] | Refused {
  const { state, triage, context } = sorting;
  const serviceLevel = serviceLevelOf(triage.urgency, units.length);
  const works: ReportWork[] = [];
  for (const [index, unit] of units.entries()) {
    const lead = index === 0;
    const before = openWorkOf(state).find(({ unitId }) => unitId === unit.id);
    const origin = originOf(unit.id, sorting);
    const work =
      before === undefined
        ? newWork(
            unit,
            { workId: nextWorkId([...state.work, ...works]), lead, origin, serviceLevel, round: state.reopened },
            context,
          )
        : keptWork({ ...before, lead, origin }, serviceLevel, context);
    if (isRefused(work)) return work;
    works.push(work);
  }
  return works;
}

/** Whose it is was disputed: the hotline has said it now. */
function keptWork(work: ReportWork, serviceLevel: ServiceLevelId, context: ReportContext): ReportWork | Refused {
  const kept: ReportWork = work.dispute === undefined ? work : { ...undisputed(work), status: 'open', settled: true };
  if (kept.serviceLevel === serviceLevel) return kept;
  const clock = startServiceClock(context, serviceLevel, work.unitId);
  return isRefused(clock) ? clock : { ...kept, serviceLevel, clock };
}

function originOf(unitId: UnitId, { routing, triage, reason }: Sorting): WorkOrigin {
  if (routing.kind === 'competent' && routing.unit === unitId) {
    return { kind: 'rule', ruleId: routing.ruleId, considered: routing.considered };
  }
  return { kind: 'person', staffId: triage.by, reason };
}
