/**
 * The headers that Outlook, Zimbra, Yahoo and phones put above what they quote without marks: "Từ: … / Đã gửi: … / Đến: … / Chủ đề: …". Labels may be bold in
 * asterisks, in any order, with empty lines between, or all on one line.
 */
import type { MailLine } from './mail-lines.ts';

type Label = 'from' | 'to' | 'date' | 'subject';

const labels: readonly (readonly [Label, RegExp])[] = [
  ['from', /^(?:tu|from|nguoi gui|gui tu|de|von)$/u],
  ['to', /^(?:den|toi|to|gui den|gui toi|nguoi nhan|cc|bcc|an)$/u],
  ['date', /^(?:da gui|gui|gui luc|sent|date|ngay|ngay gui|thoi gian|luc|sent at|gesendet|envoye)$/u],
  ['subject', /^(?:chu de|tieu de|subject|tieu de thu|v\/v|betreff|objet)$/u],
];
const WINDOW = 12;

export function findHeaderBlock(lines: readonly MailLine[], at: number): boolean {
  const first = lines[at]?.folded ?? '';
  if (labelOf(first) === undefined) return false;
  const found = new Set<Label>(labelsWithin(first));
  let told = first;
  let blanks = 0;
  for (let next = at + 1; next < Math.min(lines.length, at + WINDOW); next++) {
    const line = lines[next];
    if (line === undefined || line.marked) break;
    blanks = line.blank ? blanks + 1 : 0;
    if (blanks > 1) break;
    told += ` ${line.folded}`;
    for (const label of labelsWithin(line.folded)) found.add(label);
  }
  if (!found.has('from')) return false;
  // "Từ: 8 giờ / Đến: 17 giờ" is a time of day; with an address it is not.
  return found.has('date') || found.has('subject') || (found.has('to') && told.includes('@'));
}

function labelOf(line: string): Label | undefined {
  const [, word] = /^[*_| ]*([a-z/ ]{1,12}?)[*_ ]*:/u.exec(line) ?? [];
  return word === undefined ? undefined : labels.find(([, words]) => words.test(word))?.[0];
}

/** The one that begins the line, and those that follow in it when a phone wrote them all in one. */
function labelsWithin(line: string): readonly Label[] {
  const first = labelOf(line);
  if (first === undefined) return [];
  const others = [...line.matchAll(/[\s*](from|sent|date|to|subject|tu|da gui|den|toi|chu de|tieu de) ?:/gu)];
  return [first, ...others.flatMap(([, word = '']) => labels.find(([, words]) => words.test(word))?.[0] ?? [])];
}
