import type { Instant } from '../time.ts';
import type { UnitId } from '../catalogue/catalogue.ts';
import type { FiledAttachment } from '../dossier/state.ts';
import type { Guess, HeldReason, MailOutcome } from './incoming-mail.ts';

interface Arrived {
  readonly mailId: string;
  readonly objectKey: string;
  readonly receivedAt: Instant;
}

export type MailCommand =
  /** It needed nobody, or the case that it moved has been committed already. */
  | (Arrived & { readonly type: 'Settle'; readonly outcome: MailOutcome })
  /** Into the holding pen (thư chờ phân loại). */
  | (Arrived & {
      readonly type: 'Hold';
      readonly why: HeldReason;
      readonly guesses: readonly Guess[];
      readonly files: readonly FiledAttachment[];
      /** Counter of the best guess: its officials know the case. */
      readonly counterId?: UnitId;
      readonly answerSender: boolean;
      readonly colleague?: true;
      /** The section has had enough mails about held mails: this one it finds in its list. */
      readonly quiet?: true;
    })
  | { readonly type: 'Match'; readonly caseId: string; readonly of?: 'applicant' | 'other' }
  | { readonly type: 'Dismiss'; readonly reason: string }
  | { readonly type: 'RingTimer'; readonly clockId: string; readonly level: number };
