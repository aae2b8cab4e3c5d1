/**
 * The exceptional days of 2018-2028 for the domain's tests, compact. An input, not a source: the published calendar, with its
 * decisions, is the province's data file. From 2027 on, the days of Tết and National Day are estimates.
 */
import type { CalendarDay, WorkingCalendar } from '../catalogue.ts';

const FREE: Readonly<Record<string, string>> = {
  '2018': '01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31',
  '2019': '01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02',
  '2020': '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  '2021': '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  '2022': '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  '2023': '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  '2024': '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  '2025': '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  '2026': '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
  '2027': '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
  '2028': '01-03 01-25 01-26 01-27 01-28 01-31 04-04 05-01 05-02 09-01 09-04 11-24',
};

/** Saturdays worked in exchange for a free weekday (ngày làm bù). */
const MADE_UP = ['2019-01-05', '2019-05-04', '2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

function day(date: string, kind: CalendarDay['kind']): CalendarDay {
  return { date, kind, name: kind, announcedOn: date, source: 'test' };
}

export const TEST_CALENDAR: WorkingCalendar = {
  version: '2028-12-31',
  from: '2018-01-01',
  to: '2028-12-31',
  days: [
    ...Object.entries(FREE).flatMap(([year, days]) => days.split(' ').map((date) => day(`${year}-${date}`, 'holiday'))),
    ...MADE_UP.map((date) => day(date, 'swap-work')),
  ],
};
