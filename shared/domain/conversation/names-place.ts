/** Whoever writes "đường Bạch Đằng, phường Phú Lợi" has said where: it is not asked again. An operator asks when it is not enough. */
import { fitsWhole, isBare, spell } from '../reply/spelling.ts';
import { reportWords, type ReportWord } from '../report-text/report-words.ts';
import { suggestTriage } from '../report-text/suggest.ts';
import { localDateOf } from '../time.ts';
import type { ConversationContext } from './turn.ts';

/** What stands before the name of a street, a crossing or a building. */
const WITHIN_A_WARD = 'đường lộ hẻm ngõ ngách ngã trường street road avenue market school'.split(' ').map(spell);
/** Without their marks these are among the most common words of all. */
const ONLY_WITH_MARKS = 'chợ cầu ấp viện'.split(' ').map(spell);

/** A ward or commune of the catalogue, and something within it. */
export function namesPlace(text: string, { catalogue, now }: ConversationContext): boolean {
  const { words } = reportWords(text);
  const within = words.some((word, index) => isWithin(word) && !isOfProvince(words[index - 1], word));
  return within && suggestTriage(text, { catalogue, on: localDateOf(now) }).areas.length > 0;
}

function isWithin(word: ReportWord): boolean {
  if (WITHIN_A_WARD.some((meant) => fitsWhole(word, meant))) return true;
  return !isBare(word) && ONLY_WITH_MARKS.some((meant) => fitsWhole(word, meant));
}

/** `binh duong` without marks is the province, not a street. */
function isOfProvince(before: ReportWord | undefined, { letters }: ReportWord): boolean {
  return letters === 'duong' && before?.letters === 'binh';
}
