/** What a reply of staff came to, as the case remembers it and the receipt says it. */
import type { Refusal } from '../decision.ts';
import type { ReplyAct } from '../reply/reply-acts.ts';

/** A possible act with what is already known of its form: the choices of a question, each behind a link of its own. */
export interface ReplyChoice {
  readonly action: ReplyAct;
  readonly stepId?: string;
  readonly consultationId?: string;
  /** Field name -> value or values, as the act's form takes them (shared/contracts/http/staff.ts). */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** Why a reply was not acted upon. */
export type ReplyDoubt =
  /** Two commands could be meant, or none of this person's acts fits. */
  | 'ambiguous'
  | 'not-understood'
  /** The act is known, but a detail is missing or fits several: a number, a reason, a colleague, a unit, a paper. */
  | 'detail-missing'
  | 'detail-unclear'
  /** Neither DMARC nor an aligned DKIM signature vouches for the sender. */
  | 'not-authenticated'
  /** From another mailbox than the one that the address was made for. */
  | 'other-sender'
  | 'address-expired'
  /** The address is not among those that the mail is written to: we got a copy of what is said to somebody else. */
  | 'not-addressed'
  /** The work has been done or is somebody else's by now. */
  | 'no-longer-theirs'
  /** It stands so already; said again it changes nothing. */
  | 'already-so'
  /** The time limit stands still, and with it everything but ending the pause. */
  | 'paused'
  /** Act not allowed through this address. */
  | 'not-offered'
  | 'attachments-refused'
  | 'too-large'
  /** SES found one: the mail was not opened. */
  | 'virus';

/** Files that came with the reply; absent when there were none. */
interface WithFiles {
  readonly filed?: number;
  /** Not taken: of a type that an office cannot open, over 10 MB, or too many. */
  readonly refusedFiles?: number;
}

export type ReplyResult =
  | (WithFiles & { readonly kind: 'taken'; readonly choice: ReplyChoice; readonly noted: boolean })
  /** No command, only a note that was kept. */
  | (WithFiles & { readonly kind: 'noted' })
  | {
      readonly kind: 'doubtful';
      readonly why: ReplyDoubt;
      readonly detail?: string;
      readonly choices: readonly ReplyChoice[];
    }
  /** High impact: waits for the second proof, the button behind a link that only the registered mailbox gets. */
  | { readonly kind: 'to-confirm'; readonly choice: ReplyChoice }
  | { readonly kind: 'refused'; readonly choice: ReplyChoice; readonly refusal: Refusal };
