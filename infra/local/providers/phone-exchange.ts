/** A telephone exchange (tổng đài): callers who wait, are answered or hang up, and what it is told to say to them. */
import { randomUUID } from 'node:crypto';
import type { ProviderWorld, WebhookAnswer } from './provider-world.ts';
import { signedByKey } from './signed-by-key.ts';

export interface PhoneExchange {
  /** Rings and waits. @param phone absent when the caller hides it. */
  call(phone?: string): Promise<{ readonly callId: string; readonly told: WebhookAnswer }>;
  answer(callId: string): Promise<WebhookAnswer>;
  /** By the caller: abandoned while nobody has answered. */
  hangUp(callId: string): Promise<WebhookAnswer>;
}

export function phoneExchange(world: ProviderWorld): PhoneExchange {
  const calls = new Map<string, { readonly phone?: string; readonly waits: boolean }>();
  const tell = async (callId: string, event: string): Promise<WebhookAnswer> => {
    const phone = calls.get(callId)?.phone;
    const body = JSON.stringify({
      eventId: randomUUID(),
      callId,
      event,
      ...(phone !== undefined && { phone }),
      at: world.clock.now(),
      waiting: [...calls.values()].filter(({ waits }) => waits).length,
    });
    const { keys } = world.secrets.phoneExchange;
    return world.callWebhook(signedByKey('/channels/phone', body, { keys, at: world.clock.now() }));
  };
  return {
    call: async (phone) => {
      const callId = `pbx-${randomUUID()}`;
      calls.set(callId, { waits: true, ...(phone !== undefined && { phone }) });
      return { callId, told: await tell(callId, 'waiting') };
    },
    answer: (callId) => {
      calls.set(callId, { ...calls.get(callId), waits: false });
      return tell(callId, 'answered');
    },
    hangUp: (callId) => {
      const event = calls.get(callId)?.waits === true ? 'abandoned' : 'ended';
      calls.set(callId, { ...calls.get(callId), waits: false });
      return tell(callId, event);
    },
  };
}
