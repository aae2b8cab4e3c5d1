/** Secrets and tokens of providers for tests. */
import type { ChannelSecrets } from '../../contracts/channel-secrets.ts';
import type { Instant } from '../../domain/time.ts';
import { addMinutes } from '../../domain/time.ts';
import type { Clock } from '../outside.ts';
import type { ChannelSecretsSource, ProviderToken, TokenVault } from '../providers.ts';

export class MemoryChannelSecrets implements ChannelSecretsSource {
  /** `undefined`: out of reach. */
  secrets: ChannelSecrets | undefined;

  constructor(secrets: ChannelSecrets = {}) {
    this.secrets = secrets;
  }

  channelSecrets(): Promise<ChannelSecrets> {
    return this.secrets === undefined
      ? Promise.reject(new Error('planned fault of the keeper of secrets'))
      : Promise.resolve(this.secrets);
  }
}

/** Minutes. */
const LEASE = 1;
/** Turns of the event loop that one waits for another. */
const LOOKS = 6;

export class MemoryTokenVault implements TokenVault {
  readonly tokens: Map<string, ProviderToken>;
  readonly #clock: Clock;
  #leasedUntil: Instant | undefined;

  constructor(clock: Clock, tokens: Readonly<Record<string, ProviderToken>> = {}) {
    this.#clock = clock;
    this.tokens = new Map(Object.entries(tokens));
  }

  read(name: string): Promise<ProviderToken> {
    const token = this.tokens.get(name);
    return token === undefined
      ? Promise.reject(new Error(`no token ${name} was ever entered`))
      : Promise.resolve(token);
  }

  async renew(
    name: string,
    seen: ProviderToken,
    refresh: (token: ProviderToken) => Promise<ProviderToken>,
  ): Promise<ProviderToken | 'busy'> {
    for (let look = 0; look < LOOKS; look++) {
      const token = await this.read(name);
      if (token.accessToken !== seen.accessToken) return token;
      if (this.#leasedUntil === undefined || this.#leasedUntil <= this.#clock.now())
        return this.#replace(name, refresh);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return 'busy';
  }

  async #replace(name: string, refresh: (token: ProviderToken) => Promise<ProviderToken>): Promise<ProviderToken> {
    this.#leasedUntil = addMinutes(this.#clock.now(), LEASE);
    try {
      const renewed = await refresh(await this.read(name));
      this.tokens.set(name, renewed);
      return renewed;
    } finally {
      this.#leasedUntil = undefined;
    }
  }
}
