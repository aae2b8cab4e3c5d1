/**
 * The province as data. One published catalogue holds every level, area, unit, procedure, fee, calendar day and person with
 * its dates of validity; the code names none of them. Nothing here is a constant of the law in code: each figure stands in a
 * reviewed data file with its source (infra/province/).
 */
import type { ChannelPolicy, HotlinePolicy, ReportCategory, ServiceLevel } from './hotline.ts';
import type { LocalDate, LocalTime } from '../time.ts';

/** Inclusive validity, in days of Viet Nam. No `validTo` means until further notice. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
}

/** Where a fact comes from: an article, a decision, or `demo` for a value nobody has verified. */
export interface Sourced {
  readonly source: string;
  readonly demo?: boolean;
}

export type LevelId = string;
export type UnitId = string;
export type AreaCode = string;
export type ProcedureCode = string;
export type StaffId = string;

/** A level of government (cấp). `rank` 1 is nearest to the citizen; the level above has the next rank valid on the day. */
export interface Level extends Validity, Sourced {
  readonly id: LevelId;
  readonly rank: number;
  readonly name: string;
  readonly nameEn: string;
}

/** An administrative area (địa bàn). Codes are re-used with another meaning after a reform: the key is (code, validFrom). */
export interface Area extends Validity, Sourced {
  readonly code: AreaCode;
  readonly level: LevelId;
  readonly name: string;
  readonly parent?: AreaCode;
  /** What became of it: one successor is followed, several need a person's choice (a split ward). */
  readonly successors?: readonly { readonly code: AreaCode; readonly validFrom: LocalDate }[];
}

/** A unit (cơ quan, đơn vị). A one-stop section (Bộ phận Một cửa) is a unit whose `kind` is `one-stop`. */
export interface Unit extends Validity, Sourced {
  readonly id: UnitId;
  readonly level: LevelId;
  /** `one-stop`, `authority` (UBND, Sở) or a specialised kind such as `justice-office`; competence rules name kinds. */
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
  /** The agency above on the two-line heading of a form (cơ quan chủ quản); shown in capitals. */
  readonly parent?: UnitId;
  /** Areas that it serves; empty for a unit of the whole province. */
  readonly areas: readonly AreaCode[];
  /** Agency identifier used in dossier codes (Decision 20/2020/QĐ-TTg), left to right. */
  readonly agencyCode: string;
  readonly mailbox: string;
  readonly phone: string;
  readonly address: string;
  /** Name of the place on the date line of a form ("Phú Lợi, ngày … tháng … năm …"). */
  readonly place: string;
  readonly hours: OfficeHoursId;
  /** Only for `one-stop` units that work as a counter (quầy). */
  readonly counter?: Counter;
}

export interface Counter {
  /** Procedures (code) that postal clerks may take in at this counter, with dates (the province's approved list). */
  readonly postalList: readonly ({ readonly procedure: ProcedureCode } & Validity)[];
  /** Share (0..1) of a clerk's intakes that the ward official must countersign before hand-over; 1 means every one. */
  readonly countersignShare: number;
}

export type OfficeHoursId = string;

/** Opening periods of a unit by ISO weekday (1 Monday … 7 Sunday); a make-up working Saturday uses Monday's. */
export interface OfficeHours extends Validity, Sourced {
  readonly id: OfficeHoursId;
  readonly weekdays: Readonly<Record<string, readonly (readonly [LocalTime, LocalTime])[]>>;
}

/** One exceptional day of the working calendar (Labour Code 45/2019 art. 111-112; swaps by decision). */
export interface CalendarDay extends Sourced {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'substitute' | 'swap-off' | 'swap-work';
  readonly name: string;
  readonly announcedOn: LocalDate;
  /** Of a `swap-off` its make-up working day, and of a `swap-work` the day off that it pays for (hoán đổi ngày làm việc). */
  readonly pair?: LocalDate;
}

export interface WorkingCalendar {
  /** Version written beside each computed due date, e.g. `2026-08-20`. */
  readonly version: string;
  /** First and last day that the calendar covers; a computation outside it is refused, never guessed. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: readonly CalendarDay[];
  /** ISO weekdays of weekly rest (ngày nghỉ hằng tuần); Saturday and Sunday when absent. */
  readonly weeklyRest?: readonly number[];
  /**
   * When the last of a number of calendar days (ngày) is a day of rest: the period ends on the next working day (Civil Code
   * 91/2015 art. 148, not verified, hence data; the value when absent), or at 24:00 of that very day.
   */
  readonly lastDayAtRest?: 'next-working-day' | 'that-day';
}

/** Time limit (thời hạn giải quyết) and its unit; the difference between `working-days` and `days` is the law's. */
export type TimeLimit =
  | { readonly unit: 'working-days' | 'days'; readonly amount: number }
  /** Working hours, 8 to a working day, counted inside office hours. */
  | { readonly unit: 'working-hours'; readonly amount: number }
  /** Trong ngày: received by 15:00, the same day; after, the next working day (Law 60/2014 art. 5.3). */
  | { readonly unit: 'same-day' };

export interface DocumentLine {
  /** Stable within the procedure: supplements name it. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly originals: number;
  readonly certifiedCopies: number;
  readonly photocopies: number;
  readonly required: boolean;
}

/** Charge (phí), fee (lệ phí) and tax (thuế) are three kinds; whole đồng. */
export interface Fee extends Validity, Sourced {
  readonly kind: 'charge' | 'fee' | 'tax';
  readonly name: string;
  readonly amount: number;
  readonly per: string;
}

/** A step (bước) of the internal process. `unitKind` is resolved by competence: area, level and date give the unit. */
export interface ProcessStep {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly level: LevelId;
  readonly unitKind: string;
  /** Whom the step goes to in the unit. */
  readonly actor: 'officer' | 'head';
  /** Working hours allowed (quy trình nội bộ). */
  readonly hours: number;
}

export interface Procedure extends Validity, Sourced {
  readonly code: ProcedureCode;
  /** Version of this description; a case keeps the one that it was filed under. */
  readonly version: string;
  readonly name: string;
  readonly nameEn: string;
  readonly sector: string;
  /** Deciding level (cấp giải quyết) and the kind of unit competent there. */
  readonly decidingLevel: LevelId;
  readonly decidingUnitKind: string;
  readonly timeLimit: TimeLimit;
  /** Result at once at the counter: M01 is not required, the record is (Decree 61/2018 art. 17.4). */
  readonly immediateResult: boolean;
  /** Ways of filing that are open. `presenceRequired` closes post and online with the reason shown to the citizen. */
  readonly channels: readonly ('counter' | 'online' | 'post')[];
  readonly presenceRequired?: string;
  readonly documents: readonly DocumentLine[];
  /** Stages in order; the steps inside one stage run in parallel. The last stage has exactly one step: it decides. */
  readonly stages: readonly (readonly ProcessStep[])[];
  /** Supplement: restart from zero (Decree 61/2018 art. 19.4) or pause and shift. */
  readonly supplementClock: 'restart' | 'pause';
  /** Days the applicant has to answer a supplement request; not set by the decree, so data. */
  readonly supplementWaitDays: number;
  readonly fees: readonly Fee[];
}

/** Which kinds of counter receive procedures of which deciding level (Decree 61/2018 art. 14; Decree 118/2025 art. 14). */
export interface ReceptionRule extends Validity, Sourced {
  readonly counterLevel: LevelId;
  readonly decidingLevels: readonly LevelId[];
  /** True when a counter may receive for any area of the province (phi địa giới, since 1 July 2025). */
  readonly anyArea: boolean;
}

/** Competence (thẩm quyền): who decides a procedure for an area on a day. The most specific rule that matches wins. */
export interface CompetenceRule extends Validity, Sourced {
  readonly id: string;
  /** Absent: every procedure. A category of reports is named by its matter code, `1022-<id>`. */
  readonly procedure?: ProcedureCode;
  /** Absent: every area. */
  readonly area?: AreaCode;
  readonly level: LevelId;
  readonly unitKind: string;
  /** Absent: the unit of that kind and level that serves the area on the day. */
  readonly unit?: UnitId;
}

export type Role =
  | 'postal-clerk'
  | 'one-stop-official'
  | 'officer'
  | 'unit-head'
  | 'province-supervisor'
  | 'administrator'
  /** Takes calls, sorts reports, asks and merges (điện thoại viên 1022). */
  | 'hotline-operator'
  /** Decides disputes on competence, reviews answers, publishes (trưởng ca 1022). */
  | 'hotline-supervisor';

/** A member of staff; `mailbox` is the registered one. Fictitious people in the demo say so. */
export interface StaffMember extends Validity, Sourced {
  readonly id: StaffId;
  readonly name: string;
  readonly mailbox: string;
  readonly unit: UnitId;
  readonly roles: readonly Role[];
  readonly away?: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly standIn: StaffId }[];
}

/** What happens around a due time, as data: whom to tell and when, in working hours relative to it. */
export interface ReminderPolicy extends Sourced {
  /** Level 0 is the first; each is told once per stage. */
  readonly escalations: readonly {
    readonly level: number;
    /** Working hours after the due time; negative is before it. For `if-untouched` the share of the stage counts instead. */
    readonly offsetHours: number;
    /**
     * `may-extend`: only of the whole case, the head who decides, while the date can still be moved with an apology. `if-untouched`: the unit,
     * when nobody has touched the work by `stageShare` of its time.
     */
    readonly tell: 'may-extend' | 'assignee' | 'unit-head' | 'level-above' | 'if-untouched';
    /** Share (0..1) of a stage's working time; only of `if-untouched`. */
    readonly stageShare?: number;
  }[];
  /** The apology that is prepared for the head's confirmation before the last day on which it is allowed (form M04). */
  readonly apology?: { readonly workingDays: number; readonly reason: string; readonly text: string };
}

export type PauseReasonId = string;

/** Why the time limit of a case may stand still (tạm dừng tính thời hạn): a closed list. */
export interface PauseReason extends Validity, Sourced {
  readonly id: PauseReasonId;
  readonly name: string;
  readonly nameEn: string;
  /** Whose turn it is while the clock stands still. */
  readonly waitsFor: 'applicant' | 'agency';
  /** After so many days the unit is asked whether the reason still holds. */
  readonly reviewDays: number;
  /** Code on the national portal while it lasts. */
  readonly portalStatus: number;
}

/** One printed form (mẫu) as of a date: which number and exact title the law gives it. */
export interface FormTitle extends Validity, Sourced {
  readonly form: FormId;
  readonly number: string;
  readonly title: string;
  readonly paper: 'A4' | 'A5';
}
export type FormId =
  | 'receipt'
  | 'supplement-request'
  | 'refusal'
  | 'apology'
  | 'stop-notice'
  | 'process-control'
  | 'tracking-book'
  | 'handover-record'
  | 'send-slip';

/** National portal status (trạng thái trên Cổng DVCQG) of each of our statuses: a mapping, not code. */
export interface PortalStatus extends Sourced {
  readonly code: number;
  readonly name: string;
  readonly nameEn: string;
  readonly statuses: readonly string[];
  /** Degree of completion shown to anybody who has the code, in percent (Circular 01/2018 art. 16). */
  readonly progress: number;
}

/** Limits the deployment sets on what comes in; each with its source. */
export interface IntakeLimits extends Sourced {
  readonly attachmentBytes: number;
  readonly attachmentsPerDossier: number;
  /** Local time after which reception counts to the next working day (15:00, Decree 61/2018 art. 18). */
  readonly forwardCutOff: LocalTime;
  readonly deliveryAttempts: number;
  readonly deliveryAttemptGapWorkingDays: number;
  readonly reappointments: number;
  readonly supplementReturnWorkingDays: number;
  /** Supplement requests for one case before only "guidance not followed" allows another (63/2010/NĐ-CP art. 20.4): 2. */
  readonly supplementRequests: number;
  /** Working hours in which a dossier that came in by itself (online, a supplement) is checked (45/2020/NĐ-CP, not verified): 8. */
  readonly checkHours: number;
  /**
   * Postal transit J+n in working days (Circular 17/2017/TT-BTTTT art. 7). `near`: both ends lie in one area below the whole
   * province (1); `far`: elsewhere in the province (2).
   */
  readonly transitWorkingDays: { readonly near: number; readonly far: number };
}

export interface Province extends Validity, Sourced {
  readonly name: string;
  readonly nameEn: string;
  /** Level-1 identifier of dossier codes (H09, H29): only new dossiers take a new one. */
  readonly code: string;
  readonly hotline: string;
}

export interface Catalogue {
  readonly version: string;
  /** The province itself, by date: Bình Dương until 30 June 2025, Thành phố Hồ Chí Minh after. */
  readonly provinces: readonly Province[];
  readonly levels: readonly Level[];
  readonly areas: readonly Area[];
  readonly units: readonly Unit[];
  readonly officeHours: readonly OfficeHours[];
  readonly calendar: WorkingCalendar;
  readonly procedures: readonly Procedure[];
  readonly reception: readonly ReceptionRule[];
  readonly competence: readonly CompetenceRule[];
  readonly staff: readonly StaffMember[];
  readonly reminders: ReminderPolicy;
  readonly pauseReasons: readonly PauseReason[];
  readonly forms: readonly FormTitle[];
  readonly portalStatuses: readonly PortalStatus[];
  readonly limits: IntakeLimits;
  readonly reportCategories: readonly ReportCategory[];
  readonly serviceLevels: readonly ServiceLevel[];
  readonly channels: readonly ChannelPolicy[];
  readonly hotline: HotlinePolicy;
}
