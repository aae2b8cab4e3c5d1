/**
 * What the sender of a mail wrote now: without quotes, signature and footer. Lines that might be quoted are never first in the result: better an officer
 * who is asked again than an old mail that is carried out. Where a mail has both a plain and an HTML part, a line counts only if both hold it to be new.
 */
import { agreedLines } from './agreed-lines.ts';
import { CLOSING_RULES, type ClosingRule } from './closing-rules.ts';
import { HTML_MARKS, type HtmlMark } from './html-marks.ts';
import { ownTextOf } from '../reading/html-text.ts';
import { linesOf, type MailLine } from './mail-lines.ts';
import type { ParsedMail } from '../reading/parsed-mail.ts';
import { QUOTE_RULES, type QuoteRule } from './quote-rules.ts';

export interface TextRules {
  readonly quotes: readonly QuoteRule[];
  readonly closings: readonly ClosingRule[];
  readonly marks: readonly HtmlMark[];
}

export const TEXT_RULES: TextRules = { quotes: QUOTE_RULES, closings: CLOSING_RULES, marks: HTML_MARKS };

export interface NewText {
  readonly text: string;
  /** Something in the mail was quoted. */
  readonly quoted: boolean;
}

/** A quoted line as long as this may have been broken by a mail server, its rest without a mark. */
const MAY_BE_BROKEN = 60;

export function newTextOf(mail: Pick<ParsedMail, 'text' | 'html'>, rules: TextRules = TEXT_RULES): NewText {
  const plain = separate(mail.text, rules);
  if (mail.html === undefined) return { text: tidy(plain.lines), quoted: plain.quoted };
  const own = ownTextOf(mail.html, rules.marks);
  const fromHtml = separate(own.text, rules);
  const agreed = agreedLines(plain.lines, fromHtml.lines);
  return { text: tidy(agreed), quoted: plain.quoted || fromHtml.quoted || own.cut };
}

function separate(text: string, rules: TextRules): { readonly lines: readonly string[]; readonly quoted: boolean } {
  const { lines, quoted } = withoutQuotes(linesOf(text), rules.quotes);
  return { lines: withoutClosing(lines, rules.closings).map(({ raw }) => raw), quoted };
}

function withoutQuotes(lines: readonly MailLine[], rules: readonly QuoteRule[]) {
  const own: MailLine[] = [];
  let quoted = false;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const taken = line.blank ? undefined : takenBy(rules, lines, at);
    if (taken === 'rest' || isBrokenOff(own, lines, at)) return { lines: own, quoted: true };
    if (taken === undefined) own.push(line);
    else quoted = true;
    at += taken ?? 1;
  }
  return { lines: own, quoted };
}

function takenBy(rules: readonly QuoteRule[], lines: readonly MailLine[], at: number): number | 'rest' | undefined {
  for (const rule of rules) {
    const taken = rule.find(lines, at);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

/** The first line that would be kept stands right below a long quoted one: nobody can tell whose it is. */
function isBrokenOff(own: readonly MailLine[], lines: readonly MailLine[], at: number): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (above?.marked !== true || line === undefined || line.marked || line.blank) return false;
  return above.raw.length >= MAY_BE_BROKEN && own.every(({ blank }) => blank);
}

function withoutClosing(lines: readonly MailLine[], rules: readonly ClosingRule[]): readonly MailLine[] {
  const kept: MailLine[] = [];
  for (const [at, line] of lines.entries()) {
    const rule = line.blank ? undefined : rules.find((candidate) => candidate.matches(lines, at));
    if (rule?.takes === 'rest') return kept;
    if (rule === undefined) kept.push(line);
  }
  return kept;
}

/** One empty line between paragraphs, none around; no line drawn at the end. */
function tidy(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines.map((raw) => raw.replaceAll('\u00A0', ' ').trim()))
    if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line);
  while (/^[-–—_=*.\s]*$/u.test(kept.at(-1) ?? 'end')) kept.pop();
  return kept.join('\n');
}
