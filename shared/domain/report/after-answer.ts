/** What the reporter may say of an answer: how good it was, or that it was none. Outcome and state are apart: "not fixed" opens it again. */
import { accept, ignore, refuse, type Decision, type Refused } from '../decision.ts';
import { isRefused } from '../dossier/context.ts';
import { addMinutes } from '../time.ts';
import { awaits } from './awaits.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { MINUTES_A_DAY } from './finish-report.ts';
import { hasHeard } from './has-heard.ts';
import { newWork } from './new-work.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { currentWork, nextWorkId } from './report-work.ts';
import { startServiceClock } from './service-clock.ts';
import type { ReportWork } from './state.ts';
import { hotlineDesk } from './told-of-report.ts';
import { unitToday } from './transfer-report.ts';

const MOST_STARS = 5;

export function rate(
  { stars, messageId }: ReportCommandOf<'Rate'>,
  state: ReportFor<'Rate'>,
  { now: at, catalogue }: ReportContext,
): Decision<ReportEvent> {
  if (hasHeard(state, messageId)) return ignore('taken already');
  if (!Number.isInteger(stars) || stars < 1 || stars > MOST_STARS) {
    return refuse('stars-out-of-range', { sort: 'invalid', pointer: '/stars' });
  }
  const until = addMinutes(state.answer.at, catalogue.hotline.ratingDays * MINUTES_A_DAY);
  if (at > until) return refuse('rating-too-late', { details: { until } });
  return accept({
    type: 'ReportRated',
    rating: { stars, at },
    ...(messageId !== undefined && { messageId }),
    ...awaits(state, 'nothing'),
  });
}

/** Its units get it again, with new clocks; where a reform has left none of them, the hotline sorts it again. */
export function reopen(
  { messageId }: ReportCommandOf<'Reopen'>,
  state: ReportFor<'Reopen'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const { now: at, catalogue } = context;
  if (hasHeard(state, messageId)) return ignore('taken already');
  if (at > state.reopenUntil) return refuse('reopening-too-late', { details: { until: state.reopenUntil } });
  const { times } = catalogue.hotline.reopen;
  if (state.reopened >= times) return refuse('reopened-too-often', { details: { times } });
  const work = worksAgain(state, context);
  if (isRefused(work)) return work;
  const check = work.length === 0 ? startServiceClock(context, 'classify', state.core.hotlineId) : undefined;
  if (isRefused(check)) return check;
  return accept({
    type: 'ReportReopened',
    ...(messageId !== undefined && { messageId }),
    work,
    ...(check && { check }),
    subscribers: state.subscribers,
    tell: [hotlineDesk(state)],
    at,
    ...awaits(state, 'nothing'),
  });
}

function worksAgain(state: ReportFor<'Reopen'>, context: ReportContext): readonly ReportWork[] | Refused {
  const works = new Map<string, ReportWork>();
  const [lead] = currentWork(state).filter((work) => work.lead);
  const before = [...(lead === undefined ? [] : [lead]), ...currentWork(state).filter((work) => !work.lead)];
  for (const { unitId, origin, serviceLevel } of before) {
    const unit = unitToday(unitId, state.triage, context);
    if (unit === undefined || works.has(unit.id)) continue;
    const workId = nextWorkId([...state.work, ...works.values()]);
    const part = { workId, lead: works.size === 0, origin, serviceLevel, round: state.reopened + 1 };
    const work = newWork(unit, part, context);
    if (isRefused(work)) return work;
    works.set(unit.id, work);
  }
  return [...works.values()];
}
