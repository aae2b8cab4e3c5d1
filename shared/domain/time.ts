/**
 * Time in the domain. Instants are ISO-8601 UTC strings with milliseconds (`2026-11-23T02:00:00.000Z`), so that their text
 * order is their time order; dates are plain calendar days in Viet Nam. The clock itself is a port: nothing here reads it.
 */
export type Instant = string & { readonly __brand?: 'Instant' };
/** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh (UTC+07:00, no daylight saving time). */
export type LocalDate = string & { readonly __brand?: 'LocalDate' };
/** `HH:MM`, a wall-clock time in Asia/Ho_Chi_Minh. */
export type LocalTime = string & { readonly __brand?: 'LocalTime' };

/** Viet Nam has kept UTC+07:00 without daylight saving time since 1975: local time is arithmetic, not a zone database. */
export const VIET_NAM_OFFSET_MS = 7 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

export function localDateOf(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + VIET_NAM_OFFSET_MS).toISOString().slice(0, 10);
}

export function localTimeOf(instant: Instant): LocalTime {
  return new Date(Date.parse(instant) + VIET_NAM_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant at which a wall clock in Viet Nam shows `time` on `date`. `24:00` is the end of the day. */
export function instantAt(date: LocalDate, time: LocalTime): Instant {
  const [hours = '0', minutes = '0'] = time.split(':');
  const midnight = Date.parse(`${date}T00:00:00.000Z`) - VIET_NAM_OFFSET_MS;
  return new Date(midnight + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS).toISOString();
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / MINUTE_MS;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function isoWeekday(date: LocalDate): number {
  return ((new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;
}

/** True for a day that exists, written `YYYY-MM-DD`: 2027-02-29 is none. */
export function isRealDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
