/** What stands behind the words of each command, read into its details. */
import { addressed } from './addressed.ts';
import { countOf, daysAt, numberAt, REASON_MARKS, reasonAt } from './details.ts';
import { hasSecondCommand, isDoubtfulReason } from './doubts.ts';
import { phraseAt, saysAt, type FoundPhrase } from './find-phrase.ts';
import type { Grammar, Reader as ReaderOf } from './grammar.ts';
import { UNCLEAR, type LineReading as Reading } from './line-reading.ts';
import { remarkAt } from './nothing-more.ts';
import { firstColon, gapBefore, isBreak, isColon, skip, textFrom, type Line } from './parts.ts';
import type { PhraseKind } from './phrases.ts';
import type { ReplyCommand } from './reply-command.ts';
import { isBare } from './spelling.ts';
import { itemsOfLine } from './supplement-items.ts';
import { isDoubtfulTarget, isPartOfName, isPersonal, targetAt, targetFrom } from './target.ts';

const THE_CASE = ['hồ sơ này', 'hồ sơ', 'việc này', 'vụ việc'];
const THE_WORK = [...THE_CASE, 'giải quyết', 'xử lý', 'tiếp nhận', 'tính thời hạn', 'thời hạn'];
const NOTHING_MORE = [
  ...THE_WORK,
  ...['và xử lý', 'để xử lý', 'công việc', 'việc', 'bước này', 'bước', 'thẩm tra', 'thẩm định', 'kiểm tra', 'xác minh'],
  ...['rồi', 'cả', 'này', 'ạ', 'nhé', 'nha', 'a', 'em', 'anh', 'chị', 'the case', 'case', 'it'],
];
const PROMISE = ['cho gia hạn', 'gia hạn', 'hẹn lại', 'xin lỗi', 'và', 'như trên', 'như dự thảo', 'dự thảo'];

type Reader = ReaderOf<PhraseKind, ReplyCommand>;
type LineReading = Reading<ReplyCommand>;

const READERS: Readonly<Record<PhraseKind, Reader>> = {
  accept: withoutText(() => ({ kind: 'accept' })),
  resume: withoutText(() => ({ kind: 'resume' })),
  done: withoutText((number, note) => ({
    kind: 'done',
    ...(number !== undefined && { number }),
    ...(note !== '' && { note }),
  })),
  confirm: withoutText((number) => (number === undefined ? { kind: 'confirm' } : { kind: 'done', number })),
  answer: readAnswer,
  supplement: readSupplement,
  refuse: readWithReason((parts, at) => {
    const number = numberAt(parts, at);
    return {
      next: number?.next ?? at,
      make: (reason) => ({ kind: 'refuse', ...(number && { number: number.value }), ...reason }),
    };
  }),
  stop: readWithReason((_, next) => ({ next, make: (reason) => ({ kind: 'stop', ...reason }) })),
  pause: readWithReason((_, next) => ({ next, make: (reason) => ({ kind: 'pause', ...reason }) })),
  extend: readWithReason((parts, at) => {
    const days = daysAt(parts, skip(parts, at, ['thêm', 'ngày trả', 'trả kết quả', 'kết quả', 'trả']));
    return {
      next: days?.next ?? at,
      make: (reason) => ({ kind: 'extend', ...(days && { workingDays: days.value }), ...reason }),
    };
  }),
  consult: readConsult,
  forward: readForward,
  'hand-over': readHandOver,
};

export const DOSSIER_GRAMMAR: Grammar<PhraseKind, ReplyCommand> = {
  readers: READERS,
  notAsked: new Set(['done', 'confirm', 'resume']),
  mayAsk: new Set(['consult', 'answer']),
  isDoubtful: isUnmarkedStop,
};

/** `dung` without marks may be dừng, đừng, đúng or a person's name: only with what belongs to stopping is it taken for that. */
function isUnmarkedStop(parts: Line, { kind, phrase, next }: FoundPhrase<PhraseKind>): boolean {
  if ((kind !== 'stop' && kind !== 'pause') || !phrase.endsWith('dừng')) return false;
  const bare = parts.words[next - 1]?.readings.every(isBare) === true;
  if (!bare || isColon(gapBefore(parts, next))) return false;
  if (phraseAt(parts, next) !== undefined) return true;
  return ![...THE_WORK, ...REASON_MARKS].some((text) => saysAt(parts.words, next, text));
}

/** TIẾP NHẬN, HOÀN THÀNH: nothing may follow but filling words, a number, or a remark after a break that does not take it back. */
function withoutText(make: (number: string | undefined, note: string) => ReplyCommand): Reader {
  return (parts, { kind, next }) => {
    const fillers = kind === 'confirm' ? [...PROMISE, ...NOTHING_MORE] : NOTHING_MORE;
    const numbered = kind === 'done' || kind === 'confirm';
    const filled = skip(parts, next, fillers);
    const number = numbered ? numberAt(parts, filled) : undefined;
    const at = number === undefined ? filled : skip(parts, number.next, fillers);
    const rest = remarkAt(parts, { kind, from: next, at });
    if (rest === undefined) return UNCLEAR;
    const command = make(number?.value, rest);
    return { kind: 'commands', commands: [command], rest: 'note' in command ? '' : rest };
  };
}

/** Only after a colon, hyphen or comma: "trả lời công dân rồi" is no answer. */
function readAnswer(parts: Line, { next }: FoundPhrase<PhraseKind>): LineReading {
  if (!isBreak(gapBefore(parts, next))) return UNCLEAR;
  return { kind: 'commands', commands: [{ kind: 'answer', text: textFrom(parts, next) }], rest: '' };
}

function readSupplement(parts: Line, { kind, next }: FoundPhrase<PhraseKind>): LineReading {
  const at = skip(parts, next, ['hồ sơ', 'thêm', 'các giấy tờ sau', 'giấy tờ sau', 'gồm', 'như sau', 'cho đủ']);
  if (isDoubtfulReason(parts, at)) return UNCLEAR;
  if (hasSecondCommand(parts, { kind, from: at, until: at, papers: true })) return UNCLEAR;
  return { kind: 'commands', commands: [{ kind: 'supplement', ...itemsOfLine(parts, at) }], rest: '' };
}

function readWithReason(
  detail: (
    parts: Line,
    at: number,
  ) => { readonly next: number; readonly make: (reason: { readonly reason?: string }) => ReplyCommand },
): Reader {
  return (parts, found) => {
    const { kind, next: after } = found;
    const { next, make } = detail(parts, skip(parts, after, THE_WORK));
    if (isDoubtfulReason(parts, next)) return UNCLEAR;
    const at = reasonAt(parts, next);
    const free = at > next || isColon(gapBefore(parts, next));
    const announced = free || next >= parts.words.length || isBreak(gapBefore(parts, next));
    if (!announced && (phraseAt(parts, next) !== undefined || needsAnnouncing(found))) return UNCLEAR;
    if (hasSecondCommand(parts, { kind, from: after, until: free ? next : firstColon(parts, next) })) return UNCLEAR;
    const reason = textFrom(parts, at);
    return { kind: 'commands', commands: [make(reason === '' ? {} : { reason })], rest: '' };
  };
}

/** "Dừng lại đã", "không đồng ý với anh ấy": these go on in too many ways for what follows to be taken as the reason. */
function needsAnnouncing({ kind, phrase }: FoundPhrase<PhraseKind>): boolean {
  return kind === 'stop' || kind === 'pause' || phrase === 'không đồng ý';
}

function readConsult(parts: Line, { kind, next }: FoundPhrase<PhraseKind>): LineReading {
  const at = targetFrom(parts, next, []);
  const unit = targetAt(parts, at, ['về', 'trong']);
  const hours = hoursAt(parts, unit.next);
  if (isDoubtfulTarget(parts, at, unit.next)) return UNCLEAR;
  const isNamed = (index: number) => isPartOfName(parts, index, at);
  if (hasSecondCommand(parts, { kind, from: next, until: unit.next, isNamed })) return UNCLEAR;
  const question = textFrom(parts, hours?.next ?? unit.next);
  const command: ReplyCommand = {
    kind: 'consult',
    unit: unit.value,
    ...(question !== '' && { question }),
    ...(hours && { workingHours: hours.value }),
  };
  return { kind: 'commands', commands: [command], rest: '' };
}

const DAY_HOURS = 8;

/** `trong 2 ngày`, `trong 16 giờ`: working time. */
function hoursAt(parts: Line, at: number): { readonly value: number; readonly next: number } | undefined {
  if (!saysAt(parts.words, at, 'trong')) return undefined;
  const days = daysAt(parts, at + 1);
  if (days !== undefined) return { value: days.value * DAY_HOURS, next: days.next };
  const count = countOf(parts.words[at + 1]);
  if (count === undefined || !saysAt(parts.words, at + 2, 'giờ')) return undefined;
  return { value: count, next: at + (saysAt(parts.words, at + 3, 'làm việc') ? 5 : 3) };
}

/** What is sent "cho" somebody may be meant for a colleague. */
function readForward(parts: Line, { kind, next }: FoundPhrase<PhraseKind>): LineReading {
  const at = targetFrom(parts, next, THE_WORK);
  const target = addressed(parts, { kind, from: next, at });
  if (target === undefined) return UNCLEAR;
  const forward: ReplyCommand = { kind: 'forward', unit: target.name, ...target.reason };
  if (!isPersonal(parts, next, at)) return { kind: 'commands', commands: [forward], rest: '' };
  const handOver: ReplyCommand = { kind: 'hand-over', colleague: target.name, ...target.reason };
  return { kind: 'commands', commands: [handOver, forward], rest: '' };
}

function readHandOver(parts: Line, { kind, next }: FoundPhrase<PhraseKind>): LineReading {
  const at = targetFrom(parts, next, [...THE_WORK, 'nhiệm vụ']);
  const target = addressed(parts, { kind, from: next, at });
  if (target === undefined) return UNCLEAR;
  return { kind: 'commands', commands: [{ kind: 'hand-over', colleague: target.name, ...target.reason }], rest: '' };
}
