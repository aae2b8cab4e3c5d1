/**
 * The files of a mail, judged as uploads are: by content, not by what the sender calls them. Their ids follow from the mail's, so that a
 * redelivery writes the same again instead of more.
 */
import { createHash } from 'node:crypto';
import { ATTACHMENT_BYTES } from '../../../shared/contracts/http/attachments.ts';
import { NAME_LENGTH } from '../../../shared/contracts/http/fields.ts';
import type { IntakeLimits } from '../../../shared/domain/catalogue/catalogue.ts';
import type { FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import { checkText } from '../../../shared/domain/text/vietnamese.ts';
import { addMinutes, type Instant } from '../../../shared/domain/time.ts';
import type { MailReading } from '../../../shared/ports/outside.ts';
import { typeByContent } from '../../attachments/type-by-content.ts';
import { mailUploadId } from '../mail-upload-id.ts';
import type { MailAttachment } from '../reading/parsed-mail.ts';
import type { ReceiverPorts } from './receiver-ports.ts';

export interface MailFile {
  readonly uploadId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface MailFiles {
  readonly taken: readonly MailFile[];
  readonly refused: MailReading['refused'];
}

/** As long as the bucket keeps what arrived: a held mail is sorted long before. Minutes. */
const UPLOAD_LIFE = 30 * 24 * 60;
/** What stands inside the text and is smaller is a logo or a rule of the signature; a photograph of a paper never is. Bytes. */
const PICTURE_OF_TEXT = 100 * 1024;

/** @param room how many files the case still takes. */
export async function readFiles(
  { mailId, attachments }: { readonly mailId: string; readonly attachments: readonly MailAttachment[] },
  { limits, room }: { readonly limits: IntakeLimits; readonly room: number },
): Promise<MailFiles> {
  const taken: MailFile[] = [];
  const refused: MailReading['refused'][number][] = [];
  const most = Math.min(limits.attachmentBytes, ATTACHMENT_BYTES);
  for (const [index, { fileName, content, inline }] of attachments.entries()) {
    if (content.length === 0 || (inline && content.length < PICTURE_OF_TEXT)) continue;
    const contentType = content.length > most ? undefined : await typeByContent(content);
    const name = cleanName(fileName, index);
    if (content.length > most) refused.push({ fileName: name, why: 'size' });
    else if (contentType === undefined) refused.push({ fileName: name, why: 'type' });
    else if (taken.length >= room) refused.push({ fileName: name, why: 'number' });
    else taken.push(fileOf(mailUploadId(mailId, String(index)), { fileName: name, contentType, bytes: content }));
  }
  return { taken, refused };
}

export function fileOf(
  uploadId: string,
  file: { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array },
): MailFile {
  return { uploadId, ...file, sha256: createHash('sha256').update(file.bytes).digest('hex') };
}

/** Into the place of arrival, as if each had been uploaded and checked. One that is there already stays as it is. */
export async function storeFiles(
  ports: Pick<ReceiverPorts, 'uploads' | 'documents'>,
  files: readonly MailFile[],
  now: Instant,
): Promise<void> {
  const known = await ports.uploads.find(files.map(({ uploadId }) => uploadId));
  for (const [index, { uploadId, fileName, contentType, bytes, sha256 }] of files.entries()) {
    if (known[index]?.status === 'complete') continue;
    await ports.documents.putIncoming(uploadId, { bytes, contentType });
    await ports.uploads.expect({ uploadId, fileName, contentType, expiresAt: addMinutes(now, UPLOAD_LIFE) });
    await ports.uploads.complete({ uploadId, contentType, bytes: bytes.length, sha256 });
  }
}

export function filedAs({ uploadId, sha256, bytes, contentType }: MailFile): FiledAttachment {
  return { uploadId, sha256, bytes: bytes.length, contentType };
}

export function namesOf(files: readonly MailFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ uploadId, fileName }) => [uploadId, fileName]));
}

function cleanName(name: string, index: number): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const checked = checkText(last, { maxLength: NAME_LENGTH });
  return checked.kind === 'text' ? checked.text : `tep-${String(index + 1)}`;
}
