/** Finds phrases of a list in a text, the longest at each place: a phrase inside a longer one is not found. */
import type { Spelled } from '../reply/spelling.ts';
import { phraseOf, standsAt, type ReportWord } from './report-words.ts';

export interface PhraseList<Item> {
  readonly byFirstWord: ReadonlyMap<string, readonly Entry<Item>[]>;
}

interface Entry<Item> {
  readonly item: Item;
  readonly words: readonly Spelled[];
}

export interface FoundPhrase<Item> {
  readonly item: Item;
  /** Number of the first word. */
  readonly at: number;
  readonly length: number;
  /** With every mark that the phrase has. */
  readonly exact: boolean;
}

export function phraseList<Item>(phrases: readonly { readonly text: string; readonly item: Item }[]): PhraseList<Item> {
  const byFirstWord = new Map<string, Entry<Item>[]>();
  for (const { text, item } of phrases) {
    const words = phraseOf(text);
    const [first] = words;
    if (first === undefined) continue;
    byFirstWord.set(first.letters, [...(byFirstWord.get(first.letters) ?? []), { item, words }]);
  }
  for (const entries of byFirstWord.values()) entries.sort((left, right) => right.words.length - left.words.length);
  return { byFirstWord };
}

export function findPhrases<Item>(
  words: readonly ReportWord[],
  { byFirstWord }: PhraseList<Item>,
): readonly FoundPhrase<Item>[] {
  const found: FoundPhrase<Item>[] = [];
  for (let at = 0; at < words.length;) {
    const here = longest(words, at, byFirstWord);
    if (here !== undefined) found.push(here);
    at += here?.length ?? 1;
  }
  return found;
}

/** Of phrases of one length the one that is spelled as the text is. */
function longest<Item>(
  words: readonly ReportWord[],
  at: number,
  byFirstWord: PhraseList<Item>['byFirstWord'],
): FoundPhrase<Item> | undefined {
  let best: FoundPhrase<Item> | undefined;
  for (const letters of oneOrMany(words[at]?.letters ?? '')) {
    for (const { item, words: phrase } of byFirstWord.get(letters) ?? []) {
      if (best !== undefined && (phrase.length < best.length || best.exact)) break;
      const standing = standsAt(words, at, phrase);
      if (standing !== undefined && (best === undefined || standing === 'exact'))
        best = { item, at, length: phrase.length, exact: standing === 'exact' };
    }
  }
  return best;
}

/** An English plural stands under its singular; no Vietnamese word ends in s. */
function oneOrMany(letters: string): readonly string[] {
  return letters.length > 3 && letters.endsWith('s') ? [letters, letters.slice(0, -1)] : [letters];
}
