import type { SystemActor } from '../actor.ts';
import type { Role } from '../catalogue/catalogue.ts';

/** Who the table speaks of: a role of staff, the citizen of the case, or a worker of the system. */
export type Principal = Role | 'citizen' | `system:${SystemActor['name']}`;

/**
 * Where a role may act:
 * - `anywhere`
 * - `own-counter`: at the counter (one-stop section) that the actor belongs to;
 * - `handled`: a dossier that this clerk took in, carries, or carries back;
 * - `own-unit`: work that lies with the actor's unit;
 * - `assigned`: work assigned to the actor in person;
 * - `deciding-unit`: a dossier that the actor's unit decides;
 * - `below`: the actor's unit stands above the counter, the deciding unit or a unit that works on it.
 */
export type Jurisdiction = 'anywhere' | 'own-counter' | 'handled' | 'own-unit' | 'assigned' | 'deciding-unit' | 'below';
