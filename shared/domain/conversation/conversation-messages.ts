/** What a conversation's events tell the citizen, and where: a code goes to the channel that it is to prove. */
import type { DraftField } from './draft.ts';
import type { ConversationEvent, StandardAnswer } from './events.ts';

export type ConversationMessageTemplate =
  | `ask-${DraftField}`
  | 'emergency'
  | 'draft-expired'
  | 'progress'
  /** The code itself; to the other channel. */
  | 'link-code'
  /** That a code was sent, and is to be repeated here. */
  | 'link-sent'
  | 'link-done'
  | 'link-failed'
  | StandardAnswer;

export interface ConversationMessage {
  readonly template: ConversationMessageTemplate;
  /** Who is told. */
  readonly conversationId: string;
}

export function messagesForConversation(
  event: ConversationEvent,
  conversationId: string,
): readonly ConversationMessage[] {
  const here = (template: ConversationMessageTemplate): ConversationMessage => ({ template, conversationId });
  switch (event.type) {
    case 'FieldAsked':
      return [here(`ask-${event.field}`)];
    case 'EmergencyPointedOut':
      return [here('emergency')];
    case 'DraftExpired':
      return [here('draft-expired')];
    case 'DraftCancelled':
      return [here('cancelled')];
    case 'ProgressAsked':
      return [here('progress')];
    case 'Answered':
      return [here(event.with)];
    case 'LinkAsked':
      return [{ template: 'link-code', conversationId: event.conversationId }, here('link-sent')];
    case 'LinkProven':
      return event.here ? [here('link-done')] : [];
    case 'LinkFailed':
      return [here('link-failed')];
    case 'ConversationStarted':
    case 'MessageTaken':
    case 'PartsWaited':
    case 'DraftChanged':
    // The report tells its code itself.
    case 'DraftCompleted':
    case 'ReporterSpoke':
    case 'AwaitingSet':
    case 'PresenceChanged':
      return [];
    default:
      return event satisfies never;
  }
}
