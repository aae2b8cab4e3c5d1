/** Chance that can be repeated: draws made from a seed, so that supervision can be checked afterwards by making them again. */
import { createHash } from 'node:crypto';

const BITS = 2 ** 32;

/** A number in [0, 1) that follows from the seed alone. */
export function seededDraw(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) / BITS;
}

/** `size` of the items, chosen by seed and key: the same whatever the order in which they are listed. */
export function seededSample<Item>(
  items: readonly Item[],
  choice: { readonly seed: string; readonly size: number; keyOf(item: Item): string },
): readonly Item[] {
  return items
    .map((item) => ({ item, draw: seededDraw(`${choice.seed}\n${choice.keyOf(item)}`) }))
    .toSorted((left, right) => left.draw - right.draw)
    .slice(0, choice.size)
    .map(({ item }) => item);
}
