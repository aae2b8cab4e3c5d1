/** Who of the staff may open the files of a case, and what each file is called. */
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { Parties } from '../../shared/domain/dossier/parties.ts';
import { permissionSubject } from '../../shared/domain/dossier/permission-of-command.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';

/** Whoever supervises sees how a case goes, not what is in its papers. */
export function mayOpenFiles(state: Dossier, context: DossierContext): boolean {
  const subject = permissionSubject(state, context);
  return authorise({ operation: 'view-attachment', subject, ...context }).kind === 'allowed';
}

/** As the sender called it; names stand with the people, who may be gone before the case. */
export function attachmentName(state: Dossier, uploadId: string, parties: Parties | undefined): string {
  const place = state.attachments.findIndex((attachment) => attachment.uploadId === uploadId);
  const type = state.attachments[place]?.contentType.split(';')[0] ?? '';
  return parties?.fileNames[uploadId] ?? `attachment-${String(place + 1)}${ENDINGS[type] ?? ''}`;
}

/** Without one a program does not know how to open the file. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
};
