/** Behind a command that needs no words of its own. */
import { hasSecondCommand, isContradicted } from './doubts.ts';
import { saysAt } from './find-phrase.ts';
import { gapBefore, isBreak, textFrom, type Line } from './parts.ts';

const THANKS = ['cảm ơn', 'cám ơn', 'trân trọng', 'thanks', 'thank you'];

/** The remark that stands there, often none; undefined when it may take the command back or is another one. */
export function remarkAt(
  parts: Line,
  { kind, from, at }: { readonly kind: string; readonly from: number; readonly at: number },
): string | undefined {
  const ends = at >= parts.words.length || isBreak(gapBefore(parts, at));
  if (!ends && !THANKS.some((text) => saysAt(parts.words, at, text))) return undefined;
  const doubtful = isContradicted(parts, at) || hasSecondCommand(parts, { kind, from, until: parts.words.length });
  return doubtful ? undefined : textFrom(parts, at);
}
