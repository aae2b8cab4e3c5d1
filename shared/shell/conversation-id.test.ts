import { expect, it } from 'vitest';
import type { SigningKeys } from '../ports/outside.ts';
import { conversationIdOf } from './conversation-id.ts';

const first = new Uint8Array(32).fill(1);
const second = new Uint8Array(32).fill(2);
const keys: SigningKeys = { current: 'k1', keys: new Map([['k1', first]]) };

it('gives the same account on the same channel the same conversation, and says nothing of the account', () => {
  const id = conversationIdOf(keys, 'sms', '+84909123456');
  expect(id).toBe(conversationIdOf(keys, 'sms', '+84909123456'));
  expect(id).toMatch(/^sms-[0-9a-f]{32}$/);
  expect(id).not.toContain('909123456');
});

it('keeps people and channels apart, even when an account is written alike on two of them', () => {
  const ids = new Set([
    conversationIdOf(keys, 'zalo', '2512523625412515'),
    conversationIdOf(keys, 'viber', '2512523625412515'),
    conversationIdOf(keys, 'zalo', '2512523625412516'),
  ]);
  expect(ids.size).toBe(3);
});

it('finds the conversation again after the signing key was rotated, and never without the key', () => {
  const rotated: SigningKeys = { current: 'k2', keys: new Map([...keys.keys, ['k2', second]]) };
  const foreign: SigningKeys = { current: 'k1', keys: new Map([['k1', second]]) };
  const id = conversationIdOf(keys, 'viber', 'abc');
  expect(conversationIdOf(rotated, 'viber', 'abc')).toBe(id);
  expect(conversationIdOf(foreign, 'viber', 'abc')).not.toBe(id);
});
