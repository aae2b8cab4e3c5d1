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
import { hostCookieName, serialiseCookie } from './cookies.ts';
import type { SessionResolver } from './who-asks.ts';

/** On plain http; over https it has the prefix that binds it to this host. */
export const SESSION_COOKIE = 'mot-cua-session';
export const SESSION_HOURS = 12;

export function sessionResolver(ports: {
  readonly sessions: Pick<SessionStore, 'find'>;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}): SessionResolver {
  return async (cookies) => {
    const key = sessionKeyIn(cookies);
    if (key === undefined) return undefined;
    const session = await ports.sessions.find(key);
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

/**
 * Where the session of the cookie that came along is kept; undefined when none of ours came. The cookie's name is part of the key: a session
 * begun over https is found under its `__Host-` name alone, which no other host of the domain and no plain http page can set.
 */
export function sessionKeyIn(cookies: Readonly<Record<string, string>>): string | undefined {
  const [key] = [true, false].flatMap((secure) => {
    const token = cookies[sessionCookieName(secure)];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? [sessionKey(token, secure)] : [];
  });
  return key;
}

/** @param secure whether the cookie goes over https. */
export function sessionKey(token: string, secure: boolean): string {
  return tokenHash(secure ? `${sessionCookieName(secure)}=${token}` : token);
}

/** SHA-256, base64url. The token has 256 random bits, so nothing slower is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** `Lax`: a link in a mail must find the session; a form of another site must not. @param token empty takes the cookie away. */
export function sessionCookie(token: string, secure: boolean): string {
  const maxAgeSeconds = token === '' ? 0 : SESSION_HOURS * 60 * 60;
  return serialiseCookie({ name: sessionCookieName(secure), value: token, maxAgeSeconds, secure, sameSite: 'Lax' });
}

function sessionCookieName(secure: boolean): string {
  return hostCookieName(SESSION_COOKIE, secure);
}
