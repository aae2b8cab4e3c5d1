/**
 * The tracking code (mã tra cứu) that a person can dictate over the phone: nine random symbols of Crockford's base 32 (no I, L, O,
 * U) and a check character from the same alphabet.
 *
 * The check is a linear code over the field GF(32): with a = 2 a generator of the field, the code is valid when the sum of
 * symbol(i)·a^(9-i) is zero. The standard's own systems do not fit: ISO/IEC 7064 MOD 37-2 and MOD 37,36 give check characters
 * outside these 32 symbols, and their hybrid over 32 would miss some transpositions. Since a^0…a^9 are ten different non-zero
 * elements, every single wrong symbol, every exchange of two symbols at any distance, and every doubled symbol written as
 * another double is caught (all three are proved by enumeration in the tests). Any other error passes once in 32.
 *
 * Nine symbols are 45 random bits: the code shows no more than how far a case is (Circular 01/2018/TT-VPCP art. 16).
 */
export type TrackingCode = string & { readonly __brand?: 'TrackingCode' };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SYMBOLS = 9;
const LENGTH = RANDOM_SYMBOLS + 1;
/** x^5 + x^2 + 1, irreducible over GF(2); 2 (that is, x) generates the 31 non-zero elements. */
const POLYNOMIAL = 0b100101;
/** Longest text that is looked at: a code with a separator between any two symbols. */
const TEXT_LENGTH = 3 * LENGTH;

/** Makes a code from at least nine random bytes (five bits of each are used, so every symbol is equally likely). */
export function trackingCodeFrom(randomBytes: Uint8Array): TrackingCode {
  if (randomBytes.length < RANDOM_SYMBOLS)
    throw new RangeError(`A tracking code needs ${String(RANDOM_SYMBOLS)} random bytes.`);
  const symbols = [...randomBytes.subarray(0, RANDOM_SYMBOLS)].map((byte) => byte & 31);
  return [...symbols, times2(weightedSum(symbols))].map((symbol) => ALPHABET.charAt(symbol)).join('');
}

export type ParsedTrackingCode =
  | { readonly kind: 'tracking-code'; readonly code: TrackingCode }
  /** Wrong length or letters. */
  | { readonly kind: 'malformed' }
  /** The right shape with a wrong check character: a slip of the tongue or pen, so ask again instead of looking up. */
  | { readonly kind: 'check-failed' };

/** Reads what a person typed or heard: any letter case, spaces, dashes and dots; O is read as 0, I and L as 1. */
export function parseTrackingCode(text: string): ParsedTrackingCode {
  if (text.length > TEXT_LENGTH) return { kind: 'malformed' };
  const code = text
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const symbols = Array.from(code, (symbol) => ALPHABET.indexOf(symbol));
  if (symbols.length !== LENGTH || symbols.includes(-1)) return { kind: 'malformed' };
  return weightedSum(symbols) === 0 ? { kind: 'tracking-code', code } : { kind: 'check-failed' };
}

/** In groups for reading aloud: `XXX-XXX-XXXX`. */
export function displayTrackingCode(code: TrackingCode): string {
  return `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;
}

/** Sum of symbol·2^(distance from the last symbol), by Horner's rule; addition in GF(32) is exclusive or. */
function weightedSum(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol) => times2(sum) ^ symbol, 0);
}

function times2(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ POLYNOMIAL : doubled;
}
