import { describe, expect, it } from 'vitest';
import { act, CODE, eventOf, given, histories } from './testing/scenario.ts';
import { at, CATALOGUE, CITIZEN, staff, withProcedure } from './testing/world.ts';

const file = { uploadId: 'u1', sha256: 'x', bytes: 10, contentType: 'application/pdf', lineId: 'form' };
const submit = (when: string) => ({
  command: { type: 'SubmitSupplement', attachments: [{ ...file, uploadId: when }] } as const,
  as: CITIZEN,
  at: at(when),
});
const fromExamination = (when: string, change = {}) =>
  act.askSupplement({ stepId: 'examine', ...change }, 'officer', at(when));

describe('asking for a supplement', () => {
  it('waits for the applicant as long as the procedure says', () => {
    const asked = given([act.fileOnline(), act.askSupplement()]).in('supplement-requested');
    expect(asked).toMatchObject({ phase: 'reception', requestNumber: 1, supplements: 1 });
    expect(asked.wait.dueAt).toBe('2024-04-03T02:30:00.000Z');
  });

  it('asks only for lines of the checklist, with what is wrong and why', () => {
    const life = given([act.fileOnline()]);
    expect(
      life.when(
        act.askSupplement({
          items: [
            { lineId: 'x', what: '' },
            { lineId: 'form', what: ' ' },
          ],
        }),
      ),
    ).toMatchObject({
      refusal: {
        rule: 'supplement-faulty',
        faults: [
          { rule: 'unknown-line', pointer: '/items/0/lineId' },
          { rule: 'content-missing', pointer: '/items/0/what' },
          { rule: 'content-missing', pointer: '/items/1/what' },
        ],
      },
    });
    expect(life.when(act.askSupplement({ items: [] }))).toMatchObject({
      refusal: { faults: [{ rule: 'items-missing' }] },
    });
    expect(life.when(act.askSupplement({ reason: '' }))).toMatchObject({ refusal: { rule: 'reason-missing' } });
  });

  it('needs a justification the second time, and disobeyed guidance the third', () => {
    const once = given([act.fileOnline(), act.askSupplement(), submit('05 09:00')]);
    expect(once.when(act.askSupplement())).toMatchObject({
      refusal: { rule: 'justification-missing', article: '63/2010/NĐ-CP Điều 20.4' },
    });
    const twice = once.then(act.askSupplement({ justification: 'Phát sinh mới' }), submit('06 09:00'));
    expect(twice.when(act.askSupplement({ justification: 'Lần nữa' }))).toMatchObject({
      refusal: { rule: 'supplement-limit' },
    });
    const third = twice.then(
      act.askSupplement({ justification: 'Không làm theo hướng dẫn', guidanceNotFollowed: true }),
    );
    expect(third.in('supplement-requested').requestNumber).toBe(3);
  });

  it('does not ask again while the applicant has not answered', () => {
    const asked = given([act.fileOnline(), act.askSupplement()]);
    expect(asked.when(act.askSupplement({ justification: 'x' }))).toMatchObject({
      refusal: { rule: 'supplement-awaited', sort: 'conflict' },
    });
  });

  it('comes from the examination only within three working days of reception', () => {
    const life = given(histories.processing);
    expect(life.when(fromExamination('07 16:00')).kind).toBe('accepted');
    expect(life.when(fromExamination('08 08:00'))).toMatchObject({
      refusal: { rule: 'supplement-too-late', article: '61/2018/NĐ-CP Điều 19.4', details: { most: 3, days: 4 } },
    });
  });

  it('comes from the step of whoever asks, and from nobody else', () => {
    const life = given(histories.processing);
    expect(life.when(act.askSupplement({}, 'official'))).toMatchObject({ refusal: { rule: 'step-missing' } });
    expect(life.when(act.askSupplement({ stepId: 'examine' }, 'official'))).toMatchObject({
      refusal: { rule: 'step-of-another' },
    });
    expect(life.when(act.askSupplement({ stepId: 'examine' }, 'colleague'))).toMatchObject({
      refusal: { rule: 'work-of-another', details: { officer: 'officer' } },
    });
  });
});

describe('the answer', () => {
  it('ends the wait and gives the counter eight hours, which a second sending does not move', () => {
    const answered = given([act.fileOnline(), act.askSupplement(), submit('05 09:00'), submit('05 16:00')]);
    const { answer, attachments } = answered.in('supplement-requested');
    expect(answer).toMatchObject({ at: at('05 16:00'), check: { dueAt: at('06 09:00') } });
    expect(attachments).toHaveLength(2);
  });

  it('is refused without a file, and beyond the number of files', () => {
    const asked = given([act.fileOnline(), act.askSupplement()]);
    expect(asked.when({ ...submit('05 09:00'), command: { type: 'SubmitSupplement', attachments: [] } })).toMatchObject(
      {
        refusal: { rule: 'attachments-missing' },
      },
    );
    const attachments = Array.from({ length: 21 }, (_, index) => ({ ...file, uploadId: `u${index}` }));
    const tooMany = asked.when({ ...submit('05 09:00'), command: { type: 'SubmitSupplement', attachments } });
    expect(tooMany).toMatchObject({
      refusal: { faults: [{ rule: 'too-many-attachments' }, { rule: 'too-many-attachments' }] },
    });
  });
});

describe('the complete dossier', () => {
  it('is received at the moment it is complete when it never was before', () => {
    const life = given([act.fileOnline({}, at('04 09:00')), act.askSupplement(), act.acceptSupplement(at('06 10:00'))]);
    expect(life.in('received')).toMatchObject({
      dossierCode: CODE,
      receivedAt: at('06 10:00'),
      clock: { dueAt: at('11 10:00') },
    });
  });

  it('keeps its code and starts its clock from zero when it was received before', () => {
    const again = act.acceptSupplement(at('06 10:00'), { dossierCode: 'another' });
    const life = given([...histories.received, act.askSupplement(), again]);
    expect(life.in('received')).toMatchObject({
      dossierCode: CODE,
      clock: { startedAt: at('06 10:00'), dueAt: at('11 10:00') },
    });
  });

  it('must be complete: what is still missing is named', () => {
    const asked = given([act.fileAtCounter({ documents: [] }), act.askSupplement()]);
    const brought = [{ lineId: 'form', originals: 1, certifiedCopies: 0, photocopies: 0 }];
    expect(asked.when(act.acceptSupplement(at('06 10:00'), { documents: brought }))).toMatchObject({
      refusal: { rule: 'documents-incomplete', faults: [{ details: { lineId: 'id-copy' } }] },
    });
  });

  it('needs a code when it has none', () => {
    const asked = given([act.fileOnline(), act.askSupplement()]);
    expect(asked.when(act.acceptSupplement(at('06 10:00'), { dossierCode: undefined }))).toMatchObject({
      refusal: { rule: 'dossier-code-missing', sort: 'invalid' },
    });
  });

  it('goes back to its stage and its officer, with fresh clocks from zero', () => {
    const life = given([...histories.processing, fromExamination('05 10:00'), act.acceptSupplement(at('12 10:00'))]);
    const { clock, work } = life.in('processing');
    expect(clock).toMatchObject({ startedAt: at('12 10:00'), dueAt: at('15 10:00') });
    expect(work).toMatchObject({
      stage: 0,
      steps: [{ stepId: 'examine', officerId: 'officer', status: 'assigned', clock: { dueAt: at('13 10:00') } }],
    });
  });

  it('shifts the clock by the pause where the procedure says that it pauses', () => {
    const history = histories.decidedElsewhere.slice(0, 5);
    const ask = act.askSupplement({ stepId: 'examine' }, 'justice-officer', at('05 10:00'));
    const before = given(history).in('processing').clock;
    const after = given([...history, ask, act.acceptSupplement(at('07 10:00'))]).in('processing').clock;
    expect(before?.dueAt).toBe(at('11 09:05'));
    expect(after).toMatchObject({ startedAt: before?.startedAt, dueAt: at('13 09:05') });
  });

  it('counts the pause from the first of several requests', () => {
    const history = histories.decidedElsewhere.slice(0, 5);
    const life = given([
      ...history,
      act.askSupplement({ stepId: 'examine' }, 'justice-officer', at('05 10:00')),
      submit('06 09:00'),
      act.askSupplement({ justification: 'Chưa đúng mẫu' }, 'official', at('06 10:00')),
      act.acceptSupplement(at('07 10:00')),
    ]);
    expect(life.in('processing').clock?.dueAt).toBe(at('13 09:05'));
  });

  it('leaves a parallel step that was done as it was', () => {
    const history = [
      ...histories.decidedElsewhere.slice(0, 5),
      act.complete('verify', 'department-officer', at('05 09:00')),
    ];
    const ask = act.askSupplement({ stepId: 'examine' }, 'justice-officer', at('05 10:00'));
    const { work } = given([...history, ask, act.acceptSupplement(at('07 10:00'))]).in('processing');
    expect(work.steps.find(({ stepId }) => stepId === 'verify')).toMatchObject({
      status: 'done',
      doneAt: at('05 09:00'),
    });
  });

  it('gives the three days of the examination again from the moment it is complete', () => {
    const life = given([...histories.processing, fromExamination('05 10:00'), act.acceptSupplement(at('12 10:00'))]);
    expect(life.when(fromExamination('15 10:00', { justification: 'Phát sinh' })).kind).toBe('accepted');
  });
});

describe('a supplement that never comes', () => {
  const late = '2024-04-04T02:00:00.000Z';
  const refuse = (when: string) => ({
    command: { type: 'Refuse', reason: 'Quá hạn bổ sung' } as const,
    as: staff('official'),
    at: when,
  });
  const stop = (when: string, by = 'official') => ({
    command: { type: 'Stop', reason: 'Quá hạn bổ sung' } as const,
    as: staff(by),
    at: when,
  });

  it('is refused at reception, once the time given is over', () => {
    const asked = given([act.fileOnline(), act.askSupplement()]);
    expect(asked.when(refuse(at('20 09:00')))).toMatchObject({ refusal: { rule: 'applicant-may-still-answer' } });
    expect(asked.when(refuse(late)).kind).toBe('accepted');
    expect(asked.when(stop(late))).toMatchObject({ refusal: { rule: 'refuse-instead' } });
  });

  it('is stopped in the examination, by the counter or the head who decides', () => {
    const asked = given([...histories.processing, fromExamination('05 10:00')]);
    expect(asked.when(refuse(late))).toMatchObject({ refusal: { rule: 'stop-instead' } });
    expect(asked.when(stop(at('20 09:00')))).toMatchObject({ refusal: { rule: 'applicant-may-still-answer' } });
    expect(asked.when(stop('2024-04-05T02:00:00.000Z')).kind).toBe('accepted');
    expect(asked.when(stop('2024-04-05T02:00:00.000Z', 'head')).kind).toBe('accepted');
  });
});

it('restarts by the catalogue of the procedure version it was filed under', () => {
  const catalogue = withProcedure('ward-matter', { supplementClock: 'pause' });
  const life = given(
    [...histories.processing, fromExamination('05 10:00'), act.acceptSupplement(at('06 10:00'))],
    catalogue,
  );
  expect(life.in('processing').clock?.dueAt).toBe(at('08 09:05'));
  expect(CATALOGUE.procedures[0]?.supplementClock).toBe('restart');
  expect(eventOf(given(histories.processing).when(fromExamination('05 10:00')), 'SupplementRequested').phase).toBe(
    'examination',
  );
});
