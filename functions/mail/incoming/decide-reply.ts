/**
 * What a reply of staff does to the case: everything of it in one decision, the act first, then the note with the files, and last what the
 * receipt will say. Pure: decided anew when the case moved while the mail was read.
 */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue, StaffId } from '../../../shared/domain/catalogue/catalogue.ts';
import { accept, type Accepted, type Refusal } from '../../../shared/domain/decision.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import type { DossierContext } from '../../../shared/domain/dossier/context.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import { evolveDossier } from '../../../shared/domain/dossier/evolve.ts';
import type { ReplyChoice, ReplyResult } from '../../../shared/domain/dossier/reply-result.ts';
import type { Dossier, FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import { workOf } from '../../../shared/domain/dossier/work-of.ts';
import { availableActs } from '../../../shared/domain/reply/available-acts.ts';
import type { ReadReply } from '../../../shared/domain/reply/reply-command.ts';
import { resolveReply } from '../../../shared/domain/reply/resolve-reply.ts';
import type { ResolvedReply } from '../../../shared/domain/reply/resolved-reply.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { ReplyAddress } from '../../../shared/shell/reply-address.ts';
import { MAIL } from './settle-mail.ts';

export interface StaffReply {
  readonly mailId: string;
  readonly reply: ReadReply;
  readonly address: ReplyAddress;
  readonly attachments: readonly FiledAttachment[];
  readonly refusedFiles: number;
  /** False when the thread's budget of automatic mails is used up. */
  readonly answer: boolean;
}

export interface ReplyContext extends DossierContext {
  readonly actor: StaffActor;
}

/** Of a note; longer mails stay whole with the raw message. */
const LONGEST_NOTE = 10_000;

export function resolve(given: StaffReply, state: Dossier, context: ReplyContext): ResolvedReply {
  const { reply, address } = given;
  const { stepId, consultationId, acts } = address;
  if (reply.kind === 'empty' && given.attachments.length > 0) return { kind: 'note' };
  const place = { ...(stepId !== undefined && { stepId }), ...(consultationId !== undefined && { consultationId }) };
  return resolveReply(reply, { state, context, offered: acts, place });
}

/** @param dossierCode drawn, or a probe, for a reply that receives the dossier at the counter. */
export function decideReply(
  given: StaffReply,
  state: Dossier,
  { context, dossierCode }: { readonly context: ReplyContext; readonly dossierCode: string },
): Accepted<DossierEvent> {
  const resolved = resolve(given, state, context);
  switch (resolved.kind) {
    case 'doubtful':
      return answered(given, state, { context, events: [], result: resolved });
    case 'refused':
      return answered(given, state, { context, events: [], result: resolved });
    case 'note':
      return withNote(given, state, { context, commands: [], choice: undefined });
    case 'receive': {
      const receive: DossierCommand = { type: 'Receive', dossierCode, forward: true };
      return withNote(given, state, { context, commands: [receive], choice: resolved.choice });
    }
    case 'act': {
      const { commands, choice, highImpact } = resolved;
      if (!highImpact) return withNote(given, state, { context, commands, choice });
      // The note and the files are kept; the act waits for the second proof.
      const kept = inTurn(noteOf(given, state, choice), state, context);
      const events = kept.kind === 'done' ? kept.events : [];
      return answered(given, state, { context, events, result: { kind: 'to-confirm', choice } });
    }
    default:
      return resolved satisfies never;
  }
}

/** A reply that may not even be read as one: nothing happens, and the registered mailbox is told why. */
export function doubtAbout(
  doubt: {
    readonly mailId: string;
    readonly why: Extract<ReplyResult, { kind: 'doubtful' }>['why'];
    readonly answer: boolean;
  },
  state: Dossier,
  context: ReplyContext,
): Accepted<DossierEvent> {
  const { mailId, why, answer } = doubt;
  const result: ReplyResult = { kind: 'doubtful', why, choices: openChoices(state, context) };
  return recorded({ mailId, staffId: context.actor.staffId, result, answer }, state, { context, events: [] });
}

interface Acting {
  readonly context: ReplyContext;
  readonly commands: readonly DossierCommand[];
  readonly choice: ReplyChoice | undefined;
}

function withNote(given: StaffReply, state: Dossier, { context, commands, choice }: Acting): Accepted<DossierEvent> {
  const { attachments, refusedFiles } = given;
  const note = noteOf(given, state, choice);
  const asked = inTurn([...commands, ...note], state, context);
  // The step may be another's by now; who worked on the case may still add to it.
  const done = asked.kind === 'refused' && choice === undefined ? inTurn(note.map(ofCase), state, context) : asked;
  switch (done.kind) {
    case 'refused': {
      if (choice === undefined && done.refusal.sort === 'forbidden') {
        const result = { kind: 'doubtful', why: 'no-longer-theirs', choices: openChoices(state, context) } as const;
        return answered(given, state, { context, events: [], result });
      }
      const result = {
        kind: 'refused',
        choice: choice ?? { action: 'note', fields: {} },
        refusal: done.refusal,
      } as const;
      return answered(given, state, { context, events: [], result });
    }
    case 'ignored': {
      const kept = inTurn(note, state, context);
      const events = kept.kind === 'done' ? kept.events : [];
      return answered(given, state, { context, events, result: { kind: 'doubtful', why: 'already-so', choices: [] } });
    }
    case 'done': {
      const files = {
        ...(attachments.length > 0 && { filed: attachments.length }),
        ...(refusedFiles > 0 && { refusedFiles }),
      };
      const result: ReplyResult =
        choice === undefined
          ? { kind: 'noted', ...files }
          : { kind: 'taken', choice, noted: note.length > 0, ...files };
      return answered(given, state, { context, events: done.events, result });
    }
    default:
      return done satisfies never;
  }
}

/** Beside an act the note is about the case; alone it is about the step that the mail was about, and counts as work on it. */
function noteOf(
  { reply, attachments, address }: StaffReply,
  state: Dossier,
  choice: ReplyChoice | undefined,
): readonly AddNote[] {
  const whole = 'note' in reply ? reply.note.trim() : '';
  const text = whole.length > LONGEST_NOTE ? `${whole.slice(0, LONGEST_NOTE)} […]` : whole;
  if (text === '' && attachments.length === 0) return [];
  const { stepId } = address;
  const here = choice === undefined && workOf(state)?.steps.some((step) => step.stepId === stepId) === true;
  return [
    {
      type: 'AddNote',
      text: text.toWellFormed(),
      ...(attachments.length > 0 && { attachments }),
      ...(here && stepId !== undefined && { stepId }),
    },
  ];
}

type AddNote = Extract<DossierCommand, { readonly type: 'AddNote' }>;

/** About no step in particular. */
function ofCase({ type, text, attachments }: AddNote): AddNote {
  return { type, text, ...(attachments && { attachments }) };
}

type InTurn =
  | { readonly kind: 'done'; readonly events: readonly DossierEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** It is so already. */
  | { readonly kind: 'ignored' };

/** All of them or none. */
function inTurn(commands: readonly DossierCommand[], state: Dossier, context: DossierContext): InTurn {
  const events: DossierEvent[] = [];
  let current = state;
  for (const command of commands) {
    const decision = decideDossier(command, current, context);
    if (decision.kind === 'refused') return decision;
    if (decision.kind === 'ignored') return { kind: 'ignored' };
    events.push(...decision.events);
    current = decision.events.reduce<Dossier>(evolveDossier, current);
  }
  return { kind: 'done', events };
}

function answered(
  { mailId, answer }: StaffReply,
  state: Dossier,
  of: { readonly context: ReplyContext; readonly events: readonly DossierEvent[]; readonly result: ReplyResult },
): Accepted<DossierEvent> {
  return recorded({ mailId, answer, staffId: of.context.actor.staffId, result: of.result }, state, of);
}

/** @throws when what a reply came to cannot even be written down: that is no rule of law, and nobody could answer it. */
export function recorded(
  reply: {
    readonly mailId: string;
    readonly staffId: StaffId;
    readonly result: ReplyResult;
    readonly answer: boolean;
  },
  before: Dossier,
  { context, events }: { readonly context: ReplyContextOf; readonly events: readonly DossierEvent[] },
): Accepted<DossierEvent> {
  const { now, catalogue } = context;
  const after = events.reduce<Dossier>(evolveDossier, before);
  const decision = decideDossier({ type: 'RecordReply', ...reply, before }, after, { now, catalogue, actor: MAIL });
  if (decision.kind !== 'accepted') throw new Error(`RecordReply was ${decision.kind}`);
  const [first, ...rest] = [...events, ...decision.events];
  if (first === undefined) throw new Error('RecordReply without an event');
  return accept(first, ...rest);
}

interface ReplyContextOf {
  readonly now: Instant;
  readonly catalogue: Catalogue;
}

/** What the person can still do, each behind a link of its own. */
function openChoices(state: Dossier, context: ReplyContext): readonly ReplyChoice[] {
  return availableActs(state, context)
    .filter(({ action }) => action !== 'note' && action !== 'undo')
    .map((act) => ({ ...act, fields: {} }));
}
