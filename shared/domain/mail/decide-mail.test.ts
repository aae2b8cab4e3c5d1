import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffActor, SystemActor } from '../actor.ts';
import { smallCatalogue, testStaff } from '../catalogue/testing/small-catalogue.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decideMail, type MailContext } from './decide-mail.ts';
import { inboxUnit, officialFor } from './held-mail-desk.ts';
import type { IncomingMail, MailEvent } from './incoming-mail.ts';
import type { MailCommand } from './mail-commands.ts';
import { clocksOfMail, evolveMail } from './mail-decider.ts';
import { noticesForMail } from './mail-notices.ts';

/** Monday, 09:00 in Viet Nam. */
const NOW = '2026-11-23T02:00:00.000Z';
const MAIL: SystemActor = { kind: 'system', name: 'mail' };
const CENTRE = { unit: 'province-centre', roles: ['one-stop-official'] } as const;

function catalogue(overrides: Partial<Catalogue> = {}): Catalogue {
  return smallCatalogue({
    staff: [
      testStaff({ id: 'lan', unit: 'counter-25750', roles: ['one-stop-official'] }),
      testStaff({ id: 'mai', ...CENTRE }),
      testStaff({ id: 'nga', ...CENTRE }),
      testStaff({ id: 'head', unit: 'province-centre', roles: ['unit-head'] }),
    ],
    reminders: {
      escalations: [
        { level: 0, offsetHours: 0, tell: 'assignee' },
        { level: 1, offsetHours: 4, tell: 'unit-head' },
        { level: 2, offsetHours: 8, tell: 'level-above' },
      ],
      source: 'test',
    },
    ...overrides,
  });
}

const context = (changes: Partial<MailContext> = {}): MailContext => ({
  now: NOW,
  actor: MAIL,
  catalogue: catalogue(),
  ...changes,
});
const arrived = { mailId: 'a'.repeat(26), objectKey: 'arrived/1', receivedAt: NOW };
const holdIt = { type: 'Hold', ...arrived, why: 'no-address', guesses: [], files: [], answerSender: false } as const;
const official = (staffId: string, unitId = 'counter-25750'): StaffActor => ({
  kind: 'staff',
  staffId,
  unitId,
  roles: ['one-stop-official'],
  via: 'link',
});

function accepted(command: MailCommand, state: IncomingMail | undefined, given = context()): MailEvent {
  const decision = decideMail(command, state, given);
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
  return decision.events[0];
}
function held(changes: Partial<Extract<MailCommand, { type: 'Hold' }>> = {}): IncomingMail {
  return evolveMail(undefined, accepted({ ...holdIt, ...changes }, undefined));
}

describe('a mail that nobody needs to see', () => {
  it('is settled once; told again, nothing happens', () => {
    const settle: MailCommand = { type: 'Settle', ...arrived, outcome: { kind: 'machine', what: 'auto-reply' } };
    const state = evolveMail(undefined, accepted(settle, undefined));
    expect(state).toEqual({ ...arrived, status: 'settled', outcome: { kind: 'machine', what: 'auto-reply' } });
    expect(decideMail(settle, state, context()).kind).toBe('ignored');
    expect(decideMail(holdIt, state, context()).kind).toBe('ignored');
    expect(clocksOfMail(state)).toEqual([]);
  });
});

describe('a held mail', () => {
  it("is work of the best guess's counter, due after the hours of a check", () => {
    const state = held({ counterId: 'counter-25750' });
    expect(state).toMatchObject({ status: 'held', unitId: 'counter-25750', staffId: 'lan' });
    expect(clocksOfMail(state)).toEqual([
      {
        clockId: 'mail',
        work: { unitId: 'counter-25750', officerId: 'lan', dueAt: '2026-11-25T02:00:00.000Z' },
        timer: { level: 0, at: '2026-11-25T02:00:00.000Z' },
      },
    ]);
  });

  it('goes to the one-stop section of the highest level when the counter is unknown or gone', () => {
    expect(held()).toMatchObject({ unitId: 'province-centre' });
    expect(held({ counterId: 'counter-25744' })).toMatchObject({ unitId: 'province-centre' });
    expect(inboxUnit(catalogue(), '2026-11-23').id).toBe('province-centre');
  });

  it('goes to the section as a whole when none of its officials is there', () => {
    const away = [{ from: '2026-11-23', to: '2026-11-27', standIn: 'head' }];
    const staff = catalogue().staff.map((person) => ({ ...person, away }));
    const event = accepted(holdIt, undefined, context({ catalogue: catalogue({ staff }) }));
    expect(event).not.toHaveProperty('staffId');
    expect(noticesForMail(event)).toEqual([
      { template: 'mail-held', recipient: { kind: 'unit-mailbox', unitId: 'province-centre' } },
    ]);
  });

  it('is shared out among the officials, the same mail always to the same one', () => {
    const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz234567'));
    const ids = fc.sample(fc.array(letter, { minLength: 26, maxLength: 26 }), { numRuns: 400, seed: 1 });
    const given = ids.map(
      (id) => officialFor(catalogue(), { unitId: 'province-centre', mailId: id.join('') }, '2026-11-23')?.id,
    );
    expect(given.filter((id) => id === 'mai').length).toBeGreaterThan(150);
    expect(given.filter((id) => id === 'nga').length).toBeGreaterThan(150);
  });

  it('tells the official, and the sender only when that was allowed', () => {
    const event = (answerSender: boolean, why: 'no-address' | 'too-large') =>
      accepted({ ...holdIt, answerSender, why }, undefined);
    const templates = (...given: Parameters<typeof event>) =>
      noticesForMail(event(...given)).map((one) => one.template);
    expect(templates(false, 'no-address')).toEqual(['mail-held']);
    expect(templates(true, 'no-address')).toEqual(['mail-held', 'mail-arrived']);
    expect(templates(true, 'too-large')).toEqual(['mail-held', 'mail-too-large']);
  });

  it('is answered in words that fit who wrote it', () => {
    const answerTo = (changes: Partial<Extract<MailCommand, { type: 'Hold' }>>) =>
      noticesForMail(accepted({ ...holdIt, answerSender: true, ...changes }, undefined)).at(-1)?.template;
    expect(answerTo({ colleague: true })).toBe('mail-of-colleague');
    expect(answerTo({ colleague: true, why: 'other-sender' })).toBe('mail-arrived');
    expect(answerTo({ colleague: true, why: 'too-large' })).toBe('mail-too-large');
    expect(answerTo({ why: 'shared-mailbox', quiet: true })).toBe('mail-of-shared-mailbox');
  });

  it('of a flood waits in the list of work, and neither it nor its reminders are mailed', () => {
    const quiet = { ...holdIt, quiet: true } as const;
    expect(noticesForMail(accepted(quiet, undefined))).toEqual([]);
    const state = held({ quiet: true });
    expect(clocksOfMail(state)).toMatchObject([{ work: { unitId: 'province-centre' } }]);
    const { nextTimer } = state.status === 'held' ? state.check : {};
    if (nextTimer === undefined) throw new Error('no timer');
    const ring = { type: 'RingTimer', clockId: 'mail', level: nextTimer.level } as const;
    expect(noticesForMail(accepted(ring, state, context({ now: nextTimer.at })))).toEqual([]);
    expect(noticesForMail(accepted(ring, held(), context({ now: nextTimer.at })))).toHaveLength(1);
  });

  it('is matched by an official of its section; the second one is told who was first', () => {
    const state = held({ counterId: 'counter-25750' });
    const lan = context({ actor: official('lan') });
    const event = accepted({ type: 'Match', caseId: 'C1' }, state, lan);
    expect(event).toEqual({ type: 'HeldMailMatched', caseId: 'C1', by: 'lan', at: NOW });
    const matched = evolveMail(state, event);
    expect(clocksOfMail(matched)).toEqual([]);
    expect(decideMail({ type: 'Match', caseId: 'C1' }, matched, lan).kind).toBe('ignored');
    const second = context({ actor: official('other') });
    expect(decideMail({ type: 'Dismiss', reason: 'Thư rác' }, matched, second)).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'mail-already-sorted', details: { by: 'lan', at: NOW } },
    });
  });

  it('is dismissed only with a reason, and only by somebody of the section', () => {
    const state = held({ counterId: 'counter-25750' });
    const dismiss = (reason: string, actor: MailContext['actor']) =>
      decideMail({ type: 'Dismiss', reason }, state, context({ actor }));
    expect(dismiss(' ', official('lan'))).toMatchObject({ refusal: { rule: 'reason-missing' } });
    expect(dismiss('Quảng cáo', official('mai', 'province-centre'))).toMatchObject({
      refusal: { rule: 'not-permitted' },
    });
    expect(dismiss('Quảng cáo', MAIL)).toMatchObject({ refusal: { rule: 'staff-only' } });
    expect(dismiss('Quảng cáo', official('lan')).kind).toBe('accepted');
  });

  it('rings at the section, then its head, then above, each level once', () => {
    const told: unknown[] = [];
    let state = held();
    const times: string[] = [];
    for (let timer = clocksOfMail(state)[0]?.timer; timer !== undefined; timer = clocksOfMail(state)[0]?.timer) {
      const ring: MailCommand = { type: 'RingTimer', clockId: 'mail', level: timer.level };
      expect(decideMail(ring, state, context()).kind).toBe('ignored');
      const event = accepted(ring, state, context({ now: timer.at }));
      told.push(...noticesForMail(event).map(({ recipient }) => recipient));
      times.push(timer.at);
      state = evolveMail(state, event);
      expect(decideMail(ring, state, context({ now: timer.at })).kind).toBe('ignored');
    }
    expect(told).toEqual([
      { kind: 'unit-mailbox', unitId: 'province-centre' },
      { kind: 'unit-head', unitId: 'province-centre' },
      { kind: 'unit-head', unitId: 'province' },
    ]);
    expect(times).toEqual(times.toSorted());
    expect(clocksOfMail(state)).toHaveLength(1);
  });
});
