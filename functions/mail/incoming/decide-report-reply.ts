/**
 * What a reply of staff does to the report: everything of it in one decision, the act first, then the note, and last what the receipt will say.
 * Pure: decided anew when the report moved while the mail was read.
 */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import { accept, type Accepted, type Refusal } from '../../../shared/domain/decision.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import { evolveReport } from '../../../shared/domain/report/evolve-report.ts';
import type { ReadReportReply } from '../../../shared/domain/report/reply/report-reply-command.ts';
import type { ReportReplyChoice, ReportReplyResult } from '../../../shared/domain/report/reply/report-reply-result.ts';
import { reportChoices, resolveReportReply } from '../../../shared/domain/report/reply/resolve-report-reply.ts';
import type { ReportContext } from '../../../shared/domain/report/report-context.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { reportAsItStandsToday } from '../../../shared/domain/report/transfer-report.ts';
import type { ReportAddress } from '../../../shared/shell/report-address.ts';
import type { MailDoubt } from './replying-staff.ts';
import { MAIL } from './settle-mail.ts';

export interface ReportReply {
  readonly mailId: string;
  readonly reply: ReadReportReply;
  readonly address: ReportAddress;
  /** Files of the mail: a report keeps none of them. */
  readonly leftFiles: number;
  /** False when the thread's budget of automatic mails is used up. */
  readonly answer: boolean;
}

export interface ReportReplyContext extends ReportContext {
  readonly actor: StaffActor;
}

/** Of a note; longer mails stay whole with the raw message. */
const LONGEST_NOTE = 10_000;

export function decideReportReply(
  given: ReportReply,
  state: Report,
  context: ReportReplyContext,
): Accepted<ReportEvent> {
  const resolved = resolveReportReply(given.reply, aboutOf(given.address, state, context));
  switch (resolved.kind) {
    case 'doubtful':
      return recorded(given, state, { context, events: [], result: resolved });
    case 'note':
      return noted(given, state, { context, perhaps: resolved.perhaps });
    case 'act':
      return acted(given, state, { context, command: resolved.command, choice: resolved.choice });
    default:
      return resolved satisfies never;
  }
}

/** A reply that may not even be read as one: nothing happens, and the registered mailbox is told why. */
export function doubtAboutReport(
  { why, ...reply }: Pick<ReportReply, 'mailId' | 'address' | 'answer'> & { readonly why: MailDoubt },
  state: Report,
  context: ReportReplyContext,
): Accepted<ReportEvent> {
  const choices = reportChoices(aboutOf(reply.address, state, context));
  return recorded(reply, state, { context, events: [], result: { kind: 'doubtful', why, choices } });
}

export function refusalOfReply(
  { refusal, ...reply }: Pick<ReportReply, 'mailId' | 'answer'> & { readonly refusal: Refusal },
  state: Report,
  context: ReportReplyContext,
): Accepted<ReportEvent> {
  return recorded(reply, state, {
    context,
    events: [],
    result: { kind: 'refused', choice: { action: 'note' }, refusal },
  });
}

function aboutOf({ acts, workId }: ReportAddress, stored: Report, context: ReportReplyContext) {
  const state = reportAsItStandsToday(stored, context);
  return { state, context, offered: acts, ...(workId !== undefined && { workId }) };
}

function acted(
  given: ReportReply,
  state: Report,
  act: {
    readonly context: ReportReplyContext;
    readonly command: ReportCommand;
    readonly choice: ReportReplyChoice;
  },
): Accepted<ReportEvent> {
  const { context, command, choice } = act;
  const note = noteOf(given.reply);
  const done = inTurn([command, ...note], state, context);
  switch (done.kind) {
    case 'refused':
      return recorded(given, state, {
        context,
        events: [],
        result: { kind: 'refused', choice, refusal: done.refusal },
      });
    case 'ignored': {
      const kept = inTurn(note, state, context);
      const events = kept.kind === 'done' ? kept.events : [];
      return recorded(given, state, { context, events, result: { kind: 'doubtful', why: 'already-so', choices: [] } });
    }
    case 'done': {
      const result = { kind: 'taken', choice, noted: note.length > 0, ...filesOf(given) } as const;
      return recorded(given, state, { context, events: done.events, result });
    }
    default:
      return done satisfies never;
  }
}

function noted(
  given: ReportReply,
  state: Report,
  { context, perhaps }: { readonly context: ReportReplyContext; readonly perhaps: string | undefined },
): Accepted<ReportEvent> {
  const note = inTurn(noteOf(given.reply), state, context);
  if (note.kind === 'refused') {
    const choice = { action: 'note' } as const;
    const result: ReportReplyResult =
      note.refusal.sort === 'forbidden'
        ? { kind: 'doubtful', why: 'no-longer-theirs', choices: [] }
        : { kind: 'refused', choice, refusal: note.refusal };
    return recorded(given, state, { context, events: [], result });
  }
  const events = note.kind === 'done' ? note.events : [];
  const result = { kind: 'noted', ...(perhaps !== undefined && { perhaps }), ...filesOf(given) } as const;
  return recorded(given, state, { context, events, result });
}

function filesOf({ leftFiles }: ReportReply): { readonly leftFiles?: number } {
  return leftFiles === 0 ? {} : { leftFiles };
}

function noteOf(reply: ReadReportReply): readonly ReportCommand[] {
  const whole = 'note' in reply ? reply.note.trim() : '';
  const text = whole.length > LONGEST_NOTE ? `${whole.slice(0, LONGEST_NOTE)} […]` : whole;
  return text === '' ? [] : [{ type: 'AddNote', text: text.toWellFormed() }];
}

type InTurn =
  | { readonly kind: 'done'; readonly events: readonly ReportEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** It is so already. */
  | { readonly kind: 'ignored' };

/** All of them or none. */
function inTurn(commands: readonly ReportCommand[], state: Report, context: ReportContext): InTurn {
  const events: ReportEvent[] = [];
  let current = state;
  for (const command of commands) {
    const decision = decideReport(command, current, context);
    if (decision.kind === 'refused') return decision;
    if (decision.kind === 'ignored') return { kind: 'ignored' };
    events.push(...decision.events);
    current = decision.events.reduce<Report>(evolveReport, current);
  }
  return { kind: 'done', events };
}

/** @throws when what a reply came to cannot even be written down: that is no rule, and nobody could answer it. */
function recorded(
  { mailId, answer }: Pick<ReportReply, 'mailId' | 'answer'>,
  before: Report,
  of: {
    readonly context: ReportReplyContext;
    readonly events: readonly ReportEvent[];
    readonly result: ReportReplyResult;
  },
): Accepted<ReportEvent> {
  const { context, events, result } = of;
  const { now, catalogue, actor } = context;
  const after = events.reduce<Report>(evolveReport, before);
  const record = { type: 'RecordReply', mailId, staffId: actor.staffId, result, answer } as const;
  const decision = decideReport(record, after, { now, catalogue, actor: MAIL });
  if (decision.kind !== 'accepted') throw new Error(`RecordReply was ${decision.kind}`);
  const [first, ...rest] = [...events, ...decision.events];
  if (first === undefined) throw new Error('RecordReply without an event');
  return accept(first, ...rest);
}
