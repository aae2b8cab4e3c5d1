/**
 * How many automatic mails a thread and a sender may cause. At most one for each incoming mail follows from the commits; this is against two
 * programs that answer one another in ways that nobody recognises. Over it a mail is dealt with all the same, without an answer.
 */
import { createHash } from 'node:crypto';
import type { StaffId } from '../../../shared/domain/catalogue/catalogue.ts';
import type { Throttle } from '../../../shared/ports/short-lived.ts';

const DAY = 24 * 60 * 60;
/** For one case and one person: more than anybody answers by hand in a day. */
const PER_THREAD = { limit: 20, windowSeconds: DAY };
/** To a mailbox that is nobody's of ours, and to all of them together. */
const PER_STRANGER = { limit: 3, windowSeconds: DAY };
const ALL_STRANGERS = { limit: 200, windowSeconds: DAY };
const PER_COLLEAGUE = { limit: 20, windowSeconds: DAY };

/** @param thread `own`: from the person's own mailbox. What strangers send to the address must not use up the person's receipts. */
export async function mayAnswerReply(
  throttle: Throttle,
  thread: { readonly caseId: string; readonly staffId: StaffId; readonly own: boolean },
): Promise<boolean> {
  const { caseId, staffId, own } = thread;
  const { allowed } = await throttle.hit(`mail-answer#${own ? 'own' : 'other'}#${caseId}#${staffId}`, PER_THREAD);
  return allowed;
}

export async function mayAnswerSender(
  throttle: Throttle,
  sender: { readonly address: string; readonly colleague: boolean },
): Promise<boolean> {
  const hash = createHash('sha256').update(sender.address.toLowerCase()).digest('base64url');
  const own = await throttle.hit(`mail-sender#${hash}`, sender.colleague ? PER_COLLEAGUE : PER_STRANGER);
  if (!own.allowed || sender.colleague) return own.allowed;
  return (await throttle.hit('mail-senders', ALL_STRANGERS)).allowed;
}
