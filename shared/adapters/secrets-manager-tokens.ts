/**
 * Provider tokens in one secret, JSON by name, and the right to renew them in the table `sessions`. Renewing one is rare (a day for Zalo), so one
 * lease guards the whole document: two tokens renewed at once would otherwise write over each other.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { readProviderTokens, type ProviderTokens } from '../contracts/provider-tokens.ts';
import type { Clock } from '../ports/outside.ts';
import type { ErrorLog, ProviderToken, TokenVault } from '../ports/providers.ts';
import { attributes } from './item-attributes.ts';

/** A sender that asks for each message would pay for each; a token that was renewed elsewhere is told of by the provider. Milliseconds. */
const REFETCH_MS = 60_000;
/** Longer than asking the provider and storing the answer may take together. Seconds. */
const LEASE_SECONDS = 60;
/** Of whoever finds another at it: how often it looks, and what it waits in between, in milliseconds. */
const LOOKS = 6;
const BETWEEN_LOOKS = 500;
/** Tries to store a new pair, which exists nowhere else. */
const STORE_TRIES = 3;

export interface TokenVaultOptions {
  readonly secretsManager: SecretsManagerClient;
  readonly secretId: string;
  readonly dynamoDb: DynamoDBClient;
  /** The table `sessions`. */
  readonly table: string;
  readonly clock: Clock;
  readonly log: ErrorLog;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export class SecretsManagerTokens implements TokenVault {
  readonly #options: TokenVaultOptions;
  #known: { readonly tokens: ProviderTokens; readonly askedAt: number } | undefined;

  constructor(options: TokenVaultOptions) {
    this.#options = options;
  }

  async read(name: string): Promise<ProviderToken> {
    const now = this.#now();
    const known = this.#known !== undefined && now - this.#known.askedAt < REFETCH_MS ? this.#known.tokens : undefined;
    return tokenNamed(known ?? (await this.#stored()), name);
  }

  async renew(
    name: string,
    seen: ProviderToken,
    refresh: (token: ProviderToken) => Promise<ProviderToken>,
  ): Promise<ProviderToken | 'busy'> {
    const newer = await this.#newerThan(seen, name);
    if (newer !== undefined) return newer;
    const leasedUntil = await this.#lease();
    if (leasedUntil === undefined) return this.#waitFor(name, seen);
    try {
      // Between the look and the lease another may have been through.
      return (await this.#newerThan(seen, name)) ?? (await this.#replace(name, refresh));
    } finally {
      await this.#release(leasedUntil);
    }
  }

  async #replace(name: string, refresh: (token: ProviderToken) => Promise<ProviderToken>): Promise<ProviderToken> {
    const tokens = await this.#stored();
    let renewed: ProviderToken;
    try {
      renewed = await refresh(tokenNamed(tokens, name));
    } catch (error) {
      this.#options.log('error', 'provider-token-not-renewed', { token: name, error: nameOf(error) });
      throw error;
    }
    await this.#store(name, { ...tokens, [name]: renewed });
    return renewed;
  }

  async #store(name: string, tokens: ProviderTokens): Promise<void> {
    const { secretsManager, secretId, wait, log } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        await secretsManager.send(
          new PutSecretValueCommand({ SecretId: secretId, SecretString: JSON.stringify(tokens) }),
        );
        this.#known = { tokens, askedAt: this.#now() };
        return;
      } catch (error) {
        if (attempt === STORE_TRIES) {
          // The old pair is used up and the new one is gone with us: somebody must enter another.
          log('error', 'provider-token-lost', { token: name, error: nameOf(error) });
          throw error;
        }
        await wait(BETWEEN_LOOKS * attempt);
      }
    }
  }

  async #waitFor(name: string, seen: ProviderToken): Promise<ProviderToken | 'busy'> {
    for (let look = 0; look < LOOKS; look++) {
      await this.#options.wait(BETWEEN_LOOKS);
      const newer = await this.#newerThan(seen, name);
      if (newer !== undefined) return newer;
    }
    return 'busy';
  }

  async #newerThan(seen: ProviderToken, name: string): Promise<ProviderToken | undefined> {
    const token = tokenNamed(await this.#stored(), name);
    return token.accessToken === seen.accessToken ? undefined : token;
  }

  async #stored(): Promise<ProviderTokens> {
    const { secretsManager, secretId } = this.#options;
    const askedAt = this.#now();
    const { SecretString: text } = await secretsManager.send(new GetSecretValueCommand({ SecretId: secretId }));
    const tokens = readProviderTokens(text ?? '');
    this.#known = { tokens, askedAt };
    return tokens;
  }

  /** @returns when the lease ends, which also tells ours from the next one's; undefined when another has it. */
  async #lease(): Promise<number | undefined> {
    const { dynamoDb, table, log } = this.#options;
    const leasedUntil = this.#now() + LEASE_SECONDS * 1000;
    try {
      const { Attributes: abandoned } = await dynamoDb.send(
        new PutItemCommand({
          TableName: table,
          Item: attributes({ ...this.#key(), leasedUntil, expiresAt: Math.ceil(leasedUntil / 1000) }),
          ConditionExpression: 'attribute_not_exists(#key) OR leasedUntil <= :now',
          ExpressionAttributeNames: { '#key': 'key' },
          ExpressionAttributeValues: attributes({ ':now': this.#now() }),
          ReturnValues: 'ALL_OLD',
        }),
      );
      // Whoever had it broke off, perhaps after giving the old pair away.
      if (abandoned !== undefined) log('error', 'provider-token-renewal-broke-off', {});
      return leasedUntil;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  async #release(leasedUntil: number): Promise<void> {
    const { dynamoDb, table } = this.#options;
    try {
      await dynamoDb.send(
        new DeleteItemCommand({
          TableName: table,
          Key: attributes(this.#key()),
          ConditionExpression: 'leasedUntil = :ours',
          ExpressionAttributeValues: attributes({ ':ours': leasedUntil }),
        }),
      );
    } catch {
      // It ends by itself, or is another's by now; what was renewed is stored.
    }
  }

  #key(): { readonly key: string } {
    return { key: 'lease#provider-tokens' };
  }

  #now(): number {
    return Date.parse(this.#options.clock.now());
  }
}

function tokenNamed(tokens: ProviderTokens, name: string): ProviderToken {
  const token = tokens[name];
  if (token === undefined) throw new Error(`no token ${name} was ever entered`);
  return token;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
