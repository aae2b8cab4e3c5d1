/** The lines of a mail as the rules of quotes look at them. */

export interface MailLine {
  /** As it stands. */
  readonly raw: string;
  /** Begins with a mark of a quote. */
  readonly marked: boolean;
  /** Its beginning without tone marks, in lower case and without spaces around: gateways and people drop the marks. */
  readonly folded: string;
  readonly blank: boolean;
}

/** Characters of a line that rules look at. */
const LOOKED_AT = 400;
/** Of a text: more than anybody writes by hand. What is behind it is a quote or no letter. */
const MOST_LINES = 5000;
const MOST_CHARACTERS = 300_000;

/** `>` of nearly all; `|` of some old ones; a person's initials before the `>`. */
const markOfQuote = /^[\s\u00A0]*(?:[>|»]|\p{Lu}\p{L}{0,3}>)/u;

export function linesOf(text: string): readonly MailLine[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split('\n', MOST_LINES)
    .map((raw) => {
      const start = raw.slice(0, LOOKED_AT);
      return { raw, marked: markOfQuote.test(start), folded: fold(start).trim(), blank: raw.trim() === '' };
    });
}

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/gu, 'd')
    .replaceAll('\u00A0', ' ')
    .toLowerCase();
}

/** Letters alone: what stays of a line however it is wrapped, marked or made bold. */
export function lettersOf(text: string): string {
  return text.replaceAll(/\P{L}/gu, '');
}
