/** Instants written as a wall clock in Viet Nam shows them, so that tests read like the law's examples. */
import { instantAt, localDateOf, localTimeOf } from '../../time.ts';
import type { Instant } from '../../time.ts';

/** `at('2026-11-23 15:00')`, or with seconds `at('2026-11-23 15:00:01')`. */
export function at(text: string): Instant {
  const [date = '', time = ''] = text.split(' ');
  const [, , seconds = '0'] = time.split(':');
  return new Date(Date.parse(instantAt(date, time)) + Number(seconds) * 1000).toISOString();
}

/** To the minute; a refusal is shown as it is. */
export function shown<Refusal>(result: Instant | Refusal): string | Refusal {
  return typeof result === 'string' ? `${localDateOf(result)} ${localTimeOf(result)}` : result;
}
