/**
 * One request to sign in by an e-mailed link: asked for in a browser, confirmed once in the same browser within minutes. It is an
 * entity of its own, so that the mail starts from the stream like every other and the answer to the request is always the same.
 */
import { accept, refuse, type Decision } from '../decision.ts';
import type { StaffId } from '../catalogue/catalogue.ts';
import { addMinutes, type Instant } from '../time.ts';

export const SIGN_IN_MINUTES = 15;

export interface SignIn {
  readonly status: 'requested' | 'used';
  readonly signInId: string;
  /** Posts of the person whose registered mailbox was given; empty for an unknown one, so that nobody can tell the two apart. */
  readonly staffIds: readonly StaffId[];
  /** SHA-256 (base64url) of the random value in the cookie of the browser that asked. */
  readonly browserHash: string;
  readonly expiresAt: Instant;
}

export type SignInEvent =
  | {
      readonly type: 'SignInRequested';
      readonly signInId: string;
      readonly staffIds: readonly StaffId[];
      readonly browserHash: string;
      readonly expiresAt: Instant;
    }
  | { readonly type: 'SignInUsed'; readonly staffId: StaffId };

export function requestSignIn(
  request: { readonly signInId: string; readonly staffIds: readonly StaffId[]; readonly browserHash: string },
  now: Instant,
): Decision<SignInEvent> {
  return accept({ type: 'SignInRequested', ...request, expiresAt: addMinutes(now, SIGN_IN_MINUTES) });
}

/** Single use, in time, in the browser that asked, for a post that the request named. */
export function useSignIn(
  signIn: SignIn | undefined,
  use: { readonly staffId: StaffId; readonly browserHash: string | undefined },
  now: Instant,
): Decision<SignInEvent> {
  if (signIn === undefined || now >= signIn.expiresAt) return refuse('sign-in-expired', { sort: 'forbidden' });
  if (signIn.status === 'used') return refuse('sign-in-used', { sort: 'forbidden' });
  if (use.browserHash !== signIn.browserHash) return refuse('sign-in-other-browser', { sort: 'forbidden' });
  if (!signIn.staffIds.includes(use.staffId)) return refuse('sign-in-expired', { sort: 'forbidden' });
  return accept({ type: 'SignInUsed', staffId: use.staffId });
}

export function evolveSignIn(state: SignIn | undefined, event: SignInEvent): SignIn {
  switch (event.type) {
    case 'SignInRequested': {
      const { signInId, staffIds, browserHash, expiresAt } = event;
      return { status: 'requested', signInId, staffIds, browserHash, expiresAt };
    }
    case 'SignInUsed':
      if (state === undefined) throw new Error('a sign-in that was never requested');
      return { ...state, status: 'used' };
    default:
      return event satisfies never;
  }
}
