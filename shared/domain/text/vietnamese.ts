/**
 * Vietnamese text from people: one form for storing and comparing (NFC), one for searching (without diacritics), and limits.
 * Signatures and hashes are taken over the bytes received, never over these forms.
 */

/** Composed form: `Phú` typed as u + combining acute becomes the same text as the single letter ú. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * For search: lower case, without tone and vowel marks, đ as d, spaces single (`Đặng  Thị Ích` becomes `dang thi ich`). Folding
 * twice changes nothing. Compare folded with folded; never store it as a name.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Characters as a person counts them: a letter with its marks is one, so is an emoji of several code points. */
export function countGraphemes(text: string): number {
  return Array.from(SEGMENTER.segment(text)).length;
}

export type CheckedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  /** In code points of the composed form, which marks piled on one letter cannot get around. */
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
  /** A control character, a character that turns the direction of text around, or half of a surrogate pair. `at`: code points before it. */
  | { readonly kind: 'forbidden-character'; readonly at: number; readonly codePoint: string };

/**
 * Text as it may be stored: NFC, trimmed, within `maxLength` code points, free of characters that nobody sees. Line breaks and
 * tabs are allowed only in `multiline` text, where a break becomes one `\n`. Emoji and other scripts are allowed.
 */
export function checkText(
  text: string,
  limits: { readonly maxLength: number; readonly multiline?: boolean },
): CheckedText {
  const { maxLength, multiline = false } = limits;
  // No real text shrinks this much when composed and trimmed: refuse a huge one before normalising it.
  if (text.length > maxLength * LONGEST_DECOMPOSITION)
    return { kind: 'too-long', length: codePoints(text), limit: maxLength };
  const composed = nfc(multiline ? text.replace(/\r\n?/gu, '\n') : text).trim();
  if (composed === '') return { kind: 'empty' };
  const forbidden = (multiline ? FORBIDDEN_IN_LINES : FORBIDDEN).exec(composed);
  if (forbidden !== null) {
    const codePoint = forbidden[0].codePointAt(0) ?? 0;
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return { kind: 'forbidden-character', at: codePoints(composed.slice(0, forbidden.index)), codePoint: name };
  }
  const length = codePoints(composed);
  return length > maxLength ? { kind: 'too-long', length, limit: maxLength } : { kind: 'text', text: composed };
}

const SEGMENTER = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** A letter of the Vietnamese alphabet is at most three code points when decomposed (ế: e + circumflex + acute); the rest is room for spaces around. */
const LONGEST_DECOMPOSITION = 8;
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const FORBIDDEN_IN_LINES = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

function codePoints(text: string): number {
  return Array.from(text).length;
}
