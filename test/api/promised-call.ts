import { callBackSlots } from '../../functions/channels/phone/call-back-slots.ts';
import { callIdOf } from '../../functions/channels/phone/call-entity.ts';
import { takeCallEvent } from '../../functions/channels/phone/take-call-event.ts';
import type { MemorySystem } from './memory-system.ts';

/** Too many callers wait: this one is offered a call-back. @returns our id of the call. */
export async function promisedCall(system: MemorySystem): Promise<string> {
  const event = { eventId: 'e1', callId: 'pbx-9', event: 'waiting', phone: '0918000111', waiting: 11 } as const;
  const ports = { ...system.ports, slots: callBackSlots(system.ports.numbers) };
  await takeCallEvent(ports, { ...event, at: system.clock.now() });
  return callIdOf(event.callId);
}
