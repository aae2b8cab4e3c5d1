import type { Instant } from '../../../shared/domain/time.ts';

const HOUR = 60 * 60 * 1000;
/** Providers' retries carry the time of the first try, and go on for hours. Milliseconds. */
const OLDEST = 24 * HOUR;
/** Clocks differ. Milliseconds. */
const EARLIEST = 5 * 60 * 1000;

/** Older calls may be a replay of what somebody recorded; what is younger than this is recognised as a repetition by its id. */
export function isInReplayWindow(milliseconds: number, now: Instant): boolean {
  const age = Date.parse(now) - milliseconds;
  return age <= OLDEST && age >= -EARLIEST;
}

/** @param digits epoch milliseconds. @returns undefined for what is no time of this century. */
export function instantOf(digits: string): Instant | undefined {
  const milliseconds = /^\d{12,13}$/.test(digits) ? Number(digits) : NaN;
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
