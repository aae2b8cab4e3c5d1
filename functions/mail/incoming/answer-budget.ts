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
/** Mails to a section about held mails: of one sender, and of all together whom nobody vouches for. */
const OF_ONE_SENDER = { limit: 20, windowSeconds: DAY };
const OF_NOBODY = { limit: 50, windowSeconds: DAY };

/** @param thread `own`: from the person's own mailbox. What strangers send to the address must not use up the person's receipts. */
export async function mayAnswerReply(
  throttle: Throttle,
  thread: { readonly caseId: string; readonly staffId: StaffId; readonly own: boolean },
): Promise<boolean> {
  const { caseId, staffId, own } = thread;
  const { allowed } = await throttle.hit(`mail-answer#${own ? 'own' : 'other'}#${caseId}#${staffId}`, PER_THREAD);
  return allowed;
}

/** Whom their domain vouches for. */
export interface Sender {
  readonly address: string;
  /** From a registered mailbox of ours. */
  readonly colleague: boolean;
}

export async function mayAnswerSender(throttle: Throttle, sender: Sender): Promise<boolean> {
  const own = await throttle.hit(`mail-sender#${hashOf(sender)}`, sender.colleague ? PER_COLLEAGUE : PER_STRANGER);
  if (!own.allowed || sender.colleague) return own.allowed;
  return (await throttle.hit('mail-senders', ALL_STRANGERS)).allowed;
}

/**
 * Neither a flood of forged mails nor a mailbox that answers every mail may bury a section's own: what is over it waits in the list of work. Who
 * is vouched for has a budget of their own, which nobody else uses up.
 */
export async function mayTellDesk(
  throttle: Throttle,
  held: { readonly counterId: string | undefined; readonly sender: Sender | undefined },
): Promise<boolean> {
  const { counterId = 'inbox', sender } = held;
  const { allowed } =
    sender === undefined
      ? await throttle.hit(`mail-desk#${counterId}`, OF_NOBODY)
      : await throttle.hit(`mail-desk-sender#${hashOf(sender)}`, OF_ONE_SENDER);
  return allowed;
}

function hashOf({ address }: Sender): string {
  return createHash('sha256').update(address.toLowerCase()).digest('base64url');
}
