/**
 * The one way in for whatever a channel brings: one commit, made before the provider is told that all is well. A provider that asks again,
 * because our answer was lost, finds the entity and is answered the same; nothing starts twice.
 */
import type {
  ChannelItem,
  IncomingMessage,
  IncomingMessageEvent,
} from '../../../shared/domain/conversation/channel-message.ts';
import { accept } from '../../../shared/domain/decision.ts';
import { addMinutes } from '../../../shared/domain/time.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock, Secrets } from '../../../shared/ports/outside.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { incomingMessageDecider, messageIdOf } from './incoming-message.ts';

export interface AcceptPorts {
  readonly messages: EntityStore<IncomingMessage, IncomingMessageEvent>;
  /** The conversation is named by a keyed hash of the account. */
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** Long enough to settle who said what in any procedure that follows from a report. Minutes (400 days). */
const KEPT_FOR = 400 * 24 * 60;

/**
 * @param raw the provider's payload as text, as it came.
 * @throws on a fault of the store: the provider must be told, so that it asks again.
 */
export async function acceptItem(
  { messages, secrets, clock }: AcceptPorts,
  { item, raw }: { readonly item: ChannelItem; readonly raw: string },
): Promise<{ readonly kind: 'accepted' | 'duplicate'; readonly messageId: string }> {
  const messageId = messageIdOf(item);
  const { channel, kind } = item;
  const conversationId =
    item.kind === 'receipt' ? undefined : conversationIdOf(await secrets.signingKeys(), channel, item.sender.account);
  const now = clock.now();
  const expiresAt = addMinutes(now, KEPT_FOR);
  const done = await executeCommand({
    store: messages,
    decider: incomingMessageDecider,
    entityId: `message#${messageId}`,
    actor: { kind: 'system', name: 'hotline' },
    at: now,
    create: true,
    decide: () =>
      accept({
        type: 'MessageArrived',
        messageId,
        channel,
        kind,
        arrivedAt: now,
        ...(conversationId !== undefined && { conversationId }),
      }),
    alongside: {
      keep: [
        { record: 'RAW', value: raw, expiresAt },
        { record: 'ITEM', value: item, expiresAt },
      ],
    },
  });
  if (done.kind === 'done') return { kind: 'accepted', messageId };
  if (done.kind === 'exists') return { kind: 'duplicate', messageId };
  throw new Error(`an incoming message could not be committed: ${done.kind}`);
}
