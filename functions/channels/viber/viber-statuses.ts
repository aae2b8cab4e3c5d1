import type { Sent } from '../channel-contract.ts';

type Failure = Exclude<Sent, { kind: 'accepted' | 'unclear' }>;

/** Error codes of Viber's REST API (developers.viber.com), all under HTTP status 200: of our bot, which somebody can put right, or of the moment. */
const temporary: Readonly<Record<string, string>> = {
  '1': 'webhook-address',
  '2': 'auth-token',
  '7': 'bot-blocked',
  '8': 'bot-unknown',
  '9': 'bot-suspended',
  '10': 'no-webhook',
  '12': 'rate-limit',
  '999': 'failed',
};

/** Of the message or of its reader: there it never works. */
const permanent: Readonly<Record<string, string>> = {
  '3': 'bad-request',
  '4': 'bad-request',
  '5': 'not-registered',
  '6': 'not-subscribed',
  '11': 'no-device',
  '13': 'client-too-old',
  '14': 'client-too-old',
};

/** Seconds. */
const RATE_WINDOW = 60;

/** An unknown status is surely no message, and nothing says that waiting would help: the next channel is tried. */
export function viberFailure(status: string): Failure {
  const why = temporary[status];
  if (why === undefined) return { kind: 'refused', why: permanent[status] ?? `viber ${status}` };
  return { kind: 'unavailable', why, ...(why === 'rate-limit' && { retryAfterSeconds: RATE_WINDOW }) };
}
