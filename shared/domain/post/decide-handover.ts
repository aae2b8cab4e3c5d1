import type { Unit, UnitId } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { accept, ignore, refuse, type Decision, type Refused } from '../decision.ts';
import { isBlank, isRefused, staffActor, type DossierContext } from '../dossier/context.ts';
import { startHoursClock } from '../dossier/start-clock.ts';
import { authorise, type Operation, type PermissionSubject } from '../staff/permissions.ts';
import { localDateOf } from '../time.ts';
import type { HandoverCommand } from './handover-commands.ts';
import type { HandoverEvent } from './handover-events.ts';
import type { Discrepancy, Handover, OnTheWay } from './handover-state.ts';
import { prepareHandover } from './prepare-handover.ts';

const OPERATIONS = {
  PrepareHandover: 'prepare-handover',
  SignHandover: 'sign-handover',
  ResolveDiscrepancy: 'resolve-discrepancy',
} as const satisfies Record<HandoverCommand['type'], Operation>;

/** The same order as for a dossier: does the bag exist, may this actor do this here, is it the moment, and then the rule. */
export function decideHandover(
  command: HandoverCommand,
  state: Handover | undefined,
  context: DossierContext,
): Decision<HandoverEvent> {
  const forbidden = refusePermission(command, state, context);
  if (command.type === 'PrepareHandover') {
    if (state !== undefined) return refuse('already-prepared', { sort: 'conflict' });
    return forbidden ?? prepareHandover(command, context);
  }
  if (state === undefined) return refuse('no-such-handover', { sort: 'conflict' });
  if (forbidden !== undefined) return forbidden;
  return command.type === 'SignHandover' ? sign(command, state, context) : resolve(command, state, context);
}

/** Whose counter a permission about a bag is asked of: it is prepared where it starts, and counted where it ends. */
export function handoverSubject(state: Handover, operation: Operation): PermissionSubject {
  const { fromUnitId, toUnitId, preparedBy } = state;
  if (operation === 'sign-handover') return { counterId: toUnitId };
  return { counterId: toUnitId, otherCounterIds: [fromUnitId], handledBy: [preparedBy] };
}

function refusePermission(
  command: HandoverCommand,
  state: Handover | undefined,
  context: DossierContext,
): Refused | undefined {
  const operation = OPERATIONS[command.type];
  const { actor, catalogue, now } = context;
  const subject =
    command.type === 'PrepareHandover' ? { counterId: command.fromUnitId } : state && handoverSubject(state, operation);
  const authorisation = authorise({ operation, actor, catalogue, now, ...(subject && { subject }) });
  if (authorisation.kind === 'allowed') return undefined;
  return refuse('not-permitted', { sort: 'forbidden', details: { operation, why: authorisation.why } });
}

/** Counted together and signed by both sides; a difference does not stop the signature, it is written down. */
function sign(
  command: Extract<HandoverCommand, { type: 'SignHandover' }>,
  state: Handover,
  context: DossierContext,
): Decision<HandoverEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (state.status === 'signed') {
    return refuse('already-signed', { sort: 'conflict', details: { by: state.signedBy, at: state.signedAt } });
  }
  if (state.preparedBy === actor.staffId) {
    return refuse('signed-by-the-sender', { sort: 'forbidden', article: '45/2016/QĐ-TTg Điều 7.3' });
  }
  if (state.direction === 'in' && !actor.roles.includes('one-stop-official')) {
    return refuse('official-must-sign', { sort: 'forbidden', article: '45/2016/QĐ-TTg Điều 7.3' });
  }
  const counted = new Set(command.counted);
  const listed = state.items.map(({ entityId }) => entityId);
  const missing = listed.filter((entityId) => !counted.has(entityId));
  const unit = unitOf(state.toUnitId, state, context);
  const { catalogue, now } = context;
  const clearUp = startHoursClock({ catalogue, unit, startedAt: now, mayStall: false }, catalogue.limits.checkHours);
  if (isRefused(clearUp)) return clearUp;
  return accept({
    type: 'HandoverSigned',
    direction: state.direction,
    signedBy: actor.staffId,
    signedAt: now,
    present: listed.filter((entityId) => counted.has(entityId)),
    missing,
    discrepancies: discrepanciesOf(command, { state, missing }),
    clearUp,
  });
}

function discrepanciesOf(
  command: Extract<HandoverCommand, { type: 'SignHandover' }>,
  { state, missing }: { readonly state: OnTheWay; readonly missing: readonly string[] },
): readonly Discrepancy[] {
  const listed = new Set(state.items.map(({ entityId }) => entityId));
  const unexpected = [...new Set(command.counted)].filter((entityId) => !listed.has(entityId));
  const found: readonly Omit<Discrepancy, 'discrepancyId'>[] = [
    ...(command.sealIntact ? [] : [{ kind: 'seal' } as const]),
    ...missing.map((entityId) => ({ kind: 'missing', entityId }) as const),
    ...unexpected.map((entityId) => ({ kind: 'unexpected', entityId }) as const),
  ];
  return found.map((one, index) => ({ discrepancyId: `d${index + 1}`, ...one }));
}

function resolve(
  command: Extract<HandoverCommand, { type: 'ResolveDiscrepancy' }>,
  state: Handover,
  context: DossierContext,
): Decision<HandoverEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { discrepancyId, reason } = command;
  const discrepancy =
    state.status === 'signed' ? state.discrepancies.find((one) => one.discrepancyId === discrepancyId) : undefined;
  if (discrepancy === undefined) return refuse('unknown-discrepancy', { pointer: '/discrepancyId' });
  if (discrepancy.resolved !== undefined) return ignore(`${discrepancyId} was resolved by ${discrepancy.resolved.by}`);
  if (isBlank(reason)) return refuse('reason-missing', { pointer: '/reason' });
  return accept({ type: 'DiscrepancyResolved', discrepancyId, reason, by: actor.staffId, at: context.now });
}

function unitOf(unitId: UnitId, state: Handover, context: DossierContext): Unit {
  const { catalogue, now } = context;
  const unit = unitOn(catalogue, unitId, localDateOf(now)) ?? unitOn(catalogue, unitId, localDateOf(state.preparedAt));
  if (unit === undefined) throw new Error(`the catalogue has lost unit ${unitId}`);
  return unit;
}
