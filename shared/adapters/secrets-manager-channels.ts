import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { readChannelSecrets, type ChannelSecrets } from '../contracts/channel-secrets.ts';
import type { Clock } from '../ports/outside.ts';
import type { ChannelSecretsSource, ErrorLog } from '../ports/providers.ts';

/** A key that was entered is known everywhere after this long. Milliseconds. */
const REFETCH_MS = 3 * 60_000;

/**
 * Keys and passwords of the channels from one secret. A missing or empty document turns every channel off; while the service is out of reach or
 * the document is damaged, what was known last goes on serving.
 */
export class SecretsManagerChannels implements ChannelSecretsSource {
  readonly #client: SecretsManagerClient;
  readonly #secretId: string;
  readonly #clock: Clock;
  readonly #log: ErrorLog;
  #known: { readonly secrets: ChannelSecrets; readonly askedAt: number } | undefined;
  #asking: Promise<ChannelSecrets> | undefined;

  constructor(options: {
    readonly client: SecretsManagerClient;
    readonly secretId: string;
    readonly clock: Clock;
    readonly log: ErrorLog;
  }) {
    this.#client = options.client;
    this.#secretId = options.secretId;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  async channelSecrets(): Promise<ChannelSecrets> {
    const now = Date.parse(this.#clock.now());
    if (this.#known !== undefined && now - this.#known.askedAt < REFETCH_MS) return this.#known.secrets;
    this.#asking ??= this.#ask(now).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(now: number): Promise<ChannelSecrets> {
    try {
      const { secrets, wrong } = readChannelSecrets(await this.#document());
      if (wrong.length > 0) this.#log('error', 'channel-secrets-wrong', { members: wrong });
      this.#known = { secrets, askedAt: now };
      return secrets;
    } catch (error) {
      if (this.#known === undefined) throw error;
      this.#log('error', 'channel-secrets-unreadable', { error: error instanceof Error ? error.name : typeof error });
      this.#known = { secrets: this.#known.secrets, askedAt: now };
      return this.#known.secrets;
    }
  }

  async #document(): Promise<string> {
    try {
      const { SecretString: text } = await this.#client.send(new GetSecretValueCommand({ SecretId: this.#secretId }));
      return text ?? '';
    } catch (error) {
      // Made, but nothing was ever entered.
      if (error instanceof ResourceNotFoundException) return '';
      throw error;
    }
  }
}
