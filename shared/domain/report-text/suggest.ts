/**
 * What the words of a report suggest to the operator who sorts it: categories, wards and urgency. A plain count of words, so that it can be explained,
 * costs nothing and says the same twice; nothing is decided from it.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Urgency } from '../catalogue/hotline.ts';
import { isValidOn } from '../catalogue/lookup.ts';
import type { Suggestion } from '../report/state.ts';
import type { LocalDate } from '../time.ts';
import { reportWords } from './report-words.ts';
import { suggestAreas } from './suggest-areas.ts';
import { suggestCategories } from './suggest-categories.ts';
import { suggestUrgency } from './suggest-urgency.ts';

export function suggestTriage(
  text: string,
  about: { readonly catalogue: Catalogue; readonly on: LocalDate },
): Pick<Suggestion, 'categories' | 'areas' | 'urgency'> {
  const words = reportWords(text);
  const categories = suggestCategories(words, about);
  const [best] = categories;
  return {
    categories,
    areas: suggestAreas(words, about),
    urgency: suggestUrgency(words, usualUrgency(about, best?.id)),
  };
}

function usualUrgency(
  { catalogue, on }: { readonly catalogue: Catalogue; readonly on: LocalDate },
  id: string | undefined,
): Urgency {
  return catalogue.reportCategories.find((one) => one.id === id && isValidOn(one, on))?.urgency ?? 'normal';
}
