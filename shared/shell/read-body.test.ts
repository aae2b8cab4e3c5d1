import { describe, expect, it } from 'vitest';
import { BODY_LIMIT, readBody } from './read-body.ts';

function read(body: string, media: 'json' | 'form') {
  const type = media === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  return readBody({ body, isBase64Encoded: false, headers: { 'content-type': type } }, media);
}

/** A function's answer may be 6 MB at most; a larger one is a failure at the gateway. */
function sizeOfRefusal(answer: ReturnType<typeof readBody>): number {
  expect(answer.kind).toBe('unreadable');
  return Buffer.byteLength(JSON.stringify(answer));
}

describe('bodies made to cost much', () => {
  it('one form field given as often as a body has room for is read in one go', () => {
    const times = Math.floor(BODY_LIMIT / 'a=&'.length);
    const answer = read('a=&'.repeat(times), 'form');
    expect(answer).toMatchObject({ kind: 'read', value: { a: { length: times } } });
  });

  it('a hundred thousand faults are not all told', () => {
    const list = new Array<string>(100_000).fill(String.raw`"\u0001"`).join(',');
    expect(sizeOfRefusal(read(`{"documents":[${list}]}`, 'json'))).toBeLessThan(20_000);
  });

  it('a huge name does not stand before each fault below it', () => {
    const list = new Array<string>(50).fill(String.raw`"\u0001"`).join(',');
    expect(sizeOfRefusal(read(`{"${'x'.repeat(500_000)}":[${list}]}`, 'json'))).toBeLessThan(20_000);
  });

  it('half a million brackets are only too deep', () => {
    const answer = read(`${'['.repeat(500_000)}${']'.repeat(500_000)}`, 'json');
    expect(answer).toMatchObject({ kind: 'unreadable', problem: { errors: [{ code: 'too-deep' }] } });
  });
});

describe('fields of a form', () => {
  it('given once are texts, given again lists, in their order', () => {
    expect(read('a=1&b=2&a=3&c=x+y%3Dz', 'form')).toEqual({
      kind: 'read',
      value: { a: ['1', '3'], b: '2', c: 'x y=z' },
    });
  });

  it('cannot be the prototype of what is made of them', () => {
    expect(read('__proto__=x', 'form')).toMatchObject({ kind: 'unreadable' });
  });
});
