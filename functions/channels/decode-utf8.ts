/** Bytes that are no UTF-8 are nobody's text: nothing is guessed, for the signature was over the bytes. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
