/**
 * What the stand-ins of the messaging providers share: time, the secrets that we and they agreed on, what citizens have been told, faults that a
 * test or a person switches on, and the way back to our own webhooks. Each provider is a function of this world from a request to a response;
 * who listens on which address is the runtime's affair.
 */
import type { ChannelSecrets } from '../../../shared/contracts/channel-secrets.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { asObject, type JsonObject } from '../json-reading.ts';

/** As in the keys of `ChannelSecrets`, by whom we send. */
export type ProviderName = 'zalo' | 'viber' | 'bot' | 'smsGateway' | 'esms' | 'awsSms';

/**
 * `down`: answers 503. `silent`: does what it is asked and never answers. `rate-limit`, `expired-token`: as the provider says it.
 * `error-with-200`: an error of the provider's own, under HTTP status 200 where it has such.
 */
export type ProviderFault = 'down' | 'silent' | 'rate-limit' | 'expired-token' | 'error-with-200';

/** What a citizen has on the screen: a message of ours that the provider brought. */
export interface SaidToCitizen {
  readonly provider: ProviderName;
  /** As `ChannelAddress.account`. */
  readonly account: string;
  readonly text: string;
  /** The provider's id. */
  readonly messageId: string;
  readonly at: Instant;
}

/** A call of one of our addresses, such as `/channels/zalo`. */
export interface WebhookCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WebhookAnswer {
  readonly status: number;
  readonly body: string;
}

export interface ProviderWorld {
  readonly clock: { now(): Instant };
  readonly secrets: Required<ChannelSecrets>;
  /** Oldest first. */
  readonly said: SaidToCitizen[];
  readonly faults: Map<ProviderName, ProviderFault>;
  /** Whether citizens' devices report what they got; receipts are sent then. */
  receipts: boolean;
  /** When each citizen last wrote, by provider and account (`lastHeard`). */
  readonly heard: Map<string, Instant>;
  /** Accounts, as in `heard`, that stopped their subscription. */
  readonly left: Set<string>;
  /** Things that a provider takes once. */
  readonly spent: Set<string>;
  callWebhook(call: WebhookCall): Promise<WebhookAnswer>;
  /** After the answer has gone out, as receipts do. */
  after(work: () => Promise<unknown>): void;
  /** Nothing of `after` is left. */
  settled(): Promise<void>;
}

export interface ProviderRequest {
  readonly method: string;
  /** `openapi.zalo.me`, or where the stand-in listens. */
  readonly host: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface ProviderResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `no-answer`: the connection stays open until the caller gives up. */
export type ProviderHandler = (request: ProviderRequest) => Promise<ProviderResponse | 'no-answer'>;

export function providerWorld(options: {
  readonly clock: ProviderWorld['clock'];
  readonly secrets: Required<ChannelSecrets>;
  readonly callWebhook: ProviderWorld['callWebhook'];
}): ProviderWorld {
  const pending = new Set<Promise<unknown>>();
  return {
    ...options,
    said: [],
    faults: new Map(),
    receipts: true,
    heard: new Map(),
    left: new Set(),
    spent: new Set(),
    after: (work) => {
      const done = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .catch(() => undefined)
        .finally(() => pending.delete(done));
      pending.add(done);
    },
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** A citizen's call, tried again as providers do while we answer 5xx. */
export async function callUntilTaken(world: ProviderWorld, call: WebhookCall, tries = 3): Promise<WebhookAnswer> {
  const answer = await world.callWebhook(call);
  return answer.status >= 500 && tries > 1 ? callUntilTaken(world, call, tries - 1) : answer;
}

export function lastHeard(world: ProviderWorld, provider: ProviderName, account: string): Instant | undefined {
  return world.heard.get(`${provider} ${account}`);
}

export function hear(world: ProviderWorld, provider: ProviderName, account: string): void {
  world.heard.set(`${provider} ${account}`, world.clock.now());
}

/** Faults that every provider has alike; the others are for the provider itself to say in its own words. */
export function withFaults(world: ProviderWorld, provider: ProviderName, handler: ProviderHandler): ProviderHandler {
  return async (request) => {
    const fault = world.faults.get(provider);
    if (fault === 'down') return { status: 503, body: 'Service Unavailable' };
    const response = await handler(request);
    return fault === 'silent' ? 'no-answer' : response;
  };
}

export function jsonResponse(body: unknown, status = 200): ProviderResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Of a body that is none, an empty one: what is missing is then told in the provider's words. */
export function jsonObject(body: string): JsonObject {
  try {
    return asObject(JSON.parse(body));
  } catch {
    return {};
  }
}
