/** One dossier and one event of every kind and turn that the notification matrix tells somebody about. */
import type { DossierEvent } from '../../../../shared/domain/dossier/events.ts';
import type { DossierCore, Processing, Step } from '../../../../shared/domain/dossier/state.ts';
import { replyExamples } from './reply-examples.ts';

const at = '2026-11-23T02:00:00.000Z';
const clock = { startedAt: at, dueAt: '2026-11-27T02:00:00.000Z', calendarVersion: 'test' };
const step: Step = {
  stepId: 'tham-tra',
  stage: 0,
  unitId: 'ward-25750',
  level: 'commune',
  actor: 'officer',
  status: 'assigned',
  officerId: 'an',
  clock,
  openedAt: at,
};
const consultation = {
  consultationId: 'c1',
  stepId: 'tham-tra',
  unitId: 'justice-department',
  level: 'province',
  question: 'Có vướng mắc gì không?',
  officerId: 'quang',
  clock,
  askedAt: at,
};

const core: DossierCore = {
  caseId: 'CASE0000A1',
  procedure: { code: 'ward-matter', version: '1' },
  area: '25750',
  areaVersion: '2025-07-01',
  channel: 'online',
  counterId: 'counter-25750',
  deciding: { unitId: 'ward-25750', level: 'commune', ruleId: 'general-commune' },
  returnTo: 'counter',
  filedAt: at,
  documents: [{ lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 }],
  attachments: [],
  sets: 1,
  reappointments: 0,
  supplements: 0,
  hands: [],
};

const preparedApology = {
  workingDays: 3,
  reason: 'Cần xác minh tại nơi đăng ký cũ.',
  apology: 'Chúng tôi xin lỗi ông/bà vì kết quả chưa kịp trả đúng hẹn.',
  preparedAt: at,
  by: 'an',
};

export const dossierExample: Processing = {
  ...core,
  dossierCode: 'H29.18-261123-0001',
  receivedAt: at,
  completeAt: at,
  clock,
  preparedApology,
  status: 'processing',
  work: { stage: 0, stages: 2, steps: [step], consultations: [consultation] },
};

const routing = { ruleId: 'r', areaValidFrom: '2025-07-01', unitId: 'ward-25750', level: 'commune', considered: [] };
const result = {
  outcome: 'granted',
  decidedAt: at,
  decidedBy: 'hoa',
  resultNumber: '12/TLKS',
  punctuality: 'on-time',
} as const;
const supplement = {
  type: 'SupplementRequested',
  items: [{ lineId: 'to-khai', what: 'chưa có chữ ký' }],
  reason: 'Tờ khai chưa ký nên chưa xác định được người yêu cầu.',
  guidanceNotFollowed: false,
  requestNumber: 1,
  requestedAt: at,
  wait: { ...clock, dueAt: '2026-12-23T02:00:00.000Z' },
  counterId: 'counter-25750',
} as const;
const extended = { ...clock, dueAt: '2026-12-02T02:00:00.000Z' };
const timer = { type: 'TimerRang', level: 0, at, dueAt: clock.dueAt, told: 'assignee' } as const;
const late = { ...timer, at: '2026-11-27T06:00:00.000Z' } as const;
const who = { counterId: 'counter-25750', officers: ['an'] };

export const eventExamples: readonly DossierEvent[] = [
  { type: 'DossierFiled', core, routing, as: { status: 'submitted', check: clock } },
  {
    type: 'DossierFiled',
    core: { ...core, channel: 'post' },
    routing,
    as: { status: 'with-clerk', countersign: 'required', transit: clock },
  },
  { type: 'DossierReceived', dossierCode: 'H29.18-261123-0001', receivedAt: at, clock, forward: clock },
  { type: 'DossierRefused', reason: 'Không thuộc thẩm quyền giải quyết của tỉnh.', at },
  { ...supplement, phase: 'reception' },
  { ...supplement, phase: 'examination', stepId: 'tham-tra' },
  { type: 'SupplementSubmitted', at, attachments: [], check: clock, counterId: 'counter-25750' },
  {
    type: 'SupplementAccepted',
    at,
    documents: [],
    attachments: [],
    resumed: { clock: { ...clock, dueAt: '2026-12-07T02:00:00.000Z' }, steps: [step], consultations: [] },
  },
  { type: 'StepAssigned', stepId: 'tham-tra', unitId: 'ward-25750', staffId: 'an', why: 'least-loaded', at },
  { type: 'StepUnassignable', stepId: 'tham-tra', unitId: 'ward-25750', why: 'nobody present', at },
  {
    type: 'StepHandedOver',
    stepId: 'tham-tra',
    from: 'binh',
    to: 'an',
    unitId: 'ward-25750',
    reason: 'Nghỉ phép.',
    at,
  },
  { type: 'ConsultationAssigned', consultationId: 'c1', unitId: 'justice-department', staffId: 'quang', at },
  { type: 'ConsultationUnassignable', consultationId: 'c1', unitId: 'justice-department', why: 'nobody present', at },
  {
    type: 'ConsultationAnswered',
    consultationId: 'c1',
    answer: 'Không vướng mắc.',
    lead: { kind: 'staff', staffId: 'an' },
    at,
  },
  {
    type: 'DeadlineExtended',
    from: clock.dueAt,
    clock: extended,
    reason: 'Cần xác minh tại nơi đăng ký cũ.',
    apology: 'Chúng tôi xin lỗi ông/bà vì kết quả chưa kịp trả đúng hẹn.',
    at,
    ...who,
  },
  {
    type: 'DossierDecided',
    stepId: 'ky-duyet',
    result,
    unitId: 'ward-25750',
    counterId: 'counter-25750',
    clerk: 'tu',
  },
  {
    type: 'DossierDecided',
    stepId: 'ky-duyet',
    result: { ...result, outcome: 'refused', resultNumber: '13/TB', reason: 'Không có thông tin trong sổ gốc.' },
    unitId: 'ward-25750',
    counterId: 'counter-25750',
  },
  { type: 'DossierStopped', reason: 'Người yêu cầu đã được cấp nơi khác.', at, ...who },
  { type: 'DossierWithdrawn', at, ...who },
  { type: 'ResultArrived', at, returnTo: 'counter' },
  { type: 'ResultHandedToPost', parcelNumber: 'EB123456789VN', transit: clock, at },
  {
    type: 'DeliveryFailed',
    at,
    reason: 'Không có người nhận.',
    attempt: 1,
    nextAttemptFrom: '2026-11-26',
    counterId: 'counter-25750',
  },
  { type: 'DeliveryFailed', at, reason: 'Không có người nhận.', attempt: 2, counterId: 'counter-25750' },
  { type: 'ResultReturned', at, to: 'applicant', by: 'counter' },
  { type: 'ResultReturned', at, to: 'proxy', by: 'post', proof: 'ký nhận' },
  { type: 'IntakeSentBack', reason: 'Thiếu bản sao.', by: 'lan', clerk: 'tu', counterId: 'counter-25750', at },
  { type: 'HandoverMissed', handoverId: 'h1', counterId: 'counter-25750', at },
  {
    type: 'CompetenceTransferred',
    from: { counterId: 'counter-25744', unitId: 'ward-25744' },
    counterId: 'counter-25750',
    deciding: core.deciding,
    steps: [],
    at,
  },
  { ...timer, clockId: 'step:tham-tra', tell: [{ kind: 'staff', staffId: 'an' }] },
  { ...late, clockId: 'step:tham-tra', tell: [{ kind: 'staff', staffId: 'an' }] },
  { ...late, clockId: 'case', told: 'unit-head', tell: [{ kind: 'unit-head', unitId: 'ward-25750' }] },
  { ...timer, clockId: 'case', told: 'may-extend', tell: [{ kind: 'unit-head', unitId: 'ward-25750' }] },
  { ...late, clockId: 'case', told: 'level-above', tell: [{ kind: 'unit-head', unitId: 'province' }] },
  { ...late, clockId: 'check', tell: [{ kind: 'unit-mailbox', unitId: 'counter-25750' }] },
  { ...late, clockId: 'return-trip', tell: [{ kind: 'unit-mailbox', unitId: 'counter-25750' }] },
  { ...timer, clockId: 'supplement', tell: [{ kind: 'applicant' }] },
  {
    ...timer,
    clockId: 'step:tham-tra',
    told: 'if-untouched',
    tell: [{ kind: 'unit-mailbox', unitId: 'ward-25750' }],
  },
  { type: 'ApologyPrepared', prepared: preparedApology, unitId: 'ward-25750', at },
  {
    type: 'DossierPaused',
    reason: 'verification',
    note: 'Chờ xác minh nơi cư trú cũ.',
    by: 'hoa',
    review: clock,
    ...who,
    at,
  },
  { type: 'DossierResumed', by: 'hoa', clock: extended, steps: [step], consultations: [], at },
  ...replyExamples(step),
  {
    type: 'LetterReceived',
    mailId: 'letter',
    attachments: [
      { uploadId: 'u1', sha256: 'a'.repeat(64), bytes: 120, contentType: 'text/plain' },
      { uploadId: 'u2', sha256: 'b'.repeat(64), bytes: 90_000, contentType: 'image/jpeg' },
    ],
    tell: [{ kind: 'staff', staffId: 'an' }],
    at,
  },
  {
    type: 'OfficerUnreachable',
    staffId: 'an',
    why: 'bounced',
    stepIds: ['tham-tra'],
    consultationIds: [],
    tell: [{ kind: 'unit-mailbox', unitId: 'ward-25750' }],
    at,
  },
  {
    type: 'OfficerUnreachable',
    staffId: 'quang',
    why: 'out-of-office',
    until: '2026-11-27',
    stepIds: [],
    consultationIds: ['c1'],
    tell: [{ kind: 'unit-head', unitId: 'justice-department' }],
    at,
  },
  {
    type: 'ActUndone',
    mailId: 'mail0',
    by: 'an',
    act: { kind: 'hand-over', before: step, to: 'binh' },
    officers: ['binh'],
    counterId: 'counter-25750',
    at,
  },
  { type: 'ApplicantUnreachable', counterId: 'counter-25750', at },
  { type: 'MailboxUnreachable', unitId: 'ward-25750', tell: [{ kind: 'unit-head', unitId: 'ward-25750' }], at },
];
