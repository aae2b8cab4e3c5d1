import { fold } from '../text/vietnamese.ts';

/** Words for comparing names: folded, without punctuation. */
export function tokensOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function hasAll(tokens: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((token) => tokens.includes(token));
}

/** What a name was found to be: one, one of several, or nothing that we have. */
export type Found<Item> =
  | { readonly kind: 'one'; readonly item: Item }
  | { readonly kind: 'several'; readonly items: readonly Item[] }
  | { readonly kind: 'none' };

export function foundAmong<Item>(items: readonly Item[]): Found<Item> {
  const [first, ...others] = items;
  if (first === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', item: first } : { kind: 'several', items };
}
