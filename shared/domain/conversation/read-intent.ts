/**
 * What a message asks of the hotline besides telling it something. Only whole messages are commands: words in a sentence never are, for a
 * report that is taken for a command is lost. Marks may be missing; both languages.
 */
import { parseTrackingCode } from '../codes/tracking-code.ts';
import { isPolite } from './polite-words.ts';
import { plainText } from './plain-letters.ts';

export type Intent =
  | {
      readonly kind: 'rate';
      readonly stars: number;
      readonly code?: string;
      readonly comment: string;
      readonly digit: boolean;
    }
  /** `loose`: neither a colon nor a code stands after it, so it may be the beginning of a sentence. */
  | { readonly kind: 'reopen'; readonly code?: string; readonly reason: string; readonly loose: boolean }
  | { readonly kind: 'withdraw'; readonly code?: string; readonly reason: string }
  /** Something to be added to a report that is filed. */
  | { readonly kind: 'add'; readonly code?: string; readonly words: string }
  /** `unreadable`: a code was meant, and none can be read. */
  | { readonly kind: 'progress'; readonly code?: string; readonly unreadable?: true }
  /** `sure`: it is not the name Huy. */
  | { readonly kind: 'cancel'; readonly sure: boolean }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'words' };

/** Longer ones are no commands; reasons and comments go beyond it, so only the head is matched. */
const LONGEST_COMMAND = 60;
const WORDS: Intent = { kind: 'words' };
const CODE = String.raw`(?<code>[0-9a-z]{3}[ .\-–]?[0-9a-z]{3}[ .\-–]?[0-9a-z]{4})(?![0-9a-z])`;
const OF_REPORT = String.raw`(?: (?:phan anh|kien nghi|tin|don|report|my report|the report))?`;
const REASON = String.raw`(?:\s*[:,;.–-]+\s*(?<said>[^]*))?`;

const CANCEL = /^(?:huy|cancel|huy bo)(?: (?:phan anh|report|di|bo|nhe))*$/u;
const WITHDRAW = new RegExp(String.raw`^(?:rut|rut lai|withdraw)${OF_REPORT}(?:\s+${CODE})?${REASON}$`, 'u');
const REOPEN = new RegExp(String.raw`^(?:mo lai|reopen)${OF_REPORT}(?:\s+${CODE})?${REASON}$`, 'u');
const ADD = new RegExp(
  String.raw`^(?:bo sung|noi them|add)${OF_REPORT}(?:\s+${CODE})?\s*[:,;.–-]+\s*(?<said>\S[^]*)$`,
  'u',
);
/** The command in capitals, as we write it, and what follows as people write. */
const REOPEN_LOUD = /^(?:MỞ LẠI|MO LAI|REOPEN)\s(?=[^]*\p{Ll})/u;
const REOPEN_LOOSE = /^(?:mo lai|reopen)\s+(?<said>[^]+)$/u;
const STARS = String.raw`(?<stars>[1-5])(?!\d)(?:\s*/\s*5)?`;
const UNIT = String.raw`\s*(?:sao|diem|stars?|\*+)`;
const RATE_DIGIT = new RegExp(String.raw`^${STARS}(?:${UNIT})?[.!]*$`, 'u');
const RATE_STARS = new RegExp(String.raw`^${STARS}${UNIT}${REASON}$`, 'u');
const RATE = new RegExp(
  String.raw`^(?:danh gia|cham diem|rate|rating)(?:\s+${CODE})?\s*[:=]?\s*${STARS}(?:${UNIT})?(?:[\s,.:;–-]+(?<said>[^]*))?$`,
  'u',
);
const ASKS = String.raw`(?:tra cuu|tinh trang|tien do|status|check|track|progress)`;
const PROGRESS = new RegExp(String.raw`^(?:(?:${ASKS}|tra|ma|xem|hoi)${OF_REPORT}\s*[:#]?\s*)?${CODE}[.?]*$`, 'u');
const PROGRESS_ASKED = new RegExp(String.raw`^${ASKS}${OF_REPORT}[.?:]*$`, 'u');
const PROGRESS_UNREADABLE = new RegExp(String.raw`^${ASKS}\s*[:#]?\s*(?=[^]*\d)[0-9a-z .–-]{4,20}$`, 'u');
const LINK = /^(?:lien ket|link)(?:\s*:\s*|\s+)(?<target>\S[^]*)$/u;
const LINK_TARGET = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\+?[\d\s.()-]{8,20})$/u;
const LINK_ALONE = /^(?:lien ket|lien ket kenh)[.:]*$/u;
const DIGITS = /^\d{3}[ .-]?\d{3}$/u;

export function readIntent(text: string): Intent {
  const said = text
    .replace(/[\u200B-\u200F\u2060\uFEFF]/gu, '')
    .trim()
    .replace(/^["“”'([]+|(?<!["“”')\]])["“”')\]]+$/gu, '');
  const stars = /^(?:⭐\uFE0F?|🌟|★){1,5}$/u.test(said) ? Array.from(said.replaceAll('\uFE0F', '')).length : 0;
  if (stars > 0) return { kind: 'rate', stars, comment: '', digit: false };
  const { characters, plain: whole } = plainText(said);
  const plain = whole.replace(/[\t ]/gu, ' ');
  const original = (part: string | undefined): string =>
    part === undefined
      ? ''
      : characters
          .slice(characters.length - part.length)
          .join('')
          .trim();
  const loud = REOPEN_LOUD.test(said.normalize('NFC'));
  return ofReport(plain, original, loud) ?? ofConversation(plain, said) ?? WORDS;
}

/** @param original gives back the end of the text as it was written. @param loud it begins as {@link REOPEN_LOUD}. */
function ofReport(plain: string, original: (part: string | undefined) => string, loud: boolean): Intent | undefined {
  const rated = RATE_DIGIT.exec(plain) ?? RATE_STARS.exec(plain) ?? RATE.exec(plain);
  if (rated !== null) {
    const comment = original(rated.groups?.['said']);
    const digit = plain.length === 1;
    return { kind: 'rate', stars: Number(rated.groups?.['stars']), ...codeOf(rated), comment, digit };
  }
  const reopened = matchWithCode(REOPEN, plain);
  if (reopened !== undefined) {
    return { kind: 'reopen', ...codeOf(reopened), reason: original(reopened.groups?.['said']), loose: false };
  }
  const loosely = REOPEN_LOOSE.exec(plain);
  if (loosely !== null) return { kind: 'reopen', reason: original(loosely.groups?.['said']), loose: !loud };
  const withdrawn = matchWithCode(WITHDRAW, plain);
  if (withdrawn !== undefined) {
    return { kind: 'withdraw', ...codeOf(withdrawn), reason: original(withdrawn.groups?.['said']) };
  }
  const added = matchWithCode(ADD, plain);
  if (added !== undefined) return { kind: 'add', ...codeOf(added), words: original(added.groups?.['said']) };
  if (plain.length > LONGEST_COMMAND) return undefined;
  const asked = matchWithCode(PROGRESS, plain);
  if (asked !== undefined) return { kind: 'progress', ...codeOf(asked) };
  if (PROGRESS_ASKED.test(plain)) return { kind: 'progress' };
  return PROGRESS_UNREADABLE.test(plain) ? { kind: 'progress', unreadable: true } : undefined;
}

function ofConversation(plain: string, said: string): Intent | undefined {
  if (plain.length > LONGEST_COMMAND) return undefined;
  const bare = plain.replace(/[.!,]+$/u, '').trim();
  if (CANCEL.test(bare)) {
    const sure = bare !== 'huy' || /[ủỷ]/iu.test(said.normalize('NFC')) || said.startsWith('HUY');
    return { kind: 'cancel', sure };
  }
  const linked = LINK.exec(plain);
  const target = linked === null ? '' : said.slice(said.length - (linked.groups?.['target'] ?? '').length).trim();
  if (LINK_TARGET.test(target)) return { kind: 'link', target };
  if (LINK_ALONE.test(plain)) return { kind: 'link', target: '' };
  if (DIGITS.test(bare)) return { kind: 'digits', digits: bare.replace(/\D/gu, '') };
  return isPolite(bare);
}

/** What stands where a code would is one only when its check character is right. */
function matchWithCode(pattern: RegExp, plain: string): RegExpExecArray | undefined {
  const match = pattern.exec(plain);
  if (match === null) return undefined;
  const code = match.groups?.['code'];
  return code === undefined || parseTrackingCode(code).kind === 'tracking-code' ? match : undefined;
}

function codeOf(match: RegExpExecArray): { readonly code?: string } {
  const parsed = parseTrackingCode(match.groups?.['code'] ?? '');
  return parsed.kind === 'tracking-code' ? { code: parsed.code } : {};
}
