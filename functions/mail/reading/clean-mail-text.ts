/**
 * Text of a mail as the rest of the system may see it: NFC (windows-1258 and some keyboards write letters and tone marks apart), LF at line
 * ends, none of the characters that cannot be seen or that turn text around.
 */
// C0 and C1 but tab and line feed; zero-width space, direction marks, overrides and isolates, byte order marks; the soft hyphen.
const unseen = /[^\P{Cc}\t\n]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

export function cleanMailText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/gu, '\n').replaceAll(unseen, '').normalize('NFC');
}

/** A header's value: one line. */
export function cleanLine(text: string): string {
  return cleanMailText(text).replaceAll(/\s+/gu, ' ').trim();
}
