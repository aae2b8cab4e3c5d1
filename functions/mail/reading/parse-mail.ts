/**
 * The bytes of a mail as a ParsedMail, for any bytes and in time and memory proportional to them. postal-mime reads headers, names, addresses
 * and character sets; where the parts lie we find ourselves (mime-tree.ts), because given a whole message it ends the process on ten megabytes of
 * empty lines, changes the line ends of files that came unencoded, and lets text files that are shown inline run into the text.
 */
import { cleanLine, cleanMailText } from './clean-mail-text.ts';
import { decodeText } from './decode-text.ts';
import { decodeHeader } from './encoded-words.ts';
import { wholeTextOf } from './html-text.ts';
import { displayNameOf, recipientsOf, sendersOf } from './mail-addresses.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import { readTree, type MimePart } from './mime-tree.ts';
import type { MailAttachment, MailReport, ParsedMail } from './parsed-mail.ts';
import { readTnef } from './read-tnef.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** A stretch of the text: in an alternative both are the same words. */
interface Stretch {
  readonly plain?: string;
  readonly html?: string;
}

interface Found {
  readonly stretches: Stretch[];
  readonly attachments: MailAttachment[];
  readonly reports: MailReport[];
  /** Bytes of text so far. */
  readonly size: { text: number };
  cut: boolean;
}

/** @throws never, whatever the bytes. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const { root, cut } = await readTree(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const found: Found = { stretches: [], attachments: [], reports: [], size: { text: 0 }, cut };
  await collect(found, root, root.headers.contentType === 'multipart/report');
  const headers = root.headers.all;
  const first = (name: string) => headers.find(([key]) => key === name)?.[1];
  const messageId = first('message-id')?.trim();
  const displayName = displayNameOf(headers);
  const date = first('date');
  const html = htmlOf(found.stretches);
  return {
    ...(messageId === undefined || messageId === '' ? {} : { messageId }),
    from: sendersOf(headers),
    ...(displayName === undefined ? {} : { displayName }),
    recipients: recipientsOf(headers),
    subject: decodeHeader(first('subject') ?? ''),
    ...(date === undefined ? {} : { date: isoOf(date) }),
    inReplyTo: idsIn(first('in-reply-to')),
    references: idsIn(first('references')),
    headers,
    text: found.stretches.map(({ plain, html: also = '' }) => plain ?? wholeTextOf(also)).join('\n'),
    ...(html === undefined ? {} : { html }),
    attachments: found.attachments,
    reports: found.reports,
    contentType: cleanLine(first('content-type') ?? root.headers.contentType),
    ...(found.cut ? { incomplete: true } : {}),
  };
}

async function collect(found: Found, part: MimePart, ofReport: boolean): Promise<void> {
  if (part.headers.contentType === 'multipart/alternative') {
    await collectAlternative(found, part, ofReport);
    return;
  }
  for (const child of part.children) await collect(found, child, ofReport);
  if (part.children.length === 0) await collectLeaf(found, part, ofReport);
}

/** What the alternatives say is one stretch; files in them are files. */
async function collectAlternative(found: Found, part: MimePart, ofReport: boolean): Promise<void> {
  const inner: Found = { ...found, stretches: [], cut: false };
  for (const child of part.children) await collect(inner, child, ofReport);
  if (part.children.length === 0) await collectLeaf(inner, part, ofReport);
  const plain = inner.stretches.flatMap((stretch) => stretch.plain ?? []);
  const html = inner.stretches.flatMap((stretch) => stretch.html ?? []);
  found.cut ||= inner.cut;
  if (plain.length === 0 && html.length === 0) return;
  found.stretches.push({
    // Some programs send an empty plain part beside the HTML.
    ...(plain.some((text) => text.trim() !== '') || html.length === 0 ? { plain: plain.join('\n') } : {}),
    ...(html.length === 0 ? {} : { html: html.join('\n') }),
  });
}

async function collectLeaf(found: Found, part: MimePart, ofReport: boolean): Promise<void> {
  const { headers, body } = part;
  const content = decodeTransfer(headers.encoding, body);
  if (ofReport && isForMachines(headers.contentType)) {
    found.reports.push(await reportOf(headers.contentType, content));
  } else if (isTnef(part)) {
    await openTnef(found, part, content);
  } else if (isBodyText(found, part, content)) {
    found.size.text += content.length;
    const text = await decodeText(content, headers);
    found.stretches.push(headers.contentType === 'text/html' ? { html: text } : { plain: text });
  } else if (body.length > 0 || headers.fileName !== '') {
    found.attachments.push(attachmentOf(part, content));
  }
}

function isBodyText({ size }: Found, { headers }: MimePart, content: Uint8Array): boolean {
  if (headers.disposition === 'attachment' || headers.fileName !== '') return false;
  if (size.text + content.length > MAIL_LIMITS.text) return false;
  // A multipart whose boundary is lost is the text that stands in it.
  return /^(?:text\/(?:plain|html)|multipart\/.*)$/u.test(headers.contentType);
}

function isForMachines(contentType: string): boolean {
  return /^(?:message\/.*|text\/rfc822(?:-headers)?)$/u.test(contentType);
}

async function reportOf(contentType: string, content: Uint8Array): Promise<MailReport> {
  const text = await decodeText(content.subarray(0, MAIL_LIMITS.report), { parameters: '' });
  return { contentType, text };
}

function attachmentOf({ headers }: MimePart, content: Uint8Array): MailAttachment {
  const inline = headers.disposition === 'inline' || (headers.disposition === '' && headers.contentId !== undefined);
  return { fileName: headers.fileName, content, contentType: headers.contentType, inline };
}

function isTnef({ headers }: MimePart): boolean {
  return (
    /^application\/(?:ms-tnef|vnd\.ms-tnef)$/u.test(headers.contentType) || /^winmail\.dat$/iu.test(headers.fileName)
  );
}

/** What cannot be opened stays as the file that it is. */
async function openTnef(found: Found, part: MimePart, content: Uint8Array): Promise<void> {
  const opened = await readTnef(content);
  if (opened === undefined) {
    found.attachments.push(attachmentOf(part, content));
    return;
  }
  found.attachments.push(...opened.attachments);
  found.cut ||= opened.cut;
  if (found.stretches.some(({ plain = '', html = '' }) => plain.trim() !== '' || html.trim() !== '')) return;
  if (opened.plain !== undefined || opened.html !== undefined)
    found.stretches.push({
      ...(opened.plain === undefined ? {} : { plain: opened.plain }),
      ...(opened.html === undefined ? {} : { html: opened.html }),
    });
}

/** All stretches, or none when no part is HTML: plain ones in between are shown as they are. */
function htmlOf(stretches: readonly Stretch[]): string | undefined {
  if (stretches.every(({ html }) => html === undefined)) return undefined;
  return stretches.map(({ plain = '', html }) => html ?? `<pre>${escaped(plain)}</pre>`).join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function idsIn(value = ''): readonly string[] {
  return value.match(/<[^<>\s]+>/gu)?.slice(-MAIL_LIMITS.addresses) ?? [];
}

function isoOf(value: string): string {
  const date = new Date(value.slice(0, 200));
  return Number.isNaN(date.getTime()) ? cleanMailText(value).slice(0, 200) : date.toISOString();
}
