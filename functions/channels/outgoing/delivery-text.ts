/** What a delivery says, read at the moment when it is sent; the sender of e-mail asks here too. */
import type { Delivery, DeliverySubject, Rung } from '../../../shared/domain/delivery/state.ts';
import type { Language } from '../../../shared/shell/http.ts';
import { say } from '../../../shared/shell/said-text.ts';
import type { MessageText } from '../texts/message-text.ts';
import { shortened } from '../texts/short-text.ts';
import { conversationMessage } from './conversation-message.ts';
import type { TextPorts } from './message-ports.ts';
import { reportMessage } from './report-message.ts';

export interface DeliveryText {
  readonly subject: string;
  readonly text: string;
  /** Instead of `text` where that would cost too much. */
  readonly short: string;
}

/** From an event to words in the reader's language. */
export interface Worded {
  readonly said: MessageText;
  readonly language: Language;
  /** Where the rest of a shortened text stands; absent for what has no page. */
  readonly link?: string;
}

/** @throws when the event is not there, or does not fit the template: a bug, which the dead-letter queue keeps. */
export async function deliveryText(ports: TextPorts, delivery: Delivery): Promise<DeliveryText | 'outdated'> {
  const { subject, ladder, rung } = delivery;
  const current = ladder[rung];
  if (current === undefined) throw new Error('a delivery without a rung has no text');
  const worded = await wordsOf(ports, subject, current);
  if (worded === 'outdated') return 'outdated';
  const { said, language, link } = worded;
  const text = say(said.body, language);
  return {
    subject: say(said.headline, language),
    text,
    short: link === undefined ? text : say(shortened(said, link), language),
  };
}

function wordsOf(ports: TextPorts, subject: DeliverySubject, rung: Rung): Promise<Worded | 'outdated'> {
  const kind = subject.entityId.slice(0, subject.entityId.indexOf('#'));
  switch (kind) {
    case 'report':
      return reportMessage(ports, subject, rung);
    case 'conversation':
      return conversationMessage(ports, subject);
    default:
      throw new Error(`a message about an entity of an unknown kind: ${kind}`);
  }
}
