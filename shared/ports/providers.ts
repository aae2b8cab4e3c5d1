/** The providers of messaging channels, as our use cases meet them: HTTPS, secrets, and tokens that run out. */
import type { ChannelSecrets } from '../contracts/channel-secrets.ts';
import type { Instant } from '../domain/time.ts';

/**
 * HTTPS to a provider, so that tests and the local runtime can stand in. Rejects on no answer, with {@link unreachable} when the request cannot
 * have left; never follows a redirect. Names of the answer's headers are in lower case.
 */
export type ProviderFetch = (
  url: string,
  request: {
    readonly method: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly timeoutMilliseconds: number;
  },
) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; text(): Promise<string> }>;

/** A file from a provider's store, at an address that was checked before. Never follows a redirect, reads no more than `maxBytes`, never rejects. */
export type FileFetch = (
  url: string,
  limits: { readonly maxBytes: number; readonly timeoutMilliseconds: number },
) => Promise<{ readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'too-large' | 'unavailable' }>;

/** As `Log` of the shell: for what somebody must see, in names only. */
export type ErrorLog = (
  level: 'error',
  event: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
) => void;

export interface ChannelSecretsSource {
  /** Read again every few minutes. @throws while the keeper of secrets is out of reach and nothing was read before. */
  channelSecrets(): Promise<ChannelSecrets>;
}

/** Access tokens that run out, kept where all senders see them. */
export interface TokenVault {
  /** @throws when the first token was never entered. */
  read(name: string): Promise<ProviderToken>;
  /**
   * Only one at a time refreshes: `busy` when another has the lease. A single-use refresh token is never used twice: what `refresh` returns is
   * stored before the lease ends, and a crash in between raises an alarm. When the token is no longer the one `seen`, the new one is the answer.
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

const UNREACHABLE = 'ProviderUnreachable';

/** No connection was made: nothing can have been sent. */
export function unreachable(cause: unknown): Error {
  const error = new Error('the provider could not be reached', { cause });
  error.name = UNREACHABLE;
  return error;
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && error.name === UNREACHABLE;
}
