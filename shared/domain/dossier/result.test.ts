import { describe, expect, it } from 'vitest';
import { act, eventOf, given, histories } from './testing/scenario.ts';
import { at, CATALOGUE, staff } from './testing/world.ts';

const give = (by = 'official', when = '06 09:00') => ({
  command: { type: 'ReturnResult', to: 'proxy' } as const,
  as: staff(by),
  at: at(when),
});
const arrive = (by = 'official') => ({
  command: { type: 'RecordResultArrival' } as const,
  as: staff(by),
  at: at('06 08:00'),
});
const parcel = (when = '05 11:00', change = {}) => ({
  command: { type: 'HandResultToPost', parcelNumber: 'EX1VN', ...change } as const,
  as: staff('official'),
  at: at(when),
});
const attempt = (when: string, by = 'official') => ({
  command: { type: 'RecordDeliveryAttempt', reason: 'Không có nhà' } as const,
  as: staff(by),
  at: at(when),
});
const deliver = (when: string, proof = 'Ký nhận') => ({
  command: { type: 'ConfirmDelivery', to: 'applicant', proof } as const,
  as: staff('official'),
  at: at(when),
});

const home = [
  act.fileAtCounter({ returnTo: 'home', hasReturnAddress: true }),
  ...histories.lastStage.slice(1),
  act.decide(),
] as const;

describe('back at the counter', () => {
  it('is given out at once when it was decided behind the same counter', () => {
    expect(given([...histories.lastStage, act.decide()]).when(give()).kind).toBe('accepted');
  });

  it('must arrive first when it was decided elsewhere', () => {
    const decided = given(histories.decidedElsewhere);
    expect(decided.when(give())).toMatchObject({
      refusal: { rule: 'result-not-arrived', article: '61/2018/NĐ-CP Điều 19.7' },
    });
    const there = decided.then(arrive());
    expect(there.in('result-at-counter').arrivedAt).toBe(at('06 08:00'));
    expect(there.then(give()).in('returned')).toMatchObject({ to: 'proxy', by: 'counter' });
  });

  it('is given out by the deciding authority when the applicant chose that', () => {
    const [first, ...rest] = histories.decidedElsewhere;
    const decided = given([act.fileAtCounter({ procedure: 'district-matter', returnTo: 'deciding-agency' }), ...rest]);
    expect(first.command).toMatchObject({ type: 'FileDossier' });
    expect(decided.when(give('official-718')).kind).toBe('accepted');
  });

  it('is nobody else’s to give', () => {
    const there = given([...histories.decidedElsewhere, arrive()]);
    expect(there.when(give('officer'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(there.when(give('clerk'))).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(there.then(give()).when(give())).toMatchObject({ refusal: { rule: 'not-now', sort: 'conflict' } });
  });

  it('comes back to the ward in the bag of the return trip', () => {
    const bagged = given([...histories.decidedElsewhere, act.putInBag(at('05 15:00'))]);
    expect(bagged.in('decided')).toMatchObject({ handoverId: 'bag-1', transit: { dueAt: at('06 17:00') } });
    expect(bagged.when(act.acceptHandover(true, at('06 08:00')))).toMatchObject({
      events: [{ type: 'ResultArrived', at: at('06 08:00') }],
    });
    expect(bagged.then(act.acceptHandover(false, at('06 08:00'))).in('decided').handoverId).toBeUndefined();
  });
});

describe('to the door', () => {
  it('goes by post only when that was asked for, with a parcel number', () => {
    expect(given([...histories.lastStage, act.decide()]).when(parcel())).toMatchObject({
      refusal: { rule: 'not-registered-for-home' },
    });
    expect(given(home).when(parcel('05 11:00', { parcelNumber: '' }))).toMatchObject({
      refusal: { pointer: '/parcelNumber' },
    });
    expect(eventOf(given(home).when(parcel()), 'ResultHandedToPost').transit.dueAt).toBe(at('06 17:00'));
  });

  it('is delivered with proof', () => {
    const onTheWay = given([...home, parcel()]);
    expect(onTheWay.when(deliver('06 09:00', ' '))).toMatchObject({ refusal: { rule: 'proof-missing' } });
    expect(onTheWay.then(deliver('06 09:00')).in('returned')).toMatchObject({ by: 'post' });
  });

  it('is tried again two working days later, and not before', () => {
    const failed = given([...home, parcel(), attempt('07 09:00')]);
    expect(failed.in('result-with-post')).toMatchObject({
      nextAttemptFrom: '2024-03-11',
      attempts: [{ at: at('07 09:00') }],
    });
    expect(failed.when(attempt('08 16:00'))).toMatchObject({
      refusal: { rule: 'attempt-too-early', article: '17/2017/TT-BTTTT Điều 5' },
    });
    expect(failed.when(deliver('08 16:00')).kind).toBe('accepted');
  });

  it('goes back after the second attempt and is collected at the counter', () => {
    const undelivered = given([...home, parcel(), attempt('07 09:00'), attempt('11 08:00')]);
    expect(undelivered.in('result-undelivered').attempts).toHaveLength(2);
    expect(undelivered.when(attempt('13 08:00'))).toMatchObject({ refusal: { rule: 'not-now' } });
    expect(undelivered.then(give('official', '14 09:00')).in('returned').by).toBe('counter');
  });

  it('takes the number of attempts from the published limits', () => {
    const catalogue = { ...CATALOGUE, limits: { ...CATALOGUE.limits, deliveryAttempts: 1 } };
    expect(given([...home, parcel(), attempt('07 09:00')], catalogue).state.status).toBe('result-undelivered');
  });

  it('is reported by the clerk who carries it, and by no other clerk', () => {
    const carried = given([...home, parcel('05 11:00', { carrier: 'clerk' })]);
    expect(carried.when(attempt('07 09:00', 'clerk')).kind).toBe('accepted');
    expect(carried.then(attempt('07 09:00', 'clerk')).when(attempt('11 09:00', 'clerk')).kind).toBe('accepted');
    expect(carried.when(attempt('07 09:00', 'other-clerk'))).toMatchObject({ refusal: { sort: 'forbidden' } });
  });
});
