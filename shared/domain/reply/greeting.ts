/** Politeness before the command: a line of its own, or the beginning of the line. */
import { phraseAt, saysAt } from './find-phrase.ts';
import type { Line } from './parts.ts';
import { oneOf, type Word } from './words.ts';

/** Said before anything else, also without a comma. */
const ANSWERING = ['dạ vâng', 'dạ thưa', 'vâng', 'dạ', 'ok', 'oke', 'okay'];
const GREETINGS = [
  'kính gửi',
  'kính thưa',
  'kính chào',
  'xin chào',
  'em chào',
  'em xin chào',
  'tôi chào',
  'em kính chào',
  'gửi',
  'thưa',
  'chào',
  'dear',
  'hi',
  'hello',
  'good morning',
  'good afternoon',
].toSorted((left, right) => right.length - left.length);

const isAddressee = oneOf(
  ...'anh chị em cô chú bác ông bà các quý mọi người hệ thống cả nhà sếp đồng chí bạn lãnh đạo phòng ban đơn vị'.split(
    ' ',
  ),
  ...'trung tâm bộ phận cơ quan sở all team sir madam everyone'.split(' '),
);

/** A name or an office after the greeting; more words than these are a sentence. */
const NAME = 3;
const OFFICE = 14;

/**
 * Index of the first word that is no greeting: 0 where there is none, the number of words where the whole line is one. A comma or full stop
 * ends a greeting; without one, only words of address or a name belong to it.
 */
export function afterGreeting(parts: Line): number {
  const { line, words } = parts;
  const from = afterAnswering(parts);
  const greeting = GREETINGS.find((text) => saysAt(words, from, text));
  if (greeting === undefined) return from;
  const named = from + greeting.split(' ').length;
  const formal = greeting.startsWith('kính') || greeting === 'gửi';
  const stop = words.findIndex((word, index) => index > named && isStop(line, words[index - 1], word));
  const end = stop === -1 ? words.length : stop;
  const addressed = pastAddressees(words, named);
  if (addressed < end && phraseAt(parts, addressed) !== undefined) return addressed;
  if (end - addressed > (formal ? OFFICE : NAME)) return from;
  if (stop === -1) return words.length;
  return isAddressee(words[stop]) && phraseAt(parts, stop) === undefined ? afterList(line, words, stop) : stop;
}

function afterAnswering(parts: Line): number {
  const { line, words } = parts;
  // "da nhan" without marks is đã nhận as well: what is a command as it stands loses nothing.
  if (phraseAt(parts, 0) !== undefined) return 0;
  const said = ANSWERING.find((text) => saysAt(words, 0, text));
  if (said === undefined) return 0;
  const next = said.split(' ').length;
  const first = words[0]?.text.toLowerCase() ?? '';
  // OK alone says yes to nobody knows what.
  if (first.startsWith('ok') && next === words.length) return 0;
  return first === 'da' && next < words.length && !isStop(line, words[next - 1], words[next]) ? 0 : next;
}

/** "Kính gửi anh Sơn, chị Hạnh," */
function afterList(line: string, words: readonly Word[], from: number): number {
  const stop = words.findIndex((word, index) => index > from && isStop(line, words[index - 1], word));
  const end = stop === -1 ? words.length : stop;
  return end - pastAddressees(words, from) > NAME ? from : end;
}

function pastAddressees(words: readonly Word[], from: number): number {
  const next = words.findIndex((word, index) => index >= from && !isAddressee(word));
  return next === -1 ? words.length : next;
}

function isStop(line: string, before: Word | undefined, word: Word | undefined): boolean {
  return /[,;:.!：]/u.test(line.slice(before?.end ?? 0, word?.start ?? line.length));
}
