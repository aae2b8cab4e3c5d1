/** RFC 4648 base 32, lower case, without padding: five bits a letter, in letters of one case that no mail system treats specially. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** The leading bits of `bytes`, as `count` letters. */
export function base32(bytes: Uint8Array, count: number): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, at) => LETTERS.charAt(parseInt(bits.slice(at * 5, at * 5 + 5), 2))).join('');
}

/** A whole number, most significant letter first, without leading zeros: it has one spelling only. */
export function base32Number(value: number): string {
  const rest = Math.floor(value / 32);
  return `${rest === 0 ? '' : base32Number(rest)}${LETTERS.charAt(value % 32)}`;
}

/** @param text of these letters only. */
export function numberInBase32(text: string): number {
  return Array.from(text).reduce((value, letter) => value * 32 + LETTERS.indexOf(letter), 0);
}
