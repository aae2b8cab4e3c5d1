import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SigningKeys } from '../ports/outside.ts';
import { readToken, signToken } from './signed-token.ts';

const keyOf = (fill: number) => new Uint8Array(32).fill(fill);
const keys: SigningKeys = {
  current: 'k2',
  keys: new Map([
    ['k1', keyOf(1)],
    ['k2', keyOf(2)],
  ]),
};
const now = '2026-11-23T02:00:00.000Z';
const expiresAt = '2026-11-23T02:15:00.000Z';
const claims = { entityId: 'case#A', action: 'receive' };
const token = signToken(keys, { purpose: 'action', claims, expiresAt });
const use = { purpose: 'action', now };

describe('a signed token', () => {
  it('gives its claims back until it expires, and not a second longer', () => {
    expect(readToken(keys, token, use)).toEqual({ kind: 'valid', claims });
    expect(readToken(keys, token, { ...use, now: '2026-11-23T02:14:59.999Z' })).toMatchObject({ kind: 'valid' });
    expect(readToken(keys, token, { ...use, now: expiresAt })).toEqual({ kind: 'expired' });
  });

  it('is worth nothing for another purpose', () => {
    expect(readToken(keys, token, { ...use, purpose: 'sign-in' })).toEqual({ kind: 'unreadable' });
  });

  it('outlives its key as the current one, but not as a listed one', () => {
    expect(readToken({ ...keys, current: 'k1' }, token, use)).toMatchObject({ kind: 'valid' });
    expect(readToken({ current: 'k1', keys: new Map([['k1', keyOf(1)]]) }, token, use)).toEqual({ kind: 'unreadable' });
    expect(readToken({ current: 'k2', keys: new Map([['k2', keyOf(3)]]) }, token, use)).toEqual({ kind: 'unreadable' });
  });

  it('stands in an address without being encoded', () => {
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{22}$/);
  });

  it('is unreadable after any change of any character', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'.split('');
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...letters), (place, letter) => {
        fc.pre(token[place] !== letter);
        const changed = token.slice(0, place) + letter + token.slice(place + 1);
        expect(readToken(keys, changed, use)).toEqual({ kind: 'unreadable' });
      }),
      { numRuns: 1000 },
    );
  });

  it('is unreadable when it is cut, prolonged or made up', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat(token.length - 1).map((length) => token.slice(0, length)),
        ),
        (text) => {
          expect(readToken(keys, text, use).kind).toBe('unreadable');
        },
      ),
    );
    expect(readToken(keys, `${token}.`, use).kind).toBe('unreadable');
    expect(readToken(keys, `${token}=`, use).kind).toBe('unreadable');
    expect(readToken(keys, 'k2.'.repeat(100_000), use).kind).toBe('unreadable');
  });

  it('carries any claims unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const signed = signToken(keys, { purpose: 'p', claims: value, expiresAt });
        fc.pre(signed.length <= 1000);
        expect(readToken(keys, signed, { purpose: 'p', now })).toEqual({
          kind: 'valid',
          claims: JSON.parse(JSON.stringify(value)) as unknown,
        });
      }),
    );
  });
});
