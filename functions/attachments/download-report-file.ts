/** One file of a report to the hotline: for its owner by the secret link, and for staff who may see who sent it. The bucket sends the bytes. */
import { opensDossier } from '../../shared/shell/dossier-link.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { findReport, type FoundReport } from '../petitions/find-report.ts';
import { readPeople } from '../petitions/read-people.ts';
import { maySeePeople } from '../petitions/report-access.ts';
import { attachmentsOf, fileNameOf } from '../petitions/views/report-files.ts';
import type { AttachmentPorts } from './attachment-ports.ts';

type DownloadPorts = Pick<AttachmentPorts, 'reports' | 'people' | 'documents' | 'catalogue' | 'secrets' | 'clock'>;

export async function downloadReportFile(ports: DownloadPorts, request: HttpRequest): Promise<HttpReply> {
  const found = await findReport(ports, request.params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'report' });
  const refused = await whyRefused(ports, request, found);
  if (refused !== undefined) return refused;
  const { state, entityId } = found;
  const attachment = attachmentsOf(state).find(({ uploadId }) => uploadId === request.params['uploadId']);
  if (attachment === undefined) return problem({ kind: 'not-found', what: 'attachment' });
  const { uploadId, sha256, contentType } = attachment;
  const fileName = fileNameOf(state, uploadId, await readPeople(ports, entityId));
  const file = { trackingCode: state.core.reportId, sha256, contentType, fileName };
  const location = await ports.documents.downloadLink(file);
  // Filing follows the commit by a moment.
  return location === undefined
    ? problem({ kind: 'refused', refusal: { rule: 'file-not-filed-yet', sort: 'conflict' } })
    : { kind: 'redirect', status: 303, location };
}

async function whyRefused(
  ports: DownloadPorts,
  { actor, bearer }: HttpRequest,
  { state }: FoundReport,
): Promise<HttpReply | undefined> {
  if (actor === undefined) {
    const opens = bearer !== undefined && opensDossier(await ports.secrets.signingKeys(), state.core.reportId, bearer);
    return opens ? undefined : problem({ kind: 'unauthenticated' });
  }
  const caller = { actor, catalogue: await ports.catalogue.load(), now: ports.clock.now() };
  return maySeePeople(state, caller) ? undefined : problem({ kind: 'forbidden', why: 'view-report' });
}
