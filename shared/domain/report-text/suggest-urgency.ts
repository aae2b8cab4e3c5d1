import type { Urgency } from '../catalogue/hotline.ts';
import { DANGERS, DENIALS } from './everyday-phrases.ts';
import { findPhrases, phraseList } from './find-phrases.ts';
import { phraseOf, standsAt, type ReportWords } from './report-words.ts';

const DANGER_LIST = phraseList(DANGERS.map((text) => ({ text, item: text })));
const DENIAL_WORDS = DENIALS.map(phraseOf);

/** Raised to urgent by a word of danger, unless it is denied; never lowered. */
export function suggestUrgency({ words }: ReportWords, usual: Urgency): Urgency {
  const dangers = findPhrases<string>(words, DANGER_LIST).filter(({ at }) => {
    const before = Math.max(0, at - 1);
    return at === 0 || !DENIAL_WORDS.some((denial) => standsAt(words, before, denial) !== undefined);
  });
  return dangers.length > 0 ? 'urgent' : usual;
}
