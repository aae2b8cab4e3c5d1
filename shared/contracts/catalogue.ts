/**
 * Schema of the province's data as it is published: shapes and formats only, so that a typing error in a reviewed file is
 * named by its path. What one entry says about another is checked in the domain (shared/domain/catalogue/check-catalogue.ts).
 * Objects are strict: an unknown key is a mistake, not an extension. A type test keeps it equal to the domain's types.
 */
import * as z from 'zod/mini';
import { calendar, officeHours } from './calendar-data.ts';
import {
  list,
  matching,
  text,
  date,
  time,
  identifier,
  areaCode,
  procedureCode,
  agencyCode,
  count,
  positive,
  validity,
  sourced,
} from './data-fields.ts';
import { channel, hotline, reportCategory, serviceLevel } from './hotline-data.ts';

const province = z.strictObject({
  ...validity,
  ...sourced,
  name: text,
  nameEn: text,
  code: matching(/^[A-Y]\d{2}$/),
  hotline: text,
});

const level = z.strictObject({ ...validity, ...sourced, id: identifier, rank: positive, name: text, nameEn: text });

const area = z.strictObject({
  ...validity,
  ...sourced,
  code: areaCode,
  level: identifier,
  name: text,
  parent: z.exactOptional(areaCode),
  successors: z.exactOptional(list(z.strictObject({ code: areaCode, validFrom: date }))),
});

const counter = z.strictObject({
  postalList: list(z.strictObject({ ...validity, procedure: procedureCode })),
  countersignShare: z.number().check(z.minimum(0), z.maximum(1)),
});

const unit = z.strictObject({
  ...validity,
  ...sourced,
  id: identifier,
  level: identifier,
  kind: identifier,
  name: text,
  nameEn: text,
  parent: z.exactOptional(identifier),
  areas: list(areaCode),
  agencyCode,
  mailbox: text,
  phone: text,
  address: text,
  place: text,
  hours: identifier,
  counter: z.exactOptional(counter),
});

const timeLimit = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.enum(['working-days', 'days']), amount: positive }),
  z.strictObject({ unit: z.literal('working-hours'), amount: positive }),
  z.strictObject({ unit: z.literal('same-day') }),
]);

const step = z.strictObject({
  id: identifier,
  name: text,
  nameEn: text,
  level: identifier,
  unitKind: identifier,
  actor: z.enum(['officer', 'head']),
  hours: z.number().check(z.positive()),
});

const fee = z.strictObject({
  ...validity,
  ...sourced,
  kind: z.enum(['charge', 'fee', 'tax']),
  name: text,
  amount: z.number(),
  per: text,
});

const procedure = z.strictObject({
  ...validity,
  ...sourced,
  code: procedureCode,
  version: matching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/),
  name: text,
  nameEn: text,
  sector: text,
  decidingLevel: identifier,
  decidingUnitKind: identifier,
  timeLimit,
  immediateResult: z.boolean(),
  channels: list(z.enum(['counter', 'online', 'post'])),
  presenceRequired: z.exactOptional(text),
  documents: list(
    z.strictObject({
      id: identifier,
      name: text,
      nameEn: text,
      originals: count,
      certifiedCopies: count,
      photocopies: count,
      required: z.boolean(),
    }),
  ),
  stages: list(list(step)),
  supplementClock: z.enum(['restart', 'pause']),
  supplementWaitDays: positive,
  fees: list(fee),
});

const reception = z.strictObject({
  ...validity,
  ...sourced,
  counterLevel: identifier,
  decidingLevels: list(identifier),
  anyArea: z.boolean(),
});

const competence = z.strictObject({
  ...validity,
  ...sourced,
  id: identifier,
  procedure: z.exactOptional(procedureCode),
  area: z.exactOptional(areaCode),
  level: identifier,
  unitKind: identifier,
  unit: z.exactOptional(identifier),
});

const staffMember = z.strictObject({
  ...validity,
  ...sourced,
  id: identifier,
  name: text,
  mailbox: text,
  unit: identifier,
  roles: list(
    z.enum([
      'postal-clerk',
      'one-stop-official',
      'officer',
      'unit-head',
      'province-supervisor',
      'administrator',
      'hotline-operator',
      'hotline-supervisor',
    ]),
  ),
  away: z.exactOptional(list(z.strictObject({ from: date, to: date, standIn: identifier }))),
});

const reminders = z.strictObject({
  ...sourced,
  escalations: list(
    z.strictObject({
      level: count,
      offsetHours: z.number(),
      tell: z.enum(['may-extend', 'assignee', 'unit-head', 'level-above', 'if-untouched']),
      stageShare: z.exactOptional(z.number().check(z.gt(0), z.lt(1))),
    }),
  ),
  apology: z.exactOptional(z.strictObject({ workingDays: positive, reason: text, text })),
});

const pauseReason = z.strictObject({
  ...validity,
  ...sourced,
  id: identifier,
  name: text,
  nameEn: text,
  waitsFor: z.enum(['applicant', 'agency']),
  reviewDays: positive,
  portalStatus: positive,
});

const form = z.strictObject({
  ...validity,
  ...sourced,
  form: z.enum([
    'receipt',
    'supplement-request',
    'refusal',
    'apology',
    'stop-notice',
    'process-control',
    'tracking-book',
    'handover-record',
    'send-slip',
  ]),
  /** Empty for a paper that the law names without numbering it. */
  number: z.string(),
  title: text,
  paper: z.enum(['A4', 'A5']),
});

const portalStatus = z.strictObject({
  ...sourced,
  code: positive,
  name: text,
  nameEn: text,
  statuses: list(identifier),
  progress: z.int().check(z.minimum(0), z.maximum(100)),
});

const limits = z.strictObject({
  ...sourced,
  attachmentBytes: positive,
  attachmentsPerDossier: positive,
  forwardCutOff: time,
  deliveryAttempts: positive,
  deliveryAttemptGapWorkingDays: count,
  reappointments: count,
  supplementReturnWorkingDays: positive,
  supplementRequests: positive,
  checkHours: positive,
  transitWorkingDays: z.strictObject({ near: positive, far: positive }),
});

/** Everything that is published, without the version, which the publication gives. */
export const ProvinceData = z.strictObject({
  provinces: list(province),
  levels: list(level),
  areas: list(area),
  units: list(unit),
  officeHours: list(officeHours),
  calendar,
  procedures: list(procedure),
  reception: list(reception),
  competence: list(competence),
  staff: list(staffMember),
  reminders,
  forms: list(form),
  portalStatuses: list(portalStatus),
  pauseReasons: list(pauseReason),
  limits,
  reportCategories: list(reportCategory),
  serviceLevels: list(serviceLevel),
  channels: list(channel),
  hotline,
});
export type ProvinceData = z.infer<typeof ProvinceData>;
