/** What happened to a report. Events hold ids and what officials wrote; never a name, an address, a phone or the reporter's own words. */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import type { FiledAttachment } from '../dossier/state.ts';
import type { Instant } from '../time.ts';
import type { ReportReplyResult } from './reply/report-reply-result.ts';
import type {
  Declined,
  Dispute,
  FinalAnswer,
  Publication,
  Rating,
  RedirectionTarget,
  RejectionReason,
  ReportCore,
  ReportId,
  ReportWork,
  Triage,
  WorkAnswer,
} from './state.ts';

/** What the reporter's conversation waits for from now on; absent where the report came from none, or nothing changes. */
interface Awaits {
  readonly awaits?: { readonly conversationId: string; readonly for: 'info' | 'rating' | 'nothing' };
}

/** Whoever had work on it and has it no longer. */
interface Tells {
  readonly tell: readonly NoticeRecipient[];
}

export type ReportEvent =
  | { readonly type: 'ReportFiled'; readonly core: ReportCore; readonly check: RunningClock }
  | ({
      readonly type: 'ReportTriaged';
      readonly triage: Triage;
      /** All that are open from now on; those that are not among them are given away. */
      readonly work: readonly ReportWork[];
      /** It had been sorted before. */
      readonly again: boolean;
      /** Sorted before, and with other units now. */
      readonly moved: boolean;
      readonly subscribers: readonly ReportId[];
    } & Tells &
      Awaits)
  | ({
      readonly type: 'ReporterAsked';
      readonly question: string;
      readonly wait: RunningClock;
      readonly by: StaffId;
      readonly at: Instant;
    } & Awaits)
  | ({
      readonly type: 'ReporterWordsRecorded';
      readonly messageId: string;
      readonly attachments: readonly FiledAttachment[];
      readonly at: Instant;
      /** After an answer the report is sorted again. */
      readonly check?: RunningClock;
      /** Who hears of it: the hotline, or whoever works on it. */
      readonly tell: readonly NoticeRecipient[];
    } & Awaits)
  | ({
      readonly type: 'ReportRejected';
      readonly reason: RejectionReason;
      readonly text: string;
      /** Reports merged into this one: their reporters are told as well. */
      readonly subscribers: readonly ReportId[];
      readonly by: StaffId;
      readonly at: Instant;
    } & Tells &
      Awaits)
  | ({
      readonly type: 'ReportRedirected';
      readonly to: RedirectionTarget;
      readonly text: string;
      /** Reports merged into this one: their reporters are told as well. */
      readonly subscribers: readonly ReportId[];
      readonly by: StaffId;
      readonly at: Instant;
    } & Tells &
      Awaits)
  | ({
      readonly type: 'ReportMerged';
      readonly into: ReportId;
      /** Those that had been merged into this one: they go along. */
      readonly subscribers: readonly ReportId[];
      readonly by: StaffId;
      readonly at: Instant;
    } & Tells &
      Awaits)
  /**
   * What it was merged into will not be answered (two reports were merged into one another at the same moment; the other was withdrawn, rejected or
   * redirected when this one came): it is sorted again.
   */
  | { readonly type: 'MergeUndone'; readonly check: RunningClock; readonly at: Instant }
  /** `answer`: of a report that was answered before the merged one came; its reporter is told at once. */
  | {
      readonly type: 'SubscriberAdded';
      readonly reportId: ReportId;
      readonly answer?: FinalAnswer;
      /** This report was itself merged meanwhile: the subscriber goes on to that one; or it ended unanswered: back to itself. */
      readonly passedTo?: ReportId;
      readonly at: Instant;
    }
  /** `subscribers`: what others reported goes on without it, each for itself. */
  | ({ readonly type: 'ReportWithdrawn'; readonly subscribers: readonly ReportId[]; readonly at: Instant } & Tells &
      Awaits)
  /** After a reform: those that took over, with every clock as it was. */
  | {
      readonly type: 'ReportTransferred';
      readonly hotlineId: UnitId;
      readonly work: readonly ReportWork[];
      readonly at: Instant;
    }
  | {
      readonly type: 'WorkAssigned';
      readonly workId: string;
      readonly unitId: UnitId;
      /** Absent: nobody is there, the unit's mailbox has it. */
      readonly staffId?: StaffId;
      readonly why: string;
      /** Who hears that nobody is there; empty when somebody is. */
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    }
  | { readonly type: 'WorkAccepted'; readonly workId: string; readonly by: StaffId; readonly at: Instant }
  | {
      readonly type: 'WorkHandedOver';
      readonly workId: string;
      readonly to: StaffId;
      readonly reason: string;
      readonly by: StaffId;
      readonly at: Instant;
    }
  /** `subscribers`: the merged reports whose reporters are told as well. */
  | {
      readonly type: 'ProgressReported';
      readonly workId: string;
      readonly text: string;
      readonly subscribers: readonly ReportId[];
      readonly by: StaffId;
      readonly at: Instant;
    }
  | { readonly type: 'WorkAnswered'; readonly workId: string; readonly answer: WorkAnswer }
  | {
      readonly type: 'WorkDeclined';
      readonly workId: string;
      readonly declined: Declined;
      readonly dispute: Dispute;
      /** The hotline's people, or the head of the common superior. */
      readonly tell: readonly NoticeRecipient[];
    }
  /** The hotline would give it to a unit that has declined before: the head of the common superior decides. */
  | {
      readonly type: 'DisputeRaised';
      readonly workId: string;
      readonly dispute: Dispute;
      readonly reason: string;
      readonly tell: readonly NoticeRecipient[];
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'DisputeSettled';
      readonly workId: string;
      readonly reason: string;
      /** Whose it is: the unit that declined goes on (`settled`), or it is given away, to one that works on it already or to `next`. */
      readonly unitId: UnitId;
      readonly next?: ReportWork;
      /** The unit goes on, and nobody there has it yet. */
      readonly waits?: Pick<ReportWork, 'workId' | 'level'>;
      readonly subscribers: readonly ReportId[];
      readonly tell: readonly NoticeRecipient[];
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'UnitAdded';
      readonly work: ReportWork;
      readonly reason: string;
      readonly by: StaffId;
      readonly at: Instant;
    }
  /** All parts are in: the lead is asked to make one answer of them. */
  | {
      readonly type: 'ConsolidationBegun';
      readonly clock: RunningClock;
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    }
  | {
      readonly type: 'AnswerReviewBegun';
      readonly draft: FinalAnswer;
      readonly clock: RunningClock;
      readonly tell: readonly NoticeRecipient[];
    }
  | {
      readonly type: 'AnswerReturned';
      readonly reason: string;
      /** The works that go on, with their new clocks; none when the lead is to make another answer of the parts. */
      readonly work: readonly ReportWork[];
      readonly consolidation?: RunningClock;
      readonly tell: readonly NoticeRecipient[];
      readonly by: StaffId;
      readonly at: Instant;
    }
  | ({
      readonly type: 'ReportAnswered';
      readonly answer: FinalAnswer;
      readonly reopenUntil: Instant;
      readonly subscribers: readonly ReportId[];
    } & Awaits)
  | ({ readonly type: 'ReportRated'; readonly rating: Rating; readonly messageId?: string } & Awaits)
  | ({
      readonly type: 'ReportReopened';
      readonly messageId?: string;
      readonly work: readonly ReportWork[];
      /** No unit is left that could go on: it is sorted again. */
      readonly check?: RunningClock;
      readonly subscribers: readonly ReportId[];
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    } & Awaits)
  | { readonly type: 'ReportNoted'; readonly text: string; readonly by: StaffId; readonly at: Instant }
  | { readonly type: 'DossierLinked'; readonly caseId: string; readonly at: Instant }
  | { readonly type: 'ReportPublished'; readonly publication: Publication; readonly reason?: string }
  | { readonly type: 'ReportNotPublished'; readonly reason: string; readonly by: StaffId; readonly at: Instant }
  /** What a reply of staff by mail came to; what it did stands in the events before it. Nothing of the report changes by it. */
  | {
      readonly type: 'ReportReplyAnswered';
      readonly mailId: string;
      readonly staffId: StaffId;
      readonly result: ReportReplyResult;
      /** False when the thread's budget of automatic mails is used up: nobody is told. */
      readonly answer: boolean;
      readonly at: Instant;
    }
  | {
      readonly type: 'ReportTimerRang';
      readonly clockId: string;
      readonly level: number;
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    };

export type ReportEventOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { readonly type: Type }>;
