import { describe, expect, it } from 'vitest';
import type { Catalogue, StaffMember } from '../catalogue/catalogue.ts';
import type { DossierEvent } from './events.ts';
import { clocksOfDossier } from './running-clocks.ts';
import { act, eventOf, given, histories, type Act, type Scenario } from './testing/scenario.ts';
import { at, CATALOGUE, MAIL, ROUTING, staff, TIMERS } from './testing/world.ts';

const unreachable = (staffId = 'officer', when = '04 10:00'): Act => ({
  command: { type: 'ReportUnreachable', staffId, why: 'bounced' },
  as: MAIL,
  at: at(when),
});
const mailbox = (unitId: string, when = '04 11:00'): Act => ({
  command: { type: 'ReportMailboxUnreachable', unitId },
  as: MAIL,
  at: at(when),
});
const assignAdvice = (staffId: string): Act => ({
  command: { type: 'AssignConsultation', consultationId: 'c1', staffId },
  as: ROUTING,
  at: at('04 10:05'),
});

/** The world with people away on 4 March 2024, each with a stand-in. */
function away(absences: Readonly<Record<string, string>>): Catalogue {
  const staffWith = CATALOGUE.staff.map((person): StaffMember => {
    const standIn = absences[person.id];
    if (standIn === undefined) return person;
    return { ...person, away: [{ from: '2024-03-04', to: '2024-03-04', standIn }] };
  });
  return { ...CATALOGUE, staff: staffWith };
}

const events = (decision: ReturnType<Scenario['when']>): readonly DossierEvent[] =>
  decision.kind === 'accepted' ? decision.events : [];
const dueTimes = (scenario: Scenario) =>
  clocksOfDossier(scenario.state).map(({ clockId, work, timer }) => [clockId, work?.dueAt, timer]);

describe('an officer whom mail does not reach', () => {
  const processing = given(histories.processing);

  it('hands the work to the stand-in of a published absence, and nobody else is told', () => {
    const absent = given(histories.processing, away({ officer: 'colleague' }));
    const [reported, handedOver, ...rest] = events(absent.when(unreachable()));
    expect(reported).toMatchObject({ type: 'OfficerUnreachable', staffId: 'officer', stepIds: [], tell: [] });
    expect(handedOver).toMatchObject({ type: 'StepHandedOver', stepId: 'examine', from: 'officer', to: 'colleague' });
    expect(rest).toEqual([]);
    const after = absent.then(unreachable());
    expect(after.when(unreachable())).toMatchObject({ kind: 'ignored' });
    expect(after.then(act.complete('examine', 'colleague')).in('processing').work.stage).toBe(1);
  });

  it('hands an advice that was asked to the stand-in too', () => {
    const absent = given(
      [...histories.processing, act.consult(), assignAdvice('justice-officer')],
      away({ 'justice-officer': 'justice-head' }),
    );
    const after = absent.then(unreachable('justice-officer', '04 10:10'));
    expect(after.in('processing').work.consultations[0]?.officerId).toBe('justice-head');
    expect(events(absent.when(unreachable('justice-officer', '04 10:10'))).slice(1)).toMatchObject([
      { type: 'ConsultationAssigned', consultationId: 'c1', staffId: 'justice-head' },
    ]);
  });

  it('is told to the unit when nobody stands in, once', () => {
    const { tell, stepIds } = eventOf(processing.when(unreachable()), 'OfficerUnreachable');
    expect(tell).toEqual([{ kind: 'unit-mailbox', unitId: 'ward-25744' }]);
    expect(stepIds).toEqual(['examine']);
    expect(processing.then(unreachable()).when(unreachable('officer', '04 10:30')).kind).toBe('ignored');
  });

  it('is told with the last day of the absence, when the answer said it', () => {
    const untilFriday: Act = {
      ...unreachable(),
      command: { type: 'ReportUnreachable', staffId: 'officer', why: 'out-of-office', until: '2024-03-08' },
    };
    expect(eventOf(processing.when(untilFriday), 'OfficerUnreachable')).toMatchObject({ until: '2024-03-08' });
    expect(eventOf(processing.when(unreachable()), 'OfficerUnreachable')).not.toHaveProperty('until');
  });

  it('is told to the unit when the stand-in is away too, or does not examine', () => {
    for (const absences of [{ officer: 'colleague', colleague: 'officer' }, { officer: 'official' }]) {
      const absent = given(histories.processing, away(absences));
      expect(eventOf(absent.when(unreachable()), 'OfficerUnreachable').tell).toHaveLength(1);
      expect(absent.then(unreachable()).in('processing').work.steps[0]?.officerId).toBe('officer');
    }
  });

  it('is told to each unit where there is work, and again only for more', () => {
    const both = processing.then(act.consult(), assignAdvice('officer'));
    expect(eventOf(both.when(unreachable()), 'OfficerUnreachable').tell).toEqual([
      { kind: 'unit-mailbox', unitId: 'ward-25744' },
      { kind: 'unit-mailbox', unitId: 'justice-718' },
    ]);
    const more = processing.then(unreachable(), act.consult('head', at('04 10:01')), assignAdvice('officer'));
    expect(eventOf(more.when(unreachable('officer', '04 10:10')), 'OfficerUnreachable')).toMatchObject({
      consultationIds: ['c1'],
      tell: expect.arrayContaining([{ kind: 'unit-mailbox', unitId: 'justice-718' }]) as unknown,
    });
  });

  it('is told again when the work came back to somebody whom mail does not reach', () => {
    const given2 = processing.then(unreachable(), act.handOver('colleague', 'head', at('04 10:05')));
    expect(given2.in('processing').work.steps[0]).not.toHaveProperty('unreachableSince');
    expect(given2.when(unreachable('colleague', '04 10:10')).kind).toBe('accepted');
    const answered = processing.then(unreachable(), act.note('officer', at('04 10:05')));
    expect(answered.when(unreachable('officer', '04 10:10')).kind).toBe('accepted');
  });

  it('is nobody’s matter without open work', () => {
    for (const id of ['colleague', 'head', 'official', 'nobody']) {
      expect(processing.when(unreachable(id)).kind).toBe('ignored');
    }
    expect(given(histories.received).when(unreachable()).kind).toBe('ignored');
    expect(processing.then(act.complete('examine', 'officer', at('04 09:50'))).when(unreachable()).kind).toBe(
      'ignored',
    );
  });

  it('is told to the unit while the applicant supplements: nothing is handed over then', () => {
    const asked = given(
      [...histories.processing, act.askSupplement({ stepId: 'examine' }, 'officer', at('04 09:50'))],
      away({ officer: 'colleague' }),
    );
    expect(events(asked.when(unreachable()))).toMatchObject([
      { type: 'OfficerUnreachable', tell: [{ kind: 'unit-mailbox', unitId: 'ward-25744' }] },
    ]);
    expect(asked.then(unreachable()).when(unreachable()).kind).toBe('ignored');
  });

  it('stops no clock, whoever has the work after', () => {
    const absent = given(histories.processing, away({ officer: 'colleague' }));
    expect(dueTimes(absent.then(unreachable()))).toEqual(dueTimes(absent));
    const told = processing.then(unreachable(), mailbox('ward-25744'));
    expect(dueTimes(told)).toEqual(dueTimes(processing));
    const ring = { command: { type: 'RingTimer', clockId: 'step:examine', level: 1 } as const, as: TIMERS };
    expect(told.when({ ...ring, at: at('05 09:10') }).kind).toBe('accepted');
  });

  it('is reported by the mail alone', () => {
    expect(processing.when({ ...unreachable(), as: staff('head') })).toMatchObject({ kind: 'refused' });
    expect(processing.when({ ...mailbox('ward-25744'), as: TIMERS })).toMatchObject({ kind: 'refused' });
  });
});

describe('a unit whose mailbox sends its mail back', () => {
  const processing = given(histories.processing);
  const told = (scenario: Scenario, unitId: string) =>
    eventOf(scenario.when(mailbox(unitId)), 'MailboxUnreachable').tell;

  it('has its head told, once', () => {
    expect(told(processing, 'ward-25744')).toEqual([{ kind: 'unit-head', unitId: 'ward-25744' }]);
    expect(processing.then(mailbox('ward-25744')).when(mailbox('ward-25744', '04 14:00')).kind).toBe('ignored');
  });

  it('has the head above told when it has none', () => {
    expect(told(given(histories.received), 'counter-25744')).toEqual([{ kind: 'unit-head', unitId: 'ward-25744' }]);
    const decided = given([...histories.lastStage, act.decide()]);
    expect(eventOf(decided.when(mailbox('counter-25744', '05 11:00')), 'MailboxUnreachable').tell).toEqual([
      { kind: 'unit-head', unitId: 'ward-25744' },
    ]);
  });

  it('has the head above told when mail does not reach the head either', () => {
    const district = { ...CATALOGUE.staff[0], id: 'district-head', unit: 'district-718', roles: ['unit-head'] };
    const catalogue = { ...CATALOGUE, staff: [...CATALOGUE.staff, district as StaffMember] };
    const last = given([...histories.lastStage, unreachable('head', '05 08:00')], catalogue);
    expect(told(last, 'ward-25744')).toEqual([{ kind: 'unit-head', unitId: 'district-718' }]);
    const nobody = given([...histories.lastStage, unreachable('head', '05 08:00')]);
    expect(nobody.when(mailbox('ward-25744', '05 09:00')).kind).toBe('ignored');
  });

  it('is told of only where it has open work in the case', () => {
    expect(processing.when(mailbox('justice-718')).kind).toBe('ignored');
    expect(told(processing.then(act.consult()), 'justice-718')).toEqual([{ kind: 'unit-head', unitId: 'justice-718' }]);
    expect(processing.when(mailbox('counter-25744')).kind).toBe('ignored');
  });
});
