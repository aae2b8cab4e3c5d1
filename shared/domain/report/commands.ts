/** What anybody can ask of a report. Names and words of the reporter travel beside the command, never in it. */
import type { AreaCode, StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { ReportCategoryId, Urgency } from '../catalogue/hotline.ts';
import type { FiledAttachment } from '../dossier/state.ts';
import type { LocalDate } from '../time.ts';
import type { ReportReplyResult } from './reply/report-reply-result.ts';
import type { Outcome, RedirectionTarget, RejectionReason, ReportCore, ReportId, ReportStatus } from './state.ts';

export type ReportCommand =
  | { readonly type: 'FileReport'; readonly core: Omit<ReportCore, 'filedAt' | 'hotlineId'> }
  /** Confirms or corrects what was suggested; competence follows by rule. `units`: other or further units, with the reason; the first leads. */
  | {
      readonly type: 'Triage';
      readonly category: ReportCategoryId;
      readonly urgency: Urgency;
      readonly area: AreaCode;
      readonly areaVersion?: LocalDate;
      readonly summary: string;
      readonly units?: readonly UnitId[];
      readonly reason?: string;
    }
  | { readonly type: 'AskReporter'; readonly question: string }
  /** The reporter answered, or added something; the words lie apart. */
  | {
      readonly type: 'RecordReporterWords';
      readonly messageId: string;
      readonly attachments: readonly FiledAttachment[];
    }
  | { readonly type: 'Reject'; readonly reason: RejectionReason; readonly text: string }
  | { readonly type: 'Redirect'; readonly to: RedirectionTarget; readonly text: string }
  /** `other`: what the one that it is merged into had come to when that was read. */
  | {
      readonly type: 'MergeInto';
      readonly into: ReportId;
      readonly other: { readonly status: ReportStatus; readonly into?: ReportId };
    }
  | { readonly type: 'AddSubscriber'; readonly reportId: ReportId }
  | { readonly type: 'Withdraw' }
  /** By routing: who in the unit; absent when nobody is there, and the unit's mailbox is told. */
  | { readonly type: 'AssignWork'; readonly workId: string; readonly staffId?: StaffId; readonly why: string }
  | { readonly type: 'AcceptWork'; readonly workId: string }
  | { readonly type: 'HandWorkOver'; readonly workId: string; readonly to: StaffId; readonly reason: string }
  | { readonly type: 'ReportProgress'; readonly workId: string; readonly text: string }
  | { readonly type: 'AnswerWork'; readonly workId: string; readonly outcome: Outcome; readonly text: string }
  /** Không thuộc thẩm quyền. */
  | { readonly type: 'DeclineWork'; readonly workId: string; readonly reason: string; readonly suggested?: UnitId }
  /** Competence decided: `unitId` is the one that declined (it keeps the work) or another. */
  | { readonly type: 'SettleDispute'; readonly workId: string; readonly unitId: UnitId; readonly reason: string }
  /** A further unit beside those at work. */
  | { readonly type: 'AddUnit'; readonly unitId: UnitId; readonly reason: string }
  | { readonly type: 'Consolidate'; readonly outcome: Outcome; readonly text: string }
  | { readonly type: 'ApproveAnswer'; readonly text?: string }
  | { readonly type: 'ReturnAnswer'; readonly reason: string }
  | { readonly type: 'Rate'; readonly stars: number; readonly messageId?: string }
  | { readonly type: 'Reopen'; readonly messageId?: string }
  | { readonly type: 'AddNote'; readonly text: string }
  | { readonly type: 'LinkDossier'; readonly caseId: string }
  /** `personal`: what the check for personal data found in the two texts (report-text/personal-data.ts), and the supervisor has not removed. */
  | {
      readonly type: 'Publish';
      readonly summary: string;
      readonly answer: string;
      readonly personal: readonly string[];
      /** Why a sensitive report is published all the same. */
      readonly reason?: string;
    }
  | { readonly type: 'DoNotPublish'; readonly reason: string }
  /** What a reply of staff by mail came to; last in the commit of what it did. */
  | {
      readonly type: 'RecordReply';
      readonly mailId: string;
      readonly staffId: StaffId;
      readonly result: ReportReplyResult;
      readonly answer: boolean;
    }
  | { readonly type: 'RingTimer'; readonly clockId: string; readonly level: number };

export type ReportCommandType = ReportCommand['type'];
export type ReportCommandOf<Type extends ReportCommandType> = Extract<ReportCommand, { readonly type: Type }>;
