/** Puts the files of one commit with the case or the report, each under its hash; that it is the file that was checked, the bucket's adapter makes sure. */
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import type { FiledAttachment } from '../../shared/domain/dossier/state.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Documents } from '../../shared/ports/outside.ts';

export interface FilingPorts {
  readonly cases: Pick<EntityStore<unknown, DossierEvent | ReportEvent>, 'history'>;
  readonly documents: Pick<Documents, 'file'>;
}

/** Idempotent. @throws when a file is gone or is another one: the message is tried again and then set aside for a person. */
export async function fileAttachments(
  ports: FilingPorts,
  commit: { readonly entityId: string; readonly version: number },
): Promise<void> {
  const history = await ports.cases.history(commit.entityId);
  const events = history.find(({ version }) => version === commit.version)?.events ?? [];
  const trackingCode = commit.entityId.slice(commit.entityId.indexOf('#') + 1);
  for (const { uploadId, sha256 } of events.flatMap(attachmentsIn)) {
    await ports.documents.file({ uploadId, trackingCode, sha256 });
  }
}

function attachmentsIn(event: DossierEvent | ReportEvent): readonly FiledAttachment[] {
  if (event.type === 'DossierFiled' || event.type === 'ReportFiled') return event.core.attachments;
  return 'attachments' in event ? (event.attachments ?? []) : [];
}
