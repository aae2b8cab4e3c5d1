/** Marks that mail programs leave in their HTML where what was not written now begins. Each has its files in the corpus. */
export interface HtmlMark {
  readonly name: string;
  readonly tags?: readonly string[];
  /** In the attributes, in lower case. */
  readonly attributes: RegExp;
  /** The rest of the mail goes, or this element alone. */
  readonly takes: 'rest' | 'element';
}

export const HTML_MARKS: readonly HtmlMark[] = [
  {
    name: 'outlook: the block of headers',
    attributes: /\bid=["']?(?:x_)*(?:divrplyfwdmsg|appendonsend|mail-editor-reference-message-container)\b/u,
    takes: 'rest',
  },
  {
    name: 'outlook of word: a line above the headers',
    tags: ['div'],
    attributes: /border:\s*none;\s*border-top:\s*solid (?:#e1e1e1|#b5c4df|windowtext)/u,
    takes: 'rest',
  },
  {
    name: 'zimbra: the divider',
    attributes: /\bid=["']?zwchr\b|\bdata-marker=["']?__(?:divider|headers|quoted_text)__/u,
    takes: 'rest',
  },
  { name: 'yahoo: the quote', attributes: /\b(?:id|class)=["']?[^"']{0,80}yahoo_quoted/u, takes: 'rest' },
  { name: 'thunderbird: what is forwarded', attributes: /\bclass=["']?moz-forward-container/u, takes: 'rest' },
  {
    name: 'signatures',
    attributes:
      /\b(?:class|id)=["']?(?:[^"']{0,80}\s)?(?:x_)?(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|signature|composer_signature)["'\s>]|\bdata-marker=["']?__sig_/u,
    takes: 'element',
  },
];
