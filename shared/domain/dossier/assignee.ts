import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import { staffOn } from '../catalogue/people.ts';
import { refuse, type Refused } from '../decision.ts';
import { localDateOf } from '../time.ts';
import type { DossierContext } from './context.ts';

/**
 * Who may be given work of a unit: somebody in office today who examines dossiers. A head gives it to people of the own unit; the routing
 * may also give it to a stand-in from elsewhere (người được ủy quyền).
 */
export function refuseAssignee(staffId: StaffId, unitId: UnitId, context: DossierContext): Refused | undefined {
  const person = staffOn(context.catalogue, staffId, localDateOf(context.now));
  if (person === undefined) return refuse('unknown-staff', { pointer: '/staffId', details: { staffId } });
  if (!person.roles.some((role) => role === 'officer' || role === 'unit-head')) {
    return refuse('does-not-examine', { pointer: '/staffId', details: { staffId } });
  }
  if (context.actor.kind === 'staff' && person.unit !== unitId) {
    return refuse('not-of-this-unit', { pointer: '/staffId', details: { unitId } });
  }
  return undefined;
}
