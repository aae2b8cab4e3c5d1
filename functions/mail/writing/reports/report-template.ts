/** How a template about a report is written: for which events, and the sentences. The frame around it is the same for all. */
import type { ReportEvent, ReportEventOf } from '../../../../shared/domain/report/events.ts';
import type { MailBody } from '../template.ts';
import type { ReportFacts } from './report-facts.ts';

export type ReportTemplate = (event: ReportEvent, facts: ReportFacts) => MailBody;

/** @returns a template that throws for any other event: a notice that names the wrong template is a bug. */
export function reportTemplateFor<Type extends ReportEvent['type']>(
  types: readonly Type[],
  write: (event: ReportEventOf<Type>, facts: ReportFacts) => MailBody,
): ReportTemplate {
  return (event, facts) => {
    if (!isOneOf(event, types)) throw new Error(`a template for ${types.join(', ')} was given ${event.type}`);
    return write(event, facts);
  };
}

function isOneOf<Type extends ReportEvent['type']>(
  event: ReportEvent,
  types: readonly Type[],
): event is ReportEventOf<Type> {
  return types.some((type) => type === event.type);
}
