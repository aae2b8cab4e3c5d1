/** Tokens that a stand-in needs no memory to know: each says when it ends, under a signature with the app's secret. */
import { createHmac, randomBytes } from 'node:crypto';
import type { ProviderToken } from '../../../shared/ports/providers.ts';
import type { ProviderWorld } from './provider-world.ts';

/** Zalo's: about 25 hours, and three months. Milliseconds. */
const ACCESS_FOR = 25 * 60 * 60 * 1000;
const REFRESH_FOR = 90 * 24 * 60 * 60 * 1000;

/** A new pair; the first one is entered into the vault by hand, as after the consent page. */
export function zaloTokenPair(world: ProviderWorld): Required<ProviderToken> {
  const now = Date.parse(world.clock.now());
  return {
    accessToken: token(world, 'access', now + ACCESS_FOR),
    refreshToken: token(world, 'refresh', now + REFRESH_FOR),
    expiresAt: new Date(now + ACCESS_FOR).toISOString(),
  };
}

export function isZaloToken(world: ProviderWorld, kind: 'access' | 'refresh', given: string): boolean {
  const [named = '', end = '', salt = '', mac] = given.split('.');
  return named === kind && mac === sign(world, [named, end, salt]) && Number(end) > Date.parse(world.clock.now());
}

function token(world: ProviderWorld, kind: 'access' | 'refresh', end: number): string {
  const parts = [kind, String(end), randomBytes(8).toString('hex')];
  return [...parts, sign(world, parts)].join('.');
}

function sign(world: ProviderWorld, parts: readonly string[]): string {
  return createHmac('sha256', world.secrets.zalo.appSecret).update(parts.join('.')).digest('hex').slice(0, 32);
}
