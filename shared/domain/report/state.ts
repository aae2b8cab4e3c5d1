/**
 * A report to the hotline (phản ánh, kiến nghị) as it stands: what it is about, who works on it, what was answered, and, apart from that, how it
 * came out. It holds no name, address or phone of the reporter and none of their words: those are in `ReportPeople`, stored apart.
 */
import type { Channel } from '../channel.ts';
import type { AreaCode, LevelId, StaffId, UnitId } from '../catalogue/catalogue.ts';
import type { ReportCategoryId, ServiceLevelId, Urgency } from '../catalogue/hotline.ts';
import type { RunningClock } from '../clock.ts';
import type { FiledAttachment } from '../dossier/state.ts';
import type { RuleConsidered } from '../routing/competence.ts';
import type { Instant, LocalDate } from '../time.ts';

export type ReportId = string;

export interface ReportCore {
  /** The tracking code (mã tra cứu); the entity is `report#<reportId>`. */
  readonly reportId: ReportId;
  readonly channel: Channel;
  readonly filedAt: Instant;
  /** The hotline centre (Tổng đài 1022). */
  readonly hotlineId: UnitId;
  /** Where the reporter is answered: entity `conversation#<id>`; absent for calls and the web page. */
  readonly conversationId?: string;
  readonly language: 'vi' | 'en';
  readonly attachments: readonly FiledAttachment[];
  /** Marks for the operator; the machine decides nothing from them. */
  readonly marks: ReportMarks;
  readonly suggestion: Suggestion;
  /** Of a call (phone): who noted it down, and the exchange's id of the call. */
  readonly call?: { readonly callId: string; readonly takenBy: StaffId };
  /** Of a place on a map, rounded to about ten metres. */
  readonly location?: Coordinates;
  /** Of the reporter's words, for finding reports that are alike (report-text/fingerprint.ts); no word can be read from it. */
  readonly fingerprint?: string;
}

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

export interface ReportMarks {
  /** Number of the emergency service that its words suggest; the reporter was told at once. */
  readonly emergency?: string;
  readonly abusive?: true;
  /** Reads like a complaint (khiếu nại) or a denunciation (tố cáo), which have laws of their own: a person decides. */
  readonly outside?: 'complaint' | 'denunciation';
  /** Neither Vietnamese nor English, as far as a machine can tell. */
  readonly otherLanguage?: true;
  /** No telephone number could be read in what was given three times: it stands as it was written. */
  readonly phoneAsWritten?: true;
}

/** What the words suggest; best first. An operator confirms or corrects it. */
export interface Suggestion {
  readonly categories: readonly { readonly id: ReportCategoryId; readonly score: number }[];
  readonly areas: readonly AreaCode[];
  readonly urgency: Urgency;
  /** Reports near in place, time and words. */
  readonly similar: readonly { readonly reportId: ReportId; readonly score: number }[];
}

/** What the operator made of it. */
export interface Triage {
  readonly category: ReportCategoryId;
  readonly urgency: Urgency;
  readonly area: AreaCode;
  /** `validFrom` of the area's version. */
  readonly areaVersion: LocalDate;
  /** In the operator's words, without naming anybody: it goes to units and may be published. */
  readonly summary: string;
  readonly by: StaffId;
  readonly at: Instant;
}

export type Outcome = 'fixed' | 'scheduled' | 'explained' | 'no-basis' | 'not-competent';

export interface WorkAnswer {
  readonly outcome: Outcome;
  readonly text: string;
  readonly by: StaffId;
  readonly at: Instant;
}

/** Why a unit has it: the rule that matched, or the person who said so. */
export type WorkOrigin =
  | { readonly kind: 'rule'; readonly ruleId: string; readonly considered: readonly RuleConsidered[] }
  | { readonly kind: 'person'; readonly staffId: StaffId; readonly reason: string };

/** One unit's part of a report. */
export interface ReportWork {
  /** `w1`, `w2`…; a reopened report gives its units new ones. */
  readonly workId: string;
  readonly unitId: UnitId;
  readonly level: LevelId;
  /** The unit that consolidates; exactly one of the open works. */
  readonly lead: boolean;
  readonly origin: WorkOrigin;
  readonly openedAt: Instant;
  readonly officerId?: StaffId;
  /** Set while nobody in the unit could take it, so that a repeated attempt tells nobody again. */
  readonly unassignableSince?: Instant;
  readonly acceptedAt?: Instant;
  /** By which service level its clock runs. */
  readonly serviceLevel: ServiceLevelId;
  /** How often the report had been reopened when it began: works of earlier rounds are done with. */
  readonly round: number;
  readonly acceptedBy?: StaffId;
  /** Until it is answered or given away. */
  readonly clock: RunningClock;
  readonly status: 'open' | 'disputed' | 'answered' | 'given-away';
  readonly answer?: WorkAnswer;
  readonly dispute?: Dispute;
  /** Competence was decided by the hotline or the superior: the unit cannot decline again. */
  readonly settled?: true;
  /** Who gave it away or settled whose it is, for whoever comes second. */
  readonly decided?: { readonly by: StaffId; readonly at: Instant };
}

/** "Not ours": who is competent is decided within the hour. */
export interface Dispute {
  readonly reason: string;
  readonly suggested?: UnitId;
  readonly by: StaffId;
  readonly at: Instant;
  readonly clock: RunningClock;
  /** Who decides: the hotline, or the common superior once the report goes to and fro. */
  readonly decidedBy: { readonly kind: 'hotline' } | { readonly kind: 'superior'; readonly unitId: UnitId };
}

export interface Declined {
  readonly unitId: UnitId;
  readonly reason: string;
  readonly by: StaffId;
  readonly at: Instant;
}

export interface FinalAnswer {
  readonly outcome: Outcome;
  /** What the citizen is told. */
  readonly text: string;
  readonly unitIds: readonly UnitId[];
  readonly by: StaffId;
  /** Who let it go out, where it was reviewed. */
  readonly approvedBy?: StaffId;
  readonly at: Instant;
}

export interface Rating {
  /** 1 very dissatisfied … 5 very satisfied. */
  readonly stars: number;
  readonly at: Instant;
}

/** The moderated version that everybody may read. */
export interface Publication {
  readonly summary: string;
  readonly answer: string;
  readonly outcome: Outcome;
  readonly answeredAt: Instant;
  readonly unitIds: readonly UnitId[];
  readonly by: StaffId;
  readonly at: Instant;
}

/** In every status. */
export interface ReportBase {
  readonly core: ReportCore;
  readonly triage?: Triage;
  readonly work: readonly ReportWork[];
  readonly declined: readonly Declined[];
  /** Reports merged into this one; their reporters are told too. */
  readonly subscribers: readonly ReportId[];
  readonly dossiers: readonly string[];
  /** How often it was reopened. */
  readonly reopened: number;
  readonly notes: readonly { readonly by: StaffId; readonly at: Instant; readonly text: string }[];
  /** Interim news for the reporter. */
  readonly progress: readonly { readonly by: StaffId; readonly at: Instant; readonly text: string }[];
  /** What the reporter wrote or sent later: the messages, without a word of them. */
  readonly heard: readonly {
    readonly messageId: string;
    readonly attachments: readonly FiledAttachment[];
    readonly at: Instant;
  }[];
  /** Until it is reopened: what was answered then does not stand any more. */
  readonly publication?: Publication;
  /** Looked at and not to be published, with the reason. */
  readonly notPublished?: { readonly reason: string; readonly by: StaffId; readonly at: Instant };
}

export type Report =
  | (ReportBase & { readonly status: 'new'; readonly check: RunningClock })
  | (ReportBase & {
      readonly status: 'needs-info';
      readonly question: { readonly text: string; readonly by: StaffId; readonly at: Instant };
      readonly wait: RunningClock;
    })
  /** With the units. */
  | (ReportBase & { readonly status: 'assigned' })
  /** All units have answered; one answer is made of theirs. */
  | (ReportBase & { readonly status: 'consolidating'; readonly consolidation: RunningClock })
  | (ReportBase & { readonly status: 'in-review'; readonly draft: FinalAnswer; readonly review: RunningClock })
  | (ReportBase & {
      readonly status: 'closed';
      readonly answer: FinalAnswer;
      readonly reopenUntil: Instant;
      readonly rating?: Rating;
    })
  | (ReportBase & {
      readonly status: 'rejected';
      readonly reason: RejectionReason;
      readonly text: string;
      readonly by: StaffId;
      readonly at: Instant;
    })
  /** Outside the hotline: pointed to its own procedure. */
  | (ReportBase & {
      readonly status: 'redirected';
      readonly to: RedirectionTarget;
      readonly text: string;
      readonly by: StaffId;
      readonly at: Instant;
    })
  | (ReportBase & { readonly status: 'merged'; readonly into: ReportId; readonly by: StaffId; readonly at: Instant })
  | (ReportBase & { readonly status: 'withdrawn'; readonly at: Instant });

export type ReportStatus = Report['status'];

/** Law 42/2013/QH13 art. 9 and the practice of 1022 centres. */
export type RejectionReason =
  'no-contact' | 'abusive' | 'repeated' | 'altered-image' | 'other-language' | 'no-content' | 'test';
/** Complaints and denunciations have laws of their own; regulations go to their focal point (20/2008/NĐ-CP); danger to 113, 114, 115. */
export type RedirectionTarget = 'complaint' | 'denunciation' | 'regulation' | 'emergency';
