import { isBare } from '../reply/spelling.ts';
import { isSyllable } from '../reply/syllable.ts';
import { composed, reportWords, type ReportWord } from './report-words.ts';

/** Words that English cannot do without and Vietnamese does not have; `the`, `to` and `an` are syllables of both. */
const ENGLISH = new Set(
  (
    'the is are was were be been has have had it this that there and or of for with from at by my our we you they please not can could would ' +
    'should will when where why what how since every after before near help street road house water because which who been does did'
  ).split(' '),
);
/** Function words of other languages in Latin letters that visitors and workers write. */
const OTHERS = new Set(
  (
    'le les des une est dans pour avec vous nous pas sur der das und ist nicht ein eine mit auf ich el los las una por para con que esta muy yang ' +
    'dan di ini itu dengan untuk tidak saya ada dari ang mga sa ng hindi ako il della sono non per'
  ).split(' '),
);
/** Letters that only Vietnamese has. */
const ONLY_VIETNAMESE = /[ăđơưảẻỉỏủỷẽĩỹạẹịọụỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/iu;

/** Vietnamese with marks or without them, English, or what the machine cannot tell. Numbers and names alone count as Vietnamese. */
export function languageOf(text: string): 'vi' | 'en' | 'other' {
  const letters = composed(text).match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 'vi';
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (latin.length < letters.length / 2) return 'other';
  const words = reportWords(text).words.filter((word) => /^\p{L}+$/u.test(word.text));
  const marked = words.filter((word) => ONLY_VIETNAMESE.test(word.text)).length;
  if (marked >= words.length * 0.15) return 'vi';
  return ofBareWords(words);
}

function ofBareWords(words: readonly ReportWord[]): 'vi' | 'en' | 'other' {
  const share = (has: (letters: string) => boolean) =>
    words.filter(({ text }) => has(text.toLowerCase())).length / Math.max(1, words.length);
  const english = share((word) => ENGLISH.has(word));
  const vietnamese = words.filter(({ letters }) => isSyllable(letters) || isShorthand(letters)).length / words.length;
  if (english >= 0.2 && vietnamese < 0.85) return 'en';
  const others = share((word) => OTHERS.has(word));
  if (others >= 0.2 && vietnamese < 0.85) return 'other';
  if (vietnamese >= 0.7) return 'vi';
  // Foreign letters or words, and nothing English about them.
  const foreign = others > 0 || words.some((word) => !isBare(word));
  return english > 0 || !foreign ? 'en' : 'other';
}

/** `ko`, `dc`, `vs`: no vowel or no syllable, and written by everybody. */
function isShorthand(letters: string): boolean {
  return /^(?:k|ko|hok|hem|dc|đc|vs|j|z|r|ng|nc|bt|mn|sdt|tp|ubnd|csgt|ok|zalo)$/u.test(letters);
}
