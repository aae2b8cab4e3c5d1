import { createHash } from 'node:crypto';
import type {
  ChannelItem,
  IncomingMessage,
  IncomingMessageEvent,
} from '../../../shared/domain/conversation/channel-message.ts';
import type { Decider } from '../../../shared/shell/execute-command.ts';

/** `<channel>-<hash>`: the same for every retry of the provider, and nothing of the provider's id, which may hold a number or a name. */
export function messageIdOf({ channel, providerId }: Pick<ChannelItem, 'channel' | 'providerId'>): string {
  return `${channel}-${createHash('sha256').update(providerId).digest('hex').slice(0, 32)}`;
}

/** Written once, never changed. */
export const incomingMessageDecider: Decider<IncomingMessage, IncomingMessageEvent> = {
  evolve: (_state, { messageId, channel, kind, arrivedAt, conversationId }) => ({
    messageId,
    channel,
    kind,
    arrivedAt,
    ...(conversationId !== undefined && { conversationId }),
  }),
  clocksOf: () => [],
  indexOf: () => ({}),
};
