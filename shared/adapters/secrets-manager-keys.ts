import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { hkdfSync } from 'node:crypto';
import type { Clock, Secrets, SigningKeys } from '../ports/outside.ts';
import { clientDefaults } from './client-defaults.ts';

let client: SecretsManagerClient | undefined;

/** One for the whole process. */
export function secretsManagerClient(): SecretsManagerClient {
  client ??= new SecretsManagerClient(clientDefaults);
  return client;
}

/** A rotated key is known everywhere after this long. Milliseconds. */
const REFETCH_MS = 60_000;

/**
 * Signing keys from one secret: JSON `{"current":"k2","k1":"<random text>","k2":"…"}`, where every member but `current` is a key. Asked at
 * most once a minute, so that a token signed with a key that was added a minute ago is understood; while the service is out of reach, the keys
 * known last go on serving.
 */
export class SecretsManagerKeys implements Secrets {
  readonly #client: SecretsManagerClient;
  readonly #secretId: string;
  readonly #clock: Clock;
  #known: { readonly keys: SigningKeys; readonly askedAt: number } | undefined;
  #asking: Promise<SigningKeys> | undefined;

  constructor(client: SecretsManagerClient, secretId: string, clock: Clock) {
    this.#client = client;
    this.#secretId = secretId;
    this.#clock = clock;
  }

  async signingKeys(): Promise<SigningKeys> {
    const now = Date.parse(this.#clock.now());
    if (this.#known !== undefined && now - this.#known.askedAt < REFETCH_MS) return this.#known.keys;
    this.#asking ??= this.#ask(now).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(now: number): Promise<SigningKeys> {
    try {
      const { SecretString: text } = await this.#client.send(new GetSecretValueCommand({ SecretId: this.#secretId }));
      const keys = parseSigningKeys(text ?? '');
      this.#known = { keys, askedAt: now };
      return keys;
    } catch (error) {
      if (this.#known === undefined) throw error;
      this.#known = { keys: this.#known.keys, askedAt: now };
      return this.#known.keys;
    }
  }
}

/** The secret's text is stretched to 32 even bytes (HKDF-SHA256). @throws without ever quoting the secret. */
export function parseSigningKeys(text: string): SigningKeys {
  const members = membersOf(text);
  const current = members.get('current');
  members.delete('current');
  if (current === undefined || !members.has(current)) throw new Error('the signing secret names no current key');
  const keys = [...members].map(([id, material]) => {
    if (!/^[\w-]{1,16}$/.test(id) || material.length < 32) throw new Error('a signing key is too short or badly named');
    return [id, new Uint8Array(hkdfSync('sha256', material, '', 'mot-cua-1022 signing', 32))] as const;
  });
  return { current, keys: new Map(keys) };
}

function membersOf(text: string): Map<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The cause would quote the secret.
    throw new Error('the signing secret is not JSON');
  }
  const members = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  return new Map(
    members.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
