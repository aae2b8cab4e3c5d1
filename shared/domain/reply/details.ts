/** The details that stand after a command: a number, working days, a reason, a name. */
import { saysAt } from './find-phrase.ts';
import type { Line } from './parts.ts';
import { isWord, type Word } from './words.ts';
import { spell } from './spelling.ts';

/** A detail and the index of the word after it. */
export interface Detail<Value> {
  readonly value: Value;
  readonly next: number;
}

const BEFORE_NUMBER = ['theo văn bản', 'văn bản', 'thông báo', 'công văn', 'quyết định', 'kết quả', 'giấy phép'];
export const REASON_MARKS = ['vì lý do', 'với lý do', 'lý do là', 'lý do', 'bởi vì', 'vì', 'do', 'because', 'reason'];
const DAYS = ['ngày làm việc', 'ngày', 'hôm', 'working days', 'working day', 'days', 'day'];
const COUNTS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map(spell);
/** The form takes no more (shared/contracts/http/staff.ts). Working days. */
const MOST_DAYS = 60;

const DATE = /^[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?$/u;

/** `số 12/TB-UBND`, or a bare `12/TB-UBND`; the date behind it is not part of it. */
export function numberAt({ words }: Line, at: number): Detail<string> | undefined {
  const before = BEFORE_NUMBER.find((text) => saysAt(words, at, text));
  const from = at + lengthOf(before);
  const named = saysAt(words, from, 'số') || saysAt(words, from, 'no');
  const number = words[from + (named ? 1 : 0)];
  if (number === undefined || !/\p{N}/u.test(number.text)) return undefined;
  if (!named && !/[0-9]\//u.test(number.text)) return undefined;
  const next = from + (named ? 2 : 1);
  const dated = saysAt(words, next, 'ngày') && DATE.test(words[next + 1]?.text ?? '');
  return { value: number.text, next: dated ? next + 2 : next };
}

/** `3 ngày`, `03 ngày làm việc`, `ba ngày`; always working days. */
export function daysAt({ words }: Line, at: number): Detail<number> | undefined {
  const joined = /^([0-9]{1,3})ngay$/u.exec(words[at]?.readings[0]?.letters ?? '')?.[1];
  const count = joined === undefined ? countOf(words[at]) : Number(joined);
  if (count === undefined || count < 1 || count > MOST_DAYS) return undefined;
  if (joined !== undefined) return { value: count, next: at + (saysAt(words, at + 1, 'làm việc') ? 3 : 1) };
  const unit = DAYS.find((text) => saysAt(words, at + 1, text));
  return unit === undefined ? undefined : { value: count, next: at + 1 + lengthOf(unit) };
}

export function countOf(word: Word | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^[0-9]{1,3}$/u.test(word.text)) return Number(word.text);
  const spelled = COUNTS.findIndex((one) => isWord(word, one));
  return spelled === -1 ? undefined : spelled + 1;
}

/** Index of the first word of the reason, after the words that announce it. */
export function reasonAt({ words }: Line, at: number): number {
  return at + lengthOf(REASON_MARKS.find((text) => saysAt(words, at, text)));
}

function lengthOf(text: string | undefined): number {
  return text === undefined ? 0 : text.split(' ').length;
}
