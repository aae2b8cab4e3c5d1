/**
 * A text that AWS End User Messaging SMS received (two-way messaging): JSON in an SNS message, which the queue holds plain or in SNS's envelope.
 * No number of ours takes texts from Viet Nam this way (sender IDs are one-way, and long numbers are not sold there): it is the way in for
 * numbers of other countries, and for a provider that speaks the same format.
 */
import * as z from 'zod/mini';
import type { ChannelMessage } from '../../../shared/domain/conversation/channel-message.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { toE164 } from '../../../shared/shell/phone.ts';

const Payload = z.object({
  originationNumber: z.string().check(z.maxLength(32)),
  messageBody: z.string(),
  inboundMessageId: z.string().check(z.minLength(1), z.maxLength(200)),
});

const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string(), Timestamp: z.iso.datetime() });

export interface QueuedText {
  /** As AWS published it, for the record. */
  readonly raw: string;
  readonly id: string;
  readonly sender: string;
  readonly text: string;
  /** By SNS; the payload itself has no time. */
  readonly publishedAt?: Instant;
}

/** The body of a queue message. What is no two-way text, or comes from no number, is a fault: the dead-letter queue keeps it for a person. */
export const QueuedText = z.pipe(
  z.unknown(),
  z.transform((body, context): QueuedText => {
    const envelope = Envelope.safeParse(body);
    const raw = envelope.success ? envelope.data.Message : JSON.stringify(body);
    const payload = Payload.safeParse(envelope.success ? parsed(raw) : body);
    const sender = payload.success ? toE164(payload.data.originationNumber) : undefined;
    if (payload.success && sender !== undefined) {
      const { inboundMessageId: id, messageBody: text } = payload.data;
      const publishedAt = envelope.success && { publishedAt: new Date(envelope.data.Timestamp).toISOString() };
      return { raw, id, sender, text, ...publishedAt };
    }
    context.issues.push({ code: 'custom', input: body });
    return z.NEVER;
  }),
);

export function messageOfText({ id, sender, text, publishedAt }: QueuedText, now: Instant): ChannelMessage {
  return {
    kind: 'message',
    channel: 'sms',
    // Texts come from the gateway as well, with ids of its own.
    providerId: `aws:${id}`,
    at: publishedAt ?? now,
    sender: { account: sender },
    content: { kind: 'text', text },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
