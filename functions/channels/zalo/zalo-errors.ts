import type { Sent } from '../channel-contract.ts';

type Failure = Exclude<Sent, { kind: 'accepted' | 'unclear' }>;

/** Of the token: a new one is fetched, once. */
export const ZALO_TOKEN_EXPIRED = '-216';

/**
 * Codes under which Zalo answers with HTTP 200 that it did not send. Taken from other people's integrations, not from Zalo's own pages:
 * demo data until somebody has seen each of them.
 */
const temporary: Readonly<Record<string, string>> = {
  '-32': 'rate-limit',
  '-200': 'failed',
  '-204': 'account-deleted',
  '-205': 'account-unknown',
  '-211': 'quota',
  '-216': 'token',
  '-221': 'account-unverified',
};

const permanent: Readonly<Record<string, string>> = {
  '-201': 'bad-request',
  '-210': 'too-long',
  '-213': 'not-a-follower',
  '-217': 'blocked-by-user',
  '-218': 'user-quota',
  '-224': 'not-in-our-tier',
  '-227': 'user-inactive',
  '-230': 'window-closed',
  '-232': 'window-closed',
  '-234': 'night',
  '-244': 'not-wanted-by-user',
};

/** Seconds until Zalo counts anew; its limit is by the minute. */
const RATE_WINDOW = 60;

/**
 * An unknown code is surely no message, and nothing says that waiting would help: refused, so that the citizen is told on the next channel
 * instead of later or never.
 */
export function zaloFailure(code: string): Failure {
  const why = temporary[code];
  if (why === undefined) return { kind: 'refused', why: permanent[code] ?? `zalo ${code}` };
  return { kind: 'unavailable', why, ...(why === 'rate-limit' && { retryAfterSeconds: RATE_WINDOW }) };
}
