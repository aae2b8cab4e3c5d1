import { officeCalendarOf } from '../calendar/office-calendar-of.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import { unitOf, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { runningClocks } from './running-clocks.ts';
import { timerAfter } from './start-clock.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { whoIsTold } from './who-is-told.ts';

/** A timer rings once for each level: one that is repeated, stale, or of a clock that has ended, is ignored. */
export function ringTimer(
  command: CommandOf<'RingTimer'>,
  state: StateFor<'RingTimer'>,
  context: DossierContext,
): Decision<DossierEvent> {
  const { clockId, level } = command;
  const running = runningClocks(state).find((one) => one.clockId === clockId);
  const timer = running?.clock.nextTimer;
  if (running === undefined || timer === undefined) return ignore(`no timer on ${clockId}`);
  if (timer.level !== level) return ignore(`${clockId} waits for level ${timer.level}, not ${level}`);
  if (timer.at > context.now) return ignore(`${clockId} rings at ${timer.at}`);
  const policy = context.catalogue.reminders;
  const { dueAt } = running.clock;
  const calendar = officeCalendarOf(context.catalogue, unitOf(context, state, running.unitId));
  const next = timerAfter(calendar, policy, { level, dueAt, mayBeExtended: running.kind === 'case' });
  const told = policy.escalations.find((one) => one.level === level)?.tell ?? 'unit-head';
  return accept({
    type: 'TimerRang',
    clockId,
    level,
    at: context.now,
    dueAt,
    told,
    tell: whoIsTold({ running, told, state, context }),
    ...(next && { next }),
  });
}
