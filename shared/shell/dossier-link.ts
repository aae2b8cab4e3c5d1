/**
 * The applicant's secret link (đường dẫn riêng): whoever has it may follow the case, complete it and withdraw it. The same case has the
 * same link however often it is made, so the receipt, every mail and a retry agree; it lasts as long as its signing key is listed.
 * The token names its key, so that keys rotate; 128 bits of HMAC-SHA256 over purpose and case.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SigningKeys } from '../ports/outside.ts';

const MAC_BYTES = 16;

/** @param baseUrl without a slash at the end. @param code the tracking code. */
export function dossierLink(keys: SigningKeys, baseUrl: string, code: string): string {
  return `${baseUrl}/t/${code}?k=${dossierToken(keys, code)}`;
}

/** The reporter's link (đường dẫn riêng của người phản ánh) is made the same way: one code names one case, whatever it is. */
export function reportLink(keys: SigningKeys, baseUrl: string, code: string): string {
  return `${baseUrl}/1022/${code}?k=${dossierToken(keys, code)}`;
}

/** What the link carries as `k`, and an API caller as `Authorization: Bearer`. */
export function dossierToken(keys: SigningKeys, code: string): string {
  const key = keys.keys.get(keys.current);
  if (key === undefined) throw new Error(`no signing key ${keys.current}`);
  return `${keys.current}.${mac(key, code).toString('base64url')}`;
}

export function opensDossier(keys: SigningKeys, code: string, token: string): boolean {
  const [keyId = '', signature = '', ...rest] = token.split('.');
  const key = keys.keys.get(keyId);
  if (key === undefined || rest.length > 0) return false;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(key, code);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function mac(key: Uint8Array, code: string): Buffer {
  return createHmac('sha256', key).update(`dossier-link\n${code}`).digest().subarray(0, MAC_BYTES);
}
