import type { HotlinePolicy } from '../catalogue/hotline.ts';
import { addDays, instantAt, localDateOf, localTimeOf, type Instant } from '../time.ts';

/** When the quiet hours (giờ yên tĩnh, clock of Viet Nam) in which `now` lies end; they may run over midnight. Undefined outside them. */
export function quietUntil({ from, to }: HotlinePolicy['quietHours'], now: Instant): Instant | undefined {
  const time = localTimeOf(now);
  const today = localDateOf(now);
  if (from <= to) return from <= time && time < to ? instantAt(today, to) : undefined;
  if (time >= from) return instantAt(addDays(today, 1), to);
  return time < to ? instantAt(today, to) : undefined;
}
