/** Small records that expire: idempotency answers, staff sessions, throttles, uploads, mail claims; and running numbers. */
import type { StaffId } from '../domain/catalogue/catalogue.ts';
import type { MessageChannel } from '../domain/channel.ts';
import { addMinutes, type Instant } from '../domain/time.ts';

export interface StaffSession {
  readonly staffId: StaffId;
  readonly expiresAt: Instant;
}

export interface SessionStore {
  /** Keyed by the SHA-256 of the cookie's token: the token itself is not stored. */
  create(tokenHash: string, session: StaffSession): Promise<void>;
  find(tokenHash: string): Promise<StaffSession | undefined>;
  revoke(tokenHash: string): Promise<void>;
}

export interface Throttle {
  /** Counts one try. `allowed` is false once `limit` tries were made in the window; `retryAfterSeconds` says when it reopens. */
  hit(
    key: string,
    rule: { readonly limit: number; readonly windowSeconds: number },
  ): Promise<{ readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number }>;
}

export interface RunningNumbers {
  /** The next number of a series, starting at 1, never given twice; gaps are possible and lawful. */
  next(series: string): Promise<number>;
}

/** A file on its way in: presigned, uploaded, checked by content, then taken by a commit. */
export type Upload =
  | { readonly status: 'expected'; readonly uploadId: string; readonly fileName: string; readonly contentType: string }
  | {
      readonly status: 'complete';
      readonly uploadId: string;
      readonly fileName: string;
      readonly contentType: string;
      readonly bytes: number;
      readonly sha256: string;
      /** The entity that took it. */
      readonly takenBy?: string;
    };

export interface UploadStore {
  /** Does nothing once an entity has taken the upload: of one mail that is delivered twice at once, the slower must not make its files free again. */
  expect(upload: {
    readonly uploadId: string;
    readonly fileName: string;
    readonly contentType: string;
    readonly expiresAt: Instant;
  }): Promise<void>;
  /**
   * What the check by content found; checked again, the last check stands. Does nothing once an entity has taken the upload.
   * @throws when nobody expected it.
   */
  complete(upload: {
    readonly uploadId: string;
    readonly contentType: string;
    readonly bytes: number;
    readonly sha256: string;
  }): Promise<void>;
  /** In the order asked; undefined for the unknown. */
  find(uploadIds: readonly string[]): Promise<readonly (Upload | undefined)[]>;
}

export interface MailboxMark {
  readonly why: 'bounced' | 'complained';
  readonly at: Instant;
}

/**
 * Mailboxes that do not take our mail, by the hash of their address: marked by a bounce, cleared by a mail that comes from there. A mark ends
 * by itself as well, for whoever gets no mail has nothing to answer: then the mailbox is tried again, and marked again if it must be.
 */
export interface MailboxMarks {
  mark(address: string, mark: MailboxMark): Promise<void>;
  clear(address: string): Promise<void>;
  find(address: string): Promise<MailboxMark | undefined>;
}

/** Days. Who complained said that they do not want our mail; a full or mistyped mailbox is soon put right. */
const MARKED_FOR = { bounced: 14, complained: 180 } as const;

export function mailboxMarkEnds({ why, at }: MailboxMark): Instant {
  return addMinutes(at, MARKED_FOR[why] * 24 * 60);
}

/** Claim, send, record: SES gives no idempotency token. */
export interface SendClaims {
  /** `claimed` gives the right to send for `leaseSeconds`; `sent` says that it went out before; `busy` that another has it. */
  claim(noticeId: string, leaseSeconds: number): Promise<{ readonly kind: 'claimed' | 'sent' | 'busy' }>;
  record(noticeId: string, providerMessageId: string): Promise<void>;
  release(noticeId: string): Promise<void>;
}

/** Which part of which attempt of a delivery a provider's message id stands for. */
export interface SentPart {
  readonly deliveryId: string;
  readonly attempt: number;
  /** Counted from 0. */
  readonly part: number;
}

/** What providers call our messages, so that their receipts find the delivery. Remembered for 40 days. */
export interface ProviderMessages {
  remember(message: { readonly channel: MessageChannel; readonly messageId: string }, sent: SentPart): Promise<void>;
  find(channel: MessageChannel, messageId: string): Promise<SentPart | undefined>;
}
