import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { FiledAttachment } from '../../shared/domain/dossier/state.ts';
import { MemoryDocuments } from '../../shared/ports/memory/memory-outside.ts';
import { fileAttachments, type FilingPorts } from './file-attachments.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 what was checked');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const attachment: FiledAttachment = { uploadId: 'u1', sha256, bytes: bytes.length, contentType: 'application/pdf' };

function given(incoming: Uint8Array | undefined): FilingPorts & { readonly documents: MemoryDocuments } {
  const documents = new MemoryDocuments();
  if (incoming !== undefined) documents.incoming.set('u1', incoming);
  const events: readonly DossierEvent[] = [
    {
      type: 'IntakeCorrected',
      documents: [],
      attachments: [attachment],
      countersign: 'required',
      at: '2026-11-23T02:00:00.000Z',
    },
  ];
  const commit = { version: 2, at: '2026-11-23T02:00:00.000Z', actor: 'citizen', events } as const;
  return { documents, cases: { history: () => Promise.resolve([commit]) } };
}

const task = { entityId: 'case#ABCDEFGHJK', version: 2 };

describe('putting the files of a commit away', () => {
  it('puts each with its case, under its hash, however often it is asked to', async () => {
    const ports = given(bytes);
    await fileAttachments(ports, task);
    await fileAttachments(ports, task);
    expect([...ports.documents.filed.keys()]).toEqual([`ABCDEFGHJK/${sha256}`]);
  });

  it('leaves the files of other commits alone', async () => {
    const ports = given(bytes);
    await fileAttachments(ports, { ...task, version: 1 });
    expect(ports.documents.filed.size).toBe(0);
  });

  it('comes again when the file is not there', async () => {
    await expect(fileAttachments(given(undefined), task)).rejects.toThrow();
  });

  it('is content when the file has been put away and the incoming one is gone', async () => {
    const ports = given(bytes);
    await fileAttachments(ports, task);
    ports.documents.incoming.clear();
    await fileAttachments(ports, task);
    expect(ports.documents.filed.size).toBe(1);
  });
});
