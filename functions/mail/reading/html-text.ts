/**
 * A mail's HTML as lines of text. Block quotes get the `>` that plain mails have, so that one set of rules reads both. `ownTextOf` leaves out what
 * the mail program itself marked as not written now (html-marks.ts).
 */
import { HTML_MARKS, type HtmlMark } from '../new-text/html-marks.ts';
import { htmlTokens, type HtmlToken } from './html-tokens.ts';

const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr']);
const blocks = new Set([
  'div',
  'tr',
  'li',
  'section',
  'article',
  'header',
  'footer',
  'center',
  'address',
  'dl',
  'dt',
  'dd',
]);
/** Deeper quotes are quotes all the same. */
const DEEPEST_QUOTE = 5;

interface Page {
  readonly lines: string[];
  /** Of the line that is being written: joined once, for a line may be all of the mail. */
  pieces: string[];
  /** It ends in a space, or nothing stands in it. */
  spaced: boolean;
  quotes: number;
  preformatted: number;
  readonly lists: { ordered: boolean; count: number }[];
  /** The element that is left out, and how many of its name are open within it. */
  skipped?: { readonly name: string; depth: number };
}

export function wholeTextOf(html: string): string {
  return render(html, []).text;
}

/** @returns what is left, and whether the mail program had marked a quote. */
export function ownTextOf(
  html: string,
  marks: readonly HtmlMark[] = HTML_MARKS,
): { readonly text: string; readonly cut: boolean } {
  return render(html, marks);
}

function render(html: string, marks: readonly HtmlMark[]): { readonly text: string; readonly cut: boolean } {
  const page: Page = { lines: [], pieces: [], spaced: true, quotes: 0, preformatted: 0, lists: [] };
  for (const token of htmlTokens(html)) {
    if (page.skipped !== undefined) {
      skip(page, page.skipped, token);
      continue;
    }
    const mark = token.kind === 'open' ? marks.find((candidate) => isMarked(candidate, token)) : undefined;
    if (mark?.takes === 'rest') return { text: textOf(page), cut: true };
    if (mark !== undefined && token.kind === 'open' && token.name !== 'br') {
      page.skipped = { name: token.name, depth: 1 };
      endLine(page);
      continue;
    }
    show(page, token);
  }
  return { text: textOf(page), cut: false };
}

function isMarked(
  { tags, attributes }: HtmlMark,
  token: { readonly name: string; readonly attributes: string },
): boolean {
  return token.attributes.includes('=') && (tags?.includes(token.name) ?? true) && attributes.test(token.attributes);
}

function skip(page: Page, skipped: { readonly name: string; depth: number }, token: HtmlToken): void {
  if (token.kind === 'text' || token.name !== skipped.name) return;
  skipped.depth += token.kind === 'open' ? 1 : -1;
  if (skipped.depth === 0) delete page.skipped;
}

function show(page: Page, token: HtmlToken): void {
  switch (token.kind) {
    case 'text':
      addText(page, token.text);
      return;
    case 'open':
      openTag(page, token.name, token.attributes);
      return;
    case 'close':
      closeTag(page, token.name);
      return;
    default:
      token satisfies never;
  }
}

function addText(page: Page, text: string): void {
  if (page.preformatted > 0) {
    const [first = '', ...rest] = text.split('\n');
    write(page, first);
    for (const line of rest) {
      newLine(page);
      write(page, line);
    }
    return;
  }
  // A no-break space is a space that stays, and empty lines of some programs are made of it.
  const words = text.replaceAll(/[ \t\n\r\f]+/gu, ' ');
  write(page, page.spaced ? words.replace(/^ /u, '') : words);
}

function write(page: Page, text: string): void {
  if (text === '') return;
  page.pieces.push(text);
  page.spaced = text.endsWith(' ');
}

function openTag(page: Page, name: string, attributes: string): void {
  if (name === 'br') {
    newLine(page);
    return;
  }
  if (name === 'td' || name === 'th') {
    if (!page.spaced) write(page, ' ');
    return;
  }
  if (!paragraphs.has(name) && !blocks.has(name)) return;
  endLine(page);
  if (paragraphs.has(name) && !attributes.includes('mso')) blankLine(page);
  if (name === 'blockquote') page.quotes += 1;
  if (name === 'pre') page.preformatted += 1;
  if (name === 'ul' || name === 'ol') page.lists.push({ ordered: name === 'ol', count: 0 });
  if (name === 'li') write(page, bullet(page));
}

function closeTag(page: Page, name: string): void {
  if (!paragraphs.has(name) && !blocks.has(name)) return;
  endLine(page);
  if (name === 'blockquote') page.quotes = Math.max(0, page.quotes - 1);
  if (name === 'pre') page.preformatted = Math.max(0, page.preformatted - 1);
  if (name === 'ul' || name === 'ol') page.lists.pop();
  if (paragraphs.has(name) && name !== 'p') blankLine(page);
}

function bullet({ lists }: Page): string {
  const list = lists.at(-1);
  if (list === undefined) return '- ';
  list.count += 1;
  return list.ordered ? `${String(list.count)}. ` : '- ';
}

/** Between two blocks, however many tags part them. */
function endLine(page: Page): void {
  if (page.pieces.some((piece) => piece.trim() !== '')) newLine(page);
  else clearLine(page);
}

function newLine(page: Page): void {
  const mark = '> '.repeat(Math.min(page.quotes, DEEPEST_QUOTE));
  page.lines.push(`${mark}${page.pieces.join('').replaceAll('\u00A0', ' ').trimEnd()}`.trimEnd());
  clearLine(page);
}

function clearLine(page: Page): void {
  page.pieces = [];
  page.spaced = true;
}

function blankLine(page: Page): void {
  if (page.lines.length > 0 && page.lines.at(-1) !== '') page.lines.push('');
}

function textOf(page: Page): string {
  endLine(page);
  return page.lines.join('\n').replace(/^\n+/u, '').trimEnd();
}
