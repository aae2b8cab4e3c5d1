/** The basic table of GSM 03.38 and its extension, without the letters that Vietnamese gateways do not carry (Greek, accents). */
const plain = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z[\\\]^{|}~]*$/u;

/** Vietnamese without marks goes in the seven-bit alphabet, 160 letters to a part; with marks in UCS-2, 70. */
export function needsUnicode(text: string): boolean {
  return !plain.test(text);
}
