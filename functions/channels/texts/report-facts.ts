/** What a text about a report may say, read when it is sent. */
import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import type { UnitId } from '../../../shared/domain/catalogue/catalogue.ts';
import type { ReportEvent, ReportEventOf } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';
import type { MessageText } from './message-text.ts';

export interface ReportFacts {
  /** The reader's own code; of a merged report it is not that of `report`. */
  readonly code: string;
  readonly report: Report;
  readonly event: ReportEvent;
  /** The reader's own page; the link is secret, so it goes to proven contacts only. */
  readonly link: string;
  /** What is written back here is read as an answer. */
  readonly answersHere: boolean;
  /** Number of the hotline. */
  readonly hotline: string;
  readonly policy: HotlinePolicy;
  unitNames(unitIds: readonly UnitId[]): SaidText;
}

export type ReportText = (facts: ReportFacts) => MessageText;

/** A text for these events. It throws for any other: a message that names the wrong template is a bug, and belongs in the dead-letter queue. */
export function textFor<Type extends ReportEvent['type']>(
  types: readonly Type[],
  write: (event: ReportEventOf<Type>, facts: ReportFacts) => MessageText,
): ReportText {
  return (facts) => {
    const { event } = facts;
    if (!isOneOf(event, types)) throw new Error(`a text for ${types.join(', ')} was given ${event.type}`);
    return write(event, facts);
  };
}

function isOneOf<Type extends ReportEvent['type']>(
  event: ReportEvent,
  types: readonly Type[],
): event is ReportEventOf<Type> {
  return types.some((type) => type === event.type);
}

/** The one who reads it reported this very matter; others wait for the same answer. */
export function isOwn({ code, report }: ReportFacts): boolean {
  return code === report.core.reportId;
}

export function followLine({ link }: ReportFacts): SaidText {
  return { vi: `Theo dõi (đường dẫn riêng): ${link}`, en: `Follow it (private link): ${link}` };
}
