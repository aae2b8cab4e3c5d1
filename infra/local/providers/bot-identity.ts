/** Who the stand-in of the Bot Framework is: its addresses, its key, and the tokens that it gives and takes. */
import { createHmac, generateKeyPairSync, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { ProviderWorld } from './provider-world.ts';

/** Without a slash at the end. */
export interface BotAddresses {
  /** Where its keys are published: `ProviderEndpoints.botOpenId`. */
  readonly openId: string;
  /** Where its conversations are answered: the `serviceUrl` of activities. */
  readonly service: string;
}

export interface BotIdentity extends BotAddresses {
  readonly keyId: string;
  readonly publicKey: JsonWebKey;
  readonly privateKey: KeyObject;
}

const identities = new WeakMap<ProviderWorld, BotIdentity>();

export function becomeBot(world: ProviderWorld, addresses: BotAddresses): BotIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyId = randomBytes(8).toString('hex');
  const identity = { ...addresses, keyId, publicKey: publicKey.export({ format: 'jwk' }), privateKey };
  identities.set(world, identity);
  return identity;
}

/** @throws before `botProvider` has made this world's Bot Framework. */
export function botIdentity(world: ProviderWorld): BotIdentity {
  const identity = identities.get(world);
  if (identity === undefined) throw new Error('this world has no Bot Framework');
  return identity;
}

/** An hour, as the real one says. Milliseconds. */
const TOKEN_FOR = 3599 * 1000;

/** Says itself when it ends, under a signature with the bot's password. */
export function botAccessToken(world: ProviderWorld): string {
  const parts = [String(Date.parse(world.clock.now()) + TOKEN_FOR), randomBytes(8).toString('hex')];
  return [...parts, sign(world, parts)].join('.');
}

export function isBotToken(world: ProviderWorld, token: string): boolean {
  const [end = '', salt = '', mac] = token.split('.');
  return mac === sign(world, [end, salt]) && Number(end) > Date.parse(world.clock.now());
}

function sign(world: ProviderWorld, parts: readonly string[]): string {
  return createHmac('sha256', world.secrets.bot.appPassword).update(parts.join('.')).digest('hex');
}
