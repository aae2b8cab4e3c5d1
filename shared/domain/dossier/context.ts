import type { Actor, StaffActor } from '../actor.ts';
import type { Catalogue, Procedure, Unit, UnitId } from '../catalogue/catalogue.ts';
import { procedureVersion, unitOn } from '../catalogue/lookup.ts';
import { refuse, type Refused } from '../decision.ts';
import { localDateOf, type Instant, type LocalDate } from '../time.ts';
import type { DossierCore, Step } from './state.ts';

/** Everything a decision may look at besides the command and the state. */
export interface DossierContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly catalogue: Catalogue;
}

/** The procedure as it was described when the case was filed. @throws when a published version was taken away. */
export function procedureOf(context: DossierContext, dossier: DossierCore): Procedure {
  const { code, version } = dossier.procedure;
  const procedure = procedureVersion(context.catalogue, code, version);
  if (procedure === undefined) throw new Error(`the catalogue has lost version ${version} of procedure ${code}`);
  return procedure;
}

/**
 * A unit as it was when the case was filed, or as it is now: a case keeps its units through a reform until a recorded transfer.
 *
 * @throws when a published unit was taken away.
 */
export function unitOf(
  context: Pick<DossierContext, 'catalogue' | 'now'>,
  dossier: Pick<DossierCore, 'filedAt'>,
  unitId: UnitId,
): Unit {
  const unit =
    unitOn(context.catalogue, unitId, localDateOf(dossier.filedAt)) ??
    unitOn(context.catalogue, unitId, localDateOf(context.now));
  if (unit === undefined) throw new Error(`the catalogue has lost unit ${unitId}`);
  return unit;
}

/** The day by whose rules and units the dossier is routed. */
export function routedOn(dossier: Pick<DossierCore, 'filedAt' | 'transferredAt'>): LocalDate {
  return localDateOf(dossier.transferredAt ?? dossier.filedAt);
}

/** The member of staff who acts; a refusal for anybody else. */
export function staffActor(context: DossierContext): StaffActor | Refused {
  return context.actor.kind === 'staff' ? context.actor : refuse('staff-only', { sort: 'forbidden' });
}

/** True for the officer of the step and for the head of its unit. */
export function actsForStep(context: DossierContext, step: Pick<Step, 'unitId' | 'officerId'>): boolean {
  const { actor } = context;
  if (actor.kind !== 'staff') return false;
  return actor.staffId === step.officerId || isHeadOf(context, step.unitId);
}

export function isHeadOf(context: DossierContext, unitId: UnitId): boolean {
  const { actor } = context;
  return actor.kind === 'staff' && actor.unitId === unitId && actor.roles.includes('unit-head');
}

/** A text that says something: blank is not a reason. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';
}
