/** Given a history, when a command, then events: with no clock, store or mock. */
import type { Actor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Decision } from '../../decision.ts';
import type { Instant } from '../../time.ts';
import type { DossierCommand } from '../commands.ts';
import { decideAll, decideDossier } from '../decide.ts';
import type { DossierEvent } from '../events.ts';
import { evolveDossier } from '../evolve.ts';
import { inStatus, type StateIn } from '../state-parts.ts';
import type { Dossier, DossierStatus } from '../state.ts';
import type { CommandOf } from '../transitions.ts';
import { at, CATALOGUE, CITIZEN, MAIL, POST, ROUTING, staff } from './world.ts';
import type { ReplyChoice } from '../reply-result.ts';

export interface Act {
  readonly command: DossierCommand | readonly DossierCommand[];
  readonly as: Actor;
  readonly at: Instant;
}

export interface Scenario {
  readonly state: Dossier;
  readonly events: readonly DossierEvent[];
  when(act: Act): Decision<DossierEvent>;
  /** The scenario after one more accepted act. */
  then(...acts: readonly Act[]): Scenario;
  in<Status extends DossierStatus>(status: Status): StateIn<Status>;
}

/** @throws when an act of the history is not accepted: the test is wrong then. */
export function given(acts: readonly Act[], catalogue: Catalogue = CATALOGUE): Scenario {
  const events: DossierEvent[] = [];
  let state: Dossier | undefined;
  for (const act of acts) {
    const decision = decide(act, state, catalogue);
    if (decision.kind !== 'accepted') throw new Error(`${JSON.stringify(act.command)}: ${JSON.stringify(decision)}`);
    events.push(...decision.events);
    state = decision.events.reduce<Dossier | undefined>(evolveDossier, state);
  }
  if (state === undefined) throw new Error('a history begins with an act');
  const now = state;
  return {
    state: now,
    events,
    when: (act) => decide(act, now, catalogue),
    then: (...more) => given([...acts, ...more], catalogue),
    in: (status) => inStatus(now, 'the test', status),
  };
}

export function decide(act: Act, state: Dossier | undefined, catalogue: Catalogue = CATALOGUE): Decision<DossierEvent> {
  const context = { now: act.at, actor: act.as, catalogue };
  return 'type' in act.command ? decideDossier(act.command, state, context) : decideAll(act.command, state, context);
}

interface Reply {
  readonly action: ReplyChoice['action'];
  readonly mailId?: string;
}

/** The scenario after an act that came in a mail: the reply is recorded with the act, in one commit. */
export function byMail(before: Scenario, one: Act, reply: Reply): Scenario {
  return before.then(one, recorded(before, one, reply));
}

/** The record of a reply that was taken as an act: to come right after it. */
export function recorded(before: Scenario, one: Act, { action, mailId = 'mail-1' }: Reply): Act {
  if (one.as.kind !== 'staff') throw new Error('only staff act by answering a mail');
  const stepId = 'stepId' in one.command ? one.command.stepId : undefined;
  const choice: ReplyChoice = { action, fields: {}, ...(stepId !== undefined && { stepId }) };
  return {
    command: {
      type: 'RecordReply',
      mailId,
      staffId: one.as.staffId,
      result: { kind: 'taken', choice, noted: false },
      answer: true,
      before: before.state,
    },
    as: MAIL,
    at: one.at,
  };
}

/** The only event of an accepted decision, of the type that is expected. */
export function eventOf<Type extends DossierEvent['type']>(
  decision: Decision<DossierEvent>,
  type: Type,
): Extract<DossierEvent, { readonly type: Type }> {
  const found = decision.kind === 'accepted' ? decision.events.find((event) => event.type === type) : undefined;
  if (found === undefined) throw new Error(`no ${type} in ${JSON.stringify(decision)}`);
  return found as Extract<DossierEvent, { readonly type: Type }>;
}

export const PAPERS = [
  { lineId: 'form', originals: 1, certifiedCopies: 0, photocopies: 0 },
  { lineId: 'id-copy', originals: 0, certifiedCopies: 1, photocopies: 0 },
];

export function intake(change: Partial<CommandOf<'FileDossier'>> = {}): CommandOf<'FileDossier'> {
  return {
    type: 'FileDossier',
    caseId: 'CASE000001',
    procedure: 'ward-matter',
    area: '25744',
    channel: 'counter',
    counterId: 'counter-25744',
    returnTo: 'counter',
    documents: PAPERS,
    attachments: [],
    sets: 1,
    hasReturnAddress: false,
    ...change,
  };
}

export const CODE = 'H09.18.02-240304-0001';

/** Acts of the plain life, on Monday 4 March 2024 unless told otherwise. */
export const act = {
  fileAtCounter: (change = {}, when = at('04 09:00')): Act => ({
    command: intake(change),
    as: staff('official'),
    at: when,
  }),
  fileOnline: (change = {}, when = at('04 09:00')): Act => ({
    command: intake({ channel: 'online', ...change }),
    as: CITIZEN,
    at: when,
  }),
  fileByPost: (change = {}, when = at('04 09:00')): Act => ({
    command: intake({ channel: 'post', sendSlip: 'PG-1', sampleDraw: 0.9, ...change }),
    as: staff('clerk'),
    at: when,
  }),
  receive: (when = at('04 09:05')): Act => ({
    command: { type: 'Receive', dossierCode: CODE, forward: false },
    as: staff('official'),
    at: when,
  }),
  forward: (when = at('04 09:10')): Act => ({ command: { type: 'Forward' }, as: staff('official'), at: when }),
  assign: (stepId: string, staffId: string, when = at('04 09:11')): Act => ({
    command: { type: 'AssignStep', stepId, staffId, why: 'least-loaded' },
    as: ROUTING,
    at: when,
  }),
  complete: (stepId: string, by: string, when = at('04 15:00')): Act => ({
    command: { type: 'CompleteStep', stepId },
    as: staff(by),
    at: when,
  }),
  decide: (by = 'head', when = at('05 10:00'), change = {}): Act => ({
    command: { type: 'Decide', stepId: 'sign', outcome: 'granted', resultNumber: '12/2024', ...change },
    as: staff(by),
    at: when,
  }),
  askSupplement: (change = {}, by = 'official', when = at('04 09:30')): Act => ({
    command: {
      type: 'RequestSupplement',
      items: [{ lineId: 'form', what: 'Thiếu chữ ký' }],
      reason: 'Thiếu chữ ký',
      ...change,
    },
    as: staff(by),
    at: when,
  }),
  acceptSupplement: (when: Instant, change = {}): Act => ({
    command: { type: 'AcceptSupplement', documents: PAPERS, attachments: [], dossierCode: CODE, ...change },
    as: staff('official'),
    at: when,
  }),
  handOver: (to: string, by = 'officer', when = at('04 10:00')): Act => ({
    command: { type: 'HandStepOver', stepId: 'examine', to, reason: 'Nghỉ phép' },
    as: staff(by),
    at: when,
  }),
  sendOn: (unitId: string, by = 'officer', when = at('04 10:00')): Act => ({
    command: { type: 'ForwardStep', stepId: 'examine', unitId, reason: 'Không thuộc lĩnh vực của đơn vị' },
    as: staff(by),
    at: when,
  }),
  consult: (by = 'officer', when = at('04 10:00')): Act => ({
    command: { type: 'Consult', stepId: 'examine', unitId: 'justice-718', question: '?', workingHours: 4 },
    as: staff(by),
    at: when,
  }),
  note: (by = 'officer', when = at('04 10:00'), stepId = 'examine'): Act => ({
    command: { type: 'AddNote', text: 'Đã gọi điện', stepId },
    as: staff(by),
    at: when,
  }),
  pause: (by = 'officer', when = at('04 10:00')): Act => ({
    command: { type: 'Pause', reason: 'inspection', note: 'Chờ đoàn kiểm tra' },
    as: staff(by),
    at: when,
  }),
  undo: (by = 'officer', when = at('04 10:05'), mailId = 'mail-1'): Act => ({
    command: { type: 'UndoAct', mailId },
    as: staff(by),
    at: when,
  }),
  acceptHandover: (present: boolean, when: Instant, signedAt = when): Act => ({
    command: {
      type: 'AcceptHandover',
      handoverId: 'bag-1',
      signedAt,
      signedBy: 'official',
      present,
      dossierCode: CODE,
    },
    as: POST,
    at: when,
  }),
  putInBag: (when = at('04 16:00'), handoverId = 'bag-1'): Act => ({
    command: { type: 'PutInBag', handoverId },
    as: POST,
    at: when,
  }),
};

/** The histories that most tests begin with. */
export const histories = {
  received: [act.fileAtCounter(), act.receive()],
  processing: [act.fileAtCounter(), act.receive(), act.forward(), act.assign('examine', 'officer')],
  lastStage: [
    act.fileAtCounter(),
    act.receive(),
    act.forward(),
    act.assign('examine', 'officer'),
    act.complete('examine', 'officer'),
    act.assign('sign', 'head', at('04 15:01')),
  ],
  /** Decided by the district's justice office, to be collected at the ward. */
  decidedElsewhere: [
    act.fileAtCounter({ procedure: 'district-matter' }),
    act.receive(),
    act.forward(),
    act.assign('examine', 'justice-officer'),
    act.assign('verify', 'department-officer'),
    act.complete('verify', 'department-officer'),
    act.complete('examine', 'justice-officer'),
    act.assign('sign', 'justice-head', at('05 08:00')),
    act.decide('justice-head'),
  ],
} as const satisfies Record<string, readonly Act[]>;
