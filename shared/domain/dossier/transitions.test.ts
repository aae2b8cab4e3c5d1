import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DossierCommand } from './commands.ts';
import type { DossierStatus } from './state.ts';
import { act, CODE, decide, given, histories, intake, PAPERS, recorded, type Act } from './testing/scenario.ts';
import { at, CATALOGUE, CITIZEN, MAIL, ROUTING, staff, TIMERS } from './testing/world.ts';
import { possibleCommands, TRANSITIONS, type CommandType } from './transitions.ts';

const file = { uploadId: 'u1', sha256: 'x', bytes: 10, contentType: 'application/pdf' };
const home = [
  act.fileAtCounter({ returnTo: 'home', hasReturnAddress: true }),
  ...histories.lastStage.slice(1),
  act.decide(),
];
const parcel: Act = {
  command: { type: 'HandResultToPost', parcelNumber: 'EX1' },
  as: staff('official'),
  at: at('05 11:00'),
};
const attempt = (when: string): Act => ({
  command: { type: 'RecordDeliveryAttempt', reason: 'x' },
  as: staff('official'),
  at: at(when),
});
const asked = [act.fileOnline(), act.askSupplement()];
const answered: Act = { command: { type: 'SubmitSupplement', attachments: [file] }, as: CITIZEN, at: at('05 09:00') };
const sendBack: Act = { command: { type: 'SendBackToClerk', reason: 'x' }, as: staff('official'), at: at('04 10:00') };
const handOver = act.handOver('colleague');
const handedOverByMail = [
  ...histories.processing,
  handOver,
  recorded(given(histories.processing), handOver, { action: 'hand-over' }),
];

/** A dossier in each status, and others in the same status that differ in what may come next. */
const DOSSIERS: Readonly<Record<DossierStatus, readonly (readonly Act[])[]>> = {
  'with-clerk': [[act.fileByPost({ sampleDraw: 0 })], [act.fileByPost()]],
  'sent-back-to-clerk': [[act.fileByPost(), sendBack]],
  submitted: [[act.fileOnline()]],
  'supplement-requested': [
    asked,
    [...asked, answered],
    [...histories.processing, act.askSupplement({ stepId: 'examine' }, 'officer', at('05 10:00'))],
  ],
  received: [histories.received],
  processing: [
    histories.processing,
    [...histories.processing, act.consult()],
    handedOverByMail,
    histories.lastStage,
    histories.lastStage.slice(0, 3),
  ],
  paused: [[...histories.processing, act.pause()]],
  decided: [
    home,
    [...histories.lastStage, act.decide()],
    [...histories.decidedElsewhere, act.putInBag(at('05 15:00'))],
  ],
  'result-at-counter': [
    [
      ...histories.decidedElsewhere,
      { command: { type: 'RecordResultArrival' }, as: staff('official'), at: at('06 08:00') },
    ],
    [...home, { command: { type: 'RecordResultArrival' }, as: staff('official'), at: at('06 08:00') }],
  ],
  'result-with-post': [[...home, parcel]],
  'result-undelivered': [[...home, parcel, attempt('07 09:00'), attempt('11 08:00')]],
  returned: [
    [...home, { command: { type: 'ReturnResult', to: 'applicant' }, as: staff('official'), at: at('06 09:00') }],
  ],
  refused: [
    [act.fileOnline(), { command: { type: 'Refuse', reason: 'x' }, as: staff('official'), at: at('04 10:00') }],
  ],
  withdrawn: [[act.fileOnline(), { command: { type: 'Withdraw' }, as: CITIZEN, at: at('04 10:00') }]],
  stopped: [
    [...histories.processing, { command: { type: 'Stop', reason: 'x' }, as: staff('head'), at: at('04 10:00') }],
  ],
};

const later = '2024-04-10T02:00:00.000Z';
const soon = at('06 08:00');
const one = (command: DossierCommand, as: Actor, when: string = soon): Act => ({ command, as, at: when });

/** The catalogue with holidays that were announced after the clocks had started. */
const { calendar } = CATALOGUE;
const LATER = '2029-01-01';
const WITH_HOLIDAYS: Catalogue = {
  ...CATALOGUE,
  calendar: {
    ...calendar,
    version: LATER,
    days: ['04', '06', '08'].map((day) => ({
      date: `2024-03-${day}`,
      kind: 'holiday',
      name: 'x',
      announcedOn: LATER,
      source: 'test',
    })),
  },
};

type Request = Act & { readonly catalogue?: Catalogue };

/** Ways to ask for each command; at least one of them is right in every status where the table says that it is legal. */
const REQUESTS: Readonly<Record<CommandType, readonly Request[]>> = {
  FileDossier: [one(intake(), staff('official'))],
  Receive: [one({ type: 'Receive', dossierCode: CODE, forward: true }, staff('official'))],
  Refuse: [one({ type: 'Refuse', reason: 'x' }, staff('official'), later)],
  RequestSupplement: [
    act.askSupplement({ justification: 'x' }, 'official', soon),
    act.askSupplement({ justification: 'x', stepId: 'examine' }, 'head', soon),
    act.askSupplement({ justification: 'x', stepId: 'sign' }, 'head', soon),
  ],
  SubmitSupplement: [one({ type: 'SubmitSupplement', attachments: [{ ...file, uploadId: 'u2' }] }, CITIZEN)],
  AcceptSupplement: [act.acceptSupplement(soon)],
  Forward: [act.forward(soon)],
  AssignStep: [act.assign('examine', 'officer', soon), act.assign('sign', 'head', soon)],
  ReportNoAssignee: [one({ type: 'ReportNoAssignee', stepId: 'examine', why: 'x' }, ROUTING)],
  HandStepOver: [one({ type: 'HandStepOver', stepId: 'examine', to: 'colleague', reason: 'x' }, staff('officer'))],
  CompleteStep: [act.complete('examine', 'officer', soon), act.complete('sign', 'head', soon)],
  Consult: [act.consult('officer', soon)],
  AssignConsultation: [one({ type: 'AssignConsultation', consultationId: 'c1', staffId: 'justice-officer' }, ROUTING)],
  ReportNoConsultant: [one({ type: 'ReportNoConsultant', consultationId: 'c1', why: 'x' }, ROUTING)],
  AnswerConsultation: [one({ type: 'AnswerConsultation', consultationId: 'c1', answer: 'x' }, staff('justice-head'))],
  Extend: [one({ type: 'Extend', workingDays: 1, reason: 'x', apology: 'x' }, staff('head'))],
  Decide: [
    act.decide('head', soon),
    one({ type: 'Decide', stepId: 'examine', outcome: 'granted', resultNumber: '1' }, staff('head')),
  ],
  Stop: [one({ type: 'Stop', reason: 'x' }, staff('head'), later)],
  Withdraw: [one({ type: 'Withdraw' }, CITIZEN)],
  RecordResultArrival: [one({ type: 'RecordResultArrival' }, staff('official'))],
  ReturnResult: [one({ type: 'ReturnResult', to: 'applicant' }, staff('official'))],
  HandResultToPost: [{ ...parcel, at: soon }],
  RecordDeliveryAttempt: [attempt('12 08:00')],
  ConfirmDelivery: [one({ type: 'ConfirmDelivery', to: 'applicant', proof: 'x' }, staff('official'))],
  Countersign: [one({ type: 'Countersign' }, staff('official'))],
  SendBackToClerk: [one({ type: 'SendBackToClerk', reason: 'x' }, staff('official'))],
  CorrectIntake: [one({ type: 'CorrectIntake', documents: PAPERS, attachments: [] }, staff('clerk'))],
  PutInBag: [act.putInBag(soon)],
  AcceptHandover: [act.acceptHandover(true, soon)],
  RingTimer: [
    'check',
    'forward',
    'case',
    'transit',
    'supplement',
    'supplement-check',
    'delivery',
    'return-trip',
    'pause',
  ].flatMap((clockId) => [0, 1].map((level) => one({ type: 'RingTimer', clockId, level }, TIMERS, later))),
  AcknowledgeStep: [one({ type: 'AcknowledgeStep', stepId: 'examine' }, staff('officer'))],
  ForwardStep: [act.sendOn('justice-718', 'officer', soon), act.sendOn('justice-718', 'head', soon)],
  PrepareApology: [one({ type: 'PrepareApology', workingDays: 1, reason: 'x', apology: 'x' }, staff('head'))],
  Pause: [act.pause('head', soon)],
  Resume: [one({ type: 'Resume' }, staff('head'))],
  AddNote: [one({ type: 'AddNote', text: 'x' }, staff('official'))],
  RecordLetter: [one({ type: 'RecordLetter', mailId: 'm', attachments: [{ ...file, uploadId: 'u3' }] }, MAIL)],
  RecordReply: [
    one({ type: 'RecordReply', mailId: 'm', staffId: 'officer', result: { kind: 'noted' }, answer: true }, MAIL),
  ],
  UndoAct: [act.undo()],
  ReportUnreachable: ['officer', 'head'].map((staffId) =>
    one({ type: 'ReportUnreachable', staffId, why: 'bounced' }, MAIL),
  ),
  ReportApplicantUnreachable: [one({ type: 'ReportApplicantUnreachable' }, MAIL)],
  ReportMailboxUnreachable: ['ward-25744', 'counter-25744'].map((unitId) =>
    one({ type: 'ReportMailboxUnreachable', unitId }, MAIL),
  ),
  RecomputeClocks: [
    { ...one({ type: 'RecomputeClocks' }, TIMERS, at('04 09:30')), catalogue: WITH_HOLIDAYS },
    { ...one({ type: 'RecomputeClocks' }, TIMERS, at('05 09:30')), catalogue: WITH_HOLIDAYS },
  ],
};

const statuses = Object.keys(DOSSIERS) as DossierStatus[];
const commands = Object.keys(TRANSITIONS) as CommandType[];
const pairs = commands.flatMap((command) => statuses.map((status) => [command, status] as const));

describe('the table of transitions and the decider agree', () => {
  it.each(pairs)('on %s in %s', (command, status) => {
    const legal = (TRANSITIONS[command].from as readonly DossierStatus[]).includes(status);
    const accepted = DOSSIERS[status].map((history) => {
      const scenario = given(history);
      expect(scenario.state.status).toBe(status);
      const decisions = REQUESTS[command].map((request) => decide(request, scenario.state, request.catalogue));
      if (!legal) {
        for (const decision of decisions) {
          if (decision.kind === 'refused') expect(decision.refusal.sort).toMatch(/conflict|forbidden/);
          else expect(decision.kind).toBe('ignored');
        }
      }
      const any = decisions.some(({ kind }) => kind === 'accepted');
      if (!possibleCommands(scenario.state).includes(command)) expect(any).toBe(false);
      return any;
    });
    expect(accepted.some(Boolean)).toBe(legal);
  });

  it('lists what may happen next to a dossier that waits at the counter', () => {
    expect(possibleCommands(given(histories.received).state)).toEqual([
      'Refuse',
      'RequestSupplement',
      'Forward',
      'Stop',
      'Withdraw',
      'RingTimer',
      'AddNote',
      'RecordLetter',
      'RecordReply',
      'ReportApplicantUnreachable',
      'ReportMailboxUnreachable',
      'RecomputeClocks',
    ]);
  });

  it('offers the decision at the last stage only, and completing a step or sending it on before it only', () => {
    const at1 = possibleCommands(given(histories.processing).state);
    const at2 = possibleCommands(given(histories.lastStage).state);
    const offered = (all: readonly CommandType[]) =>
      (['CompleteStep', 'ForwardStep', 'Decide'] as const).filter((command) => all.includes(command));
    expect(offered(at1)).toEqual(['CompleteStep', 'ForwardStep']);
    expect(offered(at2)).toEqual(['Decide']);
  });

  it('offers what the state asks for: an answer, a countersignature, the door, the end of a wait', () => {
    const lists = (history: readonly Act[], command: CommandType) =>
      possibleCommands(given(history).state).includes(command);
    expect(lists(histories.processing, 'AnswerConsultation')).toBe(false);
    expect(lists([...histories.processing, act.consult()], 'AnswerConsultation')).toBe(true);
    expect(lists(histories.processing, 'UndoAct')).toBe(false);
    expect(lists(handedOverByMail, 'UndoAct')).toBe(true);
    expect(lists([act.fileByPost()], 'Countersign')).toBe(false);
    expect(lists([act.fileByPost({ sampleDraw: 0 })], 'Countersign')).toBe(true);
    expect(lists(home, 'HandResultToPost')).toBe(true);
    expect(lists(histories.decidedElsewhere, 'HandResultToPost')).toBe(false);
    expect(lists(asked, 'RequestSupplement')).toBe(false);
    expect(lists([...asked, answered], 'RequestSupplement')).toBe(true);
    expect([lists(asked, 'Refuse'), lists(asked, 'Stop')]).toEqual([true, false]);
  });

  it('lists nothing but words that are kept with it for a dossier that has ended', () => {
    for (const status of ['returned', 'refused', 'withdrawn', 'stopped'] as const) {
      for (const history of DOSSIERS[status]) {
        expect(possibleCommands(given(history).state)).toEqual(['AddNote', 'RecordLetter', 'RecordReply']);
      }
    }
  });
});
