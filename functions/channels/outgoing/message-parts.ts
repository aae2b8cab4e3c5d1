/** A text as the channel takes it: its letters, its longest message, and what that costs. */
import { createHash } from 'node:crypto';
import type { ChannelPolicy } from '../../../shared/domain/catalogue/hotline.ts';
import { cutText } from '../../../shared/domain/delivery/cut-text.ts';
import { smsLetters } from '../../../shared/domain/delivery/sms-letters.ts';
import { smsSegments } from '../../../shared/domain/delivery/sms-segments.ts';
import type { MessagePart } from '../../../shared/domain/delivery/state.ts';

export interface CutMessage {
  readonly texts: readonly string[];
  readonly parts: readonly MessagePart[];
  /** Told apart from another text, and no word can be read from it. */
  readonly mark: string;
}

export function cutMessage(text: string, { channel, longest, cost }: ChannelPolicy): CutMessage {
  const texts = cutText(channel === 'sms' ? smsLetters(text) : text, longest);
  const parts = texts.map((part): MessagePart => {
    const segments = channel === 'sms' ? smsSegments(part).segments : 1;
    return { segments, cost: segments * cost };
  });
  return { texts, parts, mark: createHash('sha256').update(texts.join('\f')).digest('base64url').slice(0, 22) };
}

export function costOfParts(parts: readonly MessagePart[]): number {
  return parts.reduce((sum, { cost }) => sum + cost, 0);
}
