import type { DossierEvent } from './events.ts';

/** Tracking code of the report that hears of it: a task of its own links them on the report's side. */
export function linkedReport(event: DossierEvent): string | undefined {
  return event.type === 'DossierFiled' ? event.core.fromReport : undefined;
}
