import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { Decision } from '../decision.ts';
import { at, CATALOGUE, staff, withProcedure } from '../dossier/testing/world.ts';
import { decideHandover } from './decide-handover.ts';
import type { HandoverCommand } from './handover-commands.ts';
import { clocksOfHandover, evolveHandover } from './handover-decider.ts';
import type { HandoverEvent } from './handover-events.ts';
import type { Handover } from './handover-state.ts';
import { tasksForHandover } from './handover-tasks.ts';

type Act = readonly [HandoverCommand, Actor, string];

function decide([command, actor, now]: Act, state: Handover | undefined): Decision<HandoverEvent> {
  return decideHandover(command, state, { now, actor, catalogue: CATALOGUE });
}

function given(...acts: readonly Act[]): { readonly state: Handover; readonly events: readonly HandoverEvent[] } {
  const events: HandoverEvent[] = [];
  let state: Handover | undefined;
  for (const act of acts) {
    const decision = decide(act, state);
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    events.push(...decision.events);
    state = decision.events.reduce<Handover | undefined>(evolveHandover, state);
  }
  if (state === undefined) throw new Error('a history begins with an act');
  return { state, events };
}

const ITEMS = [
  { entityId: 'case#A', sendSlip: 'PG-1' },
  { entityId: 'case#B', sendSlip: 'PG-2' },
];

function prepare(change: Partial<Extract<HandoverCommand, { type: 'PrepareHandover' }>> = {}, by = 'clerk'): Act {
  return [
    {
      type: 'PrepareHandover',
      handoverId: 'bag-1',
      direction: 'in',
      fromUnitId: 'counter-25744',
      toUnitId: 'counter-25744',
      sealNumber: 'NP-7',
      items: ITEMS,
      ...change,
    },
    staff(by),
    at('04 16:00'),
  ];
}

function sign(counted: readonly string[] = ['case#A', 'case#B'], by = 'official', sealIntact = true): Act {
  return [{ type: 'SignHandover', counted, sealIntact }, staff(by), at('05 08:00')];
}

const resolve = (discrepancyId: string, reason = 'Đã tìm thấy', by = 'official'): Act => [
  { type: 'ResolveDiscrepancy', discrepancyId, reason },
  staff(by),
  at('05 09:00'),
];

describe('preparing a bag', () => {
  it('lists each dossier with its slip, and is expected where it goes', () => {
    const bag = given(prepare());
    expect(bag.state).toMatchObject({ status: 'on-the-way', preparedBy: 'clerk', sealNumber: 'NP-7', items: ITEMS });
    expect(clocksOfHandover(bag.state)).toEqual([
      { clockId: 'transit', work: { unitId: 'counter-25744', dueAt: at('05 17:00') } },
    ]);
    expect(bag.events.flatMap(tasksForHandover)).toEqual([
      { kind: 'put-in-bag', entityId: 'case#A' },
      { kind: 'put-in-bag', entityId: 'case#B' },
    ]);
  });

  it.each([
    ['no seal', { sealNumber: ' ' }, 'seal-number-missing', '/sealNumber'],
    ['nothing in it', { items: [] }, 'items-missing', '/items'],
    ['one dossier twice', { items: [...ITEMS, ITEMS[0]] }, 'item-repeated', '/items/2/entityId'],
    ['a dossier without its slip', { items: [{ entityId: 'case#A' }] }, 'send-slip-missing', '/items/0/sendSlip'],
  ])('is refused with %s', (_, change, rule, pointer) => {
    const decision = decide(prepare(change as object), undefined);
    expect(decision).toMatchObject({ refusal: { rule: 'manifest-faulty', faults: [{ rule, pointer }] } });
  });

  it('goes only between counters that are open', () => {
    expect(decide(prepare({ toUnitId: 'ward-25744' }), undefined)).toMatchObject({
      refusal: { rule: 'not-a-counter' },
    });
    expect(decide(prepare({ toUnitId: 'counter-25750' }), undefined)).toMatchObject({
      refusal: { rule: 'counter-closed' },
    });
  });

  it('is the clerk’s of that counter on the way in', () => {
    expect(decide(prepare({}, 'official'), undefined)).toMatchObject({ refusal: { rule: 'clerk-must-prepare' } });
    expect(decide(prepare({ fromUnitId: 'counter-718' }), undefined)).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(decide(prepare(), given(prepare()).state)).toMatchObject({ refusal: { rule: 'already-prepared' } });
  });
});

describe('signing for a bag', () => {
  it('is received item by item, at the signature', () => {
    const signed = given(prepare(), sign());
    expect(signed.state).toMatchObject({
      status: 'signed',
      signedBy: 'official',
      signedAt: at('05 08:00'),
      discrepancies: [],
    });
    expect(clocksOfHandover(signed.state)).toEqual([]);
    expect(signed.events.slice(1).flatMap(tasksForHandover)).toEqual([
      { kind: 'accept-handover', entityId: 'case#A', present: true },
      { kind: 'accept-handover', entityId: 'case#B', present: true },
    ]);
  });

  it('writes every difference down and leaves it open until it is cleared up', () => {
    const signed = given(prepare(), sign(['case#A', 'case#C'], 'official', false));
    expect(signed.state).toMatchObject({
      present: ['case#A'],
      discrepancies: [
        { discrepancyId: 'd1', kind: 'seal' },
        { discrepancyId: 'd2', kind: 'missing', entityId: 'case#B' },
        { discrepancyId: 'd3', kind: 'unexpected', entityId: 'case#C' },
      ],
    });
    expect(signed.events.slice(1).flatMap(tasksForHandover)).toEqual([
      { kind: 'accept-handover', entityId: 'case#A', present: true },
      { kind: 'accept-handover', entityId: 'case#B', present: false },
    ]);
    expect(clocksOfHandover(signed.state)).toEqual([
      { clockId: 'discrepancy', work: { unitId: 'counter-25744', dueAt: at('06 08:00') } },
    ]);
    const cleared = given(
      prepare(),
      sign(['case#A', 'case#C'], 'official', false),
      resolve('d1'),
      resolve('d2'),
      resolve('d3'),
    );
    expect(clocksOfHandover(cleared.state)).toEqual([]);
  });

  it('takes an official, not a clerk, and never the sender', () => {
    const bag = given(prepare()).state;
    expect(decide(sign([], 'clerk'), bag)).toMatchObject({ refusal: { rule: 'signed-by-the-sender' } });
    expect(decide(sign([], 'other-clerk'), bag)).toMatchObject({ refusal: { rule: 'official-must-sign' } });
    expect(decide(sign([], 'official-718'), bag)).toMatchObject({ refusal: { rule: 'not-permitted' } });
  });

  it('happens once: the second is told who signed and when', () => {
    expect(decide(sign(), given(prepare(), sign()).state)).toMatchObject({
      refusal: { rule: 'already-signed', sort: 'conflict', details: { by: 'official', at: at('05 08:00') } },
    });
    expect(decide(sign(), undefined)).toMatchObject({ refusal: { rule: 'no-such-handover' } });
  });

  it('lets a clerk sign for results on their way back', () => {
    const back = {
      direction: 'return',
      fromUnitId: 'counter-718',
      toUnitId: 'counter-25744',
      items: [{ entityId: 'case#A' }],
    } as const;
    const signed = given(prepare(back, 'official-718'), sign(['case#A'], 'clerk'));
    expect(signed.state).toMatchObject({ status: 'signed', signedBy: 'clerk' });
  });
});

describe('clearing a difference up', () => {
  const signed = given(prepare(), sign(['case#A'])).state;

  it('needs a reason, and is done once', () => {
    expect(decide(resolve('d1', ''), signed)).toMatchObject({ refusal: { pointer: '/reason' } });
    expect(decide(resolve('d9'), signed)).toMatchObject({ refusal: { rule: 'unknown-discrepancy' } });
    const cleared = given(prepare(), sign(['case#A']), resolve('d1')).state;
    expect(decide(resolve('d1'), cleared)).toMatchObject({ kind: 'ignored' });
  });

  it('is for the counter and for those who supervise it', () => {
    expect(decide(resolve('d1', 'x', 'supervisor'), signed).kind).toBe('accepted');
    expect(decide(resolve('d1', 'x', 'clerk'), signed)).toMatchObject({ refusal: { sort: 'forbidden' } });
    expect(decide(resolve('d1', 'x', 'official-718'), signed)).toMatchObject({ refusal: { sort: 'forbidden' } });
  });
});

it('takes its day from the published limits', () => {
  const catalogue = {
    ...withProcedure('ward-matter', {}),
    limits: { ...CATALOGUE.limits, transitWorkingDays: { near: 3, far: 5 } },
  };
  const [command, actor, now] = prepare();
  expect(decideHandover(command, undefined, { now, actor, catalogue })).toMatchObject({
    events: [{ transit: { dueAt: at('07 17:00') } }],
  });
});
