/**
 * Who may do what, where: one table for every operation of the system. What it does not name is denied. It answers about roles and
 * jurisdiction only; whether the act is possible in the case's present state is the decider's question.
 *
 * A postal clerk (nhân viên bưu chính) carries, checks against the list and returns; he never receives on the merits, refuses or
 * decides (Decision 45/2016/QĐ-TTg art. 16; 61/2018/NĐ-CP art. 5), and sees only the dossiers that he handles.
 */
import type { Actor, StaffActor } from '../actor.ts';
import type { Catalogue, StaffId, Unit, UnitId } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { unitAndAbove } from '../catalogue/units.ts';
import { localDateOf, type Instant, type LocalDate } from '../time.ts';
import type { Jurisdiction, Principal } from './jurisdiction.ts';
import { PERMISSIONS } from './permission-table.ts';

export type Operation = keyof typeof PERMISSIONS;

/** What the operation is about: the units and people of a case, of one of its steps, or of a bag. Without one only `anywhere` holds. */
export interface PermissionSubject {
  readonly counterId?: UnitId;
  /** Other counters that have to do with it: of the deciding authority once there is a result, the far end of a bag. */
  readonly otherCounterIds?: readonly UnitId[];
  /** Who took it in, and who carries it. */
  readonly handledBy?: readonly StaffId[];
  readonly decidingUnitId?: UnitId;
  readonly workUnitIds?: readonly UnitId[];
  readonly officerIds?: readonly StaffId[];
}

export type Authorisation =
  | { readonly kind: 'allowed'; readonly jurisdiction: Jurisdiction }
  /** `role`: nobody with these roles ever may. `jurisdiction`: elsewhere, but not here. */
  | { readonly kind: 'denied'; readonly why: 'role' | 'jurisdiction' };

export interface AuthorisationQuestion {
  readonly operation: Operation;
  readonly actor: Actor;
  readonly subject?: PermissionSubject;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export function authorise(question: AuthorisationQuestion): Authorisation {
  const row: Readonly<Partial<Record<Principal, readonly Jurisdiction[]>>> = PERMISSIONS[question.operation];
  const granted = principalsOf(question.actor).flatMap((principal) => row[principal] ?? []);
  const jurisdiction = granted.find((one) => holds(one, question));
  if (jurisdiction !== undefined) return { kind: 'allowed', jurisdiction };
  return { kind: 'denied', why: granted.length === 0 ? 'role' : 'jurisdiction' };
}

function principalsOf(actor: Actor): readonly Principal[] {
  switch (actor.kind) {
    case 'citizen':
      return ['citizen'];
    case 'staff':
      return actor.roles;
    case 'system':
      return [`system:${actor.name}`];
    default:
      return actor satisfies never;
  }
}

function holds(jurisdiction: Jurisdiction, question: AuthorisationQuestion): boolean {
  if (jurisdiction === 'anywhere') return true;
  const { actor, subject } = question;
  if (actor.kind !== 'staff' || subject === undefined) return false;
  switch (jurisdiction) {
    case 'own-counter':
      return subject.counterId === actor.unitId || subject.otherCounterIds?.includes(actor.unitId) === true;
    case 'handled':
      return subject.handledBy?.includes(actor.staffId) === true;
    case 'own-unit':
      return subject.workUnitIds?.includes(actor.unitId) === true;
    case 'assigned':
      return subject.officerIds?.includes(actor.staffId) === true;
    case 'deciding-unit':
      return subject.decidingUnitId === actor.unitId;
    case 'below':
      return isAbove(actor, subject, question);
    default:
      return jurisdiction satisfies never;
  }
}

function isAbove(actor: StaffActor, subject: PermissionSubject, question: AuthorisationQuestion): boolean {
  const { catalogue } = question;
  const today = localDateOf(question.now);
  const concerned = [subject.counterId, subject.decidingUnitId, ...(subject.workUnitIds ?? [])];
  return concerned.some((unitId) => {
    const unit = unitId === undefined ? undefined : lastKnown(catalogue, unitId, today);
    return unit !== undefined && unitAndAbove(catalogue, unit, today).some(({ id }) => id === actor.unitId);
  });
}

/** A unit that has closed is still supervised. */
function lastKnown(catalogue: Catalogue, unitId: UnitId, on: LocalDate): Unit | undefined {
  return unitOn(catalogue, unitId, on) ?? catalogue.units.findLast((unit) => unit.id === unitId);
}
