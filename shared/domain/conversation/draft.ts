/** A report that is not complete yet. It waits and expires. */
import type { RunningClock } from '../clock.ts';
import type { Coordinates, ReportMarks } from '../report/state.ts';
import type { Instant } from '../time.ts';

/** What the law and the article require (20/2008/NĐ-CP art. 7), in the order in which it is asked for. */
export const DRAFT_FIELDS = ['content', 'place', 'name', 'address', 'phone', 'summary'] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export interface Draft {
  /** The message that started it. */
  readonly draftId: string;
  readonly startedAt: Instant;
  /** Where each answer stands: the messages whose words make it, in the order in which they were written. */
  readonly fields: Readonly<Partial<Record<DraftField, readonly FieldSource[]>>>;
  readonly location?: Coordinates;
  /** Messages that brought files. */
  readonly files: readonly string[];
  /** The question that is out. */
  readonly asked?: Question;
  /** Every question, oldest first: a message answers the one that stood when it was written. */
  readonly questions: readonly Question[];
  readonly marks: ReportMarks;
  readonly expires: RunningClock;
}

export interface Question {
  readonly field: DraftField;
  readonly at: Instant;
  readonly times: number;
}

/** The whole text of a message, or what stands under a label in it ("Họ tên: …"), a shared contact, a place on the map, the subject of a mail; `content`: it stands in the content. */
export interface FieldSource {
  readonly messageId: string;
  readonly sentAt: Instant;
  readonly from: 'text' | 'label' | 'contact' | 'location' | 'subject' | 'content';
  readonly characters: number;
  /** Further parts of a long text, in their order. */
  readonly more?: readonly string[];
}
