/**
 * What the new text of a reply says. Only its first line can be a command; what follows is a note, whatever it says. Linear in the length of
 * the text. The grammar is described in README.md beside this file.
 */
import { commandOfLine } from './command-of-line.ts';
import { firstLine, visible } from './first-line.ts';
import { DOSSIER_BOOK } from './phrases.ts';
import { DOSSIER_GRAMMAR } from './readers.ts';
import type { ReadReply, ReplyCommand } from './reply-command.ts';
import { itemsBelow } from './supplement-items.ts';

/** @param newText without what was quoted, the signature and the footer. */
export function readReply(newText: string): ReadReply {
  const whole = newText.normalize('NFC').trim();
  const first = firstLine(whole, DOSSIER_BOOK);
  if (first === undefined) return visible(whole) === '' ? { kind: 'empty' } : { kind: 'note', note: whole };
  const { line, below } = first;
  const reading = commandOfLine(DOSSIER_GRAMMAR, first, first.from);
  if (reading.kind === 'none') return { kind: 'note', note: whole };
  if (reading.kind === 'unclear') return { kind: 'unclear', line: line.trim(), note: joined(below) };
  const [command, ...others] = reading.commands;
  if (command === undefined) return { kind: 'note', note: whole };
  if (others.length > 0) return { kind: 'either', commands: reading.commands, note: joined([reading.rest, ...below]) };
  if (command.kind === 'supplement') return withList(command, line, below);
  return { kind: 'command', command, note: joined([reading.rest, ...below]) };
}

function withList(
  command: Extract<ReplyCommand, { readonly kind: 'supplement' }>,
  line: string,
  below: readonly string[],
): ReadReply {
  const introduces = /[:：]\s*$/u.test(line);
  const list = itemsBelow(below, introduces);
  const own = introduces && list.items.length > 0 ? [] : command.items;
  const reason = command.reason ?? list.reason;
  return {
    kind: 'command',
    command: { kind: 'supplement', items: [...own, ...list.items], ...(reason !== undefined && { reason }) },
    note: joined(list.rest),
  };
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim();
}
