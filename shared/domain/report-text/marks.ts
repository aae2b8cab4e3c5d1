/**
 * Marks for the operator: words of an emergency, abuse, a complaint or a denunciation, a language that the hotline does not speak. A machine decides
 * nothing from them; of an emergency the reporter is told at once whom to call, so there a mark too many does less harm than one too few.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { EmergencyService } from '../catalogue/hotline.ts';
import { memoized } from '../catalogue/lookup.ts';
import type { ReportMarks } from '../report/state.ts';
import { fold } from '../text/vietnamese.ts';
import { findPhrases, phraseList, type FoundPhrase, type PhraseList } from './find-phrases.ts';
import { languageOf } from './language.ts';
import { reportWords, type ReportWord } from './report-words.ts';

/**
 * Without their marks these mean something harmless every day (con chờ, tháng cho, vở học, Bộ Lao động, mất dây): as an insult they count only with
 * their marks.
 */
const HARMLESS_WITHOUT_MARKS: ReadonlySet<string> = new Set([
  ...[
    'do cho',
    'thang cho',
    'con cho',
    'do ngu',
    'lu ngu',
    'oc cho',
    'me may',
    'bo lao',
    'mat day',
    'vo hoc',
    'suc vat',
  ],
]);
/** Đang chạy is driving, đang cháy burning: without marks it takes a sign of the second. */
const DRIVING_WITHOUT_MARKS: ReadonlySet<string> = new Set(['dang chay', 'chay xe', 'co sung', 'sap nha']);
const SIGNS = phrases(
  ['lửa', 'khói', 'cứu', 'cứu hỏa', 'chữa cháy', 'nạn nhân', 'bị thương', 'hung khí', 'nổ', 'máu', 'cướp', 'bắn'],
  'sign',
);
/** What burns and does not drive; in the three words before. */
const BURNING = phrases(
  ['nhà', 'xưởng', 'kho', 'chợ', 'quán', 'rừng', 'bãi rác', 'tiệm', 'trọ', 'công ty', 'bếp'],
  'sign',
);

/** Khiếu nại in everyday speech is any grievance; it is marked all the same, and a person asks what is meant. */
const OUTSIDE = phraseList([
  ...['khiếu nại', 'đơn khiếu nại', 'khiếu kiện', 'khiếu tố', 'appeal against', 'complaint against the decision'].map(
    (text) => ({ text, item: 'complaint' as const }),
  ),
  ...['tố cáo', 'đơn tố cáo', 'đơn tố giác', 'denounce', 'denunciation', 'whistleblower'].map((text) => ({
    text,
    item: 'denunciation' as const,
  })),
]);

const policyOf = memoized(({ hotline }) => ({
  emergencies: phraseList(
    hotline.emergencies.flatMap((service) => service.phrases.map((text) => ({ text, item: { service, text } }))),
  ),
  abuse: phraseList(hotline.abusiveWords.map((text) => ({ text, item: text }))),
}));

export function marksOf(text: string, { catalogue }: { readonly catalogue: Catalogue }): ReportMarks {
  const { words } = reportWords(text);
  const policy = policyOf(catalogue);
  const emergency = emergencyIn(words, policy.emergencies);
  const outside = findPhrases(words, OUTSIDE).map(({ item }) => item);
  return {
    ...(emergency !== undefined && { emergency }),
    ...(isAbusive(words, policy.abuse) && { abusive: true as const }),
    // A denunciation binds whoever reads it to secrecy, so it goes before.
    ...(outside.length > 0 && { outside: outside.includes('denunciation') ? 'denunciation' : 'complaint' }),
    ...(languageOf(text) === 'other' && { otherLanguage: true as const }),
  };
}

/** The service that most of the words speak of; of two the one that stands first in the policy. */
function emergencyIn(
  words: readonly ReportWord[],
  list: PhraseList<{ readonly service: EmergencyService; readonly text: string }>,
): string | undefined {
  const numbers = findPhrases(words, list)
    .filter((found) => found.exact || !DRIVING_WITHOUT_MARKS.has(fold(found.item.text)) || isBurning(words, found))
    .map(({ item }) => item.service.number);
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

function isBurning(words: readonly ReportWord[], { at }: FoundPhrase<unknown>): boolean {
  return findPhrases(words, SIGNS).length > 0 || findPhrases(words.slice(Math.max(0, at - 3), at), BURNING).length > 0;
}

function isAbusive(words: readonly ReportWord[], list: PhraseList<string>): boolean {
  return findPhrases(words, list).some(
    ({ item, exact, length }) => exact || (length > 1 && !HARMLESS_WITHOUT_MARKS.has(fold(item))),
  );
}

function phrases(texts: readonly string[], item: string): PhraseList<string> {
  return phraseList(texts.map((text) => ({ text, item })));
}
