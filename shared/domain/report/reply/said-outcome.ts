/** How a report came out, where the text of an answer says so with its first words. */
import { phraseAt } from '../../reply/find-phrase.ts';
import { findText } from '../../reply/parts.ts';
import { wordsOf } from '../../reply/words.ts';
import type { Outcome } from '../state.ts';
import { REPORT_BOOK, type ReportPhraseKind } from './report-phrases.ts';

const OUTCOMES: Readonly<Partial<Record<ReportPhraseKind, Outcome>>> = {
  fixed: 'fixed',
  scheduled: 'scheduled',
  'no-basis': 'no-basis',
};
/** What is fixed in part, for the time being or not yet is not fixed. */
const PARTLY = [
  ...['một phần', 'tạm', 'tạm thời', 'bước đầu', 'sơ bộ', 'cơ bản', 'một số', 'phần lớn', 'gần', 'trước mắt'],
  ...['chưa', 'không', 'ko', 'nhưng', 'riêng', 'còn', 'đang', 'sẽ', 'partly', 'but', 'not'],
];
/** Of a text, characters that are looked at. */
const BEGINNING = 300;

/** Undefined when the first sentence says none, or takes it back. */
export function saidOutcome(text: string): Outcome | undefined {
  const [line = ''] = text.slice(0, BEGINNING).split(/[.!?…\n]/u);
  const parts = { line, words: wordsOf(line), book: REPORT_BOOK };
  const found = phraseAt(parts, 0);
  const outcome = found && OUTCOMES[found.kind];
  if (found === undefined || outcome !== 'fixed') return outcome;
  return findText(parts, found.next, PARTLY) === -1 ? outcome : undefined;
}

/** Said after ĐÃ XỬ LÝ, they take it back. */
const TAKEN_BACK = ['một phần', 'tạm thời', 'bước đầu', 'chưa', 'nhưng', 'partly', 'but', 'not yet'];

/** "Đã xử lý: mới vá một phần", "đã xong nhưng …": what would be reported as fixed is not. */
export function isTakenBack(text: string): boolean {
  const [line = ''] = text.slice(0, BEGINNING).split(/[.!?…\n]/u);
  return findText({ line, words: wordsOf(line), book: REPORT_BOOK }, 0, TAKEN_BACK) !== -1;
}
