import { decodeTelex, decodeVni } from './leftover-keys.ts';
import { fits, spell, type Spelled } from './spelling.ts';

/** A word of a line with its place in it, and every way it can be read. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Spelled[];
}

const RUN = /[\p{L}\p{N}\p{M}]+(?:[./_@–-][\p{L}\p{N}\p{M}]+)*/gu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;

/** Numbers, codes and addresses (`12/TB-UBND`, `H29.02`) stay one word; `anh/chị` and `xong.Kết` are two. */
export function wordsOf(line: string): readonly Word[] {
  return Array.from(line.matchAll(RUN)).flatMap((run) =>
    /[0-9@]/u.test(run[0])
      ? [wordAt(run[0], run.index)]
      : Array.from(run[0].matchAll(PART), (part) => wordAt(part[0], run.index + part.index)),
  );
}

export function isWord(word: Word | undefined, meant: Spelled): boolean {
  return word?.readings.some((reading) => fits(reading, meant)) === true;
}

/** Tests a word against a list of single words, spelled in full. */
export function oneOf(...list: readonly string[]): (word: Word | undefined) => boolean {
  const meant = list.map(spell);
  return (word) => meant.some((one) => isWord(word, one));
}

function wordAt(text: string, start: number): Word {
  const plain = spell(text);
  const readings = [plain, decodeTelex(plain), decodeVni(plain)].filter((one) => one !== undefined);
  return { text, start, end: start + text.length, readings };
}
