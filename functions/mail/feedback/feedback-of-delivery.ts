/**
 * A mail to a citizen came back, or its reader complained of it: the mailbox is marked, and of a bounce the delivery hears as of every failed message
 * of a channel. A complaint is no failure: the mail arrived.
 */
import type { MailFeedback } from '../../../shared/contracts/messages.ts';
import type { ChannelReceipt } from '../../../shared/domain/conversation/channel-message.ts';
import { takeReceipt } from '../../channels/outgoing/take-receipt.ts';
import { whereTo } from '../../channels/outgoing/where-to.ts';
import type { NamedNotice } from './read-notice-tag.ts';
import type { FeedbackOutcome, FeedbackPorts } from './take-feedback.ts';

/** What an e-mail carried is named by its own notice: nobody has to remember it. */
const NOTHING_REMEMBERED = { find: () => Promise.resolve(undefined) };

export async function takeFeedbackOfDelivery(
  ports: FeedbackPorts,
  { entityId, noticeId }: NamedNotice,
  feedback: MailFeedback,
): Promise<FeedbackOutcome> {
  const delivery = entityId?.startsWith('delivery#') === true ? await ports.deliveries.load(entityId) : undefined;
  const rung = delivery?.state.attempts
    .map((attempt) => delivery.state.ladder[attempt.rung])
    .findLast((one) => one?.channel === 'email');
  if (rung === undefined) return { kind: 'unknown-notice' };
  const at = ports.clock.now();
  const where = await whereTo(ports, rung);
  if (where.kind === 'address') {
    const why = feedback.kind === 'bounce' ? 'bounced' : 'complained';
    await ports.marks.mark(where.address.account, { why, at });
  }
  if (feedback.kind === 'complaint') return { kind: 'marked' };
  const receipt: ChannelReceipt = {
    kind: 'receipt',
    channel: 'email',
    providerId: feedback.messageId,
    at,
    messageId: noticeId,
    status: 'failed',
    reason: 'bounced',
  };
  const taken = await takeReceipt({ ...ports, providerMessages: NOTHING_REMEMBERED }, receipt);
  return { kind: taken.kind === 'taken' ? 'reported' : 'marked' };
}
