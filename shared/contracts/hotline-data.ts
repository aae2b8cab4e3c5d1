/** Schema of the hotline's data: categories of reports, service levels, channels and the policy. */
import * as z from 'zod/mini';
import { list, matching, text, time, identifier, count, positive, validity, sourced } from './data-fields.ts';

const timeSpan = z.strictObject({
  unit: z.enum(['minutes', 'hours', 'working-hours', 'working-days', 'days']),
  amount: positive,
});

export const reportCategory = z.strictObject({
  ...validity,
  ...sourced,
  id: identifier,
  name: text,
  nameEn: text,
  decidingLevel: identifier,
  decidingUnitKind: identifier,
  keywords: list(text),
  urgency: z.enum(['urgent', 'normal', 'complex']),
  review: z.boolean(),
  sensitive: z.boolean(),
});

export const serviceLevel = z.strictObject({
  ...validity,
  ...sourced,
  id: z.enum([
    'acknowledge',
    'classify',
    'dispute',
    'urgent',
    'normal',
    'complex',
    'several-units',
    'consolidate',
    'review',
    'info',
    'regulation',
  ]),
  limit: timeSpan,
  warnings: list(
    z.strictObject({
      level: positive,
      share: z.number().check(z.gt(0)),
      tell: z.enum(['assignee', 'unit-head', 'level-above', 'hotline']),
    }),
  ),
});

export const channel = z.strictObject({
  ...sourced,
  channel: z.enum(['phone', 'email', 'sms', 'zalo', 'viber', 'skype', 'teams', 'web']),
  windowHours: z.exactOptional(positive),
  cost: count,
  quiet: z.boolean(),
  receiptMinutes: z.exactOptional(positive),
  longest: positive,
});

const emergency = z.strictObject({
  ...sourced,
  number: matching(/^\d{3}$/),
  name: text,
  nameEn: text,
  phrases: list(text),
});

export const hotline = z.strictObject({
  ...sourced,
  emergencies: list(emergency),
  abusiveWords: list(text),
  quietHours: z.strictObject({ from: time, to: time }),
  costCap: count,
  draftHours: positive,
  reopen: z.strictObject({ days: positive, times: count }),
  ratingDays: positive,
  nearby: z.strictObject({ metres: positive, days: positive }),
  flood: z.strictObject({ messages: positive, minutes: positive, reportsPerDay: positive }),
  declinesBeforeSuperior: positive,
  smallestFigure: positive,
  overflow: z.strictObject({ waitingCalls: positive, callBackMinutes: positive, slotCalls: positive }),
});
