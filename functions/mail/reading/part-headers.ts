/**
 * The headers of a mail or of one of its parts, by postal-mime: unfolding, words in other character sets (RFC 2047), names that go on over several
 * parameters (RFC 2231). Raw eight-bit headers that are not UTF-8 are taken for windows-1258, as old Vietnamese programs wrote them.
 */
import { isUtf8 } from 'node:buffer';
import PostalMime from 'postal-mime';
import { MAIL_LIMITS } from './mail-limits.ts';
import { decodeHeader, joinWords } from './encoded-words.ts';

export interface PartHeaders {
  readonly all: readonly (readonly [name: string, value: string])[];
  /** Lower case, without parameters. */
  readonly contentType: string;
  readonly boundary?: string;
  /** All parameters of the content type as written, to be handed on. */
  readonly parameters: string;
  readonly charset?: string;
  readonly encoding: string;
  readonly disposition: string;
  readonly fileName: string;
  readonly contentId?: string;
}

export async function readHeaders(block: Buffer, fallback: string): Promise<PartHeaders> {
  const { headers } = await PostalMime.parse(inUtf8(block), {
    maxHeadersSize: MAIL_LIMITS.headers * 4,
    forceRfc822Attachments: true,
  });
  const all = headers.map(({ key, value }) => [key, value.slice(0, MAIL_LIMITS.headerValue)] as const);
  const first = (name: string) => all.find(([key]) => key === name)?.[1];
  const declared = taken(first('content-type') ?? '');
  const disposition = taken(first('content-disposition') ?? '');
  const boundary = parameter(declared.parameters, 'boundary');
  const charset = parameter(declared.parameters, 'charset');
  const contentId = first('content-id');
  return {
    all,
    contentType: /^[\w.+-]+\/[\w.+-]+$/u.test(declared.value) ? declared.value : fallback,
    parameters: declared.parameters,
    encoding: /[\w-]+/u.exec(first('content-transfer-encoding')?.slice(0, 100).toLowerCase() ?? '')?.[0] ?? '',
    disposition: disposition.value,
    fileName: await fileNameOf(declared.parameters, disposition.parameters),
    ...(boundary === undefined ? {} : { boundary }),
    ...(charset === undefined ? {} : { charset }),
    ...(contentId === undefined ? {} : { contentId }),
  };
}

function inUtf8(block: Buffer): Buffer {
  return isUtf8(block) ? block : Buffer.from(new TextDecoder('windows-1258').decode(block), 'utf8');
}

/** A content type or a disposition: what it is, and the parameters behind the first semicolon. */
function taken(value: string): { readonly value: string; readonly parameters: string } {
  const end = value.indexOf(';');
  const head = end < 0 ? value : value.slice(0, end);
  const word = head.replaceAll(/\([^()]*\)/gu, '').trim();
  return { value: word.toLowerCase(), parameters: end < 0 ? '' : value.slice(end + 1) };
}

function parameter(parameters: string, name: 'boundary' | 'charset'): string | undefined {
  const found = new RegExp(`(?:^|[;\\s])${name}\\*?=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'iu').exec(parameters);
  return found?.[1] ?? found?.[2];
}

/** postal-mime tells the names of attachments only: it is shown one that has these parameters and nothing else. */
async function fileNameOf(ofType: string, ofDisposition: string): Promise<string> {
  if (!/name/iu.test(ofType) && !/name/iu.test(ofDisposition)) return '';
  const header = `Content-Type: application/octet-stream; ${ofType}\nContent-Disposition: attachment; ${ofDisposition}\n\n.`;
  const { attachments } = await PostalMime.parse(joinWords(header));
  // Some programs write encoded words where RFC 2231 is due, and some both.
  const name = decodeHeader(attachments[0]?.filename ?? '');
  return name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
    .trim()
    .slice(0, 255);
}
