/** Who hears that a report's time runs out: one table, clock × what the published service level says. Nothing else moves. */
import type { ServiceLevel, ServiceLevelId } from '../catalogue/hotline.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import { localDateOf } from '../time.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { serviceLevelOn, type ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { workOf } from './report-work.ts';
import { runningReportClocks, type ReportClock, type ReportClockKind } from './running-report-clocks.ts';
import type { Report } from './state.ts';
import { distinct, headAbove, holderOf, hotlineDesk, hotlineHead } from './told-of-report.ts';

type Told = ServiceLevel['warnings'][number]['tell'];

/** Each level once: one that is repeated, stale, or of a clock that has ended, is ignored. */
export function ringReportTimer(
  { clockId, level }: ReportCommandOf<'RingTimer'>,
  state: ReportFor<'RingTimer'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const running = runningReportClocks(state).find((one) => one.clockId === clockId);
  const timer = running?.clock.nextTimer;
  if (running === undefined || timer === undefined) return ignore(`no timer on ${clockId}`);
  if (timer.level !== level) return ignore(`${clockId} waits for level ${timer.level}, not ${level}`);
  if (timer.at > context.now) return ignore(`${clockId} rings at ${timer.at}`);
  const tell = distinct(WHO[running.kind]({ running, told: toldBy(running, state, context), state, context }));
  return accept({ type: 'ReportTimerRang', clockId, level, tell, at: context.now });
}

/** A level that the policy no longer has still tells the hotline. */
function toldBy(running: ReportClock, state: Report, { catalogue }: ReportContext): Told {
  const { warnings } = serviceLevelOn(catalogue, serviceLevelOf(running, state), localDateOf(running.clock.startedAt));
  return warnings.find(({ level }) => level === running.clock.nextTimer?.level)?.tell ?? 'hotline';
}

function serviceLevelOf({ kind, clockId }: ReportClock, state: Report): ServiceLevelId {
  if (kind === 'check') return 'classify';
  if (kind !== 'work') return kind;
  return workOf(state, clockId.slice('work:'.length))?.serviceLevel ?? 'normal';
}

interface Ringing {
  readonly running: ReportClock;
  readonly told: Told;
  readonly state: Report;
  readonly context: ReportContext;
}

type Choice = (ringing: Ringing) => readonly NoticeRecipient[];

/** Its shared mailbox; once the time is over, whoever leads the shift as well. */
const hotline: Choice = ({ running, state, context }) =>
  context.now > running.clock.dueAt ? [hotlineDesk(state), hotlineHead(state)] : [hotlineDesk(state)];

/** What the hotline itself has to do. */
const atTheHotline: Choice = (ringing) => {
  const { told, state, context } = ringing;
  if (told === 'unit-head') return [hotlineHead(state)];
  if (told === 'level-above') return [headAbove(state.core.hotlineId, context) ?? hotlineHead(state)];
  return hotline(ringing);
};

const supervisor: Choice = (ringing) =>
  ringing.told === 'level-above' ? atTheHotline(ringing) : [hotlineHead(ringing.state)];

const atTheUnit: Choice = (ringing) => {
  const { told, running, state, context } = ringing;
  const { unitId } = running;
  switch (told) {
    case 'assignee':
      return [holderOf(running)];
    case 'unit-head':
      return [{ kind: 'unit-head', unitId }];
    case 'level-above':
      return [headAbove(unitId, context) ?? hotlineHead(state)];
    case 'hotline':
      return [hotlineDesk(state), hotlineHead(state)];
    default:
      return told satisfies never;
  }
};

/** Whoever decides; the hotline sees that it is decided. */
const atTheDispute: Choice = (ringing) => {
  const { running, state, context, told } = ringing;
  const { unitId } = running;
  if (unitId === state.core.hotlineId) return atTheHotline(ringing);
  const head: NoticeRecipient = { kind: 'unit-head', unitId };
  return [told === 'level-above' ? (headAbove(unitId, context) ?? head) : head, hotlineDesk(state)];
};

const WHO: Readonly<Record<ReportClockKind, Choice>> = {
  check: atTheHotline,
  info: atTheHotline,
  work: atTheUnit,
  dispute: atTheDispute,
  consolidate: atTheUnit,
  review: supervisor,
};
