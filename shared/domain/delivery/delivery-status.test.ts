import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../time.ts';
import { spentOn } from './delivery-status.ts';
import { deliveryDecider } from './delivery-decider.ts';
import { CATALOGUE, MORNING, PlannedDelivery, rungs } from './testing/planned-delivery.ts';

const receipt = fc.record({
  part: fc.integer({ min: 0, max: 2 }),
  status: fc.constantFrom('delivered', 'seen', 'failed'),
  minute: fc.integer({ min: 0, max: 30 }),
});
/** Better is higher; what a receipt said is never taken back. */
const RANK = {
  waiting: 0,
  sending: 0,
  sent: 0,
  unclear: 0,
  failed: 0,
  'not-needed': 0,
  delivered: 1,
  seen: 2,
} as const;

function accepted(): PlannedDelivery {
  const delivery = new PlannedDelivery();
  delivery.start([0, 1, 2].map(() => ({ segments: 1, cost: 0 })));
  delivery.end({ kind: 'accepted', messageIds: ['a', 'b', 'c'] });
  return delivery;
}

describe('the status that receipts give', () => {
  it('is the same in whatever order they come, and however often', () => {
    fc.assert(
      fc.property(
        fc
          .array(receipt, { maxLength: 8 })
          .chain((receipts) =>
            fc.tuple(
              fc.constant(receipts),
              fc.shuffledSubarray([...receipts, ...receipts], { minLength: receipts.length * 2 }),
            ),
          ),
        ([receipts, shuffled]) => {
          const taken = (given: typeof receipts) => {
            const delivery = accepted();
            for (const { part, status, minute } of given)
              delivery.receipt(status, { number: 1, part, at: addMinutes(MORNING, minute) });
            return delivery.state.status;
          };
          expect(taken(shuffled)).toBe(taken(receipts));
        },
      ),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 12 }), (receipts) => {
        const delivery = accepted();
        let best = 0;
        for (const { part, status, minute } of receipts) {
          delivery.receipt(status, { number: 1, part, at: addMinutes(MORNING, minute) });
          const rank = RANK[delivery.state.status];
          expect(rank).toBeGreaterThanOrEqual(best);
          best = rank;
        }
      }),
    );
  });
});

describe('whatever happens to a delivery', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('start' as const), segments: fc.integer({ min: 1, max: 12 }) }),
    fc.record({
      do: fc.constant('end' as const),
      kind: fc.constantFrom('accepted', 'unavailable', 'refused', 'unclear'),
      retryAfterSeconds: fc.integer({ min: 0, max: 7200 }),
    }),
    fc.record({ do: fc.constant('receipt' as const), status: fc.constantFrom('delivered', 'seen', 'failed') }),
    fc.record({ do: fc.constant('ring' as const) }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  );

  it('it costs no more than the cap, is accepted a second time only after a sure failure, and rings while it is not over', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const delivery = new PlannedDelivery({ ladder: rungs('zalo', 'sms', 'email') });
        for (const one of steps) {
          const before = delivery.state;
          switch (one.do) {
            case 'start':
              delivery.start([{ segments: one.segments, cost: one.segments * 800 }]);
              break;
            case 'end':
              delivery.end({ ...one, why: 'x' });
              break;
            case 'receipt':
              delivery.receipt(one.status);
              break;
            case 'ring':
              if (delivery.state.timer !== undefined) delivery.ring();
              break;
            case 'wait':
              delivery.later(one.minutes);
          }
          const { state } = delivery;
          expect(spentOn(state)).toBeLessThanOrEqual(CATALOGUE.hotline.costCap);
          if (state.attempts.length > before.attempts.length) {
            for (const { outcome, receipts } of before.attempts)
              expect(outcome?.kind !== 'accepted' || receipts.some(({ status }) => status === 'failed')).toBe(true);
          }
          const isOpen = state.status === 'waiting' || state.status === 'sending';
          if (isOpen) expect(deliveryDecider.clocksOf(state)).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what reached nobody', () => {
  it('stands in the list of its month until a late receipt says otherwise', () => {
    const delivery = new PlannedDelivery({ ladder: rungs('sms'), at: '2026-11-30T16:00:00.000Z', urgent: true });
    delivery.start();
    delivery.end({ kind: 'unclear' });
    expect(deliveryDecider.listingsOf(delivery.state)).toEqual([]);
    delivery.later(90).ring();
    expect(deliveryDecider.listingsOf(delivery.state)).toMatchObject([
      { list: 'undelivered#2026-11', attributes: { reportId: 'R1', template: 'report-filed', why: 'no-receipt' } },
    ]);
    delivery.receipt('delivered', { number: 1 });
    expect(deliveryDecider.listingsOf(delivery.state)).toEqual([]);
  });
});
