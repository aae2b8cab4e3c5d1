/** What a report is about, by the words that the province gives each category. Reads no meaning: an operator does. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ReportCategory, ReportCategoryId } from '../catalogue/hotline.ts';
import { isValidOn, memoized } from '../catalogue/lookup.ts';
import type { Suggestion } from '../report/state.ts';
import { fold } from '../text/vietnamese.ts';
import type { LocalDate } from '../time.ts';
import { COURTESIES, OTHER_MEANINGS } from './everyday-phrases.ts';
import { findPhrases, phraseList, type FoundPhrase } from './find-phrases.ts';
import type { ReportWords } from './report-words.ts';

/** A longer phrase says more than its words each. */
const LENGTH_WEIGHTS = [0, 1, 2, 2.6, 3];
/** Said again, a word adds little. */
const AGAIN = 0.3;
/** `toi` may be tối, tôi or tới: one short word without its marks is a weak sign, several together are nearly as good as with them. */
const BARE_WORD = 0.3;
const BARE_PHRASE = 0.9;
const COURTESY = 0.1;
const MOST_SUGGESTED = 3;

interface Keyword {
  readonly text: string;
  readonly categories: readonly ReportCategory[];
  readonly courtesy: boolean;
}

/** Every keyword with all that have it; what means something else has nobody. */
const keywordsOf = memoized((catalogue) => {
  const courtesies = new Set(COURTESIES.map(fold));
  const keywords = new Map<string, ReportCategory[]>(OTHER_MEANINGS.map((text) => [text, []]));
  for (const category of catalogue.reportCategories) {
    for (const text of new Set([...category.keywords, ...namesOf(category)])) {
      keywords.set(text, [...(keywords.get(text) ?? []), category]);
    }
  }
  return phraseList(
    [...keywords].map(([text, categories]) => ({
      text,
      item: { text, categories, courtesy: courtesies.has(fold(text)) } satisfies Keyword,
    })),
  );
});

/** Best first; the score is the share of all that points to any category, in hundredths. */
export function suggestCategories(
  { words, bare }: ReportWords,
  about: { readonly catalogue: Catalogue; readonly on: LocalDate },
): Suggestion['categories'] {
  const scores = new Map<ReportCategoryId, number>();
  const seen = new Set<string>();
  for (const found of findPhrases<Keyword>(words, keywordsOf(about.catalogue))) {
    const categories = found.item.categories.filter((category) => isValidOn(category, about.on));
    const weight = (weightOf(found, bare) * (seen.has(found.item.text) ? AGAIN : 1)) / Math.max(1, categories.length);
    if (weight === 0) continue;
    seen.add(found.item.text);
    for (const { id } of categories) scores.set(id, (scores.get(id) ?? 0) + weight);
  }
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  return [...scores]
    .map(([id, score]) => ({ id, score: Math.round((100 * score) / total) }))
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
    .slice(0, MOST_SUGGESTED);
}

function weightOf({ item, length, exact }: FoundPhrase<Keyword>, bare: boolean): number {
  const base = LENGTH_WEIGHTS[Math.min(length, LENGTH_WEIGHTS.length - 1)] ?? 0;
  if (item.courtesy) return base * COURTESY;
  if (exact && !(bare && length === 1 && item.text.length <= SHORT && VIETNAMESE_MARK.test(item.text))) return base;
  if (length > 1) return base * BARE_PHRASE;
  // In a text with marks a word without is another word: tôi nói toi.
  return bare ? base * BARE_WORD : 0;
}

const SHORT = 5;
const VIETNAMESE_MARK = /[^\p{ASCII}]/u;

/** "Thoát nước, ngập" names two things. */
function namesOf({ name, nameEn }: ReportCategory): readonly string[] {
  return [...name.split(','), ...nameEn.toLowerCase().split(/,| and /u)].map((part) => part.trim());
}
