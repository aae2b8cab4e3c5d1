/**
 * A file on its way in: a form is given for exactly one file of one type, the browser sends it to the bucket, and the file is then
 * judged by its content. Its name and announced type are what the sender says; its hash, size and type are what we saw.
 */
import { createHash } from 'node:crypto';
import {
  ATTACHMENT_BYTES,
  ATTACHMENT_TYPES,
  type CheckedAttachment,
  type NewAttachment,
} from '../../shared/contracts/http/attachments.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import type { AttachmentPorts } from './attachment-ports.ts';
import { typeByContent } from './type-by-content.ts';

type ReceivingPorts = Pick<AttachmentPorts, 'uploads' | 'documents' | 'catalogue' | 'clock' | 'randomness'>;

/** As long as the presigned form lives; the unfinished upload is forgotten a day later. Minutes. */
const FORM_LIFE = 15;
const UPLOAD_LIFE = 24 * 60;
const ID_BYTES = 18;

export async function createAttachment(ports: ReceivingPorts, request: HttpRequest<NewAttachment>): Promise<HttpReply> {
  const { fileName, contentType } = request.body;
  const maxBytes = await attachmentLimit(ports);
  const now = ports.clock.now();
  const uploadId = Buffer.from(ports.randomness.bytes(ID_BYTES)).toString('base64url');
  await ports.uploads.expect({ uploadId, fileName, contentType, expiresAt: addMinutes(now, UPLOAD_LIFE) });
  const form = await ports.documents.uploadForm({ uploadId, contentType, maxBytes });
  return { kind: 'json', status: 201, body: { uploadId, form, maxBytes, expiresAt: addMinutes(now, FORM_LIFE) } };
}

/** May be repeated: a file that was checked is answered as it was. */
export async function completeAttachment(ports: ReceivingPorts, request: HttpRequest): Promise<HttpReply> {
  const [upload] = await ports.uploads.find([request.params['uploadId'] ?? '']);
  if (upload === undefined) return problem({ kind: 'not-found', what: 'upload' });
  const { uploadId, fileName, contentType } = upload;
  if (upload.status === 'complete') return checked(upload);
  const maxBytes = await attachmentLimit(ports);
  const incoming = await ports.documents.readIncoming(uploadId, maxBytes);
  if (incoming === undefined || incoming.bytes.length === 0) {
    return problem({ kind: 'refused', refusal: { rule: 'nothing-uploaded', sort: 'conflict' } });
  }
  if (incoming.tooLarge) return problem({ kind: 'too-large', limit: maxBytes, pointer: '' });
  const found = await typeByContent(incoming.bytes);
  if (found !== contentType) {
    return problem({ kind: 'unsupported-media', pointer: '/contentType', detail: ATTACHMENT_TYPES.join(', ') });
  }
  // The form lives on for some minutes; what the sender puts there now is nobody's.
  await ports.documents.putIncoming(uploadId, { bytes: incoming.bytes, contentType: found });
  const seen = {
    uploadId,
    contentType: found,
    bytes: incoming.bytes.length,
    sha256: createHash('sha256').update(incoming.bytes).digest('hex'),
  };
  await ports.uploads.complete(seen);
  return checked({ ...seen, fileName });
}

function checked(upload: Omit<CheckedAttachment, 'contentType'> & { readonly contentType: string }): HttpReply {
  const { uploadId, fileName, contentType, bytes, sha256 } = upload;
  return { kind: 'json', status: 200, body: { uploadId, fileName, contentType, bytes, sha256 } };
}

async function attachmentLimit(ports: Pick<AttachmentPorts, 'catalogue'>): Promise<number> {
  const { limits } = await ports.catalogue.load();
  return Math.min(limits.attachmentBytes, ATTACHMENT_BYTES);
}
