import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { phoneExchange } from '../../../infra/local/providers/phone-exchange.ts';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld } from '../../../infra/local/providers/provider-world.ts';
import { callDecider } from '../../../shared/domain/call/call-decider.ts';
import { decideCall } from '../../../shared/domain/call/decide-call.ts';
import type { Call, CallEvent } from '../../../shared/domain/call/state.ts';
import type { Line, LineEvent } from '../../../shared/domain/call/line.ts';
import { ALWAYS, smallCatalogue, testUnit } from '../../../shared/domain/catalogue/testing/small-catalogue.ts';
import { MemoryCaseQueries, MemoryListings } from '../../../shared/ports/memory/memory-case-queries.ts';
import { MemoryCatalogue } from '../../../shared/ports/memory/memory-catalogue.ts';
import { MemoryEntityStore, MemoryPeople } from '../../../shared/ports/memory/memory-entity-store.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryRunningNumbers } from '../../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../../shared/ports/memory/memory-world.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { httpFunction } from '../../../shared/shell/http-pipeline.ts';
import { SIGNED_KEYS, signedCall } from '../signed/testing/sign-call.ts';
import { describeIncoming, spoiltHeader } from '../testing/conformance.ts';
import { callBackSlots } from './call-back-slots.ts';
import { phoneIncoming } from './phone-incoming.ts';
import { phoneHttpRoutes } from './phone-routes.ts';

const START = '2026-11-23T02:10:00.000Z';
const base = smallCatalogue();
const centre = testUnit({ id: 'centre', level: 'province', kind: 'hotline', ...ALWAYS });
const overflow = { waitingCalls: 4, callBackMinutes: 30, slotCalls: 2 };
const catalogue = { ...base, units: [...base.units, centre], hotline: { ...base.hotline, overflow } };

function exchange(keys: Readonly<Record<string, string>> = SIGNED_KEYS) {
  const clock = new SteppableClock(START);
  const world = new MemoryWorld(clock);
  const calls = new MemoryEntityStore<Call, CallEvent>(world);
  const ports = {
    calls,
    lines: new MemoryEntityStore<Line, LineEvent>(world),
    slots: callBackSlots(new MemoryRunningNumbers()),
    catalogue: new MemoryCatalogue(catalogue),
    channelSecrets: { channelSecrets: () => Promise.resolve({ phoneExchange: { keys } }) },
    clock,
  };
  const handler = httpFunction({ routes: phoneHttpRoutes(ports), log: () => undefined });
  const post = async (body: unknown, headers?: object) => {
    const call = signedCall(body, { at: clock.now() });
    return request(call.body, { ...call.headers, ...headers });
  };
  const request = async (body: Uint8Array, headers: object) => {
    const answer = await handler(
      {
        routeKey: 'POST /channels/phone',
        headers: { 'content-type': 'application/json', ...headers },
        body: Buffer.from(body).toString('base64'),
        isBase64Encoded: true,
        requestContext: { requestId: 'r1', http: { sourceIp: '203.0.113.1' } },
      } as unknown as APIGatewayProxyEventV2,
      {} as Context,
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') as Record<string, unknown> };
  };
  const tell = (callId: string, event: string, waiting: number, more: object = { phone: '0912345678' }) =>
    post({ eventId: `${callId}-${event}`, callId, event, at: clock.now(), waiting, ...more });
  const work = async () => (await new MemoryCaseQueries(world).openWork('centre', { limit: 100 })).items;
  const figures = async () => (await new MemoryListings(world).page('calls#2026-11', { limit: 100 })).items;
  return { clock, world, calls, post, request, tell, work, figures, people: new MemoryPeople(world) };
}

describe('a call that waits', () => {
  it('is let wait while the line keeps up', async () => {
    const { tell, work, people, world } = exchange();
    expect(await tell('pbx-1', 'waiting', 3)).toEqual({ status: 200, body: { mode: 'normal' } });
    expect(await work()).toEqual([]);
    const [entityId = ''] = world.entities.keys();
    expect(await people.kept(entityId, 'PERSON')).toBeUndefined();
  });

  it('on a saturated line is offered a time and a text, and the hotline owes the call', async () => {
    const { tell, work, people } = exchange();
    const { status, body } = await tell('pbx-1', 'waiting', 4);
    const callBack = { from: '2026-11-23T02:30:00.000Z', to: '2026-11-23T03:00:00.000Z' };
    expect({ status, body }).toMatchObject({ status: 200, body: { mode: 'overflow', callBack, text: true } });
    expect(body['say']).toEqual({
      vi: 'Tổng đài 1022 đang có nhiều cuộc gọi chờ. Ông/bà có thể gác máy: chúng tôi gọi lại từ 9 giờ 30 đến 10 giờ. Chúng tôi gửi tin nhắn hướng dẫn cách phản ánh không cần gọi.',
      en: 'Many callers are waiting for 1022. You may hang up: we call you back between 09:30 and 10:00. We are sending you a text that says how to report without a call.',
    });
    const [owed] = await work();
    expect(owed).toMatchObject({ clockId: 'call-back', dueAt: callBack.to });
    expect(await people.kept(owed?.entityId ?? '', 'PERSON')).toEqual({ phone: '+84912345678' });
  });

  it('is told the same when the exchange asks again', async () => {
    const { tell, work } = exchange();
    const first = await tell('pbx-1', 'waiting', 4);
    const [again, late] = [await tell('pbx-1', 'waiting', 4), await tell('pbx-1', 'waiting', 0)];
    expect(again).toEqual(first);
    expect(late.body).toMatchObject({ mode: 'normal', callBack: first.body['callBack'] });
    expect(await work()).toHaveLength(1);
  });

  it('is told the same when the exchange asks twice at once', async () => {
    const { tell, work } = exchange();
    await tell('pbx-0', 'waiting', 4, {});
    const [one, other] = await Promise.all([tell('pbx-1', 'waiting', 4), tell('pbx-1', 'waiting', 4)]);
    expect(one).toEqual(other);
    expect(await work()).toHaveLength(1);
  });

  it('finds no slot fuller than there are operators', async () => {
    const { tell } = exchange();
    const slots: string[] = [];
    for (let caller = 0; caller < 40; caller += 1) {
      const { body } = await tell(`pbx-${String(caller)}`, 'waiting', 9);
      slots.push((body['callBack'] as { from?: string } | undefined)?.from ?? 'none');
    }
    const counts = Map.groupBy(slots, (from) => from);
    expect([...counts.values()].map((calls) => calls.length)).toEqual([...Array<number>(16).fill(2), 8]);
    expect(slots.slice(-1)).toEqual(['none']);
  });

  it('is promised nothing that cannot be kept: no text to a fixed line, nothing to a hidden number', async () => {
    const { tell, work } = exchange();
    const fixed = await tell('pbx-1', 'waiting', 4, { phone: '02743812345' });
    expect(fixed.body).not.toHaveProperty('text');
    expect(fixed.body).toHaveProperty('callBack');
    for (const hidden of [{}, { phone: 'anonymous' }]) {
      const { body } = await tell(`pbx-${JSON.stringify(hidden).length}`, 'waiting', 4, hidden);
      expect(Object.keys(body)).toEqual(['mode', 'say']);
    }
    expect(await work()).toHaveLength(1);
  });

  it('needs no call back once it is answered, and one somebody made is counted', async () => {
    const { tell, work, figures, calls, clock } = exchange();
    await tell('pbx-1', 'waiting', 4);
    await tell('pbx-2', 'waiting', 5);
    clock.set('2026-11-23T02:11:00.000Z');
    await tell('pbx-1', 'answered', 4);
    await tell('pbx-2', 'abandoned', 3);
    await tell('pbx-3', 'abandoned', 3, {});
    const [owed, ...others] = await work();
    expect(others).toEqual([]);
    const actor = {
      kind: 'staff',
      staffId: 's1',
      unitId: 'centre',
      roles: ['hotline-operator'],
      via: 'session',
    } as const;
    const now = clock.now();
    const outcome = await executeCommand({
      store: calls,
      decider: callDecider,
      entityId: owed?.entityId ?? '',
      actor,
      at: now,
      decide: (state) => decideCall({ type: 'CallBackMade' }, state, { now, actor, catalogue }),
    });
    expect(outcome.kind).toBe('done');
    expect(await work()).toEqual([]);
    const counted = (await figures()).map(({ attributes }) => attributes);
    expect(counted).toHaveLength(3);
    expect(counted).toEqual(
      expect.arrayContaining([
        { outcome: 'answered', waitedSeconds: 60 },
        { outcome: 'called-back', waitedSeconds: 60 },
        { outcome: 'abandoned' },
      ]),
    );
  });

  it('is believed although the clock of the exchange was ahead for a while', async () => {
    const { post, clock } = exchange();
    const told = (eventId: string, at: string, waiting: number) =>
      post({ eventId, callId: eventId, event: 'waiting', at, waiting });
    expect((await told('ahead', '2026-11-24T02:10:00.000Z', 4)).body).toMatchObject({ mode: 'overflow' });
    clock.set('2026-11-23T02:12:00.000Z');
    expect((await told('right', clock.now(), 1)).body).toMatchObject({ mode: 'normal' });
  });

  it('leaves no number in events, states or figures', async () => {
    const { tell, world } = exchange();
    await tell('pbx-0912345678', 'waiting', 4);
    await tell('pbx-0912345678', 'abandoned', 3);
    const stored = JSON.stringify([[...world.entities], [...world.listings], world.stream]);
    expect(stored).toContain('CallOffered');
    expect(stored).not.toMatch(/912345678/);
  });
});

describe('the address of the exchange', () => {
  it('hears nobody who does not sign', async () => {
    const { post, world } = exchange();
    const event = { eventId: 'e1', callId: 'pbx-1', event: 'waiting', at: START, waiting: 9 };
    expect((await post(event, { 'x-signature': `sha256=${'0'.repeat(64)}` })).status).toBe(403);
    expect((await post(event, { 'x-timestamp': '1' })).status).toBe(403);
    expect(world.stream).toEqual([]);
  });

  it('says what is wrong with an event', async () => {
    const { post, world } = exchange();
    const { status, body } = await post({ callId: 'pbx-1', event: 'ringing', at: START, waiting: -1, colour: 1 });
    expect(status).toBe(400);
    expect(body['errors']).toEqual(
      expect.arrayContaining([
        { pointer: '/eventId', code: 'required' },
        expect.objectContaining({ pointer: '/event', code: 'not-listed' }),
        expect.objectContaining({ pointer: '/waiting', code: 'number-too-small' }),
        { pointer: '/colour', code: 'unknown-field' },
      ]),
    );
    expect(world.stream).toEqual([]);
  });

  it('tells the exchange to come again when nothing could be kept', async () => {
    const { tell, world, work } = exchange();
    await tell('pbx-0', 'waiting', 4, {});
    world.failNextCommit('after-write');
    expect((await tell('pbx-1', 'waiting', 5)).status).toBe(500);
    expect((await tell('pbx-1', 'waiting', 5)).body).toHaveProperty('callBack');
    expect(await work()).toHaveLength(1);
  });
});

const told = (changes: object) =>
  JSON.stringify({ eventId: 'e1', callId: 'pbx-1', event: 'waiting', at: START, waiting: 1, ...changes });

describeIncoming('telephone exchange', () => ({
  channel: phoneIncoming({ keys: SIGNED_KEYS }),
  call: (body) => signedCall(body, { at: START }),
  spoilt: (call) => ['x-signature', 'x-timestamp', 'x-key-id'].flatMap((name) => spoiltHeader(call, name)),
  signsBody: true,
  // A call is no message: what is said in it is written down by an operator.
  samples: { 'a call that waits': { body: told({ phone: '0912345678' }), items: [] } },
  unknown: ['answered', 'abandoned', 'ended'].map((event) => told({ event })),
  stale: [{ ...signedCall(told({}), { at: '2026-11-23T02:04:00.000Z' }), now: START }],
  acknowledged: { status: 200 },
}));

describe('the stand-in of an exchange', () => {
  it('fills the line until callers are sent home with a promise, and empties it again', async () => {
    const { clock, request, work, figures } = exchange(standInSecrets.phoneExchange.keys);
    const pbx = phoneExchange(
      providerWorld({
        clock,
        secrets: standInSecrets,
        callWebhook: async ({ body = '', headers = {} }) => {
          const answer = await request(Buffer.from(body), headers);
          return { status: Number(answer.status), body: JSON.stringify(answer.body) };
        },
      }),
    );
    const callers: string[] = [];
    const modes: unknown[] = [];
    for (const phone of ['0912345671', undefined, '0912345673', '0912345674']) {
      const { callId, told } = await pbx.call(phone);
      callers.push(callId);
      modes.push((JSON.parse(told.body) as { mode: string }).mode);
    }
    expect(modes).toEqual(['normal', 'normal', 'normal', 'overflow']);
    expect(await work()).toHaveLength(1);
    const [first = '', second = '', , last = ''] = callers;
    await pbx.answer(first);
    await pbx.hangUp(first);
    await pbx.hangUp(second);
    await pbx.hangUp(last);
    expect((await figures()).map(({ attributes }) => attributes['outcome']).sort()).toEqual([
      'abandoned',
      'abandoned',
      'answered',
    ]);
    const { told } = await pbx.call('0912345675');
    expect(told).toMatchObject({ status: 200, body: '{"mode":"normal"}' });
    expect(await work()).toHaveLength(1);
  });
});
