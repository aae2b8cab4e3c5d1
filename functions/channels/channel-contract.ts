/**
 * What every channel must offer: six things, the same for all, proven by one suite (conformance.test.ts). Incoming: verify the raw bytes, parse,
 * acknowledge, tell who it is. Outgoing: send, and read what became of it. A phone call has no provider: its form and its call-back go
 * through the same suite with the signed-in API as provider.
 */
import type { MessageChannel } from '../../shared/domain/channel.ts';
import type { ChannelAddress, ChannelItem } from '../../shared/domain/conversation/channel-message.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { FieldError } from '../../shared/shell/http.ts';

export type { ChannelSecrets } from '../../shared/contracts/channel-secrets.ts';
export type { ProviderEndpoints } from '../../shared/contracts/provider-endpoints.ts';
export type { ProviderFetch, ProviderToken, TokenVault } from '../../shared/ports/providers.ts';

/** A webhook call as it came: the body is the very bytes that the provider signed. Header names are lower case. */
export interface RawCall {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string>>;
  /** The secret last part of the address, for providers that sign nothing. */
  readonly key?: string;
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
  parse(call: RawCall):
    | { readonly kind: 'items'; readonly items: readonly ChannelItem[] }
    /** `errors`: what is wrong where, for contracts of our own; a provider's payload has none to tell. */
    | { readonly kind: 'malformed'; readonly errors?: readonly FieldError[] };
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
  /** The provider knows `attemptId`: the same attempt may be sent again when nobody can tell whether it went out, and is one message. */
  readonly deduplicates?: true;
  send(message: OutgoingText): Promise<Sent>;
}
