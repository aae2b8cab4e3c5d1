/**
 * What a reply means for this case and this person, now. It decides nothing: the commands that come out are asked of the rules and of the
 * permission table like all others, and where there is any doubt the answer is a question.
 */
import type { DossierContext } from '../dossier/context.ts';
import type { ReplyChoice, ReplyDoubt } from '../dossier/reply-result.ts';
import type { Dossier, Step } from '../dossier/state.ts';
import { availableActs, type Act } from './available-acts.ts';
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
  readonly place?: { readonly stepId?: string; readonly consultationId?: string };
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
  const meant = ACTS[command.kind];
  const fitting = [...here.filter(({ action }) => meant.includes(action)), ...takenOnAlready(command, about, here)];
  if (fitting.length === 0) return doubt('ambiguous', grantFirst(command, here), about);
  const allowed = fitting.filter((act) => isOffered(act, about));
  if (allowed.length === 0) return doubt('not-offered', here, about);
  const own = allowed.filter((act) => isOwn(act, about));
  const [act, another] = own.length === 1 ? own : allowed;
  if (act === undefined || another !== undefined) return doubt('ambiguous', allowed, about);
  if (command.kind === 'confirm' && about.state.preparedApology === undefined) {
    return doubt('ambiguous', grantFirst(command, here), about);
  }
  return takeAct({ command, act, note, state: about.state, context: about.context });
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
  if (first === undefined) return { kind: 'note' };
  if (!isAboutDetail(first)) return first;
  const choices = [first, ...others.filter(isAboutDetail)].flatMap((one) => one.choices);
  return { ...first, choices: unique(choices).slice(0, MOST_CHOICES) };
}

function isAboutDetail({ why }: Doubtful): boolean {
  return why === 'detail-unclear' || why === 'detail-missing';
}

function unique(choices: readonly ReplyChoice[]): readonly ReplyChoice[] {
  return [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
}

/** What is theirs, where the mail was about. A mail about one step says nothing about another. */
function actsHere({ state, context, place }: ReplyAbout): readonly Act[] {
  const acts = availableActs(state, context);
  if (place?.stepId === undefined && place?.consultationId === undefined) return acts;
  return acts.filter(
    ({ stepId, consultationId }) =>
      (stepId === undefined && consultationId === undefined) ||
      (stepId !== undefined && stepId === place.stepId) ||
      (consultationId !== undefined && consultationId === place.consultationId),
  );
}

/** TIẾP NHẬN said again is no error: the rule ignores it, and nothing else is done instead. */
function takenOnAlready(command: ReplyCommand, about: ReplyAbout, here: readonly Act[]): readonly Act[] {
  if (command.kind !== 'accept') return [];
  const steps = here
    .flatMap((act) => stepOf(act, about.state) ?? [])
    .filter((step) => isOfActor(step.officerId, about));
  const ids = new Set(steps.flatMap(({ stepId, touchedAt }) => (touchedAt === undefined ? [] : [stepId])));
  return [...ids].map((stepId) => ({ action: 'acknowledge', stepId }));
}

function isOffered({ action }: Act, { offered }: ReplyAbout): boolean {
  return offered === undefined || offered.includes(action);
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

/** ĐỒNG Ý without anything to confirm most often means the result. */
function grantFirst(command: ReplyCommand, acts: readonly Act[]): readonly Act[] {
  if (command.kind !== 'confirm') return acts;
  return acts.toSorted((left, right) => Number(right.action === 'grant') - Number(left.action === 'grant'));
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
