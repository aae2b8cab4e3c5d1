/**
 * Words as they look when the typing program did not turn the keys into letters: `tieeps nhaanj` (Telex), `tie61p nha65n` (VNI). Decoded
 * by the rules of these methods, so that the tone still tells dừng (`duwngf`) from đúng (`ddungs`).
 */
import { sameI, type Spelled } from './spelling.ts';

interface Letter {
  readonly letter: string;
  mark: string;
}

const SYLLABLE_KEYS = /^([bcdghklmnpqrstvx]*)([aeiouyw][a-z]*)$/u;
const VNI_TONES: Readonly<Record<string, string>> = { '1': 's', '2': 'f', '3': 'r', '4': 'x', '5': 'j' };

/** @returns undefined when no key is left over. */
export function decodeTelex({ letters, marks, tone }: Spelled): Spelled | undefined {
  const [, onset = '', rest] = SYLLABLE_KEYS.exec(letters) ?? [];
  if (rest === undefined) return undefined;
  const doubled = onset.startsWith('dd');
  const out = lettersOf(onset, marks).slice(doubled ? 1 : 0);
  if (doubled) setMark(out[0], '-');
  let found = tone;
  lettersOf(rest, marks.slice(onset.length)).forEach((one) => {
    if ('sfrxj'.includes(one.letter)) found = one.letter;
    else if (one.letter === 'w') addHook(out);
    else if (one.letter === 'd' && onset.startsWith('d')) setMark(out[0], '-');
    else if (one.letter !== 'z' && !repeatsVowel(out, one)) out.push(one);
  });
  const decoded = spelled(out, found);
  return decoded.letters === letters ? undefined : decoded;
}

/** @returns undefined when no digit is left over. */
export function decodeVni({ letters, marks, tone }: Spelled): Spelled | undefined {
  if (!/^[a-z]+[0-9][a-z0-9]*$/u.test(letters)) return undefined;
  const out: Letter[] = [];
  let found = tone;
  for (const one of lettersOf(letters, marks)) {
    if (one.letter in VNI_TONES) found = VNI_TONES[one.letter] ?? found;
    else if (one.letter === '6') setMark(lastOf(out, 'aeo'), '^');
    else if (one.letter === '7') addHorn(out);
    else if (one.letter === '8') setMark(lastOf(out, 'a'), '(');
    else if (one.letter === '9') setMark(lastOf(out, 'd'), '-');
    else if (one.letter !== '0') out.push(one);
  }
  return spelled(out, found);
}

/** `nhaan` and the late `nhana`: in one syllable a vowel never stands twice, so the second is the key of the circumflex. */
function repeatsVowel(out: readonly Letter[], one: Letter): boolean {
  if (!'aeo'.includes(one.letter)) return false;
  const before = lastOf(out, one.letter);
  if (before === undefined) return false;
  setMark(before, '^');
  return true;
}

function addHook(out: Letter[]): void {
  const vowel = lastOf(out, 'aou');
  if (vowel === undefined) out.push({ letter: 'u', mark: '+' });
  else if (vowel.letter === 'a' && out.at(-2)?.letter !== 'u') setMark(vowel, '(');
  else addHorn(out);
}

/** `uow` is ươ: the horn goes on both. */
function addHorn(out: readonly Letter[]): void {
  for (const one of out) if (one.letter === 'u' || one.letter === 'o') setMark(one, '+');
}

function lastOf(out: readonly Letter[], among: string): Letter | undefined {
  return out.findLast(({ letter }) => among.includes(letter));
}

function setMark(letter: Letter | undefined, mark: string): void {
  if (letter !== undefined) letter.mark = mark;
}

function lettersOf(text: string, marks: string): Letter[] {
  return Array.from(text, (letter, index) => ({ letter, mark: marks[index] ?? '.' }));
}

function spelled(out: readonly Letter[], tone: string): Spelled {
  return {
    letters: sameI(out.map(({ letter }) => letter).join('')),
    marks: out.map(({ mark }) => mark).join(''),
    tone,
  };
}
