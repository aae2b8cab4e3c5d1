/**
 * One incoming mail as the system remembers it (entity `mail#<mailId>`): what it came to, or that it waits in the holding pen (thư chờ phân
 * loại) for an official. It holds no address and no text: those stay with the raw message in the bucket.
 */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import type { FiledAttachment } from '../dossier/state.ts';
import type { Instant } from '../time.ts';

export type IncomingMail = SettledMail | HeldMail | MatchedMail | DismissedMail;

interface MailCore {
  readonly mailId: string;
  /** Where the raw message lies. */
  readonly objectKey: string;
  readonly receivedAt: Instant;
}

/** What became of a mail that needed nobody. */
export type MailOutcome =
  | { readonly kind: 'answered'; readonly caseId: string; readonly staffId: StaffId }
  | { readonly kind: 'letter'; readonly caseId: string }
  /** An answer of staff to a notice about a report. */
  | { readonly kind: 'report-answered'; readonly reportId: string; readonly staffId: StaffId }
  /** To the hotline: `message#<messageId>` has its words. */
  | { readonly kind: 'hotline'; readonly messageId: string }
  /** Recognised as a machine's: never answered, never acted upon. */
  | { readonly kind: 'machine'; readonly what: MachineMail }
  | { readonly kind: 'virus' };

export type MachineMail = 'auto-reply' | 'out-of-office' | 'bounce' | 'receipt' | 'list' | 'own' | 'other';

export interface SettledMail extends MailCore {
  readonly status: 'settled';
  readonly outcome: MailOutcome;
}

export type HeldReason =
  /** No address of ours, or one that does not verify. */
  | 'no-address'
  | 'address-expired'
  | 'not-authenticated'
  /** The address is a case's, the sender is somebody else. */
  | 'other-sender'
  /** From the shared mailbox of a unit, which is nobody in person. */
  | 'shared-mailbox'
  | 'unknown-case'
  | 'unreadable'
  | 'too-large';

/** A case that it may belong to; best first. */
export interface Guess {
  readonly caseId: string;
  /** 0..100. */
  readonly score: number;
  readonly why: readonly ('code' | 'thread' | 'phone' | 'sender' | 'officer' | 'address')[];
}

export interface HeldMail extends MailCore {
  readonly status: 'held';
  readonly why: HeldReason;
  /** The one-stop section that empties it, and the official whom the link was sent to. */
  readonly unitId: UnitId;
  readonly staffId?: StaffId;
  /** One of a flood: nobody gets a mail for it, it stands in the list of work and in the morning's digest. */
  readonly quiet?: true;
  readonly guesses: readonly Guess[];
  /** What it brought, its words as the last; none when it could not be read. */
  readonly files: readonly FiledAttachment[];
  readonly check: RunningClock;
}

export interface MatchedMail extends MailCore {
  readonly status: 'matched';
  readonly files: readonly FiledAttachment[];
  readonly caseId: string;
  /** Whose letter it is, as the official says; absent in older ones, which were taken for the applicant's. */
  readonly of?: 'applicant' | 'other';
  readonly by: StaffId;
  readonly at: Instant;
}

export interface DismissedMail extends MailCore {
  readonly status: 'dismissed';
  readonly reason: string;
  readonly by: StaffId;
  readonly at: Instant;
}

export type MailEvent =
  | (MailCore & { readonly type: 'MailSettled'; readonly outcome: MailOutcome })
  | (MailCore & {
      readonly type: 'MailHeld';
      readonly why: HeldReason;
      readonly unitId: UnitId;
      readonly staffId?: StaffId;
      readonly quiet?: true;
      readonly guesses: readonly Guess[];
      readonly files: readonly FiledAttachment[];
      readonly check: RunningClock;
      /** Tell the sender that it arrived and that a person will look at it: only when DMARC vouches for the sender and the budget allows. */
      readonly answerSender: boolean;
      /** From the registered mailbox of a member of staff, who knows what a line of the digest is. */
      readonly colleague?: true;
    })
  | {
      readonly type: 'HeldMailMatched';
      readonly caseId: string;
      readonly of?: 'applicant' | 'other';
      readonly by: StaffId;
      readonly at: Instant;
    }
  | { readonly type: 'HeldMailDismissed'; readonly reason: string; readonly by: StaffId; readonly at: Instant }
  | {
      readonly type: 'HeldMailTimerRang';
      readonly level: number;
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    };

export type MailNoticeTemplate =
  'mail-held' | 'mail-arrived' | 'mail-of-colleague' | 'mail-of-shared-mailbox' | 'mail-too-large' | 'held-mail-waits';
