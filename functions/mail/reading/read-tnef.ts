/**
 * winmail.dat: what Outlook makes of a mail's text and files for a reader that it takes for another Outlook (MS-OXTNEF). Read are the files with
 * their names and the body, nothing else: what looks like a reader for it on npm brings a logger with native parts and has no tests.
 */
import { decodeText } from './decode-text.ts';
import { cleanLine, cleanMailText } from './clean-mail-text.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import { readProperties, type Properties } from './read-tnef-properties.ts';
import type { MailAttachment } from './parsed-mail.ts';

export interface OpenedTnef {
  readonly plain?: string;
  readonly html?: string;
  readonly attachments: readonly MailAttachment[];
  readonly cut: boolean;
}

const SIGNATURE = 0x223e9f78;
/** Level, id, length before the data of an attribute, and the checksum after it. */
const HEAD = 9;
const CHECKSUM = 2;

const attribute = {
  body: 0x0002800c,
  codePage: 0x00069007,
  messageProperties: 0x00069003,
  attachmentBegins: 0x00069002,
  attachmentTitle: 0x00018010,
  attachmentData: 0x0006800f,
  attachmentProperties: 0x00069005,
} as const;

interface Reading {
  charset: string;
  body?: Uint8Array;
  message?: Properties;
  readonly files: { title?: Uint8Array; data?: Uint8Array; properties?: Properties }[];
}

/** @returns undefined when it is no such file at all. */
export async function readTnef(bytes: Uint8Array): Promise<OpenedTnef | undefined> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 6 || data.readUInt32LE(0) !== SIGNATURE) return undefined;
  const reading: Reading = { charset: '', files: [] };
  for (let at = 6; at + HEAD <= data.length;) {
    const [id, length] = [data.readUInt32LE(at + 1), data.readUInt32LE(at + 5)];
    const start = at + HEAD;
    if (reading.files.length > MAIL_LIMITS.parts) break;
    take(reading, id, data.subarray(start, Math.min(data.length, start + length)));
    at = start + length + CHECKSUM;
  }
  const plain = await plainOf(reading);
  const html = await htmlOf(reading);
  const attachments: MailAttachment[] = [];
  for (const file of reading.files.slice(0, MAIL_LIMITS.parts))
    attachments.push(await attachmentOf(file, reading.charset));
  return {
    ...(plain === undefined ? {} : { plain }),
    ...(html === undefined ? {} : { html }),
    attachments: attachments.filter(({ content }) => content.length > 0),
    cut: reading.files.length > MAIL_LIMITS.parts,
  };
}

function take(reading: Reading, id: number, data: Buffer): void {
  const file = reading.files.at(-1);
  switch (id) {
    case attribute.codePage:
      if (data.length >= 4) reading.charset = `windows-${String(data.readUInt32LE(0))}`;
      break;
    case attribute.body:
      reading.body = data;
      break;
    case attribute.messageProperties:
      reading.message = readProperties(data);
      break;
    case attribute.attachmentBegins:
      reading.files.push({});
      break;
    case attribute.attachmentTitle:
      if (file !== undefined) file.title = data;
      break;
    case attribute.attachmentData:
      if (file !== undefined) file.data = data;
      break;
    case attribute.attachmentProperties:
      if (file !== undefined) file.properties = readProperties(data);
      break;
    default:
    // Times, ids, icons: of no use here.
  }
}

async function plainOf({ message, body, charset }: Reading): Promise<string | undefined> {
  const text = message?.body ?? (body === undefined ? undefined : await inCharset(body, charset));
  return text === undefined || text.length > MAIL_LIMITS.text ? undefined : cleanMailText(text);
}

async function htmlOf({ message, charset }: Reading): Promise<string | undefined> {
  const bytes = message?.html;
  return bytes === undefined || bytes.length > MAIL_LIMITS.text ? undefined : inCharset(bytes, charset);
}

async function attachmentOf(file: Reading['files'][number], charset: string): Promise<MailAttachment> {
  const { title, data, properties = {} } = file;
  const name = properties.longFileName ?? (title === undefined ? '' : await inCharset(title, charset));
  return {
    fileName: cleanLine(name)
      .replace(/^.*[\\/]/u, '')
      .slice(0, 255),
    content: data ?? properties.data ?? new Uint8Array(),
    contentType: properties.mimeType ?? 'application/octet-stream',
    inline: false,
  };
}

/** Texts end with a zero byte. Outlook writes UTF-8 as code page 65001. */
function inCharset(bytes: Uint8Array, charset: string): Promise<string> {
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  return decodeText(text, { charset: charset === 'windows-65001' ? 'utf-8' : charset, parameters: '' });
}
