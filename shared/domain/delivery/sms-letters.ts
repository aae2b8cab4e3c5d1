import { isGsmLetter } from './sms-segments.ts';

/** What looks alike in print and is another letter to a phone. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '₫': 'd',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '×': 'x',
};

/** The text without diacritics (không dấu), in letters that cost least: 160 to a message instead of 70. What no phone can show is left out. */
export function smsLetters(text: string): string {
  const marksOff = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return Array.from(marksOff, plain).join('').replace(/ {2,}/gu, ' ').trim();
}

function plain(letter: string): string {
  if (letter !== '\n' && /\s/u.test(letter)) return ' ';
  const alike = PLAIN[letter] ?? letter;
  return Array.from(alike).every(isGsmLetter) ? alike : '';
}
