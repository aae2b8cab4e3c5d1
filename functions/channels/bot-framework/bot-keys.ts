/**
 * The keys that the Bot Framework signs with: from its OpenID configuration, kept for a day at most. A key that we do not know may be new, so it
 * is looked for once more, but not oftener than once a minute, whatever anybody sends.
 */
import type { JWK } from 'jose';
import * as z from 'zod/mini';
import type { Instant } from '../../../shared/domain/time.ts';
import type { ProviderFetch } from '../channel-contract.ts';

export interface BotKey {
  readonly jwk: JWK;
  /** Channels whose activities it may sign. */
  readonly endorsements: readonly string[];
}

export type FoundKey = { readonly kind: 'found'; readonly key: BotKey } | { readonly kind: 'unknown' | 'unavailable' };

export interface BotKeys {
  find(keyId: string, now: Instant): Promise<FoundKey>;
}

/** Milliseconds. */
const KEPT_FOR = 24 * 60 * 60 * 1000;
const NOT_SOONER_THAN = 60 * 1000;
/** The webhook's caller waits meanwhile, for two of these. */
const TIMEOUT = 3000;

const Configuration = z.object({ jwks_uri: z.string() });
const Keys = z.object({ keys: z.array(z.unknown()) });
const Key = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()),
});

type KeysById = ReadonlyMap<string, BotKey>;

/** @param endpoint `ProviderEndpoints.botOpenId`. One for the life of the process. */
export function botKeys({ fetch, endpoint }: { readonly fetch: ProviderFetch; readonly endpoint: string }): BotKeys {
  let kept: { readonly keys: KeysById; readonly at: number } | undefined;
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;

  const refresh = async (now: number): Promise<void> => {
    askedAt = now;
    const keys = await readKeys(fetch, endpoint);
    if (keys !== undefined) kept = { keys, at: now };
  };
  /** Calls that come meanwhile wait for the same answer. */
  const refreshOnce = (now: number): Promise<void> =>
    (asking ??= refresh(now).finally(() => {
      asking = undefined;
    }));

  return {
    find: async (keyId, at) => {
      const now = Date.parse(at);
      const fresh = () => kept !== undefined && now - kept.at < KEPT_FOR;
      if (!fresh()) await refreshOnce(now);
      else if (kept?.keys.has(keyId) !== true && now - askedAt >= NOT_SOONER_THAN) {
        const before = kept;
        await refreshOnce(now);
        // It may be a new one.
        if (kept === before) return { kind: 'unavailable' };
      }
      if (!fresh()) return { kind: 'unavailable' };
      const key = kept?.keys.get(keyId);
      return key === undefined ? { kind: 'unknown' } : { kind: 'found', key };
    },
  };
}

async function readKeys(fetch: ProviderFetch, endpoint: string): Promise<KeysById | undefined> {
  const configuration = Configuration.safeParse(await get(fetch, `${endpoint}/v1/.well-known/openidconfiguration`));
  if (!configuration.success || !isAsSafeAs(endpoint, configuration.data.jwks_uri)) return undefined;
  const set = Keys.safeParse(await get(fetch, configuration.data.jwks_uri));
  if (!set.success) return undefined;
  const keys = set.data.keys.flatMap((one) => {
    const read = Key.safeParse(one);
    if (!read.success) return [];
    const { endorsements, ...jwk } = read.data;
    return [[jwk.kid, { jwk, endorsements }] as const];
  });
  return keys.length === 0 ? undefined : new Map(keys);
}

function isAsSafeAs(endpoint: string, url: string): boolean {
  return url.startsWith('https://') || (endpoint.startsWith('http://') && url.startsWith('http://'));
}

async function get(fetch: ProviderFetch, url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { method: 'GET', timeoutMilliseconds: TIMEOUT });
    return response.status === 200 ? (JSON.parse(await response.text()) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
