/** Long texts come in parts, in any order. They are read once all are here; what does not come within ten minutes is given up. */
import { addMinutes } from '../time.ts';
import type { TakeMessage } from './conversation-commands.ts';
import type { Conversation, LongText, TextPart } from './state.ts';
import { after, charactersOf, textOf, type Said, type Turn, type TurnContext } from './turn.ts';

/** Minutes. Parts of one text come within seconds, or a night later when a telephone was out of reach. */
const WAIT = 10;

interface Part {
  readonly chain: NonNullable<TakeMessage['message']['chain']>;
}

/** The text that this part belongs to, when other parts of it are here. */
export function longTextOf({ waiting }: Pick<Conversation, 'waiting'>, { chain }: Part): LongText | undefined {
  return waiting.find(
    ({ ref, of, parts }) =>
      ref === chain.ref && of === chain.of && parts.every(({ number }) => number !== chain.number),
  );
}

/** With this part; `complete` when none is missing. */
export type PartTaken =
  | { readonly kind: 'waits'; readonly turn: Turn }
  | { readonly kind: 'complete'; readonly turn: Turn; readonly said: Pick<Said, 'messageId' | 'more' | 'sentAt'> };

export function takePart(
  turn: Turn,
  command: TakeMessage & { readonly message: Part },
  context: TurnContext,
): PartTaken {
  const { messageId, message } = command;
  const { chain, sentAt, text } = { chain: message.chain, sentAt: message.at, text: textOf(message) ?? '' };
  const part: TextPart = { number: chain.number, messageId, sentAt, characters: charactersOf(text) };
  const known = longTextOf(turn.state, { chain });
  const others = turn.state.waiting.filter((one) => one !== known);
  const parts = [...(known?.parts ?? []), part].toSorted((one, other) => one.number - other.number);
  if (parts.length === chain.of) {
    const waited = { type: 'PartsWaited', waiting: others, givenUp: [], at: context.now } as const;
    return { kind: 'complete', turn: known === undefined ? turn : after(turn, waited), said: joined(parts) };
  }
  const until = known?.until ?? addMinutes(context.now, WAIT);
  const longText = { ref: chain.ref, of: chain.of, parts, until, reportId: context.reportId };
  const waited = { type: 'PartsWaited', waiting: [...others, longText], givenUp: [], at: context.now } as const;
  return { kind: 'waits', turn: after(turn, waited) };
}

/** What is there of a text that was given up; its words are read when the report is made. */
export function partialText({ parts }: LongText): Said {
  const characters = parts.reduce((sum, part) => sum + part.characters, 0);
  return { ...joined(parts), content: { kind: 'text', text: '' }, characters, hasPhone: false };
}

function joined(parts: readonly TextPart[]): Pick<Said, 'messageId' | 'more' | 'sentAt'> {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('a text without parts');
  const sentAt = parts.map((part) => part.sentAt).reduce((one, other) => (one < other ? one : other));
  return { messageId: first.messageId, sentAt, ...(rest.length > 0 && { more: rest.map((part) => part.messageId) }) };
}
