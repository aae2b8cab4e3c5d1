import type { RouteContract } from '../contracts/route.ts';
import type { StaffActor } from '../domain/actor.ts';

/** Finds who a session cookie belongs to; undefined when there is none, or it has expired or was revoked. */
export type SessionResolver = (cookies: Readonly<Record<string, string>>) => Promise<StaffActor | undefined>;

/** A row of the permission table before the case is known; the handler's use case checks again with the case at hand. */
export type PermissionCheck = (actor: StaffActor, operation: NonNullable<RouteContract['operation']>) => boolean;
