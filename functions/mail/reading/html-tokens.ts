/**
 * A mail's HTML as tags and text, in one pass. A browser's tree is not needed to read it line by line, and building one takes quadratic time for
 * tags that a hostile mail never closes; what libraries there are bring 42 KB (htmlparser2's tokenizer) or 171 KB (html-to-text) into the bundle.
 */
import { decodeEntities } from './html-entities.ts';

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  /** Attributes as written, in lower case: enough to look for marks in. */
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

/** Nothing in these is shown. */
const unshown = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noframes',
  'textarea',
  'select',
  'object',
  'svg',
]);
const LONGEST_ATTRIBUTES = 2000;

export function* htmlTokens(html: string): Generator<HtmlToken> {
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    const textEnd = open < 0 ? html.length : open;
    if (textEnd > at) yield { kind: 'text', text: decodeEntities(html.slice(at, textEnd)) };
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    if (!/[a-z/!?]/iu.test(html[open + 1] ?? '')) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) return;
    at = close + 1;
    const tag = tagOf(html.slice(open + 1, Math.min(close, open + LONGEST_ATTRIBUTES)));
    if (tag === undefined) continue;
    if (tag.kind === 'open' && unshown.has(tag.name) && html[close - 1] !== '/') {
      const end = endOf(html, tag.name, at);
      if (end < 0) return;
      at = end;
      continue;
    }
    yield tag;
  }
}

function tagOf(inside: string): Exclude<HtmlToken, { kind: 'text' }> | undefined {
  const [, slash, name] = /^(\/?)([a-z][a-z\d:-]*)/iu.exec(inside) ?? [];
  if (name === undefined) return undefined;
  if (slash === '/') return { kind: 'close', name: name.toLowerCase() };
  return { kind: 'open', name: name.toLowerCase(), attributes: inside.slice(name.length).toLowerCase() };
}

/** Behind the closing tag; -1 without one. A head without its end ends where the body begins, as browsers have it. */
function endOf(html: string, name: string, from: number): number {
  const closing = new RegExp(name === 'head' ? '</head\\s*>|(?=<body)' : `</${name}\\s*>`, 'giu');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found === null ? -1 : found.index + found[0].length;
}
