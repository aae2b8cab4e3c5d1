/** What templates about a report may say: looked up once, already in words. */
import type { ReportEvent } from '../../../../shared/domain/report/events.ts';
import type { ReportReplyAct } from '../../../../shared/domain/report/reply/report-reply-acts.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import type { Bilingual } from '../mail-content.ts';

export interface ReportFacts {
  readonly code: string;
  readonly filedAt: Instant;
  readonly channel: string;
  /** Absent until it is sorted. */
  readonly sorted?: {
    readonly category: Bilingual;
    readonly area: string;
    readonly urgency: string;
    /** The operator's words, which name nobody. */
    readonly summary: string;
  };
  /** Telephone number of the emergency service that its words suggest. */
  readonly emergency?: string;
  /** Only in a mail to a person who may have to ask the reporter: never in one to a shared mailbox, never in a subject. */
  readonly reporter?: ReporterFacts;
  /** Reports that were merged into this one. */
  readonly merged: number;
  readonly attachments: number;
  readonly hotline: UnitName;
  /** 1022. */
  readonly number: string;
  /** The page of the report for whoever is signed in. */
  readonly pageUrl: string;
  /** One signed link for each act that the reader may do. */
  readonly actions: readonly { readonly action: ReportReplyAct; readonly workId?: string; readonly url: string }[];
  /** What was committed together with the event. */
  readonly alongside: readonly ReportEvent[];
  /** The parts of the present round, the lead's first. */
  readonly works: readonly WorkFacts[];
  work(workId: string): WorkFacts | undefined;
  unit(unitId: string): UnitName;
  staffName(staffId: string): string;
  /** What a running clock waits for; undefined once it has stopped. */
  waitsFor(clockId: string): ClockFacts | undefined;
  /** The page of an act; undefined for who is nobody in person, and for a note. */
  urlOf(action: ReportReplyAct, workId: string | undefined): string | undefined;
}

export interface ReporterFacts {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly address: string;
  readonly place?: string;
  readonly summary: string;
  readonly content: string;
  /** What was said last, after it was filed. */
  readonly lastWords?: string;
}

export interface WorkFacts {
  readonly workId: string;
  readonly unit: UnitName;
  readonly lead: boolean;
  readonly officer?: string;
  readonly dueAt: Instant;
  readonly open: boolean;
  readonly answer?: { readonly outcome: Bilingual; readonly text: string };
}

export interface ClockFacts {
  readonly what: Bilingual;
  readonly unit: UnitName;
  readonly officer?: string;
  readonly dueAt: Instant;
}

export interface UnitName extends Bilingual {
  readonly phone: string;
}
