/**
 * HTML by tagged template: every value is escaped unless it is HTML made by this same tag or declared by `html.trusted`. Values go in
 * text and in quoted attributes only; a value is never put in a script or an unquoted attribute.
 */
const made: unique symbol = Symbol('html');

/** A fragment whose values are escaped; `toString()` gives its text. */
export interface Html {
  readonly [made]: true;
  toString(): string;
}

/** `false`, `true` and `undefined` print nothing, so that `condition && html…` reads well; arrays are joined. */
export type HtmlValue = string | number | boolean | undefined | Html | readonly HtmlValue[];

function tag(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return fragment(strings.reduce((text, part, index) => text + written(values[index - 1]) + part));
}

/** `html.trusted` is only for text that no person's input can reach, such as a style sheet or a QR code drawn by a library. */
export const html: typeof tag & { trusted(text: string): Html } = Object.assign(tag, { trusted: fragment });

function fragment(text: string): Html {
  return { [made]: true, toString: () => text };
}

function written(value: HtmlValue): string {
  if (value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return isFragment(value) ? value.toString() : value.map(written).join('');
}

function isFragment(value: Html | readonly HtmlValue[]): value is Html {
  return made in value;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
