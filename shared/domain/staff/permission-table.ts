import type { Jurisdiction, Principal } from './jurisdiction.ts';

type Row = Readonly<Partial<Record<Principal, readonly Jurisdiction[]>>>;

const ROUTING: Row = { 'system:routing': ['anywhere'] };
const AT_THE_COUNTER: Row = { 'one-stop-official': ['own-counter'] };
/** The officer in person, or the head of the unit in whose hands it is. */
const THE_STEP: Row = { officer: ['assigned'], 'unit-head': ['own-unit', 'assigned'] };
const THE_UNITS_HEAD: Row = { 'unit-head': ['own-unit'] };
/** Delivery to the door is reported by the clerk who carries it, by the counter, or by the post's own messages. */
const THE_CARRIER: Row = {
  'postal-clerk': ['handled'],
  'one-stop-official': ['own-counter'],
  'system:post': ['anywhere'],
};
const WHOEVER_WORKS_ON_IT: Row = {
  'postal-clerk': ['handled'],
  'one-stop-official': ['own-counter'],
  officer: ['assigned'],
  'unit-head': ['own-unit', 'deciding-unit'],
};

/** People of the hotline; `own-counter` is the centre that the report came to. */
const AT_THE_HOTLINE: Row = { 'hotline-operator': ['own-counter'], 'hotline-supervisor': ['own-counter'] };
const SUPERVISING_THE_HOTLINE: Row = { 'hotline-supervisor': ['own-counter'] };
/** The officer who has it, or the head of the unit. */
const THE_PART: Row = { officer: ['assigned'], 'unit-head': ['own-unit', 'assigned'] };

/** Operation × who -> where. The first block are the commands of a dossier, the second those of a bag, the third look and list. */
export const PERMISSIONS = {
  'file-online': { citizen: ['anywhere'] },
  'file-at-counter': { 'one-stop-official': ['own-counter'], 'postal-clerk': ['own-counter'] },
  'receive-dossier': AT_THE_COUNTER,
  'refuse-dossier': AT_THE_COUNTER,
  'request-supplement': { ...AT_THE_COUNTER, ...THE_STEP },
  'submit-supplement': { citizen: ['anywhere'], 'postal-clerk': ['handled'], 'one-stop-official': ['own-counter'] },
  'accept-supplement': AT_THE_COUNTER,
  'forward-dossier': AT_THE_COUNTER,
  'assign-step': { ...ROUTING, ...THE_UNITS_HEAD },
  'report-no-assignee': ROUTING,
  'hand-step-over': THE_STEP,
  'complete-step': THE_STEP,
  consult: THE_STEP,
  'assign-consultation': { ...ROUTING, ...THE_UNITS_HEAD },
  'report-no-consultant': ROUTING,
  'answer-consultation': THE_STEP,
  'extend-deadline': { 'unit-head': ['deciding-unit'] },
  decide: THE_STEP,
  'stop-dossier': { 'unit-head': ['deciding-unit'], ...AT_THE_COUNTER },
  'withdraw-dossier': { citizen: ['anywhere'], ...AT_THE_COUNTER },
  'record-result-arrival': AT_THE_COUNTER,
  'return-result': { 'one-stop-official': ['own-counter'], 'postal-clerk': ['handled'] },
  'hand-result-to-post': AT_THE_COUNTER,
  'record-delivery-attempt': THE_CARRIER,
  'confirm-delivery': THE_CARRIER,
  'countersign-intake': AT_THE_COUNTER,
  'send-back-intake': AT_THE_COUNTER,
  'correct-intake': { 'postal-clerk': ['handled'] },
  'put-in-bag': { 'system:post': ['anywhere'] },
  'accept-handover': { 'system:post': ['anywhere'] },
  'ring-timer': { 'system:timers': ['anywhere'] },
  'acknowledge-step': THE_STEP,
  'forward-step': THE_STEP,
  'prepare-apology': { officer: ['assigned'], 'unit-head': ['own-unit', 'assigned', 'deciding-unit'] },
  'pause-dossier': { officer: ['assigned'], 'unit-head': ['own-unit', 'assigned', 'deciding-unit'] },
  'resume-dossier': {
    ...AT_THE_COUNTER,
    officer: ['assigned'],
    'unit-head': ['own-unit', 'assigned', 'deciding-unit'],
  },
  'add-note': WHOEVER_WORKS_ON_IT,
  'record-letter': { citizen: ['anywhere'], 'one-stop-official': ['own-counter'], 'system:mail': ['anywhere'] },
  'record-reply': { 'system:mail': ['anywhere'] },
  'undo-act': WHOEVER_WORKS_ON_IT,
  'report-unreachable': { 'system:mail': ['anywhere'] },
  'recompute-clocks': { 'system:timers': ['anywhere'] },

  'file-report': { citizen: ['anywhere'], 'system:hotline': ['anywhere'], ...AT_THE_HOTLINE },
  'triage-report': AT_THE_HOTLINE,
  'record-reporter-words': { citizen: ['anywhere'], 'system:hotline': ['anywhere'], ...AT_THE_HOTLINE },
  'link-reports': { 'system:hotline': ['anywhere'] },
  'assign-report': ROUTING,
  'work-on-report': { ...THE_PART, ...AT_THE_HOTLINE },
  'answer-report': THE_PART,
  /** The hotline, or the head of the unit above both once a report goes to and fro. */
  'settle-competence': { ...SUPERVISING_THE_HOTLINE, 'hotline-operator': ['own-counter'], 'unit-head': ['below'] },
  'consolidate-answer': { ...THE_PART, ...AT_THE_HOTLINE },
  'review-answer': SUPERVISING_THE_HOTLINE,
  'publish-report': SUPERVISING_THE_HOTLINE,
  'rate-report': { citizen: ['anywhere'], 'system:hotline': ['anywhere'] },
  'reopen-report': { citizen: ['anywhere'], 'system:hotline': ['anywhere'], ...AT_THE_HOTLINE },
  'withdraw-report': { citizen: ['anywhere'], 'system:hotline': ['anywhere'], ...AT_THE_HOTLINE },
  'ring-report': { 'system:timers': ['anywhere'] },
  'view-report': { ...THE_PART, ...AT_THE_HOTLINE, 'province-supervisor': ['below'] },
  'list-reports': AT_THE_HOTLINE,
  'report-calls': AT_THE_HOTLINE,

  'sort-mail': { 'one-stop-official': ['own-counter'], 'province-supervisor': ['below'] },

  'prepare-handover': { 'postal-clerk': ['own-counter'], 'one-stop-official': ['own-counter'] },
  'sign-handover': { 'one-stop-official': ['own-counter'], 'postal-clerk': ['own-counter'] },
  'resolve-discrepancy': { 'one-stop-official': ['own-counter'], 'province-supervisor': ['below'] },
  'view-handover': {
    'postal-clerk': ['handled'],
    'one-stop-official': ['own-counter'],
    'province-supervisor': ['below'],
  },

  'view-case': { ...WHOEVER_WORKS_ON_IT, 'province-supervisor': ['below'] },
  'view-attachment': WHOEVER_WORKS_ON_IT,
  'print-form': { citizen: ['anywhere'], ...WHOEVER_WORKS_ON_IT },
  'list-counter': {
    'one-stop-official': ['own-counter'],
    'postal-clerk': ['own-counter'],
    'province-supervisor': ['below'],
  },
  'list-work': {
    officer: ['own-unit'],
    'hotline-operator': ['own-unit'],
    'hotline-supervisor': ['own-unit'],
    'unit-head': ['own-unit'],
    'one-stop-official': ['own-unit', 'own-counter'],
    'province-supervisor': ['below'],
  },
  'sample-intakes': { 'one-stop-official': ['own-counter'], 'province-supervisor': ['below'] },
  'search-by-phone': AT_THE_COUNTER,
  'publish-catalogue': { administrator: ['anywhere'] },
} as const satisfies Readonly<Record<string, Row>>;
