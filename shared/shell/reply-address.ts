/**
 * The address that a notice is answered to: `r.<key id>.<case>.<recipient>.<acts>.<place>.<expiry>.<mac>@<domain>`, all lower case, at most 64
 * characters before the @ (RFC 5321 4.5.3.1.1). It names one case, one recipient, the acts it is good for and its last day; 80 bits of
 * HMAC-SHA256 bind them. The staff id and the step stand in it as short hashes: the MAC covers them in full, so two people with the
 * same hash cannot use each other's. It is one proof of two: the sender's domain must vouch for the registered mailbox too.
 */
import type { ReplyAct } from '../domain/reply/reply-acts.ts';
import type { Instant } from '../domain/time.ts';
import type { SigningKeys } from '../ports/outside.ts';

export type ReplyRecipient =
  | { readonly kind: 'staff'; readonly staffId: string }
  /** A shared mailbox: whoever of the unit answers from their own registered mailbox. */
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'applicant' };

export interface ReplyAddress {
  readonly caseId: string;
  readonly recipient: ReplyRecipient;
  /** Empty for applicants: their letters are never commands. */
  readonly acts: readonly ReplyAct[];
  readonly stepId?: string;
  readonly consultationId?: string;
}

export interface KnownNames {
  readonly staffIds: readonly string[];
  readonly unitIds: readonly string[];
  /** Steps and consultations of the case as they stand. */
  readonly places: readonly { readonly stepId?: string; readonly consultationId?: string }[];
}

export type ReadAddress =
  | { readonly kind: 'valid'; readonly address: ReplyAddress }
  | { readonly kind: 'expired'; readonly address: ReplyAddress }
  /** Ours by its shape, but altered, cut off, or signed with a key that is no longer listed. */
  | { readonly kind: 'unreadable' }
  /** Not of this shape at all. */
  | { readonly kind: 'other' };
