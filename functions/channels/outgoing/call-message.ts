import type { DeliverySubject } from '../../../shared/domain/delivery/state.ts';
import { callText } from '../texts/call-texts.ts';
import type { Worded } from './delivery-text.ts';
import { eventOf } from './event-of.ts';
import { hotlineNumber } from './hotline-number.ts';
import type { TextPorts } from './message-ports.ts';

/** Whoever got through meanwhile needs no other way. */
export async function callMessage(ports: TextPorts, subject: DeliverySubject): Promise<Worded | 'outdated'> {
  const [snapshot, event, catalogue] = await Promise.all([
    ports.calls.load(subject.entityId),
    eventOf(ports.calls, subject),
    ports.catalogue.load(),
  ]);
  if (event.type === 'CallOffered' && snapshot?.state.answeredAt !== undefined) return 'outdated';
  const hotline = hotlineNumber(catalogue, ports.clock.now());
  return { said: callText({ event, page: `${ports.publicBaseUrl}/1022`, hotline }), language: 'vi' };
}
