import type { ReminderPolicy } from '../catalogue/catalogue.ts';
import type { ClockTimer } from '../clock.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import { appointAnew } from './appoint-anew.ts';
import { isBlank, isRefused, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { runningClocks } from './running-clocks.ts';
import type { Dossier } from './state.ts';
import { isTouched } from './touch.ts';
import type { CommandOf, StateFor } from './transitions.ts';
import { whoIsTold } from './who-is-told.ts';

type TimerRang = Extract<DossierEvent, { type: 'TimerRang' }>;
type ApologyPrepared = Extract<DossierEvent, { type: 'ApologyPrepared' }>;

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
  const told = toldBy(context.catalogue.reminders, timer);
  const quiet = told === 'if-untouched' && isTouched(state, clockId);
  const rang: TimerRang = {
    type: 'TimerRang',
    clockId,
    level,
    at: context.now,
    dueAt: running.clock.dueAt,
    told,
    tell: quiet ? [] : whoIsTold({ running, told, state, context }),
  };
  const prepared = told === 'may-extend' && running.kind === 'case' ? apologyReady(state, context) : undefined;
  return prepared === undefined ? accept<DossierEvent>(rang) : accept<DossierEvent>(rang, prepared);
}

/** A level that the policy no longer has, or has given to the stall alarm since, still tells the head. */
function toldBy({ escalations }: ReminderPolicy, timer: ClockTimer): TimerRang['told'] {
  if (timer.ifUntouched === true) return 'if-untouched';
  const tell = escalations.find(({ level }) => level === timer.level)?.tell;
  return tell === undefined || tell === 'if-untouched' ? 'unit-head' : tell;
}

/**
 * The apology (phiếu xin lỗi và hẹn lại, M04) with the province's words, ready for the head to confirm; none when an officer has asked for one,
 * or when it is not allowed any more (61/2018/NĐ-CP art. 19.9).
 */
function apologyReady(state: Dossier, context: DossierContext): ApologyPrepared | undefined {
  const { apology } = context.catalogue.reminders;
  if (apology === undefined || state.status !== 'processing' || state.preparedApology !== undefined) return undefined;
  const { workingDays, reason, text } = apology;
  if (isBlank(reason) || isBlank(text) || isRefused(appointAnew(state, workingDays, context))) return undefined;
  return {
    type: 'ApologyPrepared',
    prepared: { workingDays, reason, apology: text, preparedAt: context.now },
    unitId: state.deciding.unitId,
    at: context.now,
  };
}
