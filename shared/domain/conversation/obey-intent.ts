/** Commands of the citizen about reports and about the conversation itself. */
import type { ReportId } from '../report/state.ts';
import type { TakeMessage } from './conversation-commands.ts';
import type { ReporterIntent, StandardAnswer } from './events.ts';
import { askForLink, tryCode } from './linking.ts';
import type { Intent } from './read-intent.ts';
import { after, answered, writtenBefore, type Said, type Turn, type TurnContext } from './turn.ts';

/** @returns undefined when the message is no command here, only words. */
export function obeyIntent(
  turn: Turn,
  { intent, said }: { readonly intent: Intent; readonly said: Said },
  context: TurnContext & { readonly command: TakeMessage },
): Turn | undefined {
  const { state } = turn;
  const { draft, awaiting } = state;
  const asksName = draft?.asked?.field === 'name';
  switch (intent.kind) {
    case 'rate': {
      // One digit alone is an answer to whatever was asked last.
      if (intent.digit && draft !== undefined && awaiting?.for !== 'rating') return undefined;
      return speak(
        turn,
        { intent: { kind: 'rate', stars: intent.stars }, said, none: 'nothing-to-rate' },
        { ...context, code: intent.code },
      );
    }
    case 'reopen': {
      if (intent.loose && awaiting?.for !== 'rating') return undefined;
      return speak(
        turn,
        { intent: { kind: 'reopen' }, said, none: 'nothing-to-reopen' },
        { ...context, code: intent.code },
      );
    }
    case 'withdraw':
      if (draft !== undefined && intent.code === undefined && context.command.message.about === undefined) {
        return cancelled(turn, said, context);
      }
      return speak(
        turn,
        { intent: { kind: 'withdraw' }, said, none: 'nothing-to-withdraw' },
        { ...context, code: intent.code },
      );
    case 'add':
      // Without a report, or while one is written, it is only how a sentence begins.
      if (intent.code === undefined && (draft !== undefined || lastReport(turn, context.command) === undefined)) {
        return undefined;
      }
      return speak(turn, { intent: { kind: 'add' }, said, none: 'words-too-late' }, { ...context, code: intent.code });
    case 'cancel':
      if (asksName && !intent.sure) return undefined;
      return cancelled(turn, said, context);
    case 'progress':
      return progress(turn, intent, context);
    case 'link':
      // Whoever forged a mail could tie a telephone to its supposed sender.
      if (context.command.message.unproven === true) return askForLink(turn, { kind: 'unproven-sender' }, context);
      return askForLink(turn, context.command.link ?? { kind: 'no-address' }, context);
    case 'digits':
      if (context.command.message.unproven === true) return undefined;
      return state.linking === undefined ? undefined : tryCode(turn, context.command.rightCode === true, context);
    case 'thanks':
      // Vàng is a name as well.
      return asksName && /^\p{L}+$/u.test(said.text?.trim() ?? '') && !/^(?:ok|th)/iu.test(said.text ?? '')
        ? undefined
        : turn;
    case 'greeting':
      return draft === undefined ? answered(turn, 'welcome', context) : turn;
    case 'words':
      return undefined;
    default:
      return intent satisfies never;
  }
}

function speak(
  turn: Turn,
  { intent, said, none }: { readonly intent: ReporterIntent; readonly said: Said; readonly none: StandardAnswer },
  { code, command, ...context }: TurnContext & { readonly command: TakeMessage; readonly code: string | undefined },
): Turn {
  const named = code === undefined ? lastReport(turn, command) : ownReport(command, code);
  if (named === undefined) return answered(turn, code === undefined ? none : 'unknown-code', context);
  const { messageId } = said;
  // A mail that may be forged moves nothing: its words are kept, and whoever works on the report reads them.
  const believed: ReporterIntent = command.message.unproven === true ? { kind: 'info' } : intent;
  return after(turn, { type: 'ReporterSpoke', reportId: named, intent: believed, messageId, at: context.now });
}

function ownReport({ code: found }: TakeMessage, code: string): ReportId | undefined {
  return found?.own === true && found.reportId === code ? code : undefined;
}

/** The one that it was written to, the one that the hotline spoke of last, or the last that was filed. */
function lastReport({ state: { awaiting, reports } }: Turn, { message }: TakeMessage): ReportId | undefined {
  return message.about ?? awaiting?.reportId ?? reports.at(-1)?.reportId;
}

function cancelled(turn: Turn, said: Said, context: TurnContext): Turn {
  const { draft, waiting, closed } = turn.state;
  // Meant for a draft that has ended meanwhile.
  if (closed !== undefined && writtenBefore(said, closed.at)) return turn;
  const at = context.now;
  const givenUp = waiting.map(({ ref }) => ref);
  const dropped = waiting.length === 0 ? turn : after(turn, { type: 'PartsWaited', waiting: [], givenUp, at });
  if (draft === undefined) return answered(dropped, 'welcome', context);
  return after(dropped, { type: 'DraftCancelled', draftId: draft.draftId, at });
}

function progress(
  turn: Turn,
  { code, unreadable }: Extract<Intent, { readonly kind: 'progress' }>,
  context: TurnContext & { readonly command: TakeMessage },
): Turn {
  const found = context.command.code;
  const at = context.now;
  if (code !== undefined) {
    if (found?.reportId !== code) return answered(turn, 'unknown-code', context);
    return after(turn, { type: 'ProgressAsked', reportId: code, own: found.own, at });
  }
  const last = unreadable === true ? undefined : lastReport(turn, context.command);
  if (last === undefined) return answered(turn, 'unknown-code', context);
  return after(turn, { type: 'ProgressAsked', reportId: last, own: true, at });
}
