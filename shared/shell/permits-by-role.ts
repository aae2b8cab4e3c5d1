/** The permission table as the pipeline asks it, before the case is known: may anybody with these roles ever do this? */
import { PERMISSIONS } from '../domain/staff/permission-table.ts';
import type { PermissionCheck } from './who-asks.ts';

/** The use case asks again with the case at hand: here only what no case could allow is turned away. */
export const permitsByRole: PermissionCheck = (actor, operation) => {
  const row: Readonly<Record<string, unknown>> = PERMISSIONS[operation];
  return actor.roles.some((role) => role in row);
};
