/** What is said in a conversation, by its event. */
import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { draftExpiredText } from './draft-expired-text.ts';
import { emergencyText } from './emergency-text.ts';
import { linkCodeText, linkDoneText, linkFailedText, linkSentText } from './link-texts.ts';
import type { MessageText } from './message-text.ts';
import { progressText } from './progress-text.ts';
import { questionText } from './question-texts.ts';
import { standardAnswer } from './standard-answers.ts';

export interface ConversationFacts {
  readonly event: ConversationEvent;
  /** `link-code` goes to the other channel, `link-sent` to this one; the event is the same. */
  readonly template: string;
  readonly policy: HotlinePolicy;
  readonly hotline: string;
  /** Of `ProgressAsked`. */
  readonly asked?: { readonly report: Report; readonly link: string };
  /** Of `LinkAsked`. */
  readonly linkCode?: string;
}

/** @throws for an event that tells nobody anything: the message is a bug, and belongs in the dead-letter queue. */
export function conversationText({
  event,
  template,
  policy,
  hotline,
  asked,
  linkCode,
}: ConversationFacts): MessageText {
  switch (event.type) {
    case 'FieldAsked':
      return questionText(event.field, event.times);
    case 'EmergencyPointedOut':
      return emergencyText(event.number, policy);
    case 'DraftExpired':
      return draftExpiredText(policy);
    case 'DraftCancelled':
      return standardAnswer('cancelled', { policy, hotline });
    case 'ProgressAsked':
      return asked === undefined ? standardAnswer('unknown-code', { policy, hotline }) : progressText(asked);
    case 'Answered':
      return standardAnswer(event.with, { policy, hotline });
    case 'LinkAsked':
      if (template === 'link-sent') return linkSentText(event.channel);
      if (linkCode === undefined) throw new Error('a code to prove a channel with is missing');
      return linkCodeText(linkCode);
    case 'LinkProven':
      return linkDoneText(event.channel);
    case 'LinkFailed':
      return linkFailedText(event.why);
    case 'ConversationStarted':
    case 'MessageTaken':
    case 'PartsWaited':
    case 'DraftChanged':
    case 'DraftCompleted':
    case 'ReporterSpoke':
    case 'AwaitingSet':
    case 'PresenceChanged':
      throw new Error(`a text about ${event.type}`);
    default:
      return event satisfies never;
  }
}
