/**
 * What a reply means for this case and this person, now. It decides nothing: the commands that come out are asked of the rules and of the
 * permission table like all others, and where there is any doubt the answer is a question.
 */
import type { DossierContext } from '../dossier/context.ts';
import type { ReplyChoice, ReplyDoubt } from '../dossier/reply-result.ts';
import type { Dossier, Step } from '../dossier/state.ts';
import { isStepTouched } from '../dossier/touch.ts';
import { actsTooLate, availableActs, type Act } from './available-acts.ts';
import { atPlace, type Place } from './place-of-reply.ts';
import type { ReplyAct } from './reply-acts.ts';
import type { ReadReply, ReplyCommand } from './reply-command.ts';
import type { ResolvedReply } from './resolved-reply.ts';
import { takeAct } from './take-act.ts';

export interface ReplyAbout {
  readonly state: Dossier;
  /** `actor` is the member of staff who answers. */
  readonly context: DossierContext;
  /** What the address allows; undefined allows whatever is theirs. */
  readonly offered: readonly ReplyAct[] | undefined;
  /** What the mail was about; empty when about the whole case. */
  readonly place?: Place;
}

/** The acts that a command can mean; which of them, the status of the case tells. */
const ACTS: Readonly<Record<ReplyCommand['kind'], readonly ReplyAct[]>> = {
  accept: ['receive', 'acknowledge'],
  supplement: ['request-supplement'],
  answer: ['answer-consultation'],
  consult: ['consult'],
  forward: ['forward'],
  extend: ['extend', 'prepare-apology'],
  refuse: ['refuse', 'refuse-intake'],
  done: ['complete-step', 'grant'],
  'hand-over': ['hand-over'],
  stop: ['stop'],
  pause: ['pause'],
  resume: ['resume'],
  confirm: ['extend'],
};
const MOST_CHOICES = 8;

type Doubtful = Extract<ResolvedReply, { readonly kind: 'doubtful' }>;

export function resolveReply(reply: ReadReply, about: ReplyAbout): ResolvedReply {
  switch (reply.kind) {
    case 'note':
    case 'empty':
      return { kind: 'note' };
    case 'unclear':
      return { ...doubt('not-understood', actsHere(about), about), detail: reply.line };
    case 'command':
      return resolveCommand(reply.command, reply.note, about);
    case 'either':
      return resolveEither(reply.commands, reply.note, about);
    default:
      return reply satisfies never;
  }
}

function resolveCommand(command: ReplyCommand, note: string, about: ReplyAbout): ResolvedReply {
  const here = actsHere(about);
  const meant = actsMeant(command, about);
  const fitting = [...here.filter(({ action }) => meant.includes(action)), ...takenOnAlready(command, about, here)];
  if (fitting.length === 0) return tooLate(command, note, about) ?? notNow(command, here, about);
  const allowed = fitting.filter((act) => isOffered(act, about));
  if (allowed.length === 0) return doubt('not-offered', here, about);
  const own = allowed.filter((act) => isOwn(act, about));
  const [act, another] = own.length === 1 ? own : allowed;
  if (act === undefined || another !== undefined) return doubt('ambiguous', allowed, about);
  return takeAct({ command, act, note, state: about.state, context: about.context });
}

/** ĐỒNG Ý sends the apology that was prepared, and means nothing else. */
function actsMeant(command: ReplyCommand, { state }: ReplyAbout): readonly ReplyAct[] {
  return command.kind === 'confirm' && state.preparedApology === undefined ? [] : ACTS[command.kind];
}

/** What only the date stands against is answered by the rule of the date, whatever else is missing. */
function tooLate(command: ReplyCommand, note: string, about: ReplyAbout): ResolvedReply | undefined {
  const late = actsTooLate(about.state, about.context);
  const meant = actsMeant(command, about);
  const acts = late === undefined ? [] : atPlace(late.acts, about);
  const act = acts.find((one) => meant.includes(one.action) && isOffered(one, about));
  if (late === undefined || act === undefined) return undefined;
  const taken = takeAct({ command, act, note, state: about.state, context: about.context });
  const choice = taken.kind === 'act' ? taken.choice : { ...act, fields: {} };
  return { kind: 'refused', choice, refusal: late.refused.refusal };
}

/** A command that is none of their acts just now: said why, if the case says so. */
function notNow(command: ReplyCommand, here: readonly Act[], about: ReplyAbout): ResolvedReply {
  const { state } = about;
  if (state.status === 'paused' && here.length > 0) {
    const resuming = here.filter(({ action }) => action === 'resume');
    return doubt('paused', resuming, about);
  }
  if (command.kind !== 'confirm') return doubt('ambiguous', here, about);
  // Agreed to at the deciding step, it is the result that is meant: which has a number.
  const allowed = here.filter((act) => isDecision(act) && isOffered(act, about));
  if (!allowed.some(({ action }) => action === 'grant')) return doubt('ambiguous', here, about);
  return { ...doubt('detail-missing', allowed, about), detail: 'resultNumber' };
}

function isDecision({ action }: Act): boolean {
  return action === 'grant' || action === 'refuse';
}

/** Whichever of the readings holds in this case; if both or none does, the person is asked. */
function resolveEither(commands: readonly ReplyCommand[], note: string, about: ReplyAbout): ResolvedReply {
  const resolved = commands.map((command) => resolveCommand(command, note, about));
  const acts = resolved.filter((one) => one.kind === 'act');
  const [act, another] = acts;
  if (act !== undefined && another === undefined) return act;
  if (another !== undefined) return { kind: 'doubtful', why: 'ambiguous', choices: acts.map(({ choice }) => choice) };
  const doubts = resolved.filter((one) => one.kind === 'doubtful');
  const [first, ...others] = [...doubts.filter(isAboutDetail), ...doubts];
  if (first === undefined || !isAboutDetail(first)) {
    return resolved.find((one) => one.kind === 'refused') ?? first ?? { kind: 'note' };
  }
  const choices = [first, ...others.filter(isAboutDetail)].flatMap((one) => one.choices);
  return { ...first, choices: unique(choices).slice(0, MOST_CHOICES) };
}

function isAboutDetail({ why }: Doubtful): boolean {
  return why === 'detail-unclear' || why === 'detail-missing';
}

function unique(choices: readonly ReplyChoice[]): readonly ReplyChoice[] {
  return [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
}

/** What is theirs, where the mail was about. */
function actsHere(about: ReplyAbout): readonly Act[] {
  return atPlace(availableActs(about.state, about.context), about);
}

/** TIẾP NHẬN said again is no error: the rule ignores it, and nothing else is done instead. */
function takenOnAlready(command: ReplyCommand, about: ReplyAbout, here: readonly Act[]): readonly Act[] {
  if (command.kind !== 'accept') return [];
  const steps = here
    .flatMap((act) => stepOf(act, about.state) ?? [])
    .filter((step) => isOfActor(step.officerId, about));
  const ids = new Set(steps.filter(isStepTouched).map(({ stepId }) => stepId));
  return [...ids].map((stepId) => ({ action: 'acknowledge', stepId }));
}

/** A mail that can pause the case can end the pause: it was written before there was one. */
function isOffered({ action }: Act, { offered }: ReplyAbout): boolean {
  return offered === undefined || offered.includes(action) || (action === 'resume' && offered.includes('pause'));
}

function isOwn(act: Act, about: ReplyAbout): boolean {
  const { state } = about;
  const asked =
    state.status === 'processing'
      ? state.work.consultations.find(({ consultationId }) => consultationId === act.consultationId)
      : undefined;
  return isOfActor(stepOf(act, state)?.officerId ?? asked?.officerId, about);
}

function stepOf({ stepId }: Act, state: Dossier): Step | undefined {
  return state.status === 'processing' ? state.work.steps.find((step) => step.stepId === stepId) : undefined;
}

function isOfActor(staffId: string | undefined, { context: { actor } }: ReplyAbout): boolean {
  return actor.kind === 'staff' && actor.staffId === staffId;
}

/** Asked back with what is theirs here and offered; when the place is over, or nothing is theirs any more, that is what they are told. */
function doubt(why: ReplyDoubt, acts: readonly Act[], about: ReplyAbout): Doubtful {
  const { place } = about;
  const here = actsHere(about);
  const placed = place?.stepId !== undefined || place?.consultationId !== undefined;
  const over =
    placed && here.every(({ stepId, consultationId }) => stepId === undefined && consultationId === undefined);
  const waits = about.state.status === 'processing';
  const gone = here.length === 0 || (over && waits && why !== 'not-offered');
  const choices = acts
    .filter((act) => isOffered(act, about))
    .slice(0, MOST_CHOICES)
    .map((act) => ({ ...act, fields: {} }));
  return { kind: 'doubtful', why: gone ? 'no-longer-theirs' : why, choices };
}
