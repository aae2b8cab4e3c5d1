/**
 * The state of a dossier (hồ sơ): a union on `status`, folded from its events. It holds no personal data: names, addresses,
 * phones and file names live apart (shared/domain/dossier/parties.ts) so that their retention does not touch the record.
 */
import type { AreaCode, LevelId, PauseReasonId, ProcedureCode, StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { Instant, LocalDate } from '../time.ts';

export type Dossier =
  | WithClerk
  | SentBackToClerk
  | Submitted
  | SupplementRequested
  | Received
  | Processing
  | Paused
  | Decided
  | ResultAtCounter
  | ResultWithPost
  | ResultUndelivered
  | Returned
  | Refused
  | Withdrawn
  | Stopped;

export type DossierStatus = Dossier['status'];

export interface DossierCore {
  readonly caseId: string;
  readonly procedure: { readonly code: ProcedureCode; readonly version: string };
  readonly area: AreaCode;
  /** `validFrom` of the area as it was meant: codes are re-used with another meaning after a reform. */
  readonly areaVersion: LocalDate;
  readonly channel: 'counter' | 'online' | 'post';
  /** Where it was received (nơi tiếp nhận); the result goes back here unless `returnTo` says the door. */
  readonly counterId: UnitId;
  /** Where it is decided (cơ quan có thẩm quyền), by the routing of the day it was filed. */
  readonly deciding: { readonly unitId: UnitId; readonly level: LevelId; readonly ruleId: string };
  readonly returnTo: 'counter' | 'home' | 'deciding-agency';
  readonly filedAt: Instant;
  /** The clerk or official who took it in. */
  readonly intakeBy?: StaffId;
  readonly documents: readonly ReceivedDocument[];
  readonly attachments: readonly FiledAttachment[];
  readonly sets: number;
  /** Given at reception (Circular 01/2018/TT-VPCP art. 17.3, 19). */
  readonly dossierCode?: string;
  readonly receivedAt?: Instant;
  readonly receivedBy?: StaffId;
  /** When it was last complete: at reception, or when a supplement was accepted. The examination's three days run from it. */
  readonly completeAt?: Instant;
  /** The whole case's clock (thời hạn giải quyết). */
  readonly clock?: RunningClock;
  /** How often the due date was moved with an apology (at most once: 61/2018/NĐ-CP art. 19.9). */
  readonly reappointments: number;
  /** How many supplement requests there have been (63/2010/NĐ-CP art. 20.4). */
  readonly supplements: number;
  /** Every unit and officer that has had work on it: they may look at it after, and whoever acts second is told who was first. */
  readonly hands: readonly Hand[];
  /** When a reform moved it to the units that took over; routing goes by this day from then on. */
  readonly transferredAt?: Instant;
  /** Phiếu gửi hồ sơ number, when the post carries it. */
  readonly sendSlip?: string;
  /** Tracking code of the report to the hotline (phản ánh 1022) that it came of; the report names the dossier in turn. */
  readonly fromReport?: string;
  /** The apology as it will be sent (form M04) once the head confirms it. */
  readonly preparedApology?: PreparedApology;
  /** Work that a unit let lie untouched for the set share of its time, in the order of the alarms; gone as soon as somebody touches it. */
  readonly stalled?: readonly Stall[];
  /** The last act by mail that can still be taken back. */
  readonly undoable?: UndoableAct;
  /** Units whose mailbox sent mail about this case back: the head has been told. */
  readonly mailboxesOutOfReach?: readonly UnitId[];
  /** Set when mail to the address that was given at filing came back: the counter has been told to telephone. */
  readonly applicantUnreachableSince?: Instant;
}

export interface Stall {
  readonly clockId: string;
  readonly since: Instant;
}

export interface PreparedApology {
  readonly workingDays: number;
  readonly reason: string;
  readonly apology: string;
  readonly preparedAt: Instant;
  /** The officer who asked for it; absent when the reminder prepared it. */
  readonly by?: StaffId;
}

export interface UndoableAct {
  readonly mailId: string;
  readonly staffId: StaffId;
  readonly at: Instant;
  readonly until: Instant;
  /** With the step as it stood before, to be put back; its clock has gone on meanwhile and stays. */
  readonly act:
    | { readonly kind: 'complete-step'; readonly before: Step }
    | { readonly kind: 'hand-over'; readonly before: Step; readonly to: StaffId }
    | { readonly kind: 'forward'; readonly before: Step }
    | { readonly kind: 'consult'; readonly consultationId: string };
}

export interface Hand {
  readonly unitId: UnitId;
  readonly officerId?: StaffId;
}

export interface ReceivedDocument {
  readonly lineId: string;
  readonly originals: number;
  readonly certifiedCopies: number;
  readonly photocopies: number;
}

/** A file handed in, named only by what it is; its name as the applicant typed it is personal data and kept apart. */
export interface FiledAttachment {
  readonly uploadId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly lineId?: string;
}

/** With the postal clerk (nhân viên bưu chính), before the hand-over record is signed: the legal clock is not running. */
export interface WithClerk extends DossierCore {
  readonly status: 'with-clerk';
  readonly countersign: 'not-required' | 'required' | 'done';
  /** Postal transit J+n from the day the clerk took it in (Circular 17/2017/TT-BTTTT art. 7); not the legal clock. */
  readonly transit: RunningClock;
  /** The bag manifest it travels in. */
  readonly handoverId?: string;
  /** Set when the manifest was opened and the dossier was not in it. */
  readonly discrepancy?: { readonly handoverId: string };
}

export interface SentBackToClerk extends DossierCore {
  readonly status: 'sent-back-to-clerk';
  readonly reason: string;
  readonly transit: RunningClock;
}

/** Filed, not yet checked by an official of the one-stop section. */
export interface Submitted extends DossierCore {
  readonly status: 'submitted';
  /** When the one-stop section must have checked it. */
  readonly check: RunningClock;
}

export interface SupplementItem {
  /** The line of the procedure's checklist that is missing or wrong; a supplement cannot ask for anything else. */
  readonly lineId: string;
  readonly what: string;
}

export interface SupplementRequested extends DossierCore {
  readonly status: 'supplement-requested';
  readonly phase: 'reception' | 'examination';
  readonly items: readonly SupplementItem[];
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestNumber: number;
  /** When the first of the requests that follow on one another was made: a pausing clock stands still from then on. */
  readonly pausedFrom: Instant;
  /** The time that the applicant has to answer. */
  readonly wait: RunningClock;
  /** Set when the applicant has sent something that an official has still to check; the wait is over then. */
  readonly answer?: { readonly at: Instant; readonly check: RunningClock };
  /** For `examination`: the work as it stood, to be taken up again. */
  readonly suspended?: Work;
}

export interface Received extends DossierCore {
  readonly status: 'received';
  /** Until when it must go to the deciding authority (61/2018/NĐ-CP art. 18: same day, after 15:00 the next). */
  readonly forward: RunningClock;
}

export interface Work {
  /** Index into the procedure version's stages. */
  readonly stage: number;
  /** How many stages there are; the last one decides. */
  readonly stages: number;
  /** Of this stage and the ones before it. */
  readonly steps: readonly Step[];
  readonly consultations: readonly Consultation[];
  /** How many consultations were taken back: no id is given twice. */
  readonly undoneConsultations?: number;
}

export interface Step {
  /** The step's id in the procedure version: unique in it. */
  readonly stepId: string;
  readonly stage: number;
  readonly unitId: UnitId;
  readonly level: LevelId;
  readonly actor: 'officer' | 'head';
  readonly status: 'awaiting-assignment' | 'assigned' | 'done';
  readonly officerId?: StaffId;
  readonly clock: RunningClock;
  readonly openedAt: Instant;
  /** Its officer, or the head in the officer's place. */
  readonly doneBy?: StaffId;
  readonly doneAt?: Instant;
  /** Set while nobody in the unit could take it, so that a repeated attempt does not tell the head again. */
  readonly unassignableSince?: Instant;
  /** When its officer last did something about it: took it on, asked, noted. Being assigned is no touch. */
  readonly touchedAt?: Instant;
  /** When it last went to a colleague: whoever took it up before may not have it any more. */
  readonly handedOverAt?: Instant;
  /** When it last came from another unit. */
  readonly forwardedAt?: Instant;
  /** The units that sent it on to another, in order: only a unit above sends it back to one of them. */
  readonly forwardedBy?: readonly UnitId[];
  /** Set when mail to its officer came back and the unit was told; gone with the officer. */
  readonly unreachableSince?: Instant;
}

/** Consultation (lấy ý kiến) of another unit with its own clock (61/2018/NĐ-CP art. 19.5). */
export interface Consultation {
  readonly consultationId: string;
  readonly stepId: string;
  readonly unitId: UnitId;
  readonly level: LevelId;
  readonly question: string;
  readonly officerId?: StaffId;
  readonly clock: RunningClock;
  readonly askedAt: Instant;
  readonly answer?: { readonly text: string; readonly at: Instant };
  readonly unassignableSince?: Instant;
  readonly unreachableSince?: Instant;
}

export interface Processing extends DossierCore {
  readonly status: 'processing';
  readonly work: Work;
}

/** The time limit stands still (tạm dừng) for a reason from the published list; nobody's clock runs but the review's. */
export interface Paused extends DossierCore {
  readonly status: 'paused';
  readonly reason: PauseReasonId;
  readonly note: string;
  readonly pausedAt: Instant;
  readonly pausedBy: StaffId;
  /** When the unit is asked whether the reason still holds. */
  readonly review: RunningClock;
  readonly suspended: Work;
}

export interface Outcome {
  readonly outcome: 'granted' | 'refused';
  readonly decidedAt: Instant;
  readonly decidedBy: StaffId;
  /** Number of the paper that was issued. */
  readonly resultNumber: string;
  readonly reason?: string;
  /** Trước hạn, đúng hạn, quá hạn (form M05). */
  readonly punctuality: Punctuality;
}

export type Punctuality = 'early' | 'on-time' | 'late';

export interface Decided extends DossierCore {
  readonly status: 'decided';
  readonly result: Outcome;
  /** The bag of the return trip, and until when it should be there. */
  readonly handoverId?: string;
  readonly transit?: RunningClock;
}

export interface ResultAtCounter extends DossierCore {
  readonly status: 'result-at-counter';
  readonly result: Outcome;
  readonly arrivedAt: Instant;
}

export interface DeliveryAttempt {
  readonly at: Instant;
  readonly reason: string;
}

export interface ResultWithPost extends DossierCore {
  readonly status: 'result-with-post';
  readonly result: Outcome;
  readonly parcelNumber: string;
  /** The postal clerk who carries it, when one of ours does. */
  readonly carrier?: StaffId;
  readonly attempts: readonly DeliveryAttempt[];
  /** When the next invitation may be made: two working days after the last (Circular 17/2017/TT-BTTTT art. 5). */
  readonly nextAttemptFrom?: LocalDate;
  readonly transit: RunningClock;
}

export interface ResultUndelivered extends DossierCore {
  readonly status: 'result-undelivered';
  readonly result: Outcome;
  readonly parcelNumber: string;
  readonly attempts: readonly DeliveryAttempt[];
}

export interface Returned extends DossierCore {
  readonly status: 'returned';
  readonly result: Outcome;
  readonly returnedAt: Instant;
  readonly to: 'applicant' | 'proxy';
  readonly by: 'counter' | 'post';
}

export interface Refused extends DossierCore {
  readonly status: 'refused';
  readonly reason: string;
  readonly refusedAt: Instant;
}

export interface Withdrawn extends DossierCore {
  readonly status: 'withdrawn';
  readonly withdrawnAt: Instant;
}

export interface Stopped extends DossierCore {
  readonly status: 'stopped';
  readonly reason: string;
  readonly stoppedAt: Instant;
}
