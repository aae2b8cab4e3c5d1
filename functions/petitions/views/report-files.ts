import type { FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import type { Report } from '../../../shared/domain/report/state.ts';

/** Those that came with it and those that came later, each once. */
export function attachmentsOf({ core, heard }: Report): readonly FiledAttachment[] {
  const all = [...core.attachments, ...heard.flatMap(({ attachments }) => attachments)];
  return [...new Map(all.map((attachment) => [attachment.uploadId, attachment])).values()];
}

/** As the sender called it; names stand with the people, who may be gone before the report. Pictures of a chat have none. */
export function fileNameOf(state: Report, uploadId: string, people: ReportPeople | undefined): string {
  const place = attachmentsOf(state).findIndex((attachment) => attachment.uploadId === uploadId);
  const type = attachmentsOf(state)[place]?.contentType.split(';')[0] ?? '';
  return people?.fileNames[uploadId] ?? `tep-${String(place + 1)}${ENDINGS[type] ?? ''}`;
}

/** Without one a program does not know how to open the file. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};
