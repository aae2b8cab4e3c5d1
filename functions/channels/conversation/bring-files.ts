/**
 * The files of a conversation, brought from the provider's store and judged by content, as uploads are. Their ids follow from the message's, so that
 * a repeat brings the same. A file that cannot be had holds nothing up: it is counted, and a note says so.
 */
import { createHash } from 'node:crypto';
import { ATTACHMENT_BYTES } from '../../../shared/contracts/http/attachments.ts';
import { NAME_LENGTH } from '../../../shared/contracts/http/fields.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { ChannelMessage, MessageFile } from '../../../shared/domain/conversation/channel-message.ts';
import type { DraftMessages } from '../../../shared/domain/conversation/draft-answers.ts';
import type { FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import { checkText } from '../../../shared/domain/text/vietnamese.ts';
import type { Upload } from '../../../shared/ports/short-lived.ts';
import { typeByContent } from '../../attachments/type-by-content.ts';
import { storeFiles } from '../../mail/incoming/mail-attachments.ts';
import { isAllowedFile } from './file-hosts.ts';
import type { ReportTaskPorts } from './report-task-ports.ts';

export interface BroughtFiles {
  readonly attachments: readonly FiledAttachment[];
  /** By upload id. */
  readonly fileNames: Readonly<Record<string, string>>;
  /** How many could not be had. */
  readonly missing: number;
}

const TIMEOUT = 10_000;

interface Wanted {
  readonly uploadId: string;
  readonly message: ChannelMessage;
  readonly file: MessageFile;
}

/** @param room how many files the report still takes. */
export async function bringFiles(
  ports: ReportTaskPorts,
  messages: DraftMessages,
  { catalogue, room }: { readonly catalogue: Catalogue; readonly room: number },
): Promise<BroughtFiles> {
  const all = [...messages].flatMap(([messageId, message]) => wantedOf(messageId, message));
  const wanted = all.slice(0, Math.max(0, room));
  const known = await ports.uploads.find(wanted.map(({ uploadId }) => uploadId));
  const attachments: FiledAttachment[] = [];
  const fileNames: Record<string, string> = {};
  for (const [index, one] of wanted.entries()) {
    const upload = isComplete(known[index]) ? known[index] : await bring(ports, one, catalogue);
    if (!isComplete(upload)) continue;
    const { uploadId, sha256, bytes, contentType } = upload;
    attachments.push({ uploadId, sha256, bytes, contentType });
    fileNames[uploadId] = upload.fileName;
  }
  return { attachments, fileNames, missing: all.length - attachments.length };
}

function wantedOf(messageId: string, message: ChannelMessage): readonly Wanted[] {
  const { content } = message;
  const files = content.kind === 'files' || content.kind === 'text' ? (content.files ?? []) : [];
  return files.map((file, index) => ({
    uploadId: file.uploadId ?? `chat-${messageId}-${String(index)}`,
    message,
    file,
  }));
}

function isComplete(upload: Upload | undefined): upload is Extract<Upload, { readonly status: 'complete' }> {
  return upload?.status === 'complete';
}

async function bring(
  ports: ReportTaskPorts,
  { uploadId, message, file }: Wanted,
  { limits }: Catalogue,
): Promise<Upload | undefined> {
  const { url } = file;
  if (url === undefined || !isAllowedFile(message.channel, url)) return undefined;
  const maxBytes = Math.min(limits.attachmentBytes, ATTACHMENT_BYTES);
  const fetched = await ports.fetchFile(url, { maxBytes, timeoutMilliseconds: TIMEOUT });
  if (fetched.kind !== 'file') return undefined;
  const { bytes } = fetched;
  const contentType = bytes.length === 0 ? undefined : await typeByContent(bytes);
  if (contentType === undefined) return undefined;
  const fileName = nameOf(file, contentType);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storeFiles(ports, [{ uploadId, fileName, contentType, bytes, sha256 }], ports.clock.now());
  return { status: 'complete', uploadId, fileName, contentType, bytes: bytes.length, sha256 };
}

function nameOf({ fileName }: MessageFile, contentType: string): string {
  const last = fileName?.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1) ?? '';
  const checked = checkText(last, { maxLength: NAME_LENGTH });
  return checked.kind === 'text' ? checked.text : `tep-dinh-kem.${contentType.slice(contentType.indexOf('/') + 1)}`;
}

/** For whoever works on the report; the citizen is told what arrived. */
export function missingNote(missing: number): string {
  return `[Tổng đài: ${String(missing)} tệp người dân gửi kèm không tải về được. / ${String(missing)} attached file(s) could not be fetched.]`;
}
