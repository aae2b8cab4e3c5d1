import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, smallCatalogue, testUnit } from '../catalogue/testing/small-catalogue.ts';
import type { Actor } from '../actor.ts';
import { callDecider } from './call-decider.ts';
import { messagesForCall } from './call-messages.ts';
import { decideCall } from './decide-call.ts';
import { decideLine, lineDecider, type Line } from './line.ts';
import { slotsAfter } from './slots.ts';
import type { Call, CallCommand, CallEvent, Offer } from './state.ts';

const base = smallCatalogue();
const catalogue = {
  ...base,
  units: [...base.units, testUnit({ id: 'centre', level: 'province', kind: 'hotline', ...ALWAYS })],
};
const exchange: Actor = { kind: 'system', name: 'hotline' };
const operator = (staffId: string, unitId = 'centre'): Actor => ({
  kind: 'staff',
  staffId,
  unitId,
  roles: ['hotline-operator'],
  via: 'session',
});
const minute = (count: number) => new Date(Date.parse('2026-11-23T02:00:00.000Z') + count * 60_000).toISOString();
const slot = { from: '2026-11-23T02:30:00.000Z', to: '2026-11-23T03:00:00.000Z' };
const offer: Offer = { hotlineId: 'centre', slot, text: true };

type Told = Extract<CallCommand, { type: 'TakeCallEvent' }>['event'];
const told = (event: Told, at: string, offered?: Offer): CallCommand => ({
  type: 'TakeCallEvent',
  callId: 'c1',
  event,
  at,
  ...(offered && { offer: offered }),
});

function decide(state: Call | undefined, command: CallCommand, actor: Actor = exchange) {
  return decideCall(command, state, { now: minute(40), actor, catalogue });
}
function call(...commands: CallCommand[]): Call {
  const state = commands.reduce<Call | undefined>((before, command) => {
    const decision = decide(before, command);
    return decision.kind === 'accepted' ? decision.events.reduce(callDecider.evolve, before) : before;
  }, undefined);
  if (state === undefined) throw new Error('no call');
  return state;
}
const by = (state: Call, command: CallCommand, actor: Actor) => {
  const decision = decide(state, command, actor);
  return decision.kind === 'accepted' ? decision.events.reduce<Call>(callDecider.evolve, state) : decision;
};
const counted = (state: Call) => callDecider.listingsOf(state).map(({ attributes }) => attributes);

describe('a call', () => {
  it('is counted once it is answered, with the time that it waited', () => {
    expect(counted(call(told('waiting', minute(0))))).toEqual([]);
    const answered = call(told('waiting', minute(0)), told('answered', minute(1.5)));
    expect(callDecider.listingsOf(answered)).toEqual([
      { list: 'calls#2026-11', key: `${minute(0)}#c1`, attributes: { outcome: 'answered', waitedSeconds: 90 } },
    ]);
    expect(counted(call(told('waiting', minute(0)), told('abandoned', minute(2))))).toEqual([
      { outcome: 'abandoned', waitedSeconds: 120 },
    ]);
  });

  it('belongs to the month in which somebody called in Viet Nam', () => {
    const late = call(told('waiting', '2026-11-30T17:30:00.000Z'), told('abandoned', '2026-11-30T17:31:00.000Z'));
    expect(callDecider.listingsOf(late)).toMatchObject([{ list: 'calls#2026-12' }]);
  });

  it('comes to the same in whatever order its events come, and however often', () => {
    const lives: CallCommand[][] = [
      [told('waiting', minute(0)), told('answered', minute(1)), told('ended', minute(5))],
      [told('waiting', minute(0)), told('abandoned', minute(3))],
    ];
    for (const life of lives) {
      const expected = callDecider.listingsOf(call(...life));
      fc.assert(
        fc.property(fc.shuffledSubarray([...life, ...life], { minLength: life.length * 2 }), (shuffled) => {
          expect(callDecider.listingsOf(call(...shuffled))).toEqual(expected);
        }),
      );
    }
  });

  it('whose answer was lost on the way was answered all the same', () => {
    expect(counted(call(told('waiting', minute(0)), told('ended', minute(9))))).toEqual([{ outcome: 'answered' }]);
  });

  it('that is told again changes nothing', () => {
    expect(decide(call(told('waiting', minute(0))), told('waiting', minute(1))).kind).toBe('ignored');
  });
});

describe('an offer to call back', () => {
  const promised = call(told('waiting', minute(0), offer), told('abandoned', minute(1)));

  it('is open work of the hotline, due at its end, until somebody has called', () => {
    const work = [{ clockId: 'call-back', work: { unitId: 'centre', dueAt: slot.to } }];
    expect(callDecider.clocksOf(promised)).toEqual(work);
    expect(callDecider.clocksOf(call(told('waiting', minute(0), offer)))).toEqual(work);
    const made = by(promised, { type: 'CallBackMade' }, operator('o1')) as Call;
    expect(callDecider.clocksOf(made)).toEqual([]);
    expect(counted(made)).toEqual([{ outcome: 'called-back', waitedSeconds: 60 }]);
    const missed = by(promised, { type: 'CallBackFailed' }, operator('o1')) as Call;
    expect(callDecider.clocksOf(missed)).toEqual([]);
    expect(counted(missed)).toEqual([{ outcome: 'abandoned', waitedSeconds: 60 }]);
  });

  it.each(['answered', 'ended'] as const)('needs nobody when the caller stayed and was %s', (event) => {
    const stayed = call(told('waiting', minute(0), offer), told(event, minute(2)));
    expect(callDecider.clocksOf(stayed)).toEqual([]);
    expect(by(stayed, { type: 'CallBackMade' }, operator('o1'))).toMatchObject({ refusal: { rule: 'no-call-back' } });
  });

  it('stands as it was said the first time, and is not made to somebody who has gone', () => {
    const again = call(
      told('waiting', minute(0)),
      told('waiting', minute(1), offer),
      told('waiting', minute(2), { hotlineId: 'centre', text: false }),
    );
    expect(again.offer).toEqual(offer);
    expect(call(told('abandoned', minute(1)), told('waiting', minute(0), offer)).offer).toBeUndefined();
  });

  it('is kept by one person, of the hotline', () => {
    const made = by(promised, { type: 'CallBackMade' }, operator('o1')) as Call;
    expect(by(made, { type: 'CallBackMade' }, operator('o1'))).toMatchObject({ kind: 'ignored' });
    expect(by(made, { type: 'CallBackFailed' }, operator('o2'))).toMatchObject({
      refusal: { rule: 'called-back-already', sort: 'conflict', details: { by: 'o1' } },
    });
    expect(by(promised, { type: 'CallBackMade' }, operator('o3', 'elsewhere'))).toMatchObject({
      refusal: { rule: 'not-permitted', sort: 'forbidden' },
    });
    expect(by(promised, { type: 'CallBackMade' }, exchange)).toMatchObject({ refusal: { rule: 'staff-only' } });
  });

  it('is not there without a promise', () => {
    const textOnly = call(told('waiting', minute(0), { hotlineId: 'centre', text: true }));
    expect(callDecider.clocksOf(textOnly)).toEqual([]);
    expect(by(textOnly, { type: 'CallBackMade' }, operator('o1'))).toMatchObject({ refusal: { rule: 'no-call-back' } });
  });
});

describe('the texts of a call', () => {
  const said = (event: CallEvent) => messagesForCall(event).map(({ template }) => template);

  it('are what was promised aloud, and that we called in vain', () => {
    expect(said({ type: 'CallOffered', callId: 'c1', offer, at: minute(0) })).toEqual(['call-deflected']);
    expect(said({ type: 'CallOffered', callId: 'c1', offer: { ...offer, text: false }, at: minute(0) })).toEqual([]);
    expect(said({ type: 'CallBackMissed', callId: 'c1', by: 'o1', at: minute(0) })).toEqual(['call-back-missed']);
    expect(said({ type: 'CallerCalledBack', callId: 'c1', by: 'o1', at: minute(0) })).toEqual([]);
  });
});

describe('the line', () => {
  const overflow = { waitingCalls: 10, callBackMinutes: 30, slotCalls: 12 };
  const modes = (...readings: [waiting: number, at: number][]) => {
    let line: Line | undefined;
    return readings.map(([waiting, at]) => {
      const decision = decideLine({ waiting, at: minute(at) }, line, overflow);
      if (decision.kind === 'accepted') line = decision.events.reduce(lineDecider.evolve, line);
      return line?.mode ?? 'normal';
    });
  };

  it('overflows at ten and is relieved at five', () => {
    expect(modes([9, 0], [10, 1], [9, 2], [6, 3], [5, 4], [9, 5])).toEqual([
      'normal',
      'overflow',
      'overflow',
      'overflow',
      'normal',
      'normal',
    ]);
  });

  it('does not believe old news', () => {
    expect(modes([10, 5], [0, 4], [0, 6])).toEqual(['overflow', 'overflow', 'normal']);
  });
});

describe('the times to call back', () => {
  const policy = {
    overflow: { waitingCalls: 10, callBackMinutes: 30, slotCalls: 12 },
    quietHours: { from: '22:00', to: '07:00' },
  };

  it('begin at the next half hour, or at the one after when it is just that', () => {
    expect(slotsAfter('2026-11-23T02:10:00.000Z', policy, 2)).toEqual([
      slot,
      { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T03:30:00.000Z' },
    ]);
    expect(slotsAfter('2026-11-23T02:30:00.000Z', policy, 1)[0]?.from).toBe('2026-11-23T03:00:00.000Z');
  });

  it('leave people their sleep', () => {
    // 21:20 in Viet Nam: one more this evening, the next at seven.
    expect(slotsAfter('2026-11-23T14:20:00.000Z', policy, 2).map(({ from }) => from)).toEqual([
      '2026-11-23T14:30:00.000Z',
      '2026-11-24T00:00:00.000Z',
    ]);
  });

  it('may be none, when it is always quiet', () => {
    const never = { ...policy, quietHours: { from: '00:00', to: '24:00' } };
    expect(slotsAfter('2026-11-23T02:10:00.000Z', never, 2)).toEqual([]);
  });
});
