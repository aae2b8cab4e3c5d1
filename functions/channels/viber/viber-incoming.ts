import type { IncomingChannel } from '../channel-contract.ts';
import { refusalStatus } from '../providers/refusal-status.ts';
import { instantOf } from '../providers/replay-window.ts';
import { verifyViber, type ViberSecrets } from './verify-viber.ts';
import { readViberEvent } from './viber-event.ts';
import { viberItems } from './viber-items.ts';
import { viberWelcome } from './viber-welcome.ts';

/** Webhook of the hotline's Viber bot. */
export function viberIncoming(secrets: ViberSecrets): IncomingChannel {
  return {
    name: 'viber',
    verify: (call) => Promise.resolve(verifyViber(call, secrets)),
    parse: ({ body }) => {
      const event = readViberEvent(body);
      if (event?.event === 'webhook') return { kind: 'items', items: [] };
      const at = event && instantOf(event.timestamp);
      return event === undefined || at === undefined
        ? { kind: 'malformed' }
        : { kind: 'items', items: viberItems(event, at) };
    },
    acknowledge: ({ body }) => {
      const event = readViberEvent(body);
      const welcome = event && viberWelcome(event, secrets);
      return { status: 200, ...(welcome !== undefined && { body: welcome }) };
    },
    refuse: refusalStatus,
  };
}
