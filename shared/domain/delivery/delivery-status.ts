/**
 * How a delivery stands, from its attempts and the receipts as a set: in whatever order they come and however often, the same receipts give the
 * same status, and a late one takes nothing back. A part has arrived once one receipt says so: a provider that reports a failure of it as well
 * speaks of a try before. A text of several parts has arrived when all of them have.
 */
import type { Attempt, Delivery, DeliveryStatus, PartReceipt } from './state.ts';

type Standing = Pick<Delivery, 'attempts' | 'rung'> & Partial<Pick<Delivery, 'ended'>>;

export function deliveryStatus(delivery: Standing): DeliveryStatus {
  const reached = [...new Set(delivery.attempts.map(({ rung }) => rung))].map((rung) =>
    receiptsOf(delivery.attempts, rung),
  );
  if (reached.includes('seen')) return 'seen';
  if (reached.includes('delivered')) return 'delivered';
  if (delivery.ended !== undefined) return delivery.ended.status;
  const last = delivery.attempts.at(-1);
  if (last?.rung !== delivery.rung) return 'waiting';
  switch (last.outcome?.kind) {
    case undefined:
      return 'sending';
    case 'accepted':
      return 'sent';
    case 'unclear':
      return 'unclear';
    case 'unavailable':
    case 'refused':
      return 'waiting';
  }
}

/** What the receipts of all attempts on one rung come to; `nothing` when they do not say enough. */
export function receiptsOf(attempts: readonly Attempt[], rung: number): 'seen' | 'delivered' | 'failed' | 'nothing' {
  const last = attempts.findLast((one) => one.rung === rung);
  if (last === undefined) return 'nothing';
  const receipts = attempts
    .filter((one) => one.rung === rung && one.textMark === last.textMark)
    .flatMap((one) => one.receipts);
  const all = Array.from({ length: last.firstPart + last.parts.length }, (_, part) =>
    receipts.filter((receipt) => receipt.part === part),
  );
  if (!all.every(hasArrived)) return receipts.some(({ status }) => status === 'failed') ? 'failed' : 'nothing';
  return receipts.some(({ status }) => status === 'seen') ? 'seen' : 'delivered';
}

function hasArrived(receipts: readonly PartReceipt[]): boolean {
  return receipts.some(({ status }) => status !== 'failed');
}

/** Đồng; what surely did not go out costs nothing. */
export function costOf({ parts, outcome }: Attempt): number {
  const nothing = outcome?.kind === 'unavailable' || outcome?.kind === 'refused';
  const paid = nothing ? parts.slice(0, outcome.messageIds.length) : parts;
  return paid.reduce((sum, { cost }) => sum + cost, 0);
}

export function spentOn({ attempts }: Pick<Delivery, 'attempts'>): number {
  return attempts.reduce((sum, attempt) => sum + costOf(attempt), 0);
}
