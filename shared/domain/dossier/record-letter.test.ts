import { describe, expect, it } from 'vitest';
import { act, eventOf, given, histories, type Act } from './testing/scenario.ts';
import { at, CATALOGUE, CITIZEN, MAIL, ROUTING, staff } from './testing/world.ts';
import { tasksFor } from './tasks.ts';
import type { Actor } from '../actor.ts';

const file = (uploadId: string) => ({ uploadId, sha256: 'x', bytes: 10, contentType: 'text/plain' });
const letter = (as: Actor = CITIZEN, attachments = [file('u1')], when = at('05 08:00')): Act => ({
  command: { type: 'RecordLetter', mailId: 'mail-1', attachments },
  as,
  at: when,
});
const tellOf = (history: readonly Act[]) => eventOf(given(history).when(letter()), 'LetterReceived').tell;
const counter = { kind: 'unit-mailbox', unitId: 'counter-25744' };

describe('a letter of the applicant', () => {
  it('is put with the dossier', () => {
    const after = given([...histories.processing, letter()]);
    expect(after.state.attachments).toEqual([file('u1')]);
    expect(after.state.status).toBe('processing');
    expect(after.events.slice(-1).flatMap(tasksFor)).toEqual([{ kind: 'file-attachments' }]);
  });

  it('is told to the officers with open work, else to the counter', () => {
    expect(tellOf(histories.processing)).toEqual([{ kind: 'staff', staffId: 'officer' }]);
    expect(tellOf(histories.received)).toEqual([counter]);
    expect(tellOf([...histories.received, act.forward()])).toEqual([counter]);
    expect(tellOf([...histories.lastStage, act.decide()])).toEqual([counter]);
    const asked: Act = {
      command: { type: 'AssignConsultation', consultationId: 'c1', staffId: 'justice-officer' },
      as: ROUTING,
      at: at('04 10:05'),
    };
    expect(tellOf([...histories.processing, act.consult(), asked])).toEqual([
      { kind: 'staff', staffId: 'officer' },
      { kind: 'staff', staffId: 'justice-officer' },
    ]);
  });

  it('is told to the officers whose work is set aside while the applicant supplements', () => {
    const asked = [...histories.processing, act.askSupplement({ stepId: 'examine' }, 'officer', at('04 10:00'))];
    expect(tellOf(asked)).toEqual([{ kind: 'staff', staffId: 'officer' }]);
  });

  it('is told to the unit of an officer whom mail does not reach', () => {
    const gone: Act = {
      command: { type: 'ReportUnreachable', staffId: 'officer', why: 'bounced' },
      as: MAIL,
      at: at('04 10:00'),
    };
    expect(tellOf([...histories.processing, gone])).toEqual([{ kind: 'unit-mailbox', unitId: 'ward-25744' }]);
  });

  it('comes at any time, also after the end', () => {
    const ended = given([act.fileOnline(), { command: { type: 'Withdraw' }, as: CITIZEN, at: at('04 10:00') }]);
    expect(ended.then(letter()).state).toMatchObject({ status: 'withdrawn', attachments: [file('u1')] });
  });

  it('comes by itself, from the applicant, or from the official who sorted it, and from nobody else', () => {
    const processing = given(histories.processing);
    for (const as of [CITIZEN, MAIL, staff('official')]) expect(processing.when(letter(as)).kind).toBe('accepted');
    for (const as of [staff('official-718'), staff('officer'), staff('clerk'), ROUTING]) {
      expect(processing.when(letter(as))).toMatchObject({ kind: 'refused', refusal: { rule: 'not-permitted' } });
    }
  });

  it('has something in it, and no more files than a dossier takes', () => {
    const processing = given(histories.processing);
    expect(processing.when(letter(MAIL, []))).toMatchObject({ refusal: { rule: 'attachments-missing' } });
    const most = CATALOGUE.limits.attachmentsPerDossier;
    const many = Array.from({ length: most }, (_, index) => file(`u${index}`));
    expect(processing.when(letter(MAIL, many)).kind).toBe('accepted');
    expect(processing.then(letter(MAIL, many)).when(letter(MAIL, [file('one-more')]))).toMatchObject({
      refusal: { faults: [{ rule: 'too-many-attachments', details: { most, count: most + 1 } }] },
    });
  });
});
