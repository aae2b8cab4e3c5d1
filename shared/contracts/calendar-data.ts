/** Schema of the province's opening hours and of its calendar of days off. */
import * as z from 'zod/mini';
import { list, matching, text, date, time, identifier, validity, sourced } from './data-fields.ts';

export const officeHours = z.strictObject({
  ...validity,
  ...sourced,
  id: identifier,
  weekdays: z.record(matching(/^[1-7]$/), list(z.readonly(z.tuple([time, time])))),
});

export const calendar = z.strictObject({
  version: date,
  from: date,
  to: date,
  weeklyRest: z.exactOptional(list(z.int().check(z.minimum(1), z.maximum(7)))),
  lastDayAtRest: z.exactOptional(z.enum(['next-working-day', 'that-day'])),
  days: list(
    z.strictObject({
      ...sourced,
      date,
      kind: z.enum(['holiday', 'substitute', 'swap-off', 'swap-work']),
      name: text,
      announcedOn: date,
      pair: z.exactOptional(date),
    }),
  ),
});
