/**
 * Where what was not written now begins, for the mail programs that staff and citizens use. A rule that takes the rest is safe wherever it matches: what
 * it loses is a note, what it would miss might be carried out. Each rule looks at a line and at most a few after it.
 */
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { findAttribution } from './attribution.ts';
import { findHeaderBlock } from './header-block.ts';
import { fold, lettersOf, type MailLine } from './mail-lines.ts';

export interface QuoteRule {
  readonly name: string;
  /** Number of lines that it takes; undefined when it does not match here. 'rest': all from here on. */
  find(lines: readonly MailLine[], at: number): number | 'rest' | undefined;
}

const markerParts = fold(REPLY_MARKER)
  .split('(')
  .map((part) => lettersOf(part));
/** Our notices end with this line (frame-mail.ts). */
const ourLastLine = 'thu nay duoc gui tu dong';
/** The longest notice has fewer lines. */
const LONGEST_NOTICE = 120;

const original =
  /^(?:[-–—_=*]{2,} ?(?:original (?:message|appointment|mail)|thu goc|tin nhan goc|tin nhan ban dau|thu ban dau|email goc|forwarded (?:message|mail|by .{0,80})|(?:thu|tin nhan|noi dung) (?:da |duoc )?chuyen tiep|chuyen tiep thu|reply message|reply all|thu tra loi) ?[-–—_=*]{0,80}|(?:begin forwarded message|bat dau (?:thu|tin nhan) (?:da |duoc )?chuyen tiep|forwarded message follows) ?:?)$/u;

export const QUOTE_RULES: readonly QuoteRule[] = [
  { name: 'marked lines', find: (lines, at) => (lines[at]?.marked === true ? 1 : undefined) },
  { name: 'our marker', find: (lines, at) => (isMarker(lines, at) ? 'rest' : undefined) },
  { name: 'our notice without marks', find: (lines, at) => (isOurNotice(lines, at) ? 'rest' : undefined) },
  {
    name: 'a rule of underscores',
    find: (lines, at) => (/^_{20,}$/u.test(lines[at]?.folded ?? '') ? 'rest' : undefined),
  },
  { name: 'original message', find: (lines, at) => (original.test(lines[at]?.folded ?? '') ? 'rest' : undefined) },
  { name: 'block of headers', find: (lines, at) => (findHeaderBlock(lines, at) ? 'rest' : undefined) },
  { name: 'who wrote when', find: findAttribution },
];

/** It may be broken over two lines. */
function isMarker(lines: readonly MailLine[], at: number): boolean {
  const folded = lines[at]?.folded ?? '';
  if (!folded.includes('xin') && !folded.includes('please')) return false;
  const first = lettersOf(folded);
  const both = first + lettersOf(lines[at + 1]?.folded ?? '');
  return markerParts.some((part) => {
    const found = both.indexOf(part);
    return found >= 0 && found < first.length;
  });
}

/** From the greeting that is nearest above our last line. */
function isOurNotice(lines: readonly MailLine[], at: number): boolean {
  if (!/^kinh gui .{1,200},$/u.test(lines[at]?.folded ?? '')) return false;
  for (let next = at + 1; next < Math.min(lines.length, at + LONGEST_NOTICE); next++) {
    const folded = lines[next]?.folded ?? '';
    if (folded.startsWith(ourLastLine)) return true;
    if (folded.startsWith('kinh gui ')) return false;
  }
  return false;
}
