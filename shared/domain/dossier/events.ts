/** Events of a dossier: past tense, enough to fold the state and to tell people, never a name or an address. */
import type { ReminderPolicy, StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { RunningClock } from '../clock.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { AnsweredWorkEvent } from './answered-work-events.ts';
import type { RoutingExplanation } from './commands.ts';
import type { NoticeRecipient } from './recipient.ts';
import type {
  Consultation,
  DossierCore,
  FiledAttachment,
  Outcome,
  ReceivedDocument,
  Step,
  SupplementItem,
} from './state.ts';

export type DossierEvent =
  | {
      readonly type: 'DossierFiled';
      readonly core: DossierCore;
      readonly routing: RoutingExplanation;
      readonly as:
        | { readonly status: 'submitted'; readonly check: RunningClock }
        | {
            readonly status: 'with-clerk';
            readonly countersign: 'not-required' | 'required';
            readonly transit: RunningClock;
          };
    }
  | {
      readonly type: 'DossierReceived';
      readonly dossierCode: string;
      readonly receivedAt: Instant;
      readonly receivedBy?: StaffId;
      readonly clock: RunningClock;
      readonly forward: RunningClock;
    }
  | { readonly type: 'DossierRefused'; readonly reason: string; readonly at: Instant }
  | {
      readonly type: 'SupplementRequested';
      readonly phase: 'reception' | 'examination';
      readonly items: readonly SupplementItem[];
      readonly reason: string;
      readonly justification?: string;
      readonly guidanceNotFollowed: boolean;
      readonly requestNumber: number;
      readonly requestedAt: Instant;
      readonly wait: RunningClock;
      readonly stepId?: string;
      readonly counterId: UnitId;
    }
  | {
      readonly type: 'SupplementSubmitted';
      readonly at: Instant;
      readonly attachments: readonly FiledAttachment[];
      readonly check: RunningClock;
      readonly counterId: UnitId;
    }
  | {
      readonly type: 'SupplementAccepted';
      readonly at: Instant;
      readonly documents: readonly ReceivedDocument[];
      readonly attachments: readonly FiledAttachment[];
      /** `examination`: the whole clock and the steps' clocks as they run again (restarted, or paused and shifted). */
      readonly resumed?: {
        readonly clock: RunningClock;
        readonly steps: readonly Step[];
        readonly consultations: readonly Consultation[];
      };
    }
  | {
      readonly type: 'DossierForwarded';
      readonly at: Instant;
      readonly stages: number;
      readonly steps: readonly Step[];
    }
  | {
      readonly type: 'StepAssigned';
      readonly stepId: string;
      readonly unitId: UnitId;
      readonly staffId: StaffId;
      readonly why: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'StepUnassignable';
      readonly stepId: string;
      readonly unitId: UnitId;
      readonly why: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'StepHandedOver';
      readonly stepId: string;
      readonly from: StaffId;
      readonly to: StaffId;
      readonly unitId: UnitId;
      readonly reason: string;
      /** With the stall alarm of whoever has it now; absent where nothing of the clock changes. */
      readonly clock?: RunningClock;
      readonly at: Instant;
    }
  | {
      readonly type: 'StepCompleted';
      readonly stepId: string;
      readonly unitId: UnitId;
      readonly by: StaffId;
      readonly at: Instant;
      readonly note?: string;
    }
  | { readonly type: 'StageOpened'; readonly stage: number; readonly steps: readonly Step[]; readonly at: Instant }
  | { readonly type: 'ConsultationRequested'; readonly consultation: Consultation; readonly at: Instant }
  | {
      readonly type: 'ConsultationAssigned';
      readonly consultationId: string;
      readonly unitId: UnitId;
      readonly staffId: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'ConsultationUnassignable';
      readonly consultationId: string;
      readonly unitId: UnitId;
      readonly why: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'ConsultationAnswered';
      readonly consultationId: string;
      readonly answer: string;
      /** Who asked: the officer of the lead step, told that the answer is there. */
      readonly lead: NoticeRecipient;
      readonly at: Instant;
    }
  | {
      readonly type: 'DeadlineExtended';
      readonly from: Instant;
      readonly clock: RunningClock;
      readonly reason: string;
      readonly apology: string;
      readonly at: Instant;
      readonly counterId: UnitId;
      /** Who works on it just now and is told. */
      readonly officers: readonly StaffId[];
    }
  | {
      readonly type: 'DossierDecided';
      readonly stepId: string;
      readonly result: Outcome;
      readonly unitId: UnitId;
      readonly counterId: UnitId;
      /** The postal clerk who took it in is told too (45/2016/QĐ-TTg art. 8.4). */
      readonly clerk?: StaffId;
    }
  | {
      readonly type: 'DossierStopped';
      readonly reason: string;
      readonly at: Instant;
      readonly counterId: UnitId;
      readonly officers: readonly StaffId[];
    }
  | {
      readonly type: 'DossierWithdrawn';
      readonly at: Instant;
      readonly reason?: string;
      readonly counterId: UnitId;
      readonly officers: readonly StaffId[];
    }
  | { readonly type: 'ResultArrived'; readonly at: Instant; readonly returnTo: DossierCore['returnTo'] }
  | {
      readonly type: 'ResultReturned';
      readonly at: Instant;
      readonly to: 'applicant' | 'proxy';
      readonly by: 'counter' | 'post';
      readonly proof?: string;
    }
  | {
      readonly type: 'ResultHandedToPost';
      readonly parcelNumber: string;
      readonly carrier?: StaffId;
      readonly transit: RunningClock;
      readonly at: Instant;
    }
  | {
      readonly type: 'DeliveryFailed';
      readonly at: Instant;
      readonly reason: string;
      readonly attempt: number;
      /** Absent after the last attempt: the parcel goes back to the authority. */
      readonly nextAttemptFrom?: LocalDate;
      readonly transit?: RunningClock;
      readonly counterId: UnitId;
    }
  | { readonly type: 'IntakeCountersigned'; readonly by: StaffId; readonly at: Instant }
  | {
      readonly type: 'IntakeSentBack';
      readonly reason: string;
      readonly by: StaffId;
      /** The clerk who took it in and is told. */
      readonly clerk?: StaffId;
      readonly counterId: UnitId;
      readonly at: Instant;
    }
  | {
      readonly type: 'IntakeCorrected';
      readonly documents: readonly ReceivedDocument[];
      readonly attachments: readonly FiledAttachment[];
      readonly countersign: 'not-required' | 'required';
      readonly at: Instant;
    }
  | {
      readonly type: 'PutInBag';
      readonly handoverId: string;
      readonly at: Instant;
      /** Of a result on its way back; a dossier on its way in has had its own since the clerk took it in. */
      readonly transit?: RunningClock;
    }
  | { readonly type: 'HandoverMissed'; readonly handoverId: string; readonly counterId: UnitId; readonly at: Instant }
  | {
      readonly type: 'CompetenceTransferred';
      readonly from: { readonly counterId: UnitId; readonly unitId: UnitId };
      readonly counterId: UnitId;
      readonly deciding: DossierCore['deciding'];
      /** The open steps that somebody else has to do now. */
      readonly steps: readonly Step[];
      readonly at: Instant;
    }
  | {
      readonly type: 'TimerRang';
      readonly clockId: string;
      readonly level: number;
      readonly at: Instant;
      /** The clock's own due time, for the notice: it is before or after `at`. */
      readonly dueAt: Instant;
      /** Whom the policy names for this level… */
      readonly told: ReminderPolicy['escalations'][number]['tell'];
      /** … and who that was when it rang. */
      readonly tell: readonly NoticeRecipient[];
    }
  | AnsweredWorkEvent;
