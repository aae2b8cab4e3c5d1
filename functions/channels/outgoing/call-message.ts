import type { Delivery } from '../../../shared/domain/delivery/state.ts';
import { say } from '../../../shared/shell/said-text.ts';
import { callText } from '../texts/call-texts.ts';
import type { DeliveryText } from './delivery-text.ts';
import { eventOf } from './event-of.ts';
import { hotlineNumber } from './hotline-number.ts';
import type { MessagePorts } from './message-ports.ts';

/** What a caller is told by a text; never by mail. Whoever got through meanwhile needs no other way. */
export async function callMessage(
  ports: Pick<MessagePorts, 'calls' | 'catalogue' | 'clock' | 'publicBaseUrl'>,
  { subject }: Delivery,
): Promise<DeliveryText | 'outdated'> {
  const [snapshot, event, catalogue] = await Promise.all([
    ports.calls.load(subject.entityId),
    eventOf(ports.calls, subject),
    ports.catalogue.load(),
  ]);
  if (event.type === 'CallOffered' && snapshot?.state.answeredAt !== undefined) return 'outdated';
  const hotline = hotlineNumber(catalogue, ports.clock.now());
  const { headline, body } = callText({ event, page: `${ports.publicBaseUrl}/1022`, hotline });
  const text = say(body, 'vi');
  return { subject: say(headline, 'vi'), text, short: text };
}
