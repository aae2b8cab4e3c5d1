/**
 * What the new text of a reply about a report says. Only its first line can be a command. What stands below it is a note, never shown to the
 * reporter, but for an answer: when the first line is the command alone, or ends with its colon, the answer is the rest of the mail, for what a
 * citizen is told has several paragraphs. The grammar is described in shared/domain/reply/README.md.
 */
import { commandOfLine } from '../../reply/command-of-line.ts';
import { firstLine, visible } from '../../reply/first-line.ts';
import { REPORT_BOOK } from './report-phrases.ts';
import { REPORT_GRAMMAR, withTextBelow } from './report-readers.ts';
import { isTakenBack } from './said-outcome.ts';
import type { ReadReportReply, ReportReplyCommand } from './report-reply-command.ts';

/** A line as long as this was broken by the mail program, unless a sentence ends with it. Characters. */
const BROKEN_AT = 60;

/** @param newText without what was quoted, the signature and the footer. */
export function readReportReply(newText: string): ReadReportReply {
  const whole = newText.normalize('NFC').trim();
  const first = firstLine(whole, REPORT_BOOK);
  if (first === undefined) return visible(whole) === '' ? { kind: 'empty' } : { kind: 'note', note: whole };
  const { below } = first;
  const line = first.line.trim();
  const reading = commandOfLine(REPORT_GRAMMAR, first, first.from);
  if (reading.kind === 'none') return { kind: 'note', note: whole };
  if (reading.kind === 'unclear') return { kind: 'unclear', line, note: joined(below) };
  const [command, ...others] = reading.commands;
  if (command === undefined) return { kind: 'note', note: whole };
  const told = [reading.rest, ...below];
  if (others.length > 0) return { kind: 'either', commands: reading.commands, note: joined(told) };
  if (!('text' in command)) return { kind: 'command', command, note: joined(told) };
  const read = withText(command, line, below);
  return isFixed(read) && isTakenBack(read.command.text) ? { kind: 'unclear', line, note: joined(below) } : read;
}

type Answer = Extract<ReportReplyCommand, { readonly kind: 'answer' }>;

function isFixed(
  read: ReadReportReply,
): read is Extract<ReadReportReply, { readonly kind: 'command' }> & { readonly command: Answer } {
  return read.kind === 'command' && read.command.kind === 'answer' && read.command.outcome === 'fixed';
}

function withText(
  command: Extract<ReportReplyCommand, { readonly text: string }>,
  line: string,
  below: readonly string[],
): ReadReportReply {
  // GIAO CHO anh Nam needs no reason: what stands below a name is one only behind a colon.
  const named = command.kind === 'hand-over' || command.kind === 'forward';
  if (command.text === '') {
    if (named && !/[:：]\s*$/u.test(line)) return { kind: 'command', command, note: joined(below) };
    return { kind: 'command', command: withTextBelow(command, joined(below)), note: '' };
  }
  const broken = brokenLines(line, below);
  if (broken === 0) return { kind: 'command', command, note: joined(below) };
  const text = [command.text, ...below.slice(0, broken)].map((one) => one.trim()).join(' ');
  return { kind: 'command', command: withTextBelow(command, text), note: joined(below.slice(broken)) };
}

/** How many of the lines below go on with the sentence of the first. */
function brokenLines(line: string, below: readonly string[]): number {
  let count = 0;
  for (let last = line; last.length >= BROKEN_AT && !/[.!?:;…]\s*$/u.test(last); count += 1) {
    const next = below[count]?.trim() ?? '';
    if (next === '') return count;
    last = next;
  }
  return count;
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim();
}
