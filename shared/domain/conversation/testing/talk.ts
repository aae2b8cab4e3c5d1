/** A citizen and the hotline in memory: what is said is decided, and what the hotline would answer is named by its template. */
import { trackingCodeFrom } from '../../codes/tracking-code.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { smallCatalogue } from '../../catalogue/testing/small-catalogue.ts';
import type { MessageChannel } from '../../channel.ts';
import { addMinutes } from '../../time.ts';
import type { ChannelMessage, MessageContent } from '../channel-message.ts';
import type { ConversationCommand, TakeMessage } from '../conversation-commands.ts';
import { messagesForConversation } from '../conversation-messages.ts';
import { decideConversation } from '../decide-conversation.ts';
import { answersOf, type DraftAnswers } from '../draft-answers.ts';
import type { ConversationEvent, ConversationEventOf } from '../events.ts';
import { evolveConversation } from '../evolve-conversation.ts';
import { readIntent } from '../read-intent.ts';
import { labelledFields } from '../labelled-fields.ts';
import type { Conversation } from '../state.ts';

const START = '2026-11-23T02:00:00.500Z';
/** What the shell finds in a text, near enough for these tests. */
const PHONE = /(?<!\d)(?:\+84|0)[\d .]{9,12}(?!\d)/u;

export type Extras = Partial<Omit<TakeMessage, 'type' | 'message'>> &
  Partial<Pick<ChannelMessage, 'chain' | 'sender'>> & {
    /** Minutes before now in which it was written. */
    readonly writtenBefore?: number;
  };

export class Talk {
  readonly channel: MessageChannel;
  readonly catalogue: Catalogue;
  readonly messages = new Map<string, ChannelMessage>();
  readonly events: ConversationEvent[] = [];
  now = START;
  state: Conversation | undefined;
  #numbers = 0;

  constructor(channel: MessageChannel = 'zalo', catalogue: Catalogue = smallCatalogue()) {
    this.channel = channel;
    this.catalogue = catalogue;
  }

  /** Ten seconds later. @returns what the hotline answers. */
  says(said: string | MessageContent, extras: Extras = {}): readonly string[] {
    this.#numbers += 1;
    const { writtenBefore = 0, chain, sender, messageId = `m${String(this.#numbers)}`, ...given } = extras;
    this.now = addMinutes(this.now, 1 / 6);
    const content: MessageContent = typeof said === 'string' ? { kind: 'text', text: said } : said;
    const message: ChannelMessage = {
      kind: 'message',
      channel: this.channel,
      providerId: messageId,
      at: addMinutes(this.now, -writtenBefore),
      sender: sender ?? { account: 'somebody' },
      content,
      ...(chain && { chain }),
    };
    return this.take(message, { messageId, ...given });
  }

  /** The same message may be taken again. */
  take(
    message: ChannelMessage,
    { messageId, ...given }: Partial<TakeMessage> & { readonly messageId: string },
  ): readonly string[] {
    this.messages.set(messageId, message);
    const { content } = message;
    const text = content.kind === 'text' ? content.text : '';
    const intent = readIntent(text);
    const code = 'code' in intent ? { code: { reportId: intent.code, own: true } } : {};
    return this.decide({
      type: 'TakeMessage',
      conversationId: `${this.channel}-1`,
      messageId,
      message,
      hasPhone:
        PHONE.test(labelledFields(text).fields.phone ?? text) ||
        (content.kind === 'contact' && content.phone !== undefined),
      reportId: trackingCodeFrom(new TextEncoder().encode(messageId.padStart(9, '.'))),
      ...code,
      ...given,
    });
  }

  decide(command: ConversationCommand): readonly string[] {
    const decision = decideConversation(command, this.state, { now: this.now, catalogue: this.catalogue });
    if (decision.kind !== 'accepted') return [decision.kind];
    this.state = decision.events.reduce<Conversation | undefined>(evolveConversation, this.state);
    this.events.push(...decision.events);
    return decision.events.flatMap((event) => messagesForConversation(event, 'here')).map(({ template }) => template);
  }

  /** Rings what is due. */
  wait(minutes: number, clockId: 'draft' | 'parts'): readonly string[] {
    this.now = addMinutes(this.now, minutes);
    return this.decide({ type: 'RingTimer', clockId, level: 1 });
  }

  last<Type extends ConversationEvent['type']>(type: Type): ConversationEventOf<Type> | undefined {
    return this.events.findLast((event): event is ConversationEventOf<Type> => event.type === type);
  }

  count(type: ConversationEvent['type']): number {
    return this.events.filter((event) => event.type === type).length;
  }

  /** What the last completed draft says. */
  answers(): DraftAnswers {
    const completed = this.last('DraftCompleted');
    if (completed === undefined) throw new Error('no draft was completed');
    return answersOf(completed.draft, this.messages);
  }
}
