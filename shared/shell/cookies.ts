/** Cookies in and out (RFC 6265): values are base64url tokens of ours, so nothing is quoted or encoded. */

/** @param list the `cookies` of an HTTP API event, one `name=value` each; the first of a name counts. */
export function parseCookies(list: readonly string[] | undefined): Readonly<Record<string, string>> {
  const pairs = (list ?? [])
    .flatMap((cookie) => cookie.split(';'))
    .map((cookie) => {
      const equals = cookie.indexOf('=');
      return [cookie.slice(0, Math.max(equals, 0)).trim(), cookie.slice(equals + 1).trim()] as const;
    });
  return Object.fromEntries(pairs.filter(([name]) => name !== '').reverse());
}

export interface Cookie {
  readonly name: string;
  /** Characters of base64url, `.` and `~` only. */
  readonly value: string;
  /** 0 takes the cookie away; absent ends with the browser. */
  readonly maxAgeSeconds?: number;
  readonly path?: string;
  /** False only on a plain http loopback address. */
  readonly secure: boolean;
  /** `Lax` for what must come along from a link in a mail; `Strict` otherwise. */
  readonly sameSite: 'Lax' | 'Strict';
}

/** Always HttpOnly. @throws on characters that a cookie cannot carry. */
export function serialiseCookie(cookie: Cookie): string {
  if (!/^[\w-]+$/.test(cookie.name) || !/^[\w.~-]*$/.test(cookie.value)) throw new Error('not a cookie of ours');
  return [
    `${cookie.name}=${cookie.value}`,
    `Path=${cookie.path ?? '/'}`,
    ...(cookie.maxAgeSeconds === undefined ? [] : [`Max-Age=${String(cookie.maxAgeSeconds)}`]),
    'HttpOnly',
    ...(cookie.secure ? ['Secure'] : []),
    `SameSite=${cookie.sameSite}`,
  ].join('; ');
}

/**
 * Over https the browser itself then refuses the cookie from another host of the domain, from plain http and with a narrower path (RFC 6265bis
 * 4.1.3.2); plain http on the laptop cannot have it.
 */
export function hostCookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
