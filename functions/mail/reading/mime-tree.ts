/**
 * Where the parts of a MIME message lie in its bytes (RFC 2046). One pass that copies nothing and looks only at lines that begin with two dashes:
 * postal-mime makes an object of every line, and ten megabytes of empty lines end its process. Broken messages are read as far as they go:
 * a multipart without its end lasts to the end of its parent, and a part without an empty line is all headers or all text.
 */
import { readHeaders, type PartHeaders } from './part-headers.ts';
import { MAIL_LIMITS } from './mail-limits.ts';

export interface MimePart {
  readonly headers: PartHeaders;
  /** As it stands in the message, still encoded; empty for a multipart. */
  readonly body: Uint8Array;
  readonly children: readonly MimePart[];
}

export interface MimeTree {
  readonly root: MimePart;
  /** Parts or levels beyond the limits were left out. */
  readonly cut: boolean;
}

interface OpenPart {
  readonly headers: PartHeaders;
  readonly bodyStart: number;
  bodyEnd: number;
  readonly children: OpenPart[];
}

interface OpenMultipart {
  readonly part: OpenPart;
  /** A line with two dashes, the boundary, and two more at the end. */
  readonly delimiter: string;
  readonly terminator: string;
  /** The byte behind the two dashes: most other lines differ in it. */
  readonly first: number;
}

const LF = 0x0a;
const CR = 0x0d;
/** RFC 2046 allows 70; some programs write more. */
const LONGEST_BOUNDARY = 250;

export async function readTree(raw: Buffer): Promise<MimeTree> {
  const start = skipEnvelope(raw);
  const root = await openPart(raw, { start, end: raw.length, most: MAIL_LIMITS.headers, fallback: 'text/plain' });
  const open: OpenMultipart[] = multipartOf(root);
  let current: OpenPart | undefined = root;
  let parts = 1;
  let headerBytes = 0;
  let cut = false;
  for (let at = nextDelimiter(raw, root.bodyStart - 1); at >= 0 && open.length > 0; at = nextDelimiter(raw, at + 2)) {
    if (!open.some(({ first }) => first === raw[at + 2])) continue;
    const line = lineAt(raw, at);
    const found = whichOpen(open, line.text);
    if (found === undefined) continue;
    if (current !== undefined) current.bodyEnd = Math.max(current.bodyStart, beforeLineEnd(raw, at));
    open.length = found.index + 1;
    const parent = open[found.index]?.part;
    if (found.ends) {
      open.length = found.index;
      current = undefined;
      continue;
    }
    if (parts >= MAIL_LIMITS.parts || headerBytes > MAIL_LIMITS.allPartHeaders || parent === undefined) {
      cut = true;
      current = undefined;
      break;
    }
    parts += 1;
    const fallback = parent.headers.contentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const bounds = { start: line.end, end: raw.length, most: MAIL_LIMITS.partHeaders, fallback };
    const part: OpenPart = await openPart(raw, bounds);
    headerBytes += part.bodyStart - line.end;
    parent.children.push(part);
    current = part;
    const [inner] = multipartOf(part);
    if (inner !== undefined && open.length >= MAIL_LIMITS.depth) cut = true;
    else if (inner !== undefined) open.push(inner);
  }
  return { root: finish(raw, root), cut };
}

function multipartOf(part: OpenPart): OpenMultipart[] {
  const { contentType, boundary } = part.headers;
  if (!contentType.startsWith('multipart/') || boundary === undefined || boundary === '') return [];
  const delimiter = `--${boundary.slice(0, LONGEST_BOUNDARY)}`;
  return [{ part, delimiter, terminator: `${delimiter}--`, first: delimiter.charCodeAt(2) }];
}

async function openPart(
  raw: Buffer,
  at: { readonly start: number; readonly end: number; readonly most: number; readonly fallback: string },
): Promise<OpenPart> {
  const { headerEnd, bodyStart } = headerBlock(raw, at);
  const headers = await readHeaders(raw.subarray(at.start, headerEnd), at.fallback);
  return { headers, bodyStart, bodyEnd: at.end, children: [] };
}

/** Up to the first empty line, or to a line that begins a delimiter, or to the limit: the last whole line before it. */
function headerBlock(raw: Buffer, { start, end, most }: { start: number; end: number; most: number }) {
  let at = start;
  while (at < end) {
    const lineEnd = raw.indexOf(LF, at);
    const next = lineEnd < 0 ? end : lineEnd + 1;
    if (raw[at] === LF || (raw[at] === CR && at + 1 === lineEnd)) return { headerEnd: at, bodyStart: next };
    if (at > start && raw[at] === 0x2d && raw[at + 1] === 0x2d) return { headerEnd: at, bodyStart: at };
    if (at === start && !looksLikeHeader(raw, at)) return { headerEnd: at, bodyStart: at };
    if (next - start > most) return { headerEnd: at, bodyStart: at };
    at = next;
  }
  return { headerEnd: end, bodyStart: end };
}

function looksLikeHeader(raw: Buffer, at: number): boolean {
  for (let index = at; index < Math.min(raw.length, at + 100); index++) {
    const byte = raw[index] ?? 0;
    if (byte === 0x3a) return index > at;
    if (byte <= 0x20 && byte !== 0x20 && byte !== 0x09) return false;
  }
  return false;
}

/** The mbox line and empty lines before the first header. */
function skipEnvelope(raw: Buffer): number {
  let at = 0;
  while (raw[at] === LF || raw[at] === CR) at += 1;
  if (raw.subarray(at, at + 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) at += 3;
  if (/^>?From /u.test(raw.toString('latin1', at, at + 6))) {
    const end = raw.indexOf(LF, at);
    return end < 0 ? raw.length : end + 1;
  }
  return at;
}

/** Of the next line that begins with two dashes, after this byte. */
function nextDelimiter(raw: Buffer, after: number): number {
  const found = raw.indexOf('\n--', Math.max(0, after), 'latin1');
  return found < 0 ? -1 : found + 1;
}

function lineAt(raw: Buffer, at: number): { readonly text: string; readonly end: number } {
  const lineEnd = raw.indexOf(LF, at);
  const end = lineEnd < 0 ? raw.length : lineEnd;
  const text = end - at > LONGEST_BOUNDARY + 100 ? '' : raw.toString('latin1', at, end).trimEnd();
  return { text, end: Math.min(raw.length, end + 1) };
}

function beforeLineEnd(raw: Buffer, at: number): number {
  if (raw[at - 1] !== LF) return at;
  return raw[at - 2] === CR ? at - 2 : at - 1;
}

/** The innermost that it belongs to: an outer boundary ends all within. */
function whichOpen(open: readonly OpenMultipart[], line: string): { index: number; ends: boolean } | undefined {
  for (let index = open.length - 1; index >= 0; index--) {
    if (line === open[index]?.delimiter) return { index, ends: false };
    if (line === open[index]?.terminator) return { index, ends: true };
  }
  return undefined;
}

function finish(raw: Buffer, part: OpenPart): MimePart {
  const children = part.children.map((child) => finish(raw, child));
  const body = children.length > 0 ? new Uint8Array() : raw.subarray(part.bodyStart, part.bodyEnd);
  return { headers: part.headers, body, children };
}
