import type { TextSender } from '../../../shared/ports/text-sender.ts';
import type { OutgoingChannel } from '../channel-contract.ts';

/** Texts through AWS, where no domestic gateway is to be had. */
export function awsSmsOutgoing(sender: TextSender): OutgoingChannel {
  return {
    channel: 'sms',
    send: ({ to, text, attemptId }) => sender.send({ to: to.account, text, attemptId }),
  };
}
