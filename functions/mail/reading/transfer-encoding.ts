/** A part's bytes as they were before the way (RFC 2045). Faults in the encoding cost the bytes that they hide, never the part. */
const EQUALS = 0x3d;

export function decodeTransfer(encoding: string, body: Uint8Array): Uint8Array {
  switch (encoding) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
}

/** Some programs pad every line: each padded stretch is a unit of its own. */
function decodeBase64(body: Uint8Array): Uint8Array {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const padding = text.indexOf('=');
  if (padding < 0 || /^[=\s]*$/u.test(text.slice(padding))) return Buffer.from(text, 'base64');
  const decoded = Buffer.alloc(text.length);
  let length = 0;
  for (const unit of text.split(/=+/u)) length += decoded.write(unit, length, 'base64');
  return decoded.subarray(0, length);
}

function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = Buffer.alloc(body.length);
  let length = 0;
  /** Spaces at the end of a line were added on the way; this is where they would begin. */
  let solid = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === EQUALS) {
      const pair = hexPair(body, at + 1);
      const softEnd = pair === undefined ? softLineEnd(body, at + 1) : undefined;
      if (pair !== undefined) at += 2;
      else if (softEnd !== undefined) {
        at = softEnd;
        solid = length;
        continue;
      }
      decoded[length++] = pair ?? EQUALS;
      solid = length;
      continue;
    }
    if (byte === 0x0a || byte === 0x0d) length = solid;
    decoded[length++] = byte;
    if (byte !== 0x20 && byte !== 0x09) solid = length;
  }
  return decoded.subarray(0, length);
}

function hexPair(body: Uint8Array, at: number): number | undefined {
  const [high, low] = [nibble(body[at]), nibble(body[at + 1])];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function nibble(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}

/** The place of the line feed, when nothing but spaces stands between the equals sign and it. Looks at most 100 bytes ahead. */
function softLineEnd(body: Uint8Array, from: number): number | undefined {
  for (let at = from; at < Math.min(body.length, from + 100); at++) {
    const byte = body[at];
    if (byte === 0x0a) return at;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return undefined;
  }
  return undefined;
}
