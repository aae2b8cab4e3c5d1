import type { HotlinePolicy } from '../catalogue/hotline.ts';
import { quietUntil } from '../delivery/quiet-hours.ts';
import { addMinutes, type Instant } from '../time.ts';
import type { Slot } from './state.ts';

/**
 * The next stretches of time in which callers may be called back, soonest first: on the round half hour, not the one that runs, and nobody is
 * rung up in the quiet hours.
 */
export function slotsAfter(
  now: Instant,
  { overflow, quietHours }: Pick<HotlinePolicy, 'overflow' | 'quietHours'>,
  count: number,
): readonly Slot[] {
  const minutes = overflow.callBackMinutes;
  const length = minutes * 60_000;
  let from: Instant = new Date(Math.ceil((Date.parse(now) + 1) / length) * length).toISOString();
  const slots: Slot[] = [];
  // A day has an end to its quiet hours.
  for (let tried = 0; slots.length < count && tried < count + (24 * 60) / minutes; tried += 1) {
    const to = addMinutes(from, minutes);
    const quiet = quietUntil(quietHours, from) ?? quietUntil(quietHours, addMinutes(to, -1));
    if (quiet === undefined) slots.push({ from, to });
    from = to;
  }
  return slots;
}
