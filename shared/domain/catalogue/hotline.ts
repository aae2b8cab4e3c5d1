/** The hotline (1022) as data: what reports are about, how long each part may take, on which channels citizens are answered. */
import type { Channel } from '../channel.ts';
import type { LocalTime } from '../time.ts';
import type { LevelId, Sourced, Validity } from './catalogue.ts';

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
