/** The files that a body refers to, as they were checked; what is wrong with one is told by its pointer. */
import type { FiledAttachment } from '../../shared/domain/dossier/state.ts';
import type { Refusal } from '../../shared/domain/decision.ts';
import type { UploadStore } from '../../shared/ports/short-lived.ts';

export interface AttachmentReference {
  readonly uploadId: string;
  readonly lineId?: string;
}

export type ReadUploads =
  | {
      readonly kind: 'read';
      readonly attachments: readonly FiledAttachment[];
      /** By upload id, as the sender typed them. */
      readonly fileNames: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Whether another dossier has taken a file already is left to the commit, which alone can know: a retry of an answered request would
 * find its own files taken.
 */
export async function readUploads(
  uploads: Pick<UploadStore, 'find'>,
  references: readonly AttachmentReference[],
): Promise<ReadUploads> {
  if (references.length === 0) return { kind: 'read', attachments: [], fileNames: {} };
  const ids = references.map(({ uploadId }) => uploadId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) return refusedAt(twice, 'attachment-twice');
  const found = await uploads.find(ids);
  const attachments: FiledAttachment[] = [];
  const fileNames: Record<string, string> = {};
  for (const [index, { uploadId, lineId }] of references.entries()) {
    const upload = found[index];
    if (upload === undefined) return refusedAt(index, 'attachment-unknown');
    if (upload.status !== 'complete') return refusedAt(index, 'attachment-not-checked');
    const { sha256, bytes, contentType, fileName } = upload;
    attachments.push({ uploadId, sha256, bytes, contentType, ...(lineId !== undefined && { lineId }) });
    fileNames[uploadId] = fileName;
  }
  return { kind: 'read', attachments, fileNames };
}

/** What to say when the commit found a file taken by another dossier. */
export function uploadTaken(references: readonly AttachmentReference[], uploadId: string): Refusal {
  const index = references.findIndex((reference) => reference.uploadId === uploadId);
  return { rule: 'attachment-taken', sort: 'conflict', pointer: `/attachments/${String(Math.max(index, 0))}/uploadId` };
}

function refusedAt(index: number, rule: string): ReadUploads {
  return { kind: 'refused', refusal: { rule, sort: 'rule', pointer: `/attachments/${String(index)}/uploadId` } };
}
