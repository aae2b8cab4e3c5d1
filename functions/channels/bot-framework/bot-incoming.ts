import type { IncomingChannel } from '../channel-contract.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { readActivity } from './activity.ts';
import { itemsOf } from './activity-items.ts';
import { verifyActivity, type VerifyPorts } from './verify-activity.ts';

/**
 * Messaging endpoint of the hotline's bot: Skype, as the article has it, and Teams. Where to answer is part of the activity, and is remembered
 * with the sender's address, which is written only after the call was verified.
 */
export function botIncoming(ports: VerifyPorts): IncomingChannel {
  return {
    name: 'bot-framework',
    verify: (call) => verifyActivity(call, ports),
    parse: ({ body, now }) => {
      const activity = readActivity(body);
      return activity === undefined ? { kind: 'malformed' } : { kind: 'items', items: itemsOf(activity, now) };
    },
    // An invoke waits for 200 and shows the person a fault otherwise; the others take it as well.
    acknowledge: () => ({ status: 200 }),
    refuse: refusalStatus,
  };
}
