import { createHash } from 'node:crypto';

/** The one line that all callers wait on. */
export const LINE = 'call#line';

/** Exchanges make ids of whatever they like, a caller's number among it: ours says nothing. 32 hexadecimal digits, so never the line's. */
export function callIdOf(exchangesId: string): string {
  return createHash('sha256').update(exchangesId).digest('hex').slice(0, 32);
}
