/** One message of the citizen: taken once, whoever delivers it again. What it is decides what becomes of it; emergencies are answered whatever it is. */
import { accept, ignore, type Decision } from '../decision.ts';
import { languageOf } from '../report-text/language.ts';
import { marksOf } from '../report-text/marks.ts';
import type { ReportId } from '../report/state.ts';
import { minutesBetween } from '../time.ts';
import type { ChannelMessage } from './channel-message.ts';
import type { TakeMessage } from './conversation-commands.ts';
import type { ConversationEvent, StandardAnswer } from './events.ts';
import { longTextOf, takePart } from './long-text.ts';
import { obeyIntent } from './obey-intent.ts';
import { readIntent, type Intent } from './read-intent.ts';
import { startOf } from './start-of.ts';
import type { Conversation, HeardWindow } from './state.ts';
import { takeWords } from './take-words.ts';
import {
  after,
  answered,
  charactersOf,
  textOf,
  type ConversationContext,
  type Said,
  type Turn,
  type TurnContext,
} from './turn.ts';

/** Fewer letters say nothing about a language. */
const LETTERS_OF_LANGUAGE = 20;
/** A sticker is answered kindly once in so long. Minutes. */
const KINDLY_AGAIN = 24 * 60;

export function takeMessage(
  command: TakeMessage,
  state: Conversation | undefined,
  given: ConversationContext,
): Decision<ConversationEvent> {
  if (state?.taken.includes(command.messageId)) return ignore('taken already');
  const context = { ...given, reportId: command.reportId, command };
  const { events } = answer(
    heard(startOf(state, { ...command, channel: command.message.channel }, given), context),
    context,
  );
  const [first, ...rest] = events;
  if (first === undefined) throw new Error('a message that leaves no trace');
  return accept(first, ...rest);
}

interface MessageContext extends TurnContext {
  readonly command: TakeMessage;
}

function heard(turn: Turn, { command, now, catalogue }: MessageContext): Turn {
  const { messageId, message } = command;
  const text = textOf(message) ?? '';
  const taken = after(turn, {
    type: 'MessageTaken',
    messageId,
    sentAt: message.at,
    language: languageAfter(turn.state, text),
    heard: windowWith(turn.state, message, { now, minutes: catalogue.hotline.flood.minutes }),
    at: now,
  });
  const { emergency: number } = text === '' ? {} : marksOf(text, { catalogue });
  const last = turn.state.emergency;
  const told = last?.number === number && minutesBetween(last?.at ?? now, now) < catalogue.hotline.flood.minutes;
  if (number === undefined || (last !== undefined && told)) return taken;
  return after(taken, { type: 'EmergencyPointedOut', number, at: now });
}

function languageAfter({ language }: Conversation, text: string): 'vi' | 'en' {
  if ((text.match(/\p{L}/gu) ?? []).length < LETTERS_OF_LANGUAGE) return language;
  const read = languageOf(text);
  return read === 'other' ? language : read;
}

/** A part of a text that is waited for is no message more. */
function windowWith(
  { heard: window, waiting }: Conversation,
  { chain }: ChannelMessage,
  { now, minutes }: { readonly now: string; readonly minutes: number },
): HeardWindow {
  if (chain !== undefined && longTextOf({ waiting }, { chain }) !== undefined) return window;
  if (minutesBetween(window.since, now) > minutes) return { since: now, messages: 1, told: false };
  return { ...window, messages: window.messages + 1 };
}

function answer(turn: Turn, context: MessageContext): Turn {
  const { message, messageId, hasPhone, wholeText } = context.command;
  const { chain, content, sender } = message;
  const text = textOf(message);
  const subject = sender.mail?.subject.trim();
  const plain: Said = {
    messageId,
    sentAt: message.at,
    content,
    characters: charactersOf(text ?? ''),
    hasPhone,
    ...(text !== undefined && { text }),
    ...(subject !== undefined && saysSomething(subject) && { subject }),
  };
  const isPart = chain !== undefined && chain.of > 1 && !turn.state.givenUp.includes(chain.ref);
  const flooded = isFlooded(turn, context) && !(isPart && longTextOf(turn.state, { chain }) !== undefined);
  if (flooded) return flood(turn, plain, context);
  if (!isPart) return said(turn, plain, context);
  const part = takePart(turn, { ...context.command, message: { ...message, chain } }, context);
  if (part.kind === 'waits') return part.turn;
  if (wholeText === undefined) throw new Error('the last part of a text came without the others');
  const whole = { ...plain, ...part.said, text: wholeText, characters: charactersOf(wholeText) };
  return said(part.turn, whole, context);
}

function saysSomething(subject: string): boolean {
  return !/^(?:re|fwd?|tr|trả lời)\s*:/iu.test(subject) && (subject.match(/\p{L}/gu) ?? []).length >= 5;
}

function isFlooded({ state }: Turn, { catalogue }: MessageContext): boolean {
  return state.heard.messages > catalogue.hotline.flood.messages;
}

/** Its words go to the draft that is open, so that none is lost; nothing else is made of them, and nothing is answered but why. */
function flood(turn: Turn, message: Said, context: MessageContext): Turn {
  const told = turn.state.heard.told ? turn : answered(turn, 'flood', context);
  if ((turn.state.draft ?? turn.state.awaiting) === undefined || message.characters === 0) return told;
  const { events } = takeWords(told, message, context);
  const changes = events
    .slice(told.events.length)
    .filter(({ type }) => type === 'DraftChanged' || type === 'ReporterSpoke');
  return after(told, ...changes);
}

function said(turn: Turn, message: Said, context: MessageContext): Turn {
  const { content, text } = message;
  if (content.kind === 'other') return kindly(turn, content.what === 'voice' ? 'voice' : 'sticker', context);
  const hasFiles = content.kind === 'text' && (content.files?.length ?? 0) > 0;
  const about = reportAbout(turn, context);
  if (text !== undefined && !hasFiles) {
    if (message.characters === 0) return turn;
    const intent = about === undefined ? readIntent(text) : intentOfMail(text);
    const obeyed = obeyIntent(turn, { intent, said: message }, context);
    if (obeyed !== undefined) return obeyed;
  }
  return takeWords(turn, message, { ...context, ...(about !== undefined && { about }) });
}

/** A mail to a report's own address, or one that answers ours and so has the code in its subject. */
function reportAbout(turn: Turn, { command: { code, message } }: MessageContext): ReportId | undefined {
  if (message.about !== undefined) return message.about;
  if (message.channel !== 'email' || turn.state.draft !== undefined) return undefined;
  return code?.own === true ? code.reportId : undefined;
}

/** Below the first line may stand whose name it is. */
function intentOfMail(text: string): Intent {
  const whole = readIntent(text);
  return whole.kind === 'words' ? readIntent(text.trim().split('\n', 1)[0] ?? '') : whole;
}

function kindly(turn: Turn, with_: StandardAnswer, context: MessageContext): Turn {
  const last = turn.state.told[with_];
  return last !== undefined && minutesBetween(last, context.now) < KINDLY_AGAIN ? turn : answered(turn, with_, context);
}
