/**
 * What a notice says, before it is text or HTML: one content, two renderings that cannot drift apart. Vietnamese comes first
 * and is complete; English is one short paragraph for those who need it.
 */
export interface MailContent {
  /** A line above everything else. */
  readonly marker?: string;
  /** Never a name, a phone or an address: subjects show on lock screens and in the logs of every relay on the way. */
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly MailBlock[];
  readonly english: string;
  readonly signature: readonly string[];
}

export type MailBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'items'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'links'; readonly title: string; readonly links: readonly MailLink[] }
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly MailLine[] };

export type FactRow = readonly [label: string, value: string];

export interface MailLink {
  readonly label: string;
  readonly url: string;
}

/** One of several matters in one mail, each answered apart. */
export interface MailLine {
  /** The first is what it is about. */
  readonly words: readonly string[];
  readonly answer?: { readonly label: string; readonly address: string; readonly subject: string };
  readonly link?: MailLink;
}

/** A name in both languages, as the catalogue has it. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export function text(value: string): MailBlock {
  return { kind: 'text', text: value };
}

/** Rows without a value are left out. */
export function facts(rows: readonly (readonly [label: string, value: string | undefined])[]): MailBlock {
  return { kind: 'facts', rows: rows.flatMap(([label, value]) => (value ? [[label, value] as const] : [])) };
}

export function items(title: string, values: readonly string[]): MailBlock {
  return { kind: 'items', title, items: values };
}

export function links(title: string, values: readonly MailLink[]): MailBlock {
  return { kind: 'links', title, links: values };
}
