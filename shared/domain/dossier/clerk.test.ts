import { describe, expect, it } from 'vitest';
import { act, CODE, eventOf, given, PAPERS } from './testing/scenario.ts';
import { at, staff } from './testing/world.ts';

const drawn = [act.fileByPost({ sampleDraw: 0 })];
const free = [act.fileByPost()];
const countersign = (by = 'official') => ({
  command: { type: 'Countersign' } as const,
  as: staff(by),
  at: at('04 10:00'),
});
const sendBack = (reason = 'Thiếu trang 2') => ({
  command: { type: 'SendBackToClerk', reason } as const,
  as: staff('official'),
  at: at('04 10:00'),
});
const correct = (by = 'clerk', documents = PAPERS) => ({
  command: { type: 'CorrectIntake', documents, attachments: [] } as const,
  as: staff(by),
  at: at('04 11:00'),
});

describe('supervision of a clerk', () => {
  it('keeps a drawn intake out of the bag until the official countersigned it', () => {
    expect(given(drawn).when(act.putInBag())).toMatchObject({ refusal: { rule: 'countersign-outstanding' } });
    expect(given([...drawn, countersign()]).when(act.putInBag()).kind).toBe('accepted');
    expect(given([...drawn, countersign()]).when(countersign())).toMatchObject({ kind: 'ignored' });
  });

  it('is not for a clerk to countersign', () => {
    expect(given(drawn).when(countersign('clerk'))).toMatchObject({ refusal: { sort: 'forbidden' } });
  });

  it('sends an intake back with a reason, and sees it again after the correction', () => {
    expect(given(free).when(sendBack(''))).toMatchObject({ refusal: { pointer: '/reason' } });
    expect(eventOf(given(free).when(sendBack()), 'IntakeSentBack')).toMatchObject({ clerk: 'clerk', by: 'official' });
    const corrected = given([...free, sendBack(), correct()]);
    expect(corrected.in('with-clerk').countersign).toBe('required');
    expect(given([...free, sendBack()]).when(correct('other-clerk'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(given([...free, sendBack()]).when(correct('clerk', []))).toMatchObject({
      refusal: { rule: 'documents-incomplete' },
    });
  });

  it('does not call back what is sealed in a bag', () => {
    expect(given([...free, act.putInBag()]).when(sendBack())).toMatchObject({ refusal: { rule: 'already-in-bag' } });
  });

  it('lets a clerk neither receive nor refuse nor ask for a supplement', () => {
    const filed = given([act.fileOnline()]);
    for (const command of [
      act.receive().command,
      act.askSupplement().command,
      { type: 'Refuse', reason: 'x' } as const,
    ]) {
      expect(filed.when({ command, as: staff('clerk'), at: at('04 10:00') })).toMatchObject({
        refusal: { rule: 'not-permitted', details: { why: 'role' } },
      });
    }
  });
});

describe('the hand-over record', () => {
  const bagged = given([...free, act.putInBag()]);

  it('starts the legal clock at its signature, not on the day of intake and not when it is entered', () => {
    const received = bagged.then(act.acceptHandover(true, at('06 16:00'), at('06 08:00'))).in('received');
    expect(received).toMatchObject({
      dossierCode: CODE,
      filedAt: at('04 09:00'),
      receivedAt: at('06 08:00'),
      receivedBy: 'official',
      clock: { startedAt: at('06 08:00'), dueAt: at('11 08:00') },
      forward: { dueAt: at('06 17:00') },
    });
  });

  it('puts back what was not in the bag, to go in the next one', () => {
    const missed = bagged.then(act.acceptHandover(false, at('06 08:00')));
    expect(missed.in('with-clerk')).toMatchObject({ discrepancy: { handoverId: 'bag-1' } });
    expect(missed.then(act.putInBag(at('06 09:00'), 'bag-2')).in('with-clerk').handoverId).toBe('bag-2');
    expect(missed.when(act.acceptHandover(false, at('06 08:00')))).toMatchObject({ kind: 'ignored' });
  });

  it('changes nothing when its messages come twice or in the wrong order', () => {
    expect(bagged.when(act.putInBag())).toMatchObject({ kind: 'ignored' });
    const early = given([...free, act.acceptHandover(true, at('06 08:00'))]);
    expect(early.when(act.putInBag())).toMatchObject({ kind: 'ignored' });
    expect(early.when(act.acceptHandover(true, at('06 08:00')))).toMatchObject({ kind: 'ignored' });
  });

  it('countersigns by the official’s signature what was still to be countersigned', () => {
    const decision = given(drawn).when(act.acceptHandover(true, at('06 08:00')));
    expect(decision).toMatchObject({
      events: [{ type: 'IntakeCountersigned', by: 'official' }, { type: 'DossierReceived' }],
    });
  });

  it('receives what was sent back after the bag was sealed, before the dossier heard of the bag', () => {
    const late = given([...free, sendBack()]);
    expect(late.when(act.putInBag(at('04 10:30')))).toMatchObject({ kind: 'ignored' });
    const received = late.then(act.acceptHandover(true, at('06 08:00'))).in('received');
    expect(received).toMatchObject({ receivedAt: at('06 08:00'), clock: { startedAt: at('06 08:00') } });
    expect(late.when(act.acceptHandover(false, at('06 08:00')))).toMatchObject({ kind: 'ignored' });
    const corrected = given([...free, sendBack(), correct()]).then(act.acceptHandover(true, at('06 08:00')));
    expect(corrected.in('received').receivedAt).toBe(at('06 08:00'));
  });

  it('needs a code for what it receives', () => {
    const one = act.acceptHandover(true, at('06 08:00'));
    const command = {
      type: 'AcceptHandover',
      handoverId: 'bag-1',
      signedAt: one.at,
      signedBy: 'official',
      present: true,
    } as const;
    expect(bagged.when({ ...one, command })).toMatchObject({
      refusal: { rule: 'dossier-code-missing', sort: 'invalid' },
    });
  });
});
