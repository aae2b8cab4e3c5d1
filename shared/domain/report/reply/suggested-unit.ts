/** The unit that a refusal names at its end: "đường tỉnh; thuộc Sở Xây dựng". */
import { saysAt } from '../../reply/find-phrase.ts';
import { gapBefore, isBreak } from '../../reply/parts.ts';
import { wordsOf } from '../../reply/words.ts';

const BELONGS = [
  'thuộc thẩm quyền của',
  'thuộc thẩm quyền',
  'thuộc trách nhiệm của',
  'thuộc về',
  'thuộc',
  'thẩm quyền của',
  'thẩm quyền là',
  'đề nghị chuyển',
  'đề nghị chuyển đến',
  'chuyển đến',
  'chuyển',
].toSorted((left, right) => right.length - left.length);
/** Of a reason, its end: what belongs to whom is said last. Characters. */
const LOOKED_AT = 400;

/** Empty when none is named. Only behind a break: "không thuộc phường" names nobody. */
export function suggestedUnitIn(reason: string): string {
  const line = reason.slice(-LOOKED_AT);
  const words = wordsOf(line);
  for (let at = words.length - 1; at > 0; at -= 1) {
    const said = isBreak(gapBefore({ line, words }, at)) && BELONGS.find((text) => saysAt(words, at, text));
    if (typeof said !== 'string') continue;
    const name = words[at + said.split(' ').length];
    return name === undefined ? '' : line.slice(name.start).replace(/[\s.;!]+$/u, '');
  }
  return '';
}
