import type { FiledAttachment } from '../dossier/state.ts';
import type { ReportEvent } from './events.ts';

/** Files that a commit took: they are put with the report before the bucket forgets what arrived. */
export function attachmentsIn(event: ReportEvent): readonly FiledAttachment[] {
  if (event.type === 'ReportFiled') return event.core.attachments;
  return event.type === 'ReporterWordsRecorded' ? event.attachments : [];
}
