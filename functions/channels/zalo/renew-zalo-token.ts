import * as z from 'zod/mini';
import { addMinutes } from '../../../shared/domain/time.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import type { ProviderFetch, ProviderToken } from '../channel-contract.ts';
import { askProvider } from '../providers/ask-provider.ts';
import type { ZaloSecrets } from './verify-zalo.ts';

const Answer = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string().check(z.minLength(1)),
  expires_in: z.string().check(z.regex(/^\d{1,8}$/)),
});

export interface RenewPorts {
  readonly fetch: ProviderFetch;
  readonly clock: Clock;
  /** `ProviderEndpoints.zaloOauth`. */
  readonly oauth: string;
  readonly secrets: Pick<ZaloSecrets, 'appId' | 'appSecret'>;
}

/**
 * Gives the refresh token away for a new pair: it is worth nothing afterwards, so call it under the vault's lease only.
 * @throws when Zalo gives no new pair; never with a token in the message.
 */
export async function renewZaloToken(
  { fetch, clock, oauth, secrets }: RenewPorts,
  { refreshToken }: ProviderToken,
): Promise<ProviderToken> {
  if (refreshToken === undefined) throw new Error('zalo: there is no refresh token');
  const asked = clock.now();
  const answer = await askProvider(fetch, {
    url: `${oauth}/v4/oa/access_token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: secrets.appSecret },
    body: new URLSearchParams({
      refresh_token: refreshToken,
      app_id: secrets.appId,
      grant_type: 'refresh_token',
    }).toString(),
  });
  if (answer.kind === 'failed') throw new Error(`zalo: no new token (${answer.outcome.kind})`);
  const pair = Answer.safeParse(answer.body);
  if (!pair.success) throw new Error(`zalo: no new token (error ${errorOf(answer.body)})`);
  return {
    accessToken: pair.data.access_token,
    refreshToken: pair.data.refresh_token,
    expiresAt: addMinutes(asked, Number(pair.data.expires_in) / 60),
  };
}

function errorOf(body: unknown): string {
  return z.object({ error: z.string().check(z.regex(/^-?\d+$/)) }).safeParse(body).data?.error ?? 'unknown';
}
