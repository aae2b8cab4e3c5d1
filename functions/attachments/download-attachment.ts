/** One file of a case: for its owner by the secret link, and for staff who work on it. The bucket itself sends the bytes. */
import type { Actor } from '../../shared/domain/actor.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { attachmentName, mayOpenFiles } from '../dossiers/attachment-access.ts';
import { callerOf } from '../dossiers/case-access.ts';
import { findDossier } from '../dossiers/find-dossier.ts';
import type { AttachmentPorts } from './attachment-ports.ts';

type DownloadPorts = Pick<
  AttachmentPorts,
  'cases' | 'queries' | 'people' | 'documents' | 'catalogue' | 'secrets' | 'clock'
>;

export async function downloadAttachment(ports: DownloadPorts, request: HttpRequest): Promise<HttpReply> {
  const found = await findDossier(ports, request.params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'dossier' });
  const actor = await callerOf(ports, request, found.state);
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  if (!(await mayOpen(ports, actor, found.state))) return problem({ kind: 'forbidden', why: 'view-attachment' });
  const attachment = found.state.attachments.find(({ uploadId }) => uploadId === request.params['uploadId']);
  if (attachment === undefined) return problem({ kind: 'not-found', what: 'attachment' });
  const { uploadId, sha256, contentType } = attachment;
  const fileName = attachmentName(found.state, uploadId, await ports.people.parties(found.entityId));
  const file = { trackingCode: found.state.caseId, sha256, contentType, fileName };
  const location = await ports.documents.downloadLink(file);
  // Filing follows the commit by a moment.
  return location === undefined
    ? problem({ kind: 'refused', refusal: { rule: 'file-not-filed-yet', sort: 'conflict' } })
    : { kind: 'redirect', status: 303, location };
}

async function mayOpen(
  ports: Pick<DownloadPorts, 'catalogue' | 'clock'>,
  actor: Exclude<Actor, { kind: 'system' }>,
  state: Dossier,
): Promise<boolean> {
  if (actor.kind === 'citizen') return true;
  return mayOpenFiles(state, { actor, catalogue: await ports.catalogue.load(), now: ports.clock.now() });
}
