/**
 * Who a session cookie belongs to. The store knows only a hash of the token and the person's id; what the person may do is read
 * from the catalogue of today, so somebody who has left or changed posts loses the old access at once.
 */
import { createHash } from 'node:crypto';
import type { StaffActor } from '../domain/actor.ts';
import type { Catalogue, StaffId } from '../domain/catalogue/catalogue.ts';
import { staffOn } from '../domain/catalogue/people.ts';
import { localDateOf, type Instant } from '../domain/time.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import type { Clock } from '../ports/outside.ts';
import type { SessionStore } from '../ports/short-lived.ts';
import { serialiseCookie } from './cookies.ts';
import type { SessionResolver } from './who-asks.ts';

export const SESSION_COOKIE = 'mot-cua-session';
export const SESSION_HOURS = 12;

export function sessionResolver(ports: {
  readonly sessions: Pick<SessionStore, 'find'>;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}): SessionResolver {
  return async (cookies) => {
    const token = sessionToken(cookies);
    if (token === undefined) return undefined;
    const session = await ports.sessions.find(tokenHash(token));
    const now = ports.clock.now();
    if (session === undefined || session.expiresAt <= now) return undefined;
    return staffActorOn(await ports.catalogue.load(), { staffId: session.staffId, via: 'session' }, now);
  };
}

/** The person as they may act now; undefined when they hold no post today. */
export function staffActorOn(
  catalogue: Catalogue,
  who: { readonly staffId: StaffId; readonly via: StaffActor['via'] },
  now: Instant,
): StaffActor | undefined {
  const person = staffOn(catalogue, who.staffId, localDateOf(now));
  return person && { kind: 'staff', staffId: person.id, unitId: person.unit, roles: person.roles, via: who.via };
}

/** The token of the cookie, if it has the shape of one of ours. */
export function sessionToken(cookies: Readonly<Record<string, string>>): string | undefined {
  const token = cookies[SESSION_COOKIE];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** SHA-256, base64url. The token has 256 random bits, so nothing slower is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** `Lax`: a link in a mail must find the session; a form of another site must not. @param token empty takes the cookie away. */
export function sessionCookie(token: string, secure: boolean): string {
  const maxAgeSeconds = token === '' ? 0 : SESSION_HOURS * 60 * 60;
  return serialiseCookie({ name: SESSION_COOKIE, value: token, maxAgeSeconds, secure, sameSite: 'Lax' });
}
