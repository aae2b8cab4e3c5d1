/**
 * Which wards a report names, under their names of today or an earlier one: people go on saying the name that a reform took away, and the names of
 * two wards that were merged lead to one. What lies in a place nobody named is asked for, not guessed.
 */
import type { Area, AreaCode, Catalogue } from '../catalogue/catalogue.ts';
import { isValidOn, levelOn, memoized, successorsOf } from '../catalogue/lookup.ts';
import type { LocalDate } from '../time.ts';
import { findPhrases, phraseList } from './find-phrases.ts';
import type { ReportWords } from './report-words.ts';

interface NamedAreas {
  readonly areas: readonly Area[];
  /** With the word for what it is: phường Phú Lợi, not only Phú Lợi. */
  readonly designated: boolean;
}

/** How people write what an area is; the first of each is the one in the catalogue. */
const DESIGNATIONS: readonly (readonly string[])[] = [
  ['phường', 'p', 'ward'],
  ['xã', 'x', 'commune'],
  ['thị trấn', 'tt'],
  ['đặc khu'],
  ['quận', 'q', 'district'],
  ['huyện', 'h'],
  ['thị xã', 'tx'],
  ['thành phố', 'tp', 'city'],
];
/** `Phú Lợi ward`. */
const ENGLISH_DESIGNATIONS = ['ward', 'commune', 'district', 'city'];
const DESIGNATED = 2;
const NAMED = 1;
/** Of an area around wards: any of them is meant. */
const AROUND = 0.4;
const MOST_SUGGESTED = 5;

const namesOf = memoized((catalogue) => {
  const byText = new Map<string, { readonly text: string; areas: readonly Area[]; readonly designated: boolean }>();
  const add = (text: string, area: Area, designated: boolean) => {
    const known = byText.get(text.toLowerCase());
    byText.set(text.toLowerCase(), { text, areas: [...(known?.areas ?? []), area], designated });
  };
  for (const area of catalogue.areas) {
    const { designations, name } = partsOf(area.name);
    // A ward that has only a number is nothing without the word: "Phường 5".
    if (!/^\d+$/u.test(name)) add(name, area, false);
    for (const designation of designations) add(`${designation} ${name}`, area, true);
    for (const designation of designations.filter((one) => ENGLISH_DESIGNATIONS.includes(one)))
      add(`${name} ${designation}`, area, true);
  }
  return phraseList([...byText.values()].map(({ text, ...item }) => ({ text, item: item satisfies NamedAreas })));
});

/** Areas that are valid on the day, best first. */
export function suggestAreas(
  { words }: ReportWords,
  about: { readonly catalogue: Catalogue; readonly on: LocalDate },
): readonly AreaCode[] {
  const { catalogue, on } = about;
  const top = highestRank(catalogue, on);
  const scores = new Map<AreaCode, number>();
  for (const { item } of findPhrases<NamedAreas>(words, namesOf(catalogue))) {
    const named = item.areas.filter((area) => area.validFrom <= on);
    // A name that an area has today is the area of today; an earlier one under the same name stands in for it only when there is none.
    const meant = named.some((area) => isValidOn(area, on)) ? named.filter((area) => isValidOn(area, on)) : named;
    const successors = unique(meant.flatMap((area) => successorsOf(catalogue, area, on)));
    for (const area of successors) {
      const rank = levelOn(catalogue, area.level, on)?.rank;
      if (rank === undefined || rank === top) continue;
      const weight = (item.designated ? DESIGNATED : NAMED) / successors.length;
      scores.set(area.code, (scores.get(area.code) ?? 0) + (rank === 1 ? weight : weight * AROUND));
    }
  }
  return [...scores]
    .sort(([leftCode, left], [rightCode, right]) => right - left || (leftCode < rightCode ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(([code]) => code);
}

function partsOf(full: string): { readonly designations: readonly string[]; readonly name: string } {
  const lower = full.toLowerCase();
  const designations = DESIGNATIONS.find(([word = '']) => lower.startsWith(`${word} `));
  const [word = ''] = designations ?? [];
  return designations === undefined
    ? { designations: [], name: full }
    : { designations, name: full.slice(word.length).trim() };
}

/** The whole province is no place where something lies. */
function highestRank(catalogue: Catalogue, on: LocalDate): number {
  return Math.max(...catalogue.levels.filter((level) => isValidOn(level, on)).map(({ rank }) => rank));
}

function unique(areas: readonly Area[]): readonly Area[] {
  return [...new Map(areas.map((area) => [area.code, area])).values()];
}
