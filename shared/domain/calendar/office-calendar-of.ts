/** The compiled calendar of an office, made once for each published catalogue and set of hours. */
import type { Catalogue, OfficeHoursId, Unit } from '../catalogue/catalogue.ts';
import { compileCalendar, type OfficeCalendar } from './working-calendar.ts';

const compiled = new WeakMap<Catalogue, Map<OfficeHoursId, OfficeCalendar>>();

/** Calendar with the office hours (giờ làm việc) of a unit: the hours of the deciding unit rule its due times. */
export function officeCalendarOf(catalogue: Catalogue, unit: Pick<Unit, 'hours'>): OfficeCalendar {
  const known = compiled.get(catalogue) ?? new Map<OfficeHoursId, OfficeCalendar>();
  compiled.set(catalogue, known);
  const found = known.get(unit.hours);
  if (found !== undefined) return found;
  const hours = catalogue.officeHours.filter((entry) => entry.id === unit.hours);
  if (hours.length === 0) throw new Error(`The catalogue ${catalogue.version} has no office hours "${unit.hours}".`);
  const calendar = compileCalendar(catalogue.calendar, hours);
  known.set(unit.hours, calendar);
  return calendar;
}
