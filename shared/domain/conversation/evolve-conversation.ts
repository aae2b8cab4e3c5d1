import { without } from '../dossier/without.ts';
import type { ClosedDraft, Conversation } from './state.ts';
import type { Draft } from './draft.ts';
import type { ConversationEvent, ConversationEventOf } from './events.ts';

const TAKEN = 200;
const REPORTS = 20;
const GIVEN_UP = 5;

/** @throws when the history is not one that `decideConversation` can have written. */
export function evolveConversation(state: Conversation | undefined, event: ConversationEvent): Conversation {
  if (event.type === 'ConversationStarted') return started(event);
  if (state === undefined) throw new Error(`${event.type} in a conversation that was not started`);
  switch (event.type) {
    case 'MessageTaken': {
      const here = (state.presenceAt ?? '') < event.sentAt ? without(state, 'left') : state;
      const { messageId, sentAt, language, heard } = event;
      const lastHeardAt = later(state.lastHeardAt, sentAt);
      return { ...here, language, lastHeardAt, heard, taken: [...state.taken, messageId].slice(-TAKEN) };
    }
    case 'PartsWaited':
      return { ...state, waiting: event.waiting, givenUp: [...state.givenUp, ...event.givenUp].slice(-GIVEN_UP) };
    case 'DraftChanged':
      return { ...state, draft: event.draft };
    case 'FieldAsked': {
      const { field, at, times } = event;
      const draft = draftOf(state, event);
      const asked = { field, at, times };
      return { ...state, draft: { ...draft, asked, questions: [...draft.questions, asked] } };
    }
    case 'EmergencyPointedOut':
      return { ...state, emergency: { number: event.number, at: event.at } };
    case 'DraftCompleted': {
      const { reportId, at } = event;
      const reports = [...state.reports, { reportId, filedAt: at }].slice(-REPORTS);
      return { ...withoutDraft(state, { how: 'filed', at, reportId }), reports };
    }
    case 'DraftExpired':
      return withoutDraft(state, { how: 'expired', at: event.at });
    case 'DraftCancelled':
      return withoutDraft(state, { how: 'cancelled', at: event.at });
    case 'ReporterSpoke':
      // What follows a rating or a command is something new.
      if (event.intent.kind !== 'info' && event.intent.kind !== 'add') return without(state, 'spoke');
      return { ...state, spoke: { reportId: event.reportId, at: event.at } };
    case 'ProgressAsked':
      return state;
    case 'Answered': {
      const heard = event.with === 'flood' ? { ...state.heard, told: true } : state.heard;
      return { ...state, heard, told: { ...state.told, [event.with]: event.at } };
    }
    case 'LinkAsked': {
      const { channel, conversationId, at: askedAt } = event;
      return { ...state, linking: { channel, conversationId, askedAt, tries: 0 } };
    }
    case 'LinkProven':
      return linked(state, event);
    case 'LinkFailed':
      return linkFailed(state, event);
    case 'AwaitingSet':
      return awaiting(state, event);
    case 'PresenceChanged': {
      return { ...without(state, 'left'), presenceAt: event.sentAt, ...(!event.present && { left: true }) };
    }
    default:
      return event satisfies never;
  }
}

function started({ conversationId, channel, at }: ConversationEventOf<'ConversationStarted'>): Conversation {
  const nothing = { taken: [], reports: [], links: [], waiting: [], givenUp: [], told: {} };
  return { conversationId, channel, language: 'vi', ...nothing, heard: { since: at, messages: 0, told: false } };
}

function later(one: string | undefined, other: string): string {
  return one === undefined || one < other ? other : one;
}

function draftOf({ draft }: Conversation, { type }: ConversationEvent): Draft {
  if (draft === undefined) throw new Error(`${type} without a draft`);
  return draft;
}

function withoutDraft(state: Conversation, closed: ClosedDraft): Conversation {
  return { ...without(state, 'draft'), closed };
}

function linked(state: Conversation, event: ConversationEventOf<'LinkProven'>): Conversation {
  const { linking, ...rest } = state;
  const { channel, conversationId, at: provenAt } = event;
  const others = state.links.filter((link) => link.conversationId !== conversationId);
  const links = [...others, { channel, conversationId, provenAt }];
  return { ...rest, ...(linking !== undefined && !event.here && { linking }), links };
}

function linkFailed(state: Conversation, { why }: ConversationEventOf<'LinkFailed'>): Conversation {
  const { linking, ...rest } = state;
  switch (why) {
    case 'wrong-code':
      return linking === undefined ? state : { ...state, linking: { ...linking, tries: linking.tries + 1 } };
    case 'too-many-tries':
    case 'expired':
      return rest;
    // Nothing was sent: a code that is on its way elsewhere stays good.
    case 'no-address':
    case 'too-many-codes':
    case 'unproven-sender':
      return state;
    default:
      return why satisfies never;
  }
}

function awaiting(state: Conversation, event: ConversationEventOf<'AwaitingSet'>): Conversation {
  const { reportId, version, at } = event;
  const reports = state.reports.map((one) => (one.reportId === reportId ? { ...one, toldBy: version } : one));
  const { awaiting: before, ...rest } = state;
  if (event.for !== 'nothing') return { ...rest, reports, awaiting: { reportId, for: event.for, at } };
  const other = before?.reportId === reportId ? undefined : before;
  return { ...rest, reports, ...(other && { awaiting: other }) };
}
