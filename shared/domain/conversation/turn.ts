/** One decision under way: the events so far, and the conversation as they leave it. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ReportId } from '../report/state.ts';
import type { Instant } from '../time.ts';
import type { ChannelMessage, MessageContent } from './channel-message.ts';
import type { ConversationEvent, StandardAnswer } from './events.ts';
import { evolveConversation } from './evolve-conversation.ts';
import type { Conversation } from './state.ts';

export interface ConversationContext {
  readonly now: Instant;
  readonly catalogue: Catalogue;
}

export interface Turn {
  readonly state: Conversation;
  readonly events: readonly ConversationEvent[];
}

/** One thing that the citizen said: a message, or the parts of a long text. */
export interface Said {
  readonly messageId: string;
  readonly more?: readonly string[];
  readonly sentAt: Instant;
  readonly content: MessageContent;
  /** Absent in what is no text, and in a long text that was given up: its words are read when the report is made of them. */
  readonly text?: string;
  readonly characters: number;
  readonly subject?: string;
  readonly hasPhone: boolean;
}

/** What a turn needs beside the words. */
export interface TurnContext extends ConversationContext {
  /** For the report that may be complete now. */
  readonly reportId: ReportId;
}

export function after(turn: Turn, ...events: readonly ConversationEvent[]): Turn {
  return {
    state: events.reduce(evolveConversation, turn.state),
    events: [...turn.events, ...events],
  };
}

export function answered(turn: Turn, answer: StandardAnswer, { now }: ConversationContext): Turn {
  return after(turn, { type: 'Answered', with: answer, at: now });
}

export function charactersOf(text: string): number {
  return Array.from(text.trim()).length;
}

/** The provider's clock has full seconds on some channels: then what was written in the same second was written after. */
export function writtenBefore({ sentAt }: Pick<Said, 'sentAt'>, at: Instant): boolean {
  return sentAt.endsWith('.000Z') ? sentAt.slice(0, 19) < at.slice(0, 19) : sentAt < at;
}

export function textOf({ content }: ChannelMessage): string | undefined {
  return content.kind === 'text' ? content.text : undefined;
}
