import { reasonAt } from './details.ts';
import { hasSecondCommand, isDoubtfulReason } from './doubts.ts';
import { textFrom, type Line } from './parts.ts';
import { isDoubtfulTarget, isPartOfName, targetAt } from './target.ts';

/** Whom CHUYỂN or GIAO CHO names, and why; undefined when the words may say something else. @param at where the name begins. */
export function addressed(
  parts: Line,
  { kind, from, at }: { readonly kind: string; readonly from: number; readonly at: number },
): { readonly name: string; readonly reason: { readonly reason?: string } } | undefined {
  const target = targetAt(parts, at, ['vì', 'lý do', 'với lý do', 'để', 'because']);
  if (isDoubtfulTarget(parts, at, target.next) || isDoubtfulReason(parts, target.next)) return undefined;
  const isNamed = (index: number) => isPartOfName(parts, index, at);
  if (hasSecondCommand(parts, { kind, from, until: target.next, isNamed })) return undefined;
  const reason = textFrom(parts, reasonAt(parts, target.next));
  return { name: target.value, reason: reason === '' ? {} : { reason } };
}
