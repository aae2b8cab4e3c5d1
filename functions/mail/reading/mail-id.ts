/**
 * What a mail is known by, however often and by whatever way it is delivered: Message-ID, sender, subject, text and files. Trace headers differ with
 * each delivery and don't count. Message-ID alone would not do: some programs send two mails with one, and anybody may write another's.
 */
import { createHash } from 'node:crypto';
import type { ParsedMail } from './parsed-mail.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;

/** @returns 26 characters of base32 (130 bits): safe as a key, a file name and a part of an address. */
export function mailIdOf(mail: ParsedMail): string {
  const hash = createHash('sha256');
  // Each with its length: no two mails can say the same with other borders.
  const add = (text: string) => hash.update(`${String(Buffer.byteLength(text))}:`).update(text);
  add(mail.messageId ?? '');
  add(mail.from.join(','));
  add(mail.subject);
  add(mail.text);
  for (const { fileName, content } of mail.attachments) {
    add(fileName);
    add(createHash('sha256').update(content).digest('hex'));
  }
  return base32(hash.digest()).slice(0, LENGTH);
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31] ?? '';
    }
  }
  return text;
}
