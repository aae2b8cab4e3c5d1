import type { Role, StaffId, UnitId } from './catalogue/catalogue.ts';

/** Who acts. A citizen is known by the secret link or proof of phone only; the system acts through timers and workers. */
export type Actor = Citizen | StaffActor | SystemActor;

export interface Citizen {
  readonly kind: 'citizen';
}

export interface StaffActor {
  readonly kind: 'staff';
  readonly staffId: StaffId;
  readonly unitId: UnitId;
  readonly roles: readonly Role[];
  /** How they came: a signed-in session, a signed link in a mail that names them, or an answer from their registered mailbox. */
  readonly via: 'session' | 'link' | 'mail';
}

export interface SystemActor {
  readonly kind: 'system';
  readonly name: 'routing' | 'timers' | 'post' | 'documents' | 'mail' | 'hotline';
}

/** Short form kept with an event: never a name or an address. */
export type ActorRef = 'citizen' | `staff:${string}` | `system:${string}`;

export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'citizen':
      return 'citizen';
    case 'staff':
      return `staff:${actor.staffId}`;
    case 'system':
      return `system:${actor.name}`;
  }
}
