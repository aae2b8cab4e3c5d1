import { describe, expect, it } from 'vitest';
import type { RawCall } from '../channel-contract.ts';
import { verifySignedCall } from './signed-call.ts';
import { SIGNED_KEYS, signedCall } from './testing/sign-call.ts';

const at = '2026-11-23T02:00:00.000Z';
const call = signedCall({ moId: '1' }, { at });
const verify = (changes: Partial<RawCall>) => verifySignedCall({ ...call, ...changes }, SIGNED_KEYS);
const header = (name: string, value: string | undefined) => ({ headers: { ...call.headers, [name]: value } });

describe('a signed call', () => {
  it('is genuine under each key that is listed, and under no other', () => {
    expect(verify({})).toEqual({ kind: 'genuine' });
    const second = signedCall('{}', { at, keyId: 'k2', key: SIGNED_KEYS.k2 });
    expect(verifySignedCall(second, SIGNED_KEYS)).toEqual({ kind: 'genuine' });
    expect(verifySignedCall(second, { k1: SIGNED_KEYS.k1 })).toMatchObject({ why: 'forged' });
  });

  it('has a signature that anybody can compute again', () => {
    // printf '1764000000.{"a":1}' | openssl dgst -sha256 -hmac abcdefghijklmnopqrstuvwxyz012345
    const vector: RawCall = {
      body: Buffer.from('{"a":1}'),
      headers: {
        'x-key-id': 'v',
        'x-timestamp': '1764000000',
        'x-signature': 'sha256=2b49079bf20ae7fa0ffdfadbb54e48b666fa6e9e152889e0797ecff01eced57a',
      },
      query: {},
      now: '2025-11-24T16:00:00.000Z',
    };
    expect(verifySignedCall(vector, { v: 'abcdefghijklmnopqrstuvwxyz012345' })).toEqual({ kind: 'genuine' });
  });

  it.each([
    ['another body', { body: Buffer.from('{"moId":"2"}') }],
    ['a body that was cut', { body: call.body.slice(0, -1) }],
    ['no signature', header('x-signature', undefined)],
    ['half a signature', header('x-signature', call.headers['x-signature']?.slice(0, 39))],
    ['no time', header('x-timestamp', undefined)],
    ['another time', header('x-timestamp', '1764000001')],
    ['a time that is no number', header('x-timestamp', '1e9')],
    ['no key', header('x-key-id', undefined)],
    ['the other key', header('x-key-id', 'k2')],
    ['a key that only JavaScript knows', header('x-key-id', '__proto__')],
  ])('is refused with %s', (_, changes) => {
    expect(verify(changes)).toEqual({ kind: 'refused', why: 'forged' });
  });

  it.each([
    ['2026-11-23T02:05:00.000Z', 'genuine'],
    ['2026-11-23T02:05:01.000Z', 'refused'],
    ['2026-11-23T01:55:00.000Z', 'genuine'],
    ['2026-11-23T01:54:59.000Z', 'refused'],
  ])('at %s is %s', (now, kind) => {
    expect(verify({ now }).kind).toBe(kind);
  });
});
