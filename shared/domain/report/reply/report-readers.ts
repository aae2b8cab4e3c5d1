/** What stands behind the words of each command about a report, read into its details. */
import { addressed } from '../../reply/addressed.ts';
import { hasSecondCommand, isDoubtfulReason } from '../../reply/doubts.ts';
import type { FoundPhrase } from '../../reply/find-phrase.ts';
import type { Grammar, Reader as ReaderOf } from '../../reply/grammar.ts';
import { UNCLEAR, type LineReading } from '../../reply/line-reading.ts';
import { remarkAt } from '../../reply/nothing-more.ts';
import { gapBefore, isColon, isCourtesy, skip, type Line } from '../../reply/parts.ts';
import { isPersonal, targetFrom } from '../../reply/target.ts';
import type { Outcome } from '../state.ts';
import type { ReportPhraseKind } from './report-phrases.ts';
import type { ReportReplyCommand } from './report-reply-command.ts';
import { saidOutcome } from './said-outcome.ts';

type Reader = ReaderOf<ReportPhraseKind, ReportReplyCommand>;
type Reading = LineReading<ReportReplyCommand>;
type Found = FoundPhrase<ReportPhraseKind>;

const THE_REPORT = [
  ...['nội dung phản ánh', 'phản ánh', 'phản ánh này', 'kiến nghị', 'việc này', 'vụ việc', 'nội dung này', 'này'],
  ...['giải quyết', 'xử lý', 'the report', 'report'],
];
const NOTHING_MORE = [
  ...THE_REPORT,
  ...['và xử lý', 'để xử lý', 'để kiểm tra', 'kiểm tra', 'xác minh', 'việc', 'xong', 'rồi', 'như dự thảo', 'dự thảo'],
  ...['câu trả lời', 'ạ', 'nhé', 'nha', 'a', 'em', 'anh', 'chị', 'it'],
];
/** Behind "không thuộc thẩm quyền". */
const WHOSE = [
  ...['của đơn vị', 'của chúng tôi', 'của cơ quan', 'của phường', 'của xã', 'của sở', 'đơn vị', 'chúng tôi'],
  ...THE_REPORT,
];

export const REPORT_GRAMMAR: Grammar<ReportPhraseKind, ReportReplyCommand> = {
  readers: {
    accept: withoutText({ kind: 'accept' }),
    approve: withoutText({ kind: 'approve' }),
    fixed: answered('fixed'),
    scheduled: answered('scheduled'),
    'no-basis': answered('no-basis'),
    explained: withText(NOTHING_MORE, (text) => ({ kind: 'answer', outcome: saidOutcome(text) ?? 'explained', text })),
    progress: withText(NOTHING_MORE, (text) => ({ kind: 'progress', text })),
    consolidate: withText(NOTHING_MORE, (text) => consolidated(text)),
    decline: withText(WHOSE, (text) => ({ kind: 'decline', text })),
    keep: withText(WHOSE, (text) => ({ kind: 'keep', text })),
    return: withText(NOTHING_MORE, (text) => ({ kind: 'return', text })),
    forward: readForward,
    'hand-over': readHandOver,
  },
  notAsked: new Set(['fixed', 'approve', 'return', 'keep']),
  mayAsk: new Set(['fixed', 'scheduled', 'explained', 'no-basis', 'progress', 'consolidate', 'decline', 'return']),
};

/** The outcome of an answer whose text stands below its command is in that text. */
export function withTextBelow(command: ReportReplyCommand, text: string): ReportReplyCommand {
  switch (command.kind) {
    case 'accept':
    case 'approve':
      return command;
    case 'consolidate':
      return consolidated(text);
    case 'answer':
      return {
        ...command,
        text,
        outcome: command.outcome === 'explained' ? (saidOutcome(text) ?? 'explained') : command.outcome,
      };
    case 'progress':
    case 'decline':
    case 'forward':
    case 'hand-over':
    case 'keep':
    case 'return':
      return { ...command, text };
    default:
      return command satisfies never;
  }
}

function consolidated(text: string): ReportReplyCommand {
  const outcome = saidOutcome(text);
  return { kind: 'consolidate', ...(outcome !== undefined && { outcome }), text };
}

function answered(outcome: Outcome): Reader {
  return withText(NOTHING_MORE, (text) => ({ kind: 'answer', outcome, text }));
}

function withoutText(command: ReportReplyCommand): Reader {
  return (parts, { kind, next }) => {
    const at = skip(parts, next, NOTHING_MORE);
    const rest = remarkAt(parts, { kind, from: next, at });
    return rest === undefined ? UNCLEAR : { kind: 'commands', commands: [command], rest };
  };
}

/** Only what stands behind a colon, a semicolon or a dash is a text: "đã xử lý hố ga hôm qua" may be said to a colleague. */
function withText(fillers: readonly string[], make: (text: string) => ReportReplyCommand): Reader {
  return (parts, { kind, next }): Reading => {
    const at = skip(parts, next, fillers);
    if (at >= parts.words.length) return { kind: 'commands', commands: [make('')], rest: '' };
    if (!isColon(gapBefore(parts, at))) {
      const rest = remarkAt(parts, { kind, from: next, at });
      // "Đã xử lý. Trân trọng."
      return rest !== undefined && isThanks(parts, at) ? { kind: 'commands', commands: [make('')], rest: '' } : UNCLEAR;
    }
    if (isDoubtfulReason(parts, at)) return UNCLEAR;
    if (hasSecondCommand(upTo(parts, at), { kind, from: next, until: at })) return UNCLEAR;
    return { kind: 'commands', commands: [make(textFrom(parts, at))], rest: '' };
  };
}

const isThanksWord = /^(?:cảm ơn|cám ơn|trân trọng|thanks|thank you|xin cảm ơn)/iu;

function isThanks({ line, words }: Line, at: number): boolean {
  return isThanksWord.test(line.slice(words[at]?.start ?? line.length));
}

function upTo<Kind extends string>(parts: Line<Kind>, at: number): Line<Kind> {
  return { ...parts, words: parts.words.slice(0, at) };
}

/** As it is written: it is read by a citizen. */
function textFrom(parts: Line, at: number): string {
  const { line, words } = parts;
  const end = isCourtesy(parts, words.length - 1) ? (words.at(-2)?.end ?? line.length) : line.length;
  return line
    .slice(words[at - 1]?.end ?? 0, end)
    .replace(/^[\s:：;–—-]+/u, '')
    .trim();
}

/** What is sent "cho" somebody may be meant for a colleague. */
function readForward(parts: Line<ReportPhraseKind>, { kind, next }: Found): Reading {
  const at = targetFrom(parts, next, THE_REPORT);
  const target = addressed(parts, { kind, from: next, at });
  if (target === undefined) return UNCLEAR;
  const {
    name,
    reason: { reason: text = '' },
  } = target;
  const forward = { kind: 'forward', unit: name, text } as const;
  if (!isPersonal(parts, next, at)) return { kind: 'commands', commands: [forward], rest: '' };
  return { kind: 'commands', commands: [{ kind: 'hand-over', colleague: name, text }, forward], rest: '' };
}

function readHandOver(parts: Line<ReportPhraseKind>, { kind, next }: Found): Reading {
  const at = targetFrom(parts, next, [...THE_REPORT, 'nhiệm vụ']);
  const target = addressed(parts, { kind, from: next, at });
  if (target === undefined) return UNCLEAR;
  const {
    name,
    reason: { reason: text = '' },
  } = target;
  return { kind: 'commands', commands: [{ kind: 'hand-over', colleague: name, text }], rest: '' };
}
