import type { Randomness } from '../../../shared/ports/outside.ts';

/** Hidden in a form: pressing its button twice is one act. */
export function pageKey({ randomness }: { readonly randomness: Randomness }): string {
  return Buffer.from(randomness.bytes(16)).toString('hex');
}
