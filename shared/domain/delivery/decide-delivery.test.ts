import { describe, expect, it } from 'vitest';
import { addMinutes, minutesBetween } from '../time.ts';
import { PlannedDelivery, rungs } from './testing/planned-delivery.ts';

const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);
const UNAVAILABLE = { kind: 'unavailable', why: 'http-503' } as const;
const ACCEPTED = { kind: 'accepted', messageIds: ['m1'] } as const;

describe('planning', () => {
  it('waits for its sender, and rings should that sender die', () => {
    const delivery = new PlannedDelivery();
    expect(delivery.state).toMatchObject({ status: 'waiting', rung: 0 });
    expect(types(delivery.ring())).toEqual(['DeliveryDue']);
    expect(delivery.state.timer).toBeDefined();
  });

  it('is over at once when there is nobody to reach', () => {
    const { state } = new PlannedDelivery({ ladder: [] });
    expect(state).toMatchObject({ status: 'not-needed', ended: { why: 'nobody' } });
    expect(state.timer).toBeUndefined();
  });

  it('is not woken for ever: what nobody could send in a day and a half has failed, and is seen', () => {
    const delivery = new PlannedDelivery();
    let rings = 0;
    for (let next = delivery.ring(); next[0]?.type === 'DeliveryDue'; next = delivery.ring()) rings += 1;
    expect(rings).toBe((36 * 60) / 15);
    expect(delivery.state).toMatchObject({ status: 'failed', ended: { why: 'stuck' } });
  });

  it('is done once', () => {
    const delivery = new PlannedDelivery();
    const { subject, ladder } = delivery.state;
    expect(delivery.do({ type: 'Plan', deliveryId: 'd1', subject, ladder, urgent: true })).toEqual([]);
  });
});

describe('an attempt', () => {
  it('belongs to one sender: the second finds it under way', () => {
    const delivery = new PlannedDelivery();
    expect(types(delivery.start())).toEqual(['AttemptStarted']);
    expect(delivery.state.status).toBe('sending');
    expect(delivery.start()).toEqual([]);
    expect(delivery.do({ type: 'SkipRung', rung: 0, why: 'left' })).toEqual([]);
    expect(delivery.do({ type: 'Drop', why: 'outdated' })).toEqual([]);
  });

  it('that the provider accepted is sent, and nothing rings any more, receipt or none', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    expect(types(delivery.end(ACCEPTED))).toEqual(['AttemptEnded']);
    expect(delivery.state.status).toBe('sent');
    expect(delivery.state.timer).toBeUndefined();
    expect(delivery.later(60 * 24).start()).toEqual([]);
  });

  it('ends once', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end(ACCEPTED);
    expect(delivery.end({ kind: 'refused', why: 'late' })).toEqual([]);
    expect(delivery.state.status).toBe('sent');
  });

  it('that was refused gives way to the next rung at once', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    expect(types(delivery.end({ kind: 'refused', why: 'window' }))).toEqual(['AttemptEnded', 'NextRung']);
    expect(delivery.channel).toBe('sms');
    expect(types(delivery.start())).toEqual(['AttemptStarted']);
  });

  it('by e-mail is handed to the mail queue in the same commit', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('email') });
    expect(types(delivery.start())).toEqual(['AttemptStarted', 'HandedToMail']);
    expect(delivery.state.status).toBe('sent');
  });

  it('that was refused on the last rung has failed', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('sms') });
    delivery.start();
    expect(types(delivery.end({ kind: 'refused', why: 'number' }))).toEqual(['AttemptEnded', 'DeliveryEnded']);
    expect(delivery.state).toMatchObject({ status: 'failed', ended: { why: 'number' } });
    expect(delivery.state.timer).toBeUndefined();
  });
});

describe('an attempt of which nobody knows whether it went out', () => {
  it('waits for a receipt, and without one the next rung is woken', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    expect(types(delivery.end({ kind: 'unclear' }))).toEqual(['AttemptEnded', 'DeliveryHeld']);
    expect(delivery.state).toMatchObject({ status: 'unclear', waitsFor: 'receipt' });
    expect(delivery.later(29).start()).toEqual([]);
    expect(types(delivery.ring())).toEqual(['NextRung', 'DeliveryDue']);
    expect(delivery.channel).toBe('sms');
    expect(types(delivery.start())).toEqual(['AttemptStarted']);
  });

  it('is settled by a receipt that comes in time', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end({ kind: 'unclear' });
    expect(types(delivery.later(5).receipt('delivered'))).toEqual(['ReceiptTaken']);
    expect(delivery.state.status).toBe('delivered');
    expect(delivery.state.timer).toBeUndefined();
  });

  it('is settled by its sender, who was only slow', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end({ kind: 'unclear' });
    delivery.end(ACCEPTED);
    expect(delivery.state.status).toBe('sent');
    expect(delivery.state.timer).toBeUndefined();
  });

  it('is given up for good once the next rung is taken', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end({ kind: 'unclear' });
    delivery.ring();
    expect(delivery.end(ACCEPTED)).toEqual([]);
    expect(delivery.state.timer).toBeDefined();
  });

  it('is left alone where no receipts are given: twice is worse than perhaps', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('teams', 'sms') });
    delivery.start();
    expect(types(delivery.end({ kind: 'unclear' }))).toEqual(['AttemptEnded']);
    expect(delivery.state.status).toBe('unclear');
  });
});

describe('receipts', () => {
  it('of failure give way to the next rung, and wake the sender', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end(ACCEPTED);
    expect(types(delivery.later(3).receipt('failed'))).toEqual(['ReceiptTaken', 'NextRung', 'DeliveryDue']);
    expect(delivery.channel).toBe('sms');
  });

  it('that say the same again change nothing', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end(ACCEPTED);
    const at = delivery.now;
    delivery.receipt('delivered', { at });
    expect(delivery.receipt('delivered', { at })).toEqual([]);
  });

  it('that come before the outcome was written down decide with it', () => {
    const early = new PlannedDelivery();
    early.start();
    early.receipt('failed');
    expect(early.state.status).toBe('sending');
    expect(types(early.end(ACCEPTED))).toEqual(['AttemptEnded', 'NextRung', 'DeliveryDue']);
    const arrived = new PlannedDelivery();
    arrived.start();
    arrived.receipt('delivered');
    expect(types(arrived.end({ kind: 'unclear' }))).toEqual(['AttemptEnded']);
    expect(arrived.state.status).toBe('delivered');
  });

  it('of a rung that was given up already still count', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end({ kind: 'unclear' });
    delivery.ring();
    delivery.receipt('delivered', { number: 1 });
    expect(delivery.state.status).toBe('delivered');
    expect(delivery.start()).toEqual([]);
    expect(delivery.state.timer).toBeUndefined();
  });

  it('after the failure of everything take it off the list of what reached nobody', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('sms') });
    delivery.start();
    delivery.end({ kind: 'unclear' });
    delivery.ring();
    expect(delivery.state.status).toBe('failed');
    delivery.receipt('delivered', { number: 1 });
    expect(delivery.state.status).toBe('delivered');
  });

  it('of several parts: all must arrive, one that fails takes the next rung', () => {
    const parts = [0, 1, 2].map(() => ({ segments: 6, cost: 0 }));
    const delivery = new PlannedDelivery();
    delivery.start(parts);
    delivery.end({ kind: 'accepted', messageIds: ['a', 'b', 'c'] });
    delivery.receipt('delivered', { part: 0 });
    delivery.receipt('seen', { part: 2 });
    expect(delivery.state.status).toBe('sent');
    delivery.receipt('delivered', { part: 1 });
    expect(delivery.state.status).toBe('seen');
    const broken = new PlannedDelivery();
    broken.start(parts);
    broken.end({ kind: 'accepted', messageIds: ['a', 'b', 'c'] });
    broken.receipt('delivered', { part: 0 });
    expect(types(broken.receipt('failed', { part: 1 }))).toContain('NextRung');
  });
});

describe('a provider that is down', () => {
  it('is asked again after 1, 5 and 15 minutes, then the next rung is taken at half an hour', () => {
    const delivery = new PlannedDelivery();
    const began = delivery.now;
    const tried: number[] = [];
    while (delivery.channel === 'zalo') {
      tried.push(minutesBetween(began, delivery.now));
      delivery.start();
      const [, next] = delivery.end(UNAVAILABLE);
      if (next?.type === 'DeliveryHeld') expect(types(delivery.ring())).toEqual(['DeliveryDue']);
    }
    expect(tried).toEqual([0, 1, 6, 21, 30]);
    expect(types(delivery.start())).toEqual(['AttemptStarted']);
  });

  it('without another rung is asked for a day, in the end every hour, and then it has failed', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('skype') });
    const began = delivery.now;
    const tried: number[] = [];
    while (delivery.state.status === 'waiting') {
      tried.push(minutesBetween(began, delivery.now));
      delivery.start();
      const [, next] = delivery.end(UNAVAILABLE);
      if (next?.type === 'DeliveryHeld') delivery.ring();
    }
    expect(tried.slice(0, 6)).toEqual([0, 1, 6, 21, 81, 141]);
    expect(tried.at(-1)).toBe(24 * 60);
    expect(delivery.state).toMatchObject({ status: 'failed', ended: { why: 'unavailable' } });
  });

  it('for three hours gets the message when it is back', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('zalo') });
    const back = addMinutes(delivery.now, 180);
    while (delivery.now < back) {
      delivery.start();
      delivery.end(UNAVAILABLE);
      delivery.ring();
    }
    delivery.start();
    delivery.end(ACCEPTED);
    expect(delivery.state.status).toBe('sent');
    expect(minutesBetween(back, delivery.now)).toBeLessThan(60);
  });

  it('is not asked before it said', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    delivery.end({ ...UNAVAILABLE, retryAfterSeconds: 600 });
    expect(delivery.later(9).start()).toEqual([]);
    expect(types(delivery.later(1).start())).toEqual(['AttemptStarted']);
  });

  it('that wants to be asked later than we wait gives way at once', () => {
    const delivery = new PlannedDelivery();
    delivery.start();
    expect(types(delivery.end({ ...UNAVAILABLE, retryAfterSeconds: 3600 }))).toEqual(['AttemptEnded', 'NextRung']);
    expect(delivery.channel).toBe('sms');
  });

  it('is asked again when the other rungs are of no use', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('zalo', 'sms') });
    delivery.start();
    delivery.end({ ...UNAVAILABLE, retryAfterSeconds: 3600 });
    delivery.start();
    expect(types(delivery.end({ kind: 'refused', why: 'number' }))).toEqual([
      'AttemptEnded',
      'NextRung',
      'DeliveryHeld',
    ]);
    expect(delivery.channel).toBe('zalo');
    expect(delivery.later(59).start()).toEqual([]);
    expect(types(delivery.later(1).start())).toEqual(['AttemptStarted']);
  });

  it('half-way through a text is asked for the rest only', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('sms') });
    const part = { segments: 2, cost: 1600 };
    delivery.start([part, part, part]);
    delivery.end({ ...UNAVAILABLE, messageIds: ['a'] });
    delivery.ring();
    delivery.start([part, part], 1);
    delivery.end({ kind: 'accepted', messageIds: ['b', 'c'] });
    delivery.receipt('delivered', { number: 1, part: 0 });
    delivery.receipt('delivered', { number: 2, part: 1 });
    expect(delivery.state.status).toBe('sent');
    delivery.receipt('delivered', { number: 2, part: 2 });
    expect(delivery.state.status).toBe('delivered');
  });
});

describe('the quiet hours', () => {
  const NIGHT = '2026-11-23T16:30:00.000Z';
  const NEXT_MORNING = '2026-11-24T00:00:00.000Z';

  it('hold a message that makes a sound until seven, over midnight', () => {
    const delivery = new PlannedDelivery({ at: NIGHT });
    expect(types(delivery.start())).toEqual(['DeliveryHeld']);
    expect(delivery.state.timer?.at).toBe(NEXT_MORNING);
    expect(delivery.later(60).start()).toEqual([]);
    expect(types(delivery.ring())).toEqual(['DeliveryDue']);
    expect(types(delivery.start())).toEqual(['AttemptStarted']);
  });

  it('do not hold a mail', () => {
    const delivery = new PlannedDelivery({ at: NIGHT, ladder: rungs('email') });
    expect(types(delivery.start())).toContain('HandedToMail');
  });

  it('do not hold what is urgent, while it is', () => {
    const delivery = new PlannedDelivery({ at: NIGHT, urgent: true });
    expect(types(delivery.later(60).start())).toEqual(['AttemptStarted']);
    const late = new PlannedDelivery({ at: NIGHT, urgent: true });
    expect(types(late.later(61).start())).toEqual(['DeliveryHeld']);
  });
});

describe('the cost cap', () => {
  const dear = [{ segments: 11, cost: 8800 }];

  it('skips a rung that would cost too much', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('sms', 'email') });
    expect(delivery.start(dear)).toMatchObject([{ type: 'NextRung', why: 'cost-cap', closes: true }]);
    expect(types(delivery.start([{ segments: 1, cost: 2 }]))).toContain('HandedToMail');
  });

  it('counts what may have gone out, and nothing else', () => {
    const part = { segments: 5, cost: 4000 };
    const down = new PlannedDelivery({ ladder: rungs('sms') });
    for (let tries = 0; tries < 4; tries += 1) {
      expect(types(down.start([part, part]))).toEqual(['AttemptStarted']);
      down.end(UNAVAILABLE);
      down.ring();
    }
    const unclear = new PlannedDelivery({ ladder: rungs('sms', 'sms') });
    unclear.start([part, part]);
    unclear.end({ kind: 'unclear' });
    unclear.ring();
    expect(types(unclear.start([part]))).toEqual(['DeliveryEnded']);
  });
});

describe('a rung where nobody can be reached', () => {
  it('is skipped in its turn only', () => {
    const delivery = new PlannedDelivery();
    expect(delivery.do({ type: 'SkipRung', rung: 1, why: 'left' })).toEqual([]);
    expect(types(delivery.do({ type: 'SkipRung', rung: 0, why: 'left' }))).toEqual(['NextRung']);
    expect(delivery.state.closed).toEqual([{ rung: 0, why: 'left' }]);
  });

  it('ends the delivery when it was the last', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('zalo', 'sms') });
    delivery.do({ type: 'SkipRung', rung: 0, why: 'left' });
    delivery.do({ type: 'SkipRung', rung: 1, why: 'no-address' });
    expect(delivery.state).toMatchObject({ status: 'failed', ended: { why: 'no-address' } });
  });

  it('is not asked for when there is nothing left to say', () => {
    const delivery = new PlannedDelivery();
    delivery.do({ type: 'Drop', why: 'outdated' });
    expect(delivery.state).toMatchObject({ status: 'not-needed', ended: { why: 'outdated' } });
  });
});
