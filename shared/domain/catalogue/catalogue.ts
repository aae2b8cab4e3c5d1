/**
 * The province as data. One published catalogue holds every level, area, unit, procedure, fee, calendar day and person with
 * its dates of validity; the code names none of them. Nothing here is a constant of the law in code: each figure stands in a
 * reviewed data file with its source (infra/province/).
 */
import type { Channel } from '../channel.ts';
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

export type ReportCategoryId = string;

/**
 * What a report to the hotline is about (lĩnh vực phản ánh), as of a date: which level and kind of unit deals with it follows by the same rules
 * of competence as for procedures; a rule names it as `1022-<id>`.
 */
export interface ReportCategory extends Validity, Sourced {
  readonly id: ReportCategoryId;
  readonly name: string;
  readonly nameEn: string;
  readonly decidingLevel: LevelId;
  readonly decidingUnitKind: string;
  /** Words that suggest it, in full spelling; a suggestion only. */
  readonly keywords: readonly string[];
  /** Urgency unless the operator says otherwise. */
  readonly urgency: Urgency;
  /** The answer is read by the hotline before it goes out. */
  readonly review: boolean;
  /** About the conduct of officials or security: not published unless somebody says so. */
  readonly sensitive: boolean;
}

export const URGENCIES = ['urgent', 'normal', 'complex'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** `minutes` and `hours` run day and night; `days` are calendar days. */
export interface TimeSpan {
  readonly unit: 'minutes' | 'hours' | 'working-hours' | 'working-days' | 'days';
  readonly amount: number;
}

/**
 * `classify`: sorted and forwarded; `dispute`: who is competent is decided; `urgent`, `normal`, `complex`: answered by a unit; `several-units`:
 * answered when several units work on it; `consolidate`, `review`, `info` (the reporter is waited for), `regulation`: forwarded to whoever is
 * competent for regulations (20/2008/NĐ-CP art. 9); `acknowledge`: the citizen is told that it arrived.
 */
export type ServiceLevelId =
  'acknowledge' | 'classify' | 'dispute' | Urgency | 'several-units' | 'consolidate' | 'review' | 'info' | 'regulation';

/** How long something of a report may take, as of a date, and whom the hotline tells on the way. */
export interface ServiceLevel extends Validity, Sourced {
  readonly id: ServiceLevelId;
  readonly limit: TimeSpan;
  /** `share` of the time: 0.5 is half way, 1 the due time, 2 as long again after it. */
  readonly warnings: readonly {
    readonly level: number;
    readonly share: number;
    readonly tell: 'assignee' | 'unit-head' | 'level-above' | 'hotline';
  }[];
}

/** What a way of writing to citizens costs and allows. */
export interface ChannelPolicy extends Sourced {
  readonly channel: Channel;
  /** Hours after the citizen's last message in which we may write there; absent: always. */
  readonly windowHours?: number;
  /** Whole đồng for one message; for SMS for one segment. */
  readonly cost: number;
  /** A message there makes a sound at night. */
  readonly quiet: boolean;
  /** Minutes after which a message without a receipt counts as not delivered; absent: nobody reports. */
  readonly receiptMinutes?: number;
  /** Characters of one message; longer ones are cut into several. */
  readonly longest: number;
}

/** A service that must be called at once (113, 114, 115), and the words that suggest it. */
export interface EmergencyService extends Sourced {
  readonly number: string;
  readonly name: string;
  readonly nameEn: string;
  readonly phrases: readonly string[];
}

/** How the hotline works, as data. */
export interface HotlinePolicy extends Sourced {
  readonly emergencies: readonly EmergencyService[];
  /** Words of abuse: a report that has one is marked for the operator, never refused by the machine. */
  readonly abusiveWords: readonly string[];
  readonly quietHours: { readonly from: LocalTime; readonly to: LocalTime };
  /** Đồng that one notice may cost over all its attempts. */
  readonly costCap: number;
  /** Hours that an unfinished report waits for its missing answers. */
  readonly draftHours: number;
  readonly reopen: { readonly days: number; readonly times: number };
  readonly ratingDays: number;
  readonly nearby: { readonly metres: number; readonly days: number };
  /** Of one sender: what is over it is kept and not answered. */
  readonly flood: { readonly messages: number; readonly minutes: number; readonly reportsPerDay: number };
  /** So many units have said "not ours" before the common superior decides. */
  readonly declinesBeforeSuperior: number;
  /** Public figures below this number are not shown. */
  readonly smallestFigure: number;
  /** Calls that wait before callers are offered a call-back and the written channels. */
  readonly overflow: { readonly waitingCalls: number; readonly callBackMinutes: number; readonly slotCalls: number };
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
