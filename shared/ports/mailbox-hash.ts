import { createHash } from 'node:crypto';

/** SHA-256 of the address in lower case, base64url: a mark names nobody to whoever reads the table. */
export function mailboxHash(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('base64url');
}
