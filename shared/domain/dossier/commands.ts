/** Commands of a dossier: imperative, with only what decides. Who acts and when stand in the context. */
import type { AreaCode, LevelId, PauseReasonId, ProcedureCode, StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { ReplyResult } from './reply-result.ts';
import type { Dossier, FiledAttachment, ReceivedDocument, SupplementItem } from './state.ts';

export type DossierCommand =
  | FileDossier
  | { readonly type: 'Receive'; readonly dossierCode: string; readonly forward: boolean }
  | { readonly type: 'Refuse'; readonly reason: string }
  | {
      readonly type: 'RequestSupplement';
      readonly items: readonly SupplementItem[];
      readonly reason: string;
      /** Needed from the second request on. */
      readonly justification?: string;
      /** Lifts the limit of two (63/2010/NĐ-CP art. 20.4). */
      readonly guidanceNotFollowed?: boolean;
      readonly stepId?: string;
    }
  | { readonly type: 'SubmitSupplement'; readonly attachments: readonly FiledAttachment[] }
  | {
      readonly type: 'AcceptSupplement';
      readonly documents: readonly ReceivedDocument[];
      readonly attachments: readonly FiledAttachment[];
      /** Needed when the dossier was not received before. */
      readonly dossierCode?: string;
    }
  | { readonly type: 'Forward' }
  | { readonly type: 'AssignStep'; readonly stepId: string; readonly staffId: StaffId; readonly why: string }
  | { readonly type: 'ReportNoAssignee'; readonly stepId: string; readonly why: string }
  | { readonly type: 'HandStepOver'; readonly stepId: string; readonly to: StaffId; readonly reason: string }
  | { readonly type: 'CompleteStep'; readonly stepId: string; readonly note?: string }
  | {
      readonly type: 'Consult';
      readonly stepId: string;
      readonly unitId: UnitId;
      readonly question: string;
      readonly workingHours: number;
    }
  | { readonly type: 'AssignConsultation'; readonly consultationId: string; readonly staffId: StaffId }
  | { readonly type: 'ReportNoConsultant'; readonly consultationId: string; readonly why: string }
  | { readonly type: 'AnswerConsultation'; readonly consultationId: string; readonly answer: string }
  | { readonly type: 'Extend'; readonly workingDays: number; readonly reason: string; readonly apology: string }
  | {
      readonly type: 'Decide';
      readonly stepId: string;
      readonly outcome: 'granted' | 'refused';
      readonly resultNumber: string;
      readonly reason?: string;
    }
  | { readonly type: 'Stop'; readonly reason: string }
  | { readonly type: 'Withdraw'; readonly reason?: string }
  | { readonly type: 'RecordResultArrival' }
  | { readonly type: 'ReturnResult'; readonly to: 'applicant' | 'proxy' }
  | { readonly type: 'HandResultToPost'; readonly parcelNumber: string; readonly carrier?: StaffId }
  | { readonly type: 'RecordDeliveryAttempt'; readonly reason: string }
  | { readonly type: 'ConfirmDelivery'; readonly to: 'applicant' | 'proxy'; readonly proof: string }
  | { readonly type: 'Countersign' }
  | { readonly type: 'SendBackToClerk'; readonly reason: string }
  | {
      readonly type: 'CorrectIntake';
      readonly documents: readonly ReceivedDocument[];
      readonly attachments: readonly FiledAttachment[];
    }
  | { readonly type: 'PutInBag'; readonly handoverId: string }
  | {
      readonly type: 'AcceptHandover';
      readonly handoverId: string;
      readonly signedAt: Instant;
      readonly signedBy: StaffId;
      readonly present: boolean;
      /** Given when present. */
      readonly dossierCode?: string;
    }
  | { readonly type: 'RingTimer'; readonly clockId: string; readonly level: number }
  /** The officer takes the work on; the stall alarm does not ring then. */
  | { readonly type: 'AcknowledgeStep'; readonly stepId: string }
  /** To another unit, which assigns it anew; the step's clock is not touched. */
  | { readonly type: 'ForwardStep'; readonly stepId: string; readonly unitId: UnitId; readonly reason: string }
  /** An officer asks the head for the apology and the new day (form M04). */
  | {
      readonly type: 'PrepareApology';
      readonly workingDays: number;
      readonly reason: string;
      readonly apology?: string;
    }
  | { readonly type: 'Pause'; readonly reason: PauseReasonId; readonly note: string }
  | { readonly type: 'Resume'; readonly note?: string }
  /** Internal note (ghi chú nội bộ) of a member of staff; never shown to the applicant. */
  | {
      readonly type: 'AddNote';
      /** May be empty when files come with it. */
      readonly text: string;
      readonly attachments?: readonly FiledAttachment[];
      readonly stepId?: string;
    }
  /** A letter: its text and its files, put with the case. */
  | {
      readonly type: 'RecordLetter';
      readonly mailId: string;
      /** None when what was kept of it is gone, or the case has no room for it. */
      readonly attachments: readonly FiledAttachment[];
      /** Whose it is, as the official who sorted it says; absent of one that the applicant's own mailbox sent. */
      readonly of?: 'applicant' | 'other';
      /** Files that came and could not be put with the case. */
      readonly left?: number;
    }
  /** What a reply of staff came to; in the commit of the act, if there was one. */
  | {
      readonly type: 'RecordReply';
      readonly mailId: string;
      readonly staffId: StaffId;
      readonly result: ReplyResult;
      /** False when the budget of automatic mails in this thread is used up. */
      readonly answer: boolean;
      /** The dossier as it stood before the commit of which this is the last command. Without it what was done cannot be taken back. */
      readonly before?: Dossier;
    }
  | { readonly type: 'UndoAct'; readonly mailId: string }
  /** Mail to this officer came back, or an absence answered it. */
  | {
      readonly type: 'ReportUnreachable';
      readonly staffId: StaffId;
      readonly why: 'bounced' | 'out-of-office';
      /** The last day of the absence, when the automatic answer says it plainly. */
      readonly until?: LocalDate;
    }
  /** Mail to the applicant came back, or they complained of it. */
  | { readonly type: 'ReportApplicantUnreachable' }
  /** A unit's mailbox sent its mail back: the head is told instead. */
  | { readonly type: 'ReportMailboxUnreachable'; readonly unitId: UnitId }
  /** A calendar with a late holiday was published. */
  | { readonly type: 'RecomputeClocks' };

/** Intake, the same for a citizen online, an official at a counter and a postal clerk. */
export interface FileDossier {
  readonly type: 'FileDossier';
  readonly caseId: string;
  readonly procedure: ProcedureCode;
  readonly area: AreaCode;
  readonly channel: 'counter' | 'online' | 'post';
  readonly counterId?: UnitId;
  readonly returnTo: 'counter' | 'home' | 'deciding-agency';
  readonly documents: readonly ReceivedDocument[];
  readonly attachments: readonly FiledAttachment[];
  readonly sets: number;
  readonly hasReturnAddress: boolean;
  /** Phiếu gửi hồ sơ, when a postal clerk takes it in. */
  readonly sendSlip?: string;
  /** Tracking code of the report that it comes of. */
  readonly fromReport?: string;
  /** Seeded sampling: decides whether the official must countersign this intake (shares are data). */
  readonly sampleDraw?: number;
}

/** Where a routing decision came from; kept with the event so that it can be explained later. */
export interface RoutingExplanation {
  readonly ruleId: string;
  readonly areaValidFrom: string;
  readonly unitId: UnitId;
  readonly level: LevelId;
  readonly considered: readonly { readonly ruleId: string; readonly why: string }[];
}
