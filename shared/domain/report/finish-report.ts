/** From the units' answers to the citizen's: consolidated where there are several, read over where the category asks for it. */
import type { Refused } from '../decision.ts';
import { isRefused } from '../dossier/context.ts';
import { addMinutes, localDateOf } from '../time.ts';
import { awaits } from './awaits.ts';
import type { ReportEvent } from './events.ts';
import { categoryOn, type ReportContext } from './report-context.ts';
import { currentWork, leadOf } from './report-work.ts';
import { startServiceClock } from './service-clock.ts';
import type { FinalAnswer, Report } from './state.ts';
import { holderOf, hotlineHead } from './told-of-report.ts';

export const MINUTES_A_DAY = 24 * 60;

/** Nothing while a part is still open or disputed. */
export function onceAllAnswered(state: Report, context: ReportContext): readonly ReportEvent[] | Refused {
  const works = currentWork(state);
  const answers = works.flatMap(({ unitId, answer }) => (answer === undefined ? [] : [{ unitId, answer }]));
  const [only, another] = answers;
  if (only === undefined || answers.length < works.length) return [];
  if (another === undefined) {
    const event = finalAnswer({ ...only.answer, unitIds: [only.unitId] }, state, context);
    return isRefused(event) ? event : [event];
  }
  const lead = leadOf(state);
  const clock = startServiceClock(context, 'consolidate', lead.unitId);
  if (isRefused(clock)) return clock;
  return [{ type: 'ConsolidationBegun', clock, tell: [holderOf(lead)], at: context.now }];
}

/** "Not our competence" is no answer that goes out unread, whatever the category. */
export function finalAnswer(answer: FinalAnswer, state: Report, context: ReportContext): ReportEvent | Refused {
  if (answer.outcome !== 'not-competent' && !isReviewed(state, context)) return reportAnswered(answer, state, context);
  const clock = startServiceClock(context, 'review', state.core.hotlineId);
  if (isRefused(clock)) return clock;
  return { type: 'AnswerReviewBegun', draft: answer, clock, tell: [hotlineHead(state)] };
}

export function reportAnswered(answer: FinalAnswer, state: Report, { catalogue, now }: ReportContext): ReportEvent {
  return {
    type: 'ReportAnswered',
    answer,
    reopenUntil: addMinutes(now, catalogue.hotline.reopen.days * MINUTES_A_DAY),
    subscribers: state.subscribers,
    ...awaits(state, 'rating'),
  };
}

function isReviewed({ triage }: Report, { catalogue }: ReportContext): boolean {
  if (triage === undefined) return true;
  return categoryOn(catalogue, triage.category, localDateOf(triage.at))?.review ?? true;
}
