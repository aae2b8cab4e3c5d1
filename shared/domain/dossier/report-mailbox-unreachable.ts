import type { Unit, UnitId } from '../catalogue/catalogue.ts';
import { headOf, standInFor } from '../catalogue/people.ts';
import { unitAndAbove } from '../catalogue/units.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { runningClocks } from './running-clocks.ts';
import type { Dossier } from './state.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { workOf } from './work-of.ts';

/**
 * A unit's mailbox sends its mail back while the unit has open work in this case: the head is told, or the next head above when there is none
 * or mail does not reach that one either. Once for each unit; no clock waits for it.
 */
export function reportMailboxUnreachable(
  { unitId }: CommandOf<'ReportMailboxUnreachable'>,
  state: StateFor<'ReportMailboxUnreachable'>,
  context: DossierContext,
): Decision<DossierEvent> {
  if (!hasOpenWork(state, unitId)) return ignore(`${unitId} has no open work`);
  if (state.mailboxesOutOfReach?.includes(unitId) === true) return ignore(`the head of ${unitId} was told before`);
  const on = localDateOf(context.now);
  const units = unitAndAbove(context.catalogue, unitOf(context, state, unitId), on);
  const first = units.find((unit) => hasReachableHead(unit, state, context));
  if (first === undefined) return ignore(`nobody above ${unitId} can be told`);
  const tell = [{ kind: 'unit-head', unitId: first.id }] as const;
  return accept({ type: 'MailboxUnreachable', unitId, tell, at: context.now });
}

function hasOpenWork(state: Dossier, unitId: UnitId): boolean {
  const { steps, consultations } = workOf(state) ?? { steps: [], consultations: [] };
  return (
    runningClocks(state).some((one) => one.isWork && one.unitId === unitId) ||
    steps.some((step) => step.status !== 'done' && step.unitId === unitId) ||
    consultations.some((one) => one.answer === undefined && one.unitId === unitId)
  );
}

/** Whoever the head's mail goes to today; one whom this case's own mail did not reach is passed over. */
function hasReachableHead(unit: Unit, state: Dossier, { catalogue, now }: DossierContext): boolean {
  const on = localDateOf(now);
  const head = headOf(catalogue, unit.id, on);
  const acting = head && (standInFor(catalogue, head, on) ?? head);
  if (acting === undefined) return false;
  const { steps, consultations } = workOf(state) ?? { steps: [], consultations: [] };
  return ![...steps, ...consultations].some(
    ({ officerId, unreachableSince }) => officerId === acting.id && unreachableSince !== undefined,
  );
}
