import type { Unit } from '../catalogue/catalogue.ts';

/**
 * Whether the ward's one-stop official must countersign a clerk's intake before it leaves: the counter's share of them, by a draw in
 * 0..1 that was made outside. Without a draw or a stated share every one is countersigned.
 */
export function countersignDrawn(counter: Unit, draw: number | undefined): boolean {
  const share = counter.counter?.countersignShare ?? 1;
  return draw === undefined || draw < share || share >= 1;
}
