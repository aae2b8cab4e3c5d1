import { acceptItem, type AcceptPorts } from '../incoming/accept-item.ts';
import { messageOfText, type QueuedText } from './two-way-text.ts';

/** SNS and SQS may each deliver twice, and in any order: AWS's id of the text names the message, and the second commit finds the first. */
export async function receiveText(
  ports: AcceptPorts,
  text: QueuedText,
): Promise<{ readonly kind: 'accepted' | 'duplicate' }> {
  const { kind } = await acceptItem(ports, { item: messageOfText(text, ports.clock.now()), raw: text.raw });
  return { kind };
}
