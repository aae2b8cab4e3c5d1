import { expect, it } from 'vitest';
import type { SigningKeys } from '../ports/outside.ts';
import { linkCodeOf } from './link-code.ts';

const keys: SigningKeys = { current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(1)]]) };
const asked = { from: 'zalo-1', to: 'sms-2', askedAt: '2026-11-23T02:00:00.000Z' };

it('gives six digits, the same however often they are sent', () => {
  expect(linkCodeOf(keys, asked)).toMatch(/^\d{6}$/);
  expect(linkCodeOf(keys, asked)).toBe(linkCodeOf(keys, asked));
});

it('gives other digits for another pair of channels, the other direction, another time and another key', () => {
  const others = [
    linkCodeOf(keys, asked),
    linkCodeOf(keys, { ...asked, to: 'sms-3' }),
    linkCodeOf(keys, { ...asked, from: 'sms-2', to: 'zalo-1' }),
    linkCodeOf(keys, { ...asked, askedAt: '2026-11-23T02:00:00.001Z' }),
    linkCodeOf({ current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(2)]]) }, asked),
  ];
  expect(new Set(others).size).toBe(others.length);
});

it('keeps leading zeros', () => {
  const codes = Array.from({ length: 300 }, (_, minute) =>
    linkCodeOf(keys, { ...asked, askedAt: new Date(Date.parse(asked.askedAt) + minute * 60_000).toISOString() }),
  );
  expect(codes.every((code) => code.length === 6)).toBe(true);
  expect(codes.some((code) => code.startsWith('0'))).toBe(true);
});
