/**
 * What every channel must offer: six things, the same for all, proven by one suite (conformance.test.ts). Incoming: verify the raw bytes, parse,
 * acknowledge, tell who it is. Outgoing: send, and read what became of it. A phone call has no provider: its form and its call-back go
 * through the same suite with the signed-in API as provider.
 */
import type { MessageChannel } from '../../shared/domain/channel.ts';
import type { ChannelAddress, ChannelItem } from '../../shared/domain/conversation/channel-message.ts';
import type { Instant } from '../../shared/domain/time.ts';

/** A webhook call as it came: the body is the very bytes that the provider signed. Header names are lower case. */
export interface RawCall {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string>>;
  readonly now: Instant;
}

export type Verification =
  | { readonly kind: 'genuine' }
  /** `forged`: no or a wrong signature. `stale`: outside the replay window. `malformed`: not even a payload. `keys-unavailable`: ask again later. */
  | { readonly kind: 'refused'; readonly why: 'forged' | 'stale' | 'malformed' | 'keys-unavailable' };

export interface IncomingChannel {
  /** Name in the webhook's path: `/channels/<name>`. */
  readonly name: string;
  verify(call: RawCall): Promise<Verification>;
  /** Only of a genuine call; events that nobody needs give none. @throws never: what cannot be read is `malformed`. */
  parse(
    call: RawCall,
  ): { readonly kind: 'items'; readonly items: readonly ChannelItem[] } | { readonly kind: 'malformed' };
  /** What the provider is answered once everything is committed. */
  acknowledge(call: RawCall): { readonly status: number; readonly body?: unknown };
  /** What a refused call is answered. */
  refuse(why: Extract<Verification, { kind: 'refused' }>['why']): { readonly status: number };
}

export interface OutgoingText {
  readonly text: string;
  readonly to: ChannelAddress;
  /** The same for every retry of one attempt: providers that know it never send twice. */
  readonly attemptId: string;
}

export type Sent =
  | { readonly kind: 'accepted'; readonly messageId: string }
  /** Not sent; later it may be. */
  | { readonly kind: 'unavailable'; readonly why: string; readonly retryAfterSeconds?: number }
  /** Not sent, and never will be there. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The request went out and no answer came. */
  | { readonly kind: 'unclear' };

export interface OutgoingChannel {
  readonly channel: MessageChannel;
  send(message: OutgoingText): Promise<Sent>;
}

/** HTTPS to a provider, so that tests and the local runtime can stand in. Rejects on no answer; never follows a redirect. */
export type ProviderFetch = (
  url: string,
  request: {
    readonly method: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly timeoutMilliseconds: number;
  },
) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; text(): Promise<string> }>;

/** Where each provider is reached; the local runtime's stand-ins take their places. Without a slash at the end. */
export interface ProviderEndpoints {
  readonly zaloApi: string;
  readonly zaloOauth: string;
  readonly viberApi: string;
  readonly botLogin: string;
  readonly botOpenId: string;
  readonly smsGateway: string;
}

/** Secrets of the channels, one JSON document in Secrets Manager. A channel without its member is off: its webhook answers 404, nothing is sent there. */
export interface ChannelSecrets {
  readonly zalo?: {
    readonly appId: string;
    readonly appSecret: string;
    readonly oaSecretKey: string;
    readonly oaId: string;
  };
  readonly viber?: { readonly authToken: string; readonly senderName: string };
  readonly bot?: { readonly appId: string; readonly appPassword: string };
  /** Our own contract for texts from domestic gateways: HMAC keys by id (rotation). */
  readonly smsGateway?: { readonly keys: Readonly<Record<string, string>> };
  /** `callbackKey` stands in the path of the receipts' address. */
  readonly esms?: {
    readonly apiKey: string;
    readonly secretKey: string;
    readonly brandname: string;
    readonly callbackKey: string;
  };
  readonly awsSms?: { readonly originationIdentity: string };
}

/** Access tokens that run out, kept where all senders see them. */
export interface TokenVault {
  /** @throws when the first token was never entered. */
  read(name: string): Promise<ProviderToken>;
  /**
   * Only one at a time refreshes: `busy` when another has the lease. A single-use refresh token is never used twice: what `refresh` returns is
   * stored before the lease ends, and a crash in between raises an alarm.
   */
  renew(
    name: string,
    seen: ProviderToken,
    refresh: (token: ProviderToken) => Promise<ProviderToken>,
  ): Promise<ProviderToken | 'busy'>;
}

export interface ProviderToken {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAt: Instant;
}
