import { describe, expect, it } from 'vitest';
import type { SigningKeys } from '../ports/outside.ts';
import { phoneHash } from './phone-hash.ts';
import { lastDigits, toE164 } from './phone.ts';

describe('a telephone number', () => {
  it.each([
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['+84 912-345-678', '+84912345678'],
    ['84912345678', '+84912345678'],
    [' (0274) 382 2222 ', '+842743822222'],
    ['+65 6123 4567', '+6561234567'],
  ])('%s is %s', (written, e164) => {
    expect(toE164(written)).toBe(e164);
  });

  it.each(['', '1022', '0912', '12345678901234', 'gọi 0912345678', '0912345678 ext 5 or so'])(
    '%s is none',
    (written) => {
      expect(toE164(written)).toBeUndefined();
    },
  );

  it('is proven by its last digits', () => {
    expect(lastDigits('+84912345678', 4)).toBe('5678');
  });
});

describe('the hash of a telephone number', () => {
  const keys = (current: string, ...ids: string[]): SigningKeys => ({
    current,
    keys: new Map(ids.map((id) => [id, new Uint8Array(32).fill(id.length * 7 + Number(id.slice(1)))])),
  });

  it('stays the same when a new key begins to sign', () => {
    expect(phoneHash(keys('k10', 'k10', 'k2'), '+84912345678')).toBe(phoneHash(keys('k2', 'k2'), '+84912345678'));
  });

  it('differs by number and by key', () => {
    const hashes = [
      phoneHash(keys('k1', 'k1'), '+84912345678'),
      phoneHash(keys('k1', 'k1'), '+84912345679'),
      phoneHash(keys('k2', 'k2'), '+84912345678'),
    ];
    expect(new Set(hashes).size).toBe(3);
  });
});
