import type { OutgoingNotice } from '../../../shared/contracts/messages.ts';
import { takeReceipt, type ReceiptOutcome, type ReceiptPorts } from './take-receipt.ts';

/** An e-mail is named by its own notice: nobody has to remember it. */
const NOTHING_REMEMBERED = { find: () => Promise.resolve(undefined) };

/**
 * The mail queue's sender will never send this one: its address is marked or gone, has had its mails for today, or the mail service refuses it.
 * Then the rung has failed, as if the mail had come back, and the citizen is reached another way. Of any other notice nothing follows.
 *
 * @throws as {@link takeReceipt}.
 */
export async function mailNotSent(
  ports: Omit<ReceiptPorts, 'providerMessages'>,
  notice: OutgoingNotice,
  reason: string,
): Promise<ReceiptOutcome> {
  if ('kind' in notice || notice.template !== 'delivery') return { kind: 'ignored' };
  const { noticeId } = notice;
  return takeReceipt(
    { ...ports, providerMessages: NOTHING_REMEMBERED },
    {
      kind: 'receipt',
      channel: 'email',
      providerId: noticeId,
      at: ports.clock.now(),
      messageId: noticeId,
      status: 'failed',
      reason,
    },
  );
}
