/** Events of the work that staff mostly do by answering mail, of the time limit standing still, and of mail that does not arrive. */
import type { PauseReasonId, StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { NoticeRecipient } from './recipient.ts';
import type { ReplyResult } from './reply-result.ts';
import type { Consultation, FiledAttachment, PreparedApology, Step, UndoableAct } from './state.ts';

export type AnsweredWorkEvent =
  | { readonly type: 'StepAcknowledged'; readonly stepId: string; readonly by: StaffId; readonly at: Instant }
  | {
      readonly type: 'StepForwarded';
      readonly from: { readonly unitId: UnitId; readonly officerId?: StaffId };
      /** As it waits in the other unit. */
      readonly step: Step;
      readonly reason: string;
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'ApologyPrepared';
      readonly prepared: PreparedApology;
      /** Whose confirmation it waits for. */
      readonly unitId: UnitId;
      readonly at: Instant;
    }
  | {
      readonly type: 'DossierPaused';
      readonly reason: PauseReasonId;
      readonly note: string;
      readonly by: StaffId;
      readonly review: RunningClock;
      readonly counterId: UnitId;
      readonly officers: readonly StaffId[];
      readonly at: Instant;
    }
  | {
      readonly type: 'DossierResumed';
      readonly by: StaffId;
      readonly note?: string;
      /** All clocks, moved by the time that they stood still. */
      readonly clock: RunningClock;
      readonly steps: readonly Step[];
      readonly consultations: readonly Consultation[];
      readonly at: Instant;
    }
  | {
      readonly type: 'NoteAdded';
      /** Empty when only files came. */
      readonly text: string;
      readonly attachments?: readonly FiledAttachment[];
      readonly by: StaffId;
      readonly stepId?: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'LetterReceived';
      readonly mailId: string;
      readonly attachments: readonly FiledAttachment[];
      readonly of?: 'applicant' | 'other';
      readonly left?: number;
      /** Who works on it just now, or the counter. */
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    }
  | {
      readonly type: 'ReplyAnswered';
      readonly mailId: string;
      readonly staffId: StaffId;
      readonly result: ReplyResult;
      readonly answer: boolean;
      /** Set when what was done can be taken back. */
      readonly undoable?: UndoableAct;
      readonly at: Instant;
    }
  | {
      readonly type: 'ActUndone';
      readonly mailId: string;
      readonly by: StaffId;
      readonly act: UndoableAct['act'];
      /** Who had got the work and is told that it was taken back. */
      readonly officers: readonly StaffId[];
      readonly counterId: UnitId;
      readonly at: Instant;
    }
  | {
      readonly type: 'OfficerUnreachable';
      readonly staffId: StaffId;
      readonly why: 'bounced' | 'out-of-office';
      readonly until?: LocalDate;
      /** Of the steps that nobody stands in for; a stand-in gets them by the hand-over in the same commit. */
      readonly stepIds: readonly string[];
      readonly consultationIds: readonly string[];
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    }
  | { readonly type: 'ApplicantUnreachable'; readonly counterId: UnitId; readonly at: Instant }
  | {
      readonly type: 'MailboxUnreachable';
      /** The unit whose mailbox it is; it has open work in this case. */
      readonly unitId: UnitId;
      readonly tell: readonly NoticeRecipient[];
      readonly at: Instant;
    }
  | {
      readonly type: 'ClocksRecomputed';
      readonly calendarVersion: string;
      /** By clock id; the date promised to the applicant is never among what moves. */
      readonly clocks: readonly { readonly clockId: string; readonly clock: RunningClock }[];
      readonly at: Instant;
    };
