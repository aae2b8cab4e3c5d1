import { simpleParser, type AddressObject } from 'mailparser';
import type { MailEnvelope } from './mail-store.ts';

/** A mail as a person or a test reads it. */
export interface ReadMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  /** Whom it was delivered to, blind copies included. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Every web address in it, each once, in order. */
  readonly links: readonly string[];
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly content: Buffer;
  }[];
}

export async function readMail(envelope: MailEnvelope, raw: Buffer): Promise<ReadMail> {
  const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
  const text = parsed.text ?? '';
  const html = typeof parsed.html === 'string' ? parsed.html : '';
  return {
    id: envelope.id,
    at: envelope.acceptedAt,
    from: addressText(parsed.from) || envelope.source,
    to: envelope.destinations,
    subject: parsed.subject ?? '',
    text,
    html,
    headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, unfolded(line)])),
    links: linksOf(text, html),
    attachments: parsed.attachments
      .filter((attachment) => !attachment.related)
      .map(({ filename, contentType, size, content }, position) => ({
        name: filename ?? `attachment-${String(position + 1)}`,
        type: contentType,
        size,
        content,
      })),
  };
}

function addressText(field: AddressObject | undefined): string {
  return field?.text ?? '';
}

function unfolded(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/gu, ' ')
    .trim();
}

function linksOf(text: string, html: string): string[] {
  const fromHtml = [...html.matchAll(/<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')/giu)].map(([, double, single]) =>
    decodeEntities(double ?? single ?? ''),
  );
  const fromText = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/gu)].map(([link]) => link.replace(/[.,;:!?]+$/u, ''));
  return [...new Set([...fromText, ...fromHtml])].filter((link) => /^https?:\/\//u.test(link));
}

function decodeEntities(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
