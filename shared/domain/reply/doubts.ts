/** What keeps a line that names a command from being one: negated, conditional, in the past or future, a question, two at once. */
import { phraseAt, saysAt } from './find-phrase.ts';
import { gapBefore, isBreak, isColon, type Line } from './parts.ts';
import { oneOf, type Word } from './words.ts';

export const isHedge = oneOf(
  ...'chưa không ko k hông chẳng đừng khoan sẽ sắp đang nếu khi sau trước hay hoặc'.split(' '),
  ...'nên phải cần muốn định được nhưng trừ not if when or until unless but'.split(' '),
);
const isCondition = oneOf('nếu', 'khi', 'if', 'when', 'unless');
/** Before a command: said of another time, or asked of somebody else. */
const isOtherTime = oneOf('đã', 'vừa', 'mới', 'hãy', 'gần', 'có', 'dự', 'never', 'will', 'should');
export const isFavour = oneOf('giúp', 'giùm', 'dùm', 'nhờ');
const isContrast = oneOf('nhưng', 'trừ', 'chưa', 'không', 'ko', 'nếu', 'khi', 'but', 'not', 'except', 'if');
const isConnector = oneOf('và', 'rồi', 'thời', 'đó', 'hoặc', 'hay', 'thì', 'cùng', 'and', 'or', 'then');

/** How far before a command a word still turns it round. Words. */
const REACH = 4;

/** "Chưa hoàn thành", "sẽ chuyển …", "đừng chuyển", "nếu xong …": no command, but worth asking. */
export function isTurnedRound(parts: Line, from: number): boolean {
  const { words } = parts;
  if (!isHedge(words[from]) && !isOtherTime(words[from])) return false;
  return words.some((_, at) => at > from && at <= from + REACH && phraseAt(parts, at) !== undefined);
}

/** A reason that begins right after the command must not turn it round; after a colon it may say "không đủ …", but not "nếu …". */
export function isDoubtfulReason(parts: Line, at: number): boolean {
  const word = parts.words[at];
  return isColon(gapBefore(parts, at)) ? isCondition(word) : isHedge(word) || isFavour(word);
}

/** After a command without a text of its own: "nhưng …", "chưa …". */
export function isContradicted({ words }: Line, from: number): boolean {
  return words.slice(from).some((word) => isContrast(word) || isFavour(word));
}

/** Another command after a comma or a connecting word; `until` is where free text begins, in which only whole sentences are looked at. */
export function hasSecondCommand(
  parts: Line,
  about: {
    readonly kind: string;
    readonly from: number;
    readonly until: number;
    readonly papers?: boolean;
    /** True where one word is part of a name: "Phạm Thị Dung" without its marks is no "… thì dừng". */
    readonly isNamed?: (at: number) => boolean;
  },
): boolean {
  return parts.words.some((_, at) => {
    if (at < about.from || !beginsClause(parts, at, at < about.until)) return false;
    const found = phraseAt(parts, at);
    if (found === undefined || found.kind === about.kind) return false;
    if (at < about.until && found.next === at + 1 && about.isNamed?.(at) === true) return false;
    return about.papers !== true || !ALSO_PAPERS.has(found.kind);
  });
}

/** `xác nhận tình trạng hôn nhân`, `ý kiến của …` are papers too. */
const ALSO_PAPERS: ReadonlySet<string> = new Set(['confirm', 'answer', 'consult', 'supplement', 'hand-over']);

function beginsClause(parts: Line, at: number, inHead: boolean): boolean {
  const gap = gapBefore(parts, at);
  if (/[.;!…]/u.test(gap)) return true;
  return inHead && (isBreak(gap) || isConnector(parts.words[at - 1]));
}

/** ĐÓNG HỒ SƠ: …, in capitals before a colon or alone on the line, and nothing that we know. */
export function looksShouted({ line, words }: Pick<Line, 'line' | 'words'>, from: number): boolean {
  const colon = words.findIndex((_, at) => at > from && isColon(gapBefore({ line, words }, at)));
  const head = words.slice(from, colon === -1 ? words.length : colon);
  const text = head.map((word) => word.text).join(' ');
  if (NO_COMMAND.some((one) => saysAt(words, from, one))) return false;
  return (
    head.length <= MOST_SHOUTED && /\p{L}{3}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase()
  );
}

const MOST_SHOUTED = 4;
const NO_COMMAND = [
  'ghi chú',
  'lưu ý',
  'note',
  'kính gửi',
  'cảm ơn',
  'cám ơn',
  'trân trọng',
  'thông tin',
  'nội dung',
  'thanks',
];

/** "OK", "Được": says yes to something, and nobody knows to what. */
export function isMereYes(rest: readonly Word[]): boolean {
  return (
    rest.length > 0 &&
    rest.length <= MOST_SHOUTED &&
    isYes(rest[0]) &&
    rest.every((word) => isYes(word) || isParticle(word))
  );
}

const isYes = oneOf('ok', 'oke', 'okay', 'okie', 'được', 'yes', 'duyệt');
const isParticle = oneOf('ạ', 'nhé', 'nha', 'rồi', 'em', 'anh', 'chị', 'a');
