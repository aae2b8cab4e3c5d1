/**
 * What becomes of a message to a citizen. Nobody is messaged twice for one event: the next rung is taken only when the one before has surely
 * failed, and whoever sends has first committed that they do.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ChannelPolicy } from '../catalogue/hotline.ts';
import { accept, ignore, type Decision } from '../decision.ts';
import { addMinutes, minutesBetween, type Instant } from '../time.ts';
import { DELIVERY_CLOCK } from './delivery-decider.ts';
import type { DeliveryCommand, DeliveryCommandOf } from './delivery-commands.ts';
import { receiptsOf, spentOn } from './delivery-status.ts';
import { evolveDelivery } from './evolve-delivery.ts';
import { leaveRung } from './leave-rung.ts';
import { quietUntil } from './quiet-hours.ts';
import { afterUnavailable } from './after-unavailable.ts';
import { isStuck, TIMERS, watch } from './try-again.ts';
import type { AttemptOutcome, Delivery, DeliveryEvent } from './state.ts';

export interface DeliveryContext {
  readonly now: Instant;
  readonly catalogue: Pick<Catalogue, 'channels' | 'hotline'>;
}

/** Minutes in which an urgent message may still make a sound at night. */
const URGENT_MINUTES = 60;

export function decideDelivery(
  command: DeliveryCommand,
  state: Delivery | undefined,
  context: DeliveryContext,
): Decision<DeliveryEvent> {
  if (command.type === 'Plan') return state === undefined ? plan(command, context) : ignore('planned already');
  if (state === undefined) return ignore('was never planned');
  switch (command.type) {
    case 'StartAttempt':
      return startAttempt(command, state, context);
    case 'EndAttempt':
      return endAttempt(command, state, context);
    case 'SkipRung':
      if (state.status !== 'waiting' || state.rung !== command.rung) return ignore('is not its turn');
      return leaveRung(state, { why: command.why, closes: true, now: context.now });
    case 'Drop':
      if (state.status !== 'waiting') return ignore('is under way');
      return accept({ type: 'DeliveryEnded', status: 'not-needed', why: command.why, at: context.now });
    case 'TakeReceipt':
      return takeReceipt(command, state, context);
    case 'RingTimer':
      return ring(command, state, context);
    default:
      return command satisfies never;
  }
}

function plan(command: DeliveryCommandOf<'Plan'>, { now }: DeliveryContext): Decision<DeliveryEvent> {
  const { deliveryId, subject, ladder, urgent } = command;
  const planned = { type: 'DeliveryPlanned', deliveryId, subject, ladder, urgent, timer: watch(now), at: now } as const;
  return ladder.length > 0
    ? accept(planned)
    : accept<DeliveryEvent>(planned, { type: 'DeliveryEnded', status: 'not-needed', why: 'nobody', at: now });
}

function startAttempt(
  command: DeliveryCommandOf<'StartAttempt'>,
  state: Delivery,
  context: DeliveryContext,
): Decision<DeliveryEvent> {
  const { number, rung, textMark, firstPart, parts } = command;
  const { now, catalogue } = context;
  if (!isDue(state, now) || state.rung !== rung || state.attempts.length + 1 !== number) return ignore('not due');
  const policy = policyOf(state, context);
  const quiet = policy?.quiet === true ? quietUntil(catalogue.hotline.quietHours, now) : undefined;
  if (quiet !== undefined && !isUrgent(state, now)) {
    const timer = { level: TIMERS.quietHours, at: quiet };
    return accept({ type: 'DeliveryHeld', timer, why: 'quiet-hours', at: now });
  }
  const cost = parts.reduce((sum, part) => sum + part.cost, 0);
  if (cost > costLeft(state, catalogue)) return leaveRung(state, { why: 'cost-cap', closes: true, now });
  const started = { type: 'AttemptStarted', number, rung, textMark, firstPart, parts, at: now } as const;
  return state.ladder[rung]?.channel === 'email'
    ? accept<DeliveryEvent>(started, { type: 'HandedToMail', number, at: now })
    : accept(started);
}

/** Đồng that may still be spent on this message. */
export function costLeft(state: Delivery, { hotline }: Pick<Catalogue, 'hotline'>): number {
  return hotline.costCap - spentOn(state);
}

/** True when an attempt may start: it is the sender's turn, and nothing is waited for. */
export function isDue({ status, waitsFor, timer }: Delivery, now: Instant): boolean {
  return status === 'waiting' && (waitsFor === undefined || timer === undefined || timer.at <= now);
}

function isUrgent({ urgent, startedAt }: Delivery, now: Instant): boolean {
  return urgent && minutesBetween(startedAt, now) <= URGENT_MINUTES;
}

function policyOf({ ladder, rung }: Delivery, { catalogue }: DeliveryContext): ChannelPolicy | undefined {
  return catalogue.channels.find(({ channel }) => channel === ladder[rung]?.channel);
}

function endAttempt(
  { number, outcome }: DeliveryCommandOf<'EndAttempt'>,
  state: Delivery,
  context: DeliveryContext,
): Decision<DeliveryEvent> {
  const attempt = state.attempts.find((one) => one.number === number);
  if (attempt === undefined) return ignore('no such attempt');
  const isCurrent =
    state.attempts.at(-1)?.number === number && state.rung === attempt.rung && state.ended === undefined;
  // Given up for lost, and its sender was only slow: what it says now is better than nothing, until something else is done about it.
  const isLate = attempt.outcome?.kind === 'unclear' && outcome.kind !== 'unclear' && isCurrent;
  if (attempt.outcome !== undefined && !isLate) return ignore('has ended already');
  const ended = { type: 'AttemptEnded', number, outcome } as const;
  return accept<DeliveryEvent>(ended, ...followUp(evolveDelivery(state, ended), outcome, context));
}

/** What follows from an outcome, and from the receipts that were here before it. */
function followUp(state: Delivery, outcome: AttemptOutcome, context: DeliveryContext): readonly DeliveryEvent[] {
  const { now } = context;
  const said = receiptsOf(state.attempts, state.rung);
  if (said === 'delivered' || said === 'seen') return [];
  // What was accepted rings no more, so the sender is woken.
  if (said === 'failed') return leaveRung(state, { why: 'failed-receipt', closes: true, now, wake: true }).events;
  switch (outcome.kind) {
    case 'accepted':
      return [];
    case 'refused':
      return leaveRung(state, { why: outcome.why, closes: true, now }).events;
    case 'unavailable':
      return afterUnavailable(state, outcome, now);
    case 'unclear': {
      const minutes = policyOf(state, context)?.receiptMinutes;
      // Nobody reports there: whether it arrived will never be known, and twice is worse than perhaps.
      if (minutes === undefined) return [];
      const timer = { level: TIMERS.receipt, at: addMinutes(now, minutes) };
      return [{ type: 'DeliveryHeld', timer, why: 'receipt', at: now }];
    }
    default:
      return outcome satisfies never;
  }
}

function takeReceipt(
  { number, receipt }: DeliveryCommandOf<'TakeReceipt'>,
  state: Delivery,
  { now }: DeliveryContext,
): Decision<DeliveryEvent> {
  const attempt = state.attempts.find((one) => one.number === number);
  if (attempt === undefined) return ignore('no such attempt');
  if (attempt.receipts.some((one) => isSame(one, receipt))) return ignore('known already');
  const taken = { type: 'ReceiptTaken', number, receipt } as const;
  const after = evolveDelivery(state, taken);
  const waits = after.status === 'sent' || after.status === 'unclear';
  const hasFailed = attempt.rung === after.rung && waits && receiptsOf(after.attempts, after.rung) === 'failed';
  if (!hasFailed || after.ended !== undefined) return accept(taken);
  return accept(
    taken,
    ...leaveRung(after, { why: receipt.why ?? 'failed-receipt', closes: true, now, wake: true }).events,
  );
}

function isSame(left: { part: number; status: string; at: Instant }, right: typeof left): boolean {
  return left.part === right.part && left.status === right.status && left.at === right.at;
}

function ring(
  { clockId, level }: DeliveryCommandOf<'RingTimer'>,
  state: Delivery,
  { now }: DeliveryContext,
): Decision<DeliveryEvent> {
  const { timer } = state;
  if (clockId !== DELIVERY_CLOCK || timer?.level !== level) return ignore(`no timer of level ${String(level)}`);
  if (timer.at > now) return ignore(`rings at ${timer.at}`);
  if (state.waitsFor === 'receipt') {
    return leaveRung(state, { why: 'no-receipt', closes: true, now, wake: true });
  }
  if (isStuck(state, now)) return accept({ type: 'DeliveryEnded', status: 'failed', why: 'stuck', at: now });
  return accept({ type: 'DeliveryDue', timer: watch(now), at: now });
}
