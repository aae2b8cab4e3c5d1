/** Segments that a text costs: GSM 03.38 and its extension table when every letter is there, otherwise UCS-2 (3GPP TS 23.038, TS 23.040). */

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** An escape and a letter: two places that no segment may part. */
const EXTENSION = new Set('\f^{}\\[~]|€');

export interface SmsSegments {
  readonly alphabet: 'gsm-7' | 'ucs-2';
  readonly segments: number;
}

export function smsSegments(text: string): SmsSegments {
  const letters = Array.from(text);
  return letters.every(isGsmLetter)
    ? { alphabet: 'gsm-7', segments: packed(letters, (letter) => (EXTENSION.has(letter) ? 2 : 1), [160, 153]) }
    : { alphabet: 'ucs-2', segments: packed(letters, (letter) => letter.length, [70, 67]) };
}

/** True for one character that a text without diacritics can hold. */
export function isGsmLetter(letter: string): boolean {
  return BASIC.has(letter) || EXTENSION.has(letter);
}

/** A text that is sent in several segments has less room in each: they carry their number. */
function packed(
  letters: readonly string[],
  placesOf: (letter: string) => number,
  [single, chained]: readonly [number, number],
): number {
  const places = letters.map(placesOf);
  if (places.reduce((sum, one) => sum + one, 0) <= single) return 1;
  let segments = 1;
  let filled = 0;
  for (const needed of places) {
    if (filled + needed > chained) {
      segments += 1;
      filled = 0;
    }
    filled += needed;
  }
  return segments;
}
