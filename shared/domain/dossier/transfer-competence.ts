/**
 * Transfer of competence after a reform (chuyển giao thẩm quyền): a dossier that was open when its units ended goes on with those that
 * took their place, recorded as an event and with every deadline as it was. It comes before whatever is asked of the dossier first,
 * a timer included, so that none is left behind with a unit that has nobody.
 */
import type { Catalogue, Unit, UnitId } from '../catalogue/catalogue.ts';
import { areaVersion, procedureOn, successorsOf, unitOn } from '../catalogue/lookup.ts';
import { oneStopOf, unitServing } from '../catalogue/units.ts';
import { route } from '../routing/competence.ts';
import { localDateOf, type LocalDate } from '../time.ts';
import { procedureOf, unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { evolveDossier } from './evolve.ts';
import { unitForStep } from './open-stage.ts';
import type { Dossier, DossierCore, Step } from './state.ts';
import { workOf } from './work-of.ts';

type Transferred = Extract<DossierEvent, { readonly type: 'CompetenceTransferred' }>;
type Today = Pick<DossierContext, 'catalogue' | 'now'>;

const ENDED: readonly Dossier['status'][] = ['returned', 'refused', 'withdrawn', 'stopped'];

/** The state that permissions and workers go by: with the units that have it today, also before the transfer is recorded. */
export function asItStandsToday(state: Dossier, today: Today): Dossier {
  const transferred = transferOf(state, today);
  return transferred === undefined ? state : evolveDossier(state, transferred);
}

/** @returns undefined while its units stand, and where nobody took over: a split ward needs a person's choice. */
export function transferOf(state: Dossier, { catalogue, now }: Today): Transferred | undefined {
  if (ENDED.includes(state.status)) return undefined;
  const on = localDateOf(now);
  const context = { catalogue, now, actor: { kind: 'system', name: 'routing' } } as const;
  const open = workOf(state)?.steps.filter(({ status }) => status !== 'done') ?? [];
  const units = [state.counterId, state.deciding.unitId, ...open.map(({ unitId }) => unitId)];
  if (units.every((unitId) => stands(catalogue, unitId, on))) return undefined;
  const deciding = decidingToday(state, context);
  const decidingUnit = deciding && unitOn(catalogue, deciding.unitId, on);
  if (deciding === undefined || decidingUnit === undefined) return undefined;
  const counterId = counterToday(state, { decidingUnit, context });
  if (counterId === undefined) return undefined;
  const moved = { ...state, counterId, deciding, transferredAt: now };
  return {
    type: 'CompetenceTransferred',
    from: { counterId: state.counterId, unitId: state.deciding.unitId },
    counterId,
    deciding,
    steps: open.flatMap((step) => stepToday(step, moved, context)),
    at: now,
  };
}

/** By the rules in force today, and by today's description of the procedure where it still has one. */
function decidingToday(state: Dossier, context: DossierContext): DossierCore['deciding'] | undefined {
  const { catalogue } = context;
  const on = localDateOf(context.now);
  if (stands(catalogue, state.deciding.unitId, on)) return state.deciding;
  const procedure = procedureOn(catalogue, state.procedure.code, on) ?? procedureOf(context, state);
  const routing = route({ procedure, area: state.area, areaVersion: state.areaVersion, on, catalogue });
  if (routing.kind !== 'competent') return undefined;
  return { unitId: routing.unit, level: routing.level, ruleId: routing.ruleId };
}

/** The section of the same level where the old one was, so that the citizen goes to the same place; else that of the deciding authority. */
function counterToday(
  state: Dossier,
  { decidingUnit, context }: { readonly decidingUnit: Unit; readonly context: DossierContext },
): UnitId | undefined {
  const { catalogue } = context;
  const on = localDateOf(context.now);
  if (stands(catalogue, state.counterId, on)) return state.counterId;
  const { level, areas } = unitOf(context, state, state.counterId);
  const filedOn = localDateOf(state.filedAt);
  const [code] = areas;
  const before = code === undefined ? undefined : areaVersion(catalogue, { code }, filedOn);
  const [area, another] = before === undefined ? [] : successorsOf(catalogue, before, on);
  const here =
    code !== undefined && (area === undefined || another !== undefined)
      ? undefined
      : unitServing(catalogue, { kind: 'one-stop', level, on, ...(area && { area }) });
  return (here ?? oneStopOf(catalogue, decidingUnit, on))?.id;
}

/** To be assigned again: its officer's post ended with the unit. Its clock goes on as it was. */
function stepToday(step: Step, moved: DossierCore, context: DossierContext): readonly Step[] {
  if (stands(context.catalogue, step.unitId, localDateOf(context.now))) return [];
  const described = procedureOf(context, moved)
    .stages.flat()
    .find(({ id }) => id === step.stepId);
  if (described === undefined) throw new Error(`procedure ${moved.procedure.code} has lost step ${step.stepId}`);
  const found = unitForStep(moved, described, context);
  if (found.kind === 'no-unit') return [];
  const { stepId, stage, actor, clock, openedAt } = step;
  const { unit: unitId, level } = found;
  return [{ stepId, stage, actor, clock, openedAt, unitId, level, status: 'awaiting-assignment' }];
}

function stands(catalogue: Catalogue, unitId: UnitId, on: LocalDate): boolean {
  return unitOn(catalogue, unitId, on) !== undefined;
}
