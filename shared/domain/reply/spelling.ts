/**
 * A Vietnamese word taken apart: its plain letters, the marks on them, and its tone. Words are compared so that marks which are missing
 * never matter and marks which say something else do: `dung` may be dừng, `đúng` never is.
 */
export interface Spelled {
  /** Lower case, without marks, đ as d. */
  readonly letters: string;
  /** One character for each letter: `^` circumflex, `(` breve, `+` horn, `-` the stroke of đ, `.` none. */
  readonly marks: string;
  /** The key of the tone in Telex (s f r x j); empty for none. */
  readonly tone: string;
}

const TONES: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const MARKS: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '(', '\u031B': '+' };
const EITHER_I = /^[hklmst]y$/u;

export function spell(word: string): Spelled {
  const letters: string[] = [];
  const marks: string[] = [];
  let tone = '';
  for (const character of word.normalize('NFKD').toLowerCase()) {
    const mark = MARKS[character];
    if (mark !== undefined) marks[marks.length - 1] = mark;
    else if (character in TONES) tone = TONES[character] ?? '';
    else if (/[\p{L}\p{N}]/u.test(character)) {
      letters.push(character === 'đ' ? 'd' : character);
      marks.push(character === 'đ' ? '-' : '.');
    }
  }
  return { letters: sameI(letters.join('')), marks: marks.join(''), tone };
}

/** One vowel alone is written y or i as one likes (lý do, lí do). */
export function sameI(letters: string): string {
  return EITHER_I.test(letters) ? letters.replace('y', 'i') : letters;
}

/** True when the written word can be the meant one: the same letters, and no mark or tone that the meant one has not. */
export function fits(written: Spelled, meant: Spelled): boolean {
  if (written.letters !== meant.letters) return false;
  if (written.tone !== '' && written.tone !== meant.tone) return false;
  return Array.from(written.marks).every((mark, index) => mark === '.' || mark === meant.marks[index]);
}

/**
 * As `fits`, but the word has all its marks or none: `dùng` and `chuyên` are words of their own, not dừng and chuyển with a mark
 * forgotten.
 */
export function fitsWhole(written: Spelled, meant: Spelled): boolean {
  if (!fits(written, meant)) return false;
  return isBare(written) || (written.tone === meant.tone && written.marks === meant.marks);
}

export function isBare({ marks, tone }: Spelled): boolean {
  return tone === '' && /^\.*$/u.test(marks);
}
