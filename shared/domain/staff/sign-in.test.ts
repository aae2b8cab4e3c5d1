import { describe, expect, it } from 'vitest';
import type { Decision } from '../decision.ts';
import { evolveSignIn, requestSignIn, useSignIn, type SignIn, type SignInEvent } from './sign-in.ts';

const now = '2026-11-23T02:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

function eventsOf(decision: Decision<SignInEvent>): readonly SignInEvent[] {
  return decision.kind === 'accepted' ? decision.events : [];
}

function requested(): SignIn {
  const events = eventsOf(requestSignIn({ signInId: 's1', staffIds: ['an'], browserHash: 'browser' }, now));
  return events.reduce<SignIn | undefined>(evolveSignIn, undefined)!;
}

describe('signing in by an e-mailed link', () => {
  it('works once, in the browser that asked, within 15 minutes', () => {
    expect(useSignIn(requested(), { staffId: 'an', browserHash: 'browser' }, later(14))).toEqual({
      kind: 'accepted',
      events: [{ type: 'SignInUsed', staffId: 'an' }],
    });
  });

  it('is refused a second time', () => {
    const used = evolveSignIn(requested(), { type: 'SignInUsed', staffId: 'an' });
    expect(useSignIn(used, { staffId: 'an', browserHash: 'browser' }, later(1))).toMatchObject({
      refusal: { rule: 'sign-in-used', sort: 'forbidden' },
    });
  });

  it.each([
    ['after 15 minutes', { staffId: 'an', browserHash: 'browser' }, 15, 'sign-in-expired'],
    ['in another browser', { staffId: 'an', browserHash: 'other' }, 1, 'sign-in-other-browser'],
    ['in a browser without the cookie', { staffId: 'an', browserHash: undefined }, 1, 'sign-in-other-browser'],
    ['for a post that the request did not name', { staffId: 'binh', browserHash: 'browser' }, 1, 'sign-in-expired'],
  ])('is refused %s', (_, use, minutes, rule) => {
    expect(useSignIn(requested(), use, later(minutes))).toMatchObject({ kind: 'refused', refusal: { rule } });
  });

  it('is refused when the request was forgotten', () => {
    expect(useSignIn(undefined, { staffId: 'an', browserHash: 'browser' }, now)).toMatchObject({ kind: 'refused' });
  });
});
