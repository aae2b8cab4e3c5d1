import { describe, expect, it } from 'vitest';
import { parseCookies, serialiseCookie } from './cookies.ts';

describe('cookies', () => {
  it('are read by name, the first of a name counting', () => {
    expect(parseCookies(['a=1', 'b=x=y', 'a=2; c=3'])).toEqual({ a: '1', b: 'x=y', c: '3' });
    expect(parseCookies(undefined)).toEqual({});
    expect(parseCookies(['', '=x', 'flag'])).toEqual({});
  });

  it('are never open to scripts', () => {
    expect(serialiseCookie({ name: 's', value: 'abc', maxAgeSeconds: 60, secure: true, sameSite: 'Lax' })).toBe(
      's=abc; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    );
  });

  it('cannot be made to carry a second one', () => {
    expect(() => serialiseCookie({ name: 's', value: 'a; admin=1', secure: true, sameSite: 'Strict' })).toThrow();
    expect(() => serialiseCookie({ name: 's=', value: 'a', secure: true, sameSite: 'Strict' })).toThrow();
  });
});
