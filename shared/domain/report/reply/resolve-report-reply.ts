/**
 * What a reply means for this report and this person, now. It decides nothing: the command that comes out is asked of the rules and of the
 * permission table like all others, and where there is any doubt the answer is a question. What is no command is a note, never sent to anybody.
 */
import type { ReportCommand } from '../commands.ts';
import { availableReportActs, type AvailableReportAct } from '../report-acts.ts';
import type { ReportContext } from '../report-context.ts';
import { workOf } from '../report-work.ts';
import type { Report } from '../state.ts';
import type { ReportReplyAct } from './report-reply-acts.ts';
import type { ReadReportReply, ReportReplyCommand } from './report-reply-command.ts';
import type { ReportReplyChoice, ReportReplyDoubt } from './report-reply-result.ts';
import { takeReportAct } from './take-report-act.ts';

export interface ReportReplyAbout {
  /** As it stands today, after every reform. */
  readonly state: Report;
  /** `actor` is the member of staff who answers. */
  readonly context: ReportContext;
  /** What the address allows. */
  readonly offered: readonly ReportReplyAct[];
  /** The part that the mail was about; undefined when about the whole report. */
  readonly workId?: string;
}

export type ResolvedReportReply =
  | { readonly kind: 'act'; readonly command: ReportCommand; readonly choice: ReportReplyChoice }
  | {
      readonly kind: 'doubtful';
      readonly why: ReportReplyDoubt;
      readonly detail?: string;
      readonly choices: readonly ReportReplyChoice[];
    }
  /** `perhaps`: the part that could be answered with these words. */
  | { readonly kind: 'note'; readonly perhaps?: string };

/** The acts that a command can mean; which of them, the status of the report tells. */
const ACTS: Readonly<Record<ReportReplyCommand['kind'], readonly ReportReplyAct[]>> = {
  accept: ['accept-report'],
  answer: ['answer-report', 'consolidate-report'],
  progress: ['progress-report'],
  consolidate: ['consolidate-report'],
  decline: ['decline-report'],
  forward: ['settle-report', 'decline-report'],
  'hand-over': ['hand-report-over'],
  keep: ['settle-report'],
  approve: ['approve-answer'],
  return: ['return-answer'],
};
const MOST_CHOICES = 8;

type Doubtful = Extract<ResolvedReportReply, { readonly kind: 'doubtful' }>;

export function resolveReportReply(reply: ReadReportReply, about: ReportReplyAbout): ResolvedReportReply {
  switch (reply.kind) {
    case 'empty':
      return { kind: 'note' };
    case 'note':
      return { kind: 'note', ...couldAnswer(about) };
    case 'unclear':
      return { ...doubt('not-understood', actsHere(about), about), detail: reply.line };
    case 'command':
      return resolveCommand(reply.command, about);
    case 'either':
      return resolveEither(reply.commands, about);
    default:
      return reply satisfies never;
  }
}

/** What can be done about the report from here, each behind a link of its own. */
export function reportChoices(about: ReportReplyAbout): readonly ReportReplyChoice[] {
  return actsHere(about).slice(0, MOST_CHOICES);
}

function resolveCommand(command: ReportReplyCommand, about: ReportReplyAbout): ResolvedReportReply {
  const here = actsHere(about);
  const fitting = here.filter(({ action }) => ACTS[command.kind].includes(action));
  if (fitting.length === 0) {
    return isTakenUp(command, about)
      ? { kind: 'doubtful', why: 'already-so', choices: [] }
      : doubt('ambiguous', here, about);
  }
  const allowed = fitting.filter((act) => isOffered(act, about));
  if (allowed.length === 0) return doubt('not-offered', here, about);
  const own = allowed.filter((act) => isOwn(act, about));
  const [act, another] = own.length === 1 ? own : allowed;
  if (act === undefined || another !== undefined) return doubt('ambiguous', allowed, about);
  return takeReportAct({ command, act, state: about.state, context: about.context });
}

/** Whichever of the readings holds for this report; if both or none does, the person is asked. */
function resolveEither(commands: readonly ReportReplyCommand[], about: ReportReplyAbout): ResolvedReportReply {
  const resolved = commands.map((command) => resolveCommand(command, about));
  const [act, another] = resolved.filter((one) => one.kind === 'act');
  if (act !== undefined && another === undefined) return act;
  if (act !== undefined && another !== undefined) {
    return { kind: 'doubtful', why: 'ambiguous', choices: [act.choice, another.choice] };
  }
  const doubts = resolved.filter((one) => one.kind === 'doubtful');
  const detailed = doubts.filter(({ why }) => why === 'detail-unclear' || why === 'detail-missing');
  const [first, ...others] = detailed.length > 0 ? detailed : doubts;
  if (first === undefined) return { kind: 'note' };
  const choices = [first, ...others].flatMap((one) => one.choices).slice(0, MOST_CHOICES);
  return { ...first, choices };
}

function couldAnswer(about: ReportReplyAbout): { readonly perhaps?: string } {
  const [first, another] = actsHere(about).filter(
    (act) => act.action === 'answer-report' && isOffered(act, about) && isOwn(act, about),
  );
  return first?.workId === undefined || another !== undefined ? {} : { perhaps: first.workId };
}

/** What is theirs, where the mail was about. */
function actsHere({ state, context, workId }: ReportReplyAbout): readonly AvailableReportAct[] {
  return availableReportActs(state, context).filter(
    (act) => workId === undefined || act.workId === undefined || act.workId === workId,
  );
}

/** TIẾP NHẬN said again is no error. */
function isTakenUp(command: ReportReplyCommand, { state, context: { actor }, workId }: ReportReplyAbout): boolean {
  if (command.kind !== 'accept' || actor.kind !== 'staff') return false;
  return state.work.some(
    (work) =>
      work.status === 'open' && work.acceptedBy === actor.staffId && (workId === undefined || work.workId === workId),
  );
}

function isOffered({ action }: AvailableReportAct, { offered }: ReportReplyAbout): boolean {
  return offered.includes(action);
}

function isOwn({ workId }: AvailableReportAct, { state, context: { actor } }: ReportReplyAbout): boolean {
  const officerId = workId === undefined ? undefined : workOf(state, workId)?.officerId;
  return actor.kind === 'staff' && actor.staffId === officerId;
}

/** When nothing is theirs any more, that is what they are told. */
function doubt(why: ReportReplyDoubt, acts: readonly AvailableReportAct[], about: ReportReplyAbout): Doubtful {
  const gone = actsHere(about).length === 0;
  return { kind: 'doubtful', why: gone ? 'no-longer-theirs' : why, choices: acts.slice(0, MOST_CHOICES) };
}
