/**
 * Puts the files of one commit with the case. The form with which a file was uploaded lives on for a while after the file was checked:
 * what lies there now is checked against the hash that the receipt shows, and another file is not taken.
 */
import { createHash } from 'node:crypto';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { FiledAttachment } from '../../shared/domain/dossier/state.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Documents } from '../../shared/ports/outside.ts';

export interface FilingPorts {
  readonly cases: Pick<EntityStore<unknown, DossierEvent>, 'history'>;
  readonly documents: Pick<Documents, 'readIncoming' | 'file'>;
}

/** Idempotent. @throws when a file is gone or is another one: the message is tried again and then set aside for a person. */
export async function fileAttachments(
  ports: FilingPorts,
  commit: { readonly entityId: string; readonly version: number },
): Promise<void> {
  const history = await ports.cases.history(commit.entityId);
  const events = history.find(({ version }) => version === commit.version)?.events ?? [];
  const trackingCode = commit.entityId.slice(commit.entityId.indexOf('#') + 1);
  for (const { uploadId, sha256, bytes } of events.flatMap(attachmentsIn)) {
    const incoming = await ports.documents.readIncoming(uploadId, bytes);
    if (incoming !== undefined && (incoming.tooLarge || hashOf(incoming.bytes) !== sha256)) {
      throw new Error(`upload ${uploadId} was changed after it was checked`);
    }
    await ports.documents.file({ uploadId, trackingCode, sha256 });
  }
}

function attachmentsIn(event: DossierEvent): readonly FiledAttachment[] {
  switch (event.type) {
    case 'DossierFiled':
      return event.core.attachments;
    case 'SupplementSubmitted':
    case 'SupplementAccepted':
    case 'IntakeCorrected':
      return event.attachments;
    default:
      return [];
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
