import * as z from 'zod/mini';
import type { Clock } from '../../../shared/ports/outside.ts';
import type { Log } from '../../../shared/shell/structured-log.ts';
import type { ChannelSecrets, ProviderFetch, Sent } from '../channel-contract.ts';
import { askProvider } from '../providers/ask-provider.ts';

export interface BotTokenPorts {
  readonly fetch: ProviderFetch;
  /** `ProviderEndpoints.botLogin`. */
  readonly endpoint: string;
  readonly secrets: NonNullable<ChannelSecrets['bot']>;
  readonly clock: Clock;
  readonly log: Log;
}

export type BotToken =
  { readonly kind: 'token'; readonly token: string } | Extract<Sent, { readonly kind: 'unavailable' }>;

/** Renewed five minutes before it runs out, and at once when it was refused. */
export interface BotTokens {
  /** @param refused a token that did not work. */
  current(refused?: string): Promise<BotToken>;
}

const EARLY = 5 * 60 * 1000;
/** Figures are texts (exact-json.ts). */
const Answer = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.string().check(z.regex(/^\d{1,6}$/)),
});

/** Client credentials: every process may have a token of its own, so it is kept in memory and written nowhere. */
export function botTokens(ports: BotTokenPorts): BotTokens {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return {
    current: async (refused) => {
      const now = Date.parse(ports.clock.now());
      if (kept !== undefined && kept.token !== refused && now < kept.until) return { kind: 'token', token: kept.token };
      const answer = await logIn(ports);
      if (answer.kind !== 'answered') return answer;
      kept = { token: answer.token, until: now + answer.seconds * 1000 - EARLY };
      return { kind: 'token', token: answer.token };
    },
  };
}

async function logIn({ fetch, endpoint, secrets, log }: BotTokenPorts) {
  const answer = await askProvider(fetch, {
    url: `${endpoint}/botframework.com/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: secrets.appId,
      client_secret: secrets.appPassword,
      scope: 'https://api.botframework.com/.default',
    }).toString(),
  });
  // Whatever went wrong, no message has gone out.
  if (answer.kind === 'failed') {
    const why = answer.outcome.kind === 'unclear' ? 'unclear' : answer.outcome.why;
    if (/^http-40[013]$/u.test(why)) log('error', 'bot-login-refuses', { why });
    return { kind: 'unavailable', why: 'no-token' } as const;
  }
  const read = Answer.safeParse(answer.body);
  return read.success
    ? ({ kind: 'answered', token: read.data.access_token, seconds: Number(read.data.expires_in) } as const)
    : ({ kind: 'unavailable', why: 'no-token' } as const);
}
