/** Longer than any head that SES passes on; bytes. */
const LONGEST_HEAD = 256 * 1024;

/** The headers alone, up to the first empty line: of a mail that is too large nothing else is taken apart. */
export function headOf(raw: Uint8Array): Uint8Array {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, LONGEST_HEAD));
  const end = ['\r\n\r\n', '\n\n'].map((empty) => start.indexOf(empty)).filter((at) => at >= 0);
  return new Uint8Array(start.subarray(0, Math.min(...end, start.length)));
}
