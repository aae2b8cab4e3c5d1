/**
 * Consultation message (tin tư vấn) of the Official Account, API v3: free, to whoever has written within the window. Zalo says what went wrong
 * under HTTP status 200, knows no idempotency key, and takes a token that lives for a day.
 */
import * as z from 'zod/mini';
import { addMinutes } from '../../../shared/domain/time.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import type {
  OutgoingChannel,
  OutgoingText,
  ProviderEndpoints,
  ProviderFetch,
  ProviderToken,
  Sent,
  TokenVault,
} from '../channel-contract.ts';
import { askProvider } from '../providers/ask-provider.ts';
import { renewZaloToken } from './renew-zalo-token.ts';
import type { ZaloSecrets } from './verify-zalo.ts';
import { ZALO_TOKEN_EXPIRED, zaloFailure } from './zalo-errors.ts';

export interface ZaloPorts {
  readonly fetch: ProviderFetch;
  readonly vault: TokenVault;
  readonly clock: Clock;
  readonly endpoints: Pick<ProviderEndpoints, 'zaloApi' | 'zaloOauth'>;
  readonly secrets: ZaloSecrets;
}

/** Name of the pair in the vault. */
const TOKEN = 'zalo';
/** A token is renewed this long before its end, so that it does not end on the way. Minutes. */
const EARLY = 10;
/** Another sender is fetching the new token. Seconds. */
const SOON = 5;

const Answer = z.object({
  error: z.string(),
  data: z.optional(z.object({ message_id: z.optional(z.string()) })),
});

export function zaloOutgoing(ports: ZaloPorts): OutgoingChannel {
  return {
    channel: 'zalo',
    send: async (message) => {
      const token = await freshToken(ports);
      if ('kind' in token) return token;
      const first = await sendWith(ports, token, message);
      if (first !== 'token-expired') return first;
      const renewed = await renew(ports, token);
      if ('kind' in renewed) return renewed;
      const second = await sendWith(ports, renewed, message);
      return second === 'token-expired' ? zaloFailure(ZALO_TOKEN_EXPIRED) : second;
    },
  };
}

async function freshToken(ports: ZaloPorts): Promise<ProviderToken | Unavailable> {
  try {
    const token = await ports.vault.read(TOKEN);
    const now = ports.clock.now();
    if (token.expiresAt > addMinutes(now, EARLY)) return token;
    const renewed = await renew(ports, token);
    // Good for some minutes yet: whoever renews it need not be waited for.
    return 'kind' in renewed && token.expiresAt > now ? token : renewed;
  } catch {
    // Never entered, or the vault is out of reach.
    return { kind: 'unavailable', why: 'no-token' };
  }
}

type Unavailable = Extract<Sent, { kind: 'unavailable' }>;

async function renew(ports: ZaloPorts, seen: ProviderToken): Promise<ProviderToken | Unavailable> {
  const { fetch, vault, clock, endpoints, secrets } = ports;
  try {
    const renewed = await vault.renew(TOKEN, seen, (token) =>
      renewZaloToken({ fetch, clock, oauth: endpoints.zaloOauth, secrets }, token),
    );
    return renewed === 'busy' ? { kind: 'unavailable', why: 'token-busy', retryAfterSeconds: SOON } : renewed;
  } catch {
    // The vault has told the log.
    return { kind: 'unavailable', why: 'token' };
  }
}

async function sendWith(
  { fetch, endpoints }: ZaloPorts,
  token: ProviderToken,
  { text, to }: OutgoingText,
): Promise<Sent | 'token-expired'> {
  const answer = await askProvider(fetch, {
    url: `${endpoints.zaloApi}/v3.0/oa/message/cs`,
    headers: { 'content-type': 'application/json', access_token: token.accessToken },
    body: JSON.stringify({ recipient: { user_id: to.account }, message: { text } }),
  });
  if (answer.kind === 'failed') return answer.outcome;
  const told = Answer.safeParse(answer.body).data;
  if (told === undefined) return { kind: 'unclear' };
  if (told.error === ZALO_TOKEN_EXPIRED) return 'token-expired';
  if (told.error !== '0') return zaloFailure(told.error);
  const messageId = told.data?.message_id;
  // It says that it was sent: sending again would say it twice.
  return messageId === undefined ? { kind: 'unclear' } : { kind: 'accepted', messageId };
}
