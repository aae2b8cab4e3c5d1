/** What happened to a report. Events hold ids and what officials wrote; never a name, an address, a phone or the reporter's own words. */
import type { StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import type { FiledAttachment } from '../dossier/state.ts';
import type { Instant } from '../time.ts';
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

export type ReportEvent =
  | { readonly type: 'ReportFiled'; readonly core: ReportCore; readonly check: RunningClock }
  | {
      readonly type: 'ReportTriaged';
      readonly triage: Triage;
      readonly work: readonly ReportWork[];
      readonly again: boolean;
    }
  | {
      readonly type: 'ReporterAsked';
      readonly question: string;
      readonly wait: RunningClock;
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'ReporterWordsRecorded';
      readonly messageId: string;
      readonly attachments: readonly FiledAttachment[];
      readonly at: Instant;
      /** After an answer the report is sorted again. */
      readonly check?: RunningClock;
      /** Who hears of it: the hotline, or whoever works on it. */
      readonly tell: readonly NoticeRecipient[];
    }
  | {
      readonly type: 'ReportRejected';
      readonly reason: RejectionReason;
      readonly text: string;
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'ReportRedirected';
      readonly to: RedirectionTarget;
      readonly text: string;
      readonly by: StaffId;
      readonly at: Instant;
    }
  | { readonly type: 'ReportMerged'; readonly into: ReportId; readonly by: StaffId; readonly at: Instant }
  /** `answer`: of a report that was answered before the merged one came; its reporter is told at once. */
  | {
      readonly type: 'SubscriberAdded';
      readonly reportId: ReportId;
      readonly answer?: FinalAnswer;
      readonly at: Instant;
    }
  | { readonly type: 'ReportWithdrawn'; readonly at: Instant; readonly tell: readonly NoticeRecipient[] }
  | {
      readonly type: 'WorkAssigned';
      readonly workId: string;
      readonly unitId: UnitId;
      /** Absent: nobody is there, the unit's mailbox has it. */
      readonly staffId?: StaffId;
      readonly why: string;
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
  | {
      readonly type: 'DisputeSettled';
      readonly workId: string;
      readonly reason: string;
      /** The same unit goes on (`settled`), or the work is given away to `next`. */
      readonly next?: ReportWork;
      readonly clock?: RunningClock;
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
      /** The works that go on, with their new clocks. */
      readonly work: readonly ReportWork[];
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'ReportAnswered';
      readonly answer: FinalAnswer;
      readonly reopenUntil: Instant;
      readonly subscribers: readonly ReportId[];
    }
  | { readonly type: 'ReportRated'; readonly rating: Rating; readonly messageId?: string }
  | {
      readonly type: 'ReportReopened';
      readonly messageId?: string;
      readonly work: readonly ReportWork[];
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    }
  | { readonly type: 'ReportNoted'; readonly text: string; readonly by: StaffId; readonly at: Instant }
  | { readonly type: 'DossierLinked'; readonly caseId: string; readonly at: Instant }
  | { readonly type: 'ReportPublished'; readonly publication: Publication; readonly reason?: string }
  | { readonly type: 'ReportNotPublished'; readonly reason: string; readonly by: StaffId; readonly at: Instant }
  | {
      readonly type: 'ReportTimerRang';
      readonly clockId: string;
      readonly level: number;
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    };

export type ReportEventOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { readonly type: Type }>;
