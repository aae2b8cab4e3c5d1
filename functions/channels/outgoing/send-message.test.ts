import { describe, expect, it } from 'vitest';
import { without } from '../../../shared/domain/dossier/without.ts';
import { triage } from '../../../shared/domain/report/testing/report-life.ts';
import { MemoryListings } from '../../../shared/ports/memory/memory-case-queries.ts';
import { undelivered } from './undelivered.ts';
import { BASE_URL, CODE, MessageOffice, PEOPLE } from './testing/message-office.ts';

const ZALO = { account: '5510185758261927916' };
const UNAVAILABLE = { kind: 'unavailable', why: 'http-503' } as const;

/** A report from Zalo; the reporter hears that it was filed. */
async function filed(options: ConstructorParameters<typeof MessageOffice>[0] = {}): Promise<MessageOffice> {
  const office = new MessageOffice(options);
  await office.talk('zalo-1', ZALO);
  await office.file();
  office.relay();
  return office;
}

/** A report by telephone. */
async function called(
  people = PEOPLE,
  options: ConstructorParameters<typeof MessageOffice>[0] = {},
): Promise<MessageOffice> {
  const office = new MessageOffice(options);
  await office.call(people);
  office.relay();
  return office;
}

describe('a message to a reporter', () => {
  it('goes where they wrote, with their code and their private link', async () => {
    const office = await filed();
    expect(await office.settle()).toEqual(['sent']);
    expect(office.zalo.arrived).toMatchObject([{ to: ZALO }]);
    expect(office.zalo.texts[0]).toContain(CODE);
    expect(office.zalo.texts[0]).toContain(`${BASE_URL}/1022/${CODE}?k=k1.`);
    expect(office.sms.asked).toEqual([]);
  });

  it('is one, however often and at once its queue delivers it', async () => {
    const office = await filed();
    const [message] = office.queue;
    const outcomes = [];
    for (let delivery = 0; delivery < 5; delivery += 1) outcomes.push((await office.send(message!)).kind);
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(office.zalo.arrived).toHaveLength(1);

    const other = await filed();
    const [same] = other.queue;
    const together = await Promise.all([1, 2, 3].map(() => other.send(same!)));
    expect(together.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'busy', 'sent']);
    expect(other.zalo.arrived).toHaveLength(1);
  });

  it('is sent by one of two workers that decide at the same moment', async () => {
    const office = await filed();
    const [message] = office.queue;
    office.world.interleaveNextCommit(() => Promise.resolve());
    office.world.interleaveNextCommit(() => office.send(message!));
    await office.send(message!);
    expect(office.zalo.arrived).toHaveLength(1);
  });

  it('goes down the ladder when the window is closed, they have left, or a channel is off', async () => {
    const closed = await filed();
    closed.clock.step({ hours: 48 });
    await closed.settle();
    expect([closed.zalo.asked.length, closed.sms.arrived.length]).toEqual([0, 1]);

    const left = await filed();
    const gone = { type: 'PresenceChanged', present: false, sentAt: left.clock.now(), at: left.clock.now() } as const;
    await left.talk('zalo-1', ZALO, gone);
    await left.settle();
    expect(left.delivery.closed).toEqual([{ rung: 0, why: 'left' }]);
    expect(left.sms.arrived).toHaveLength(1);

    const off = await filed();
    off.on.delete('zalo');
    off.on.delete('sms');
    expect(await off.settle()).toEqual(['sent']);
    off.relay();
    expect(off.mail).toMatchObject([{ template: 'delivery', recipient: { kind: 'reporter' } }]);
  });

  it('uses the channels that are proven to be theirs before the phone', async () => {
    const office = new MessageOffice();
    const at = office.clock.now();
    const proof = { type: 'LinkProven', channel: 'viber', conversationId: 'viber-1', here: true, at } as const;
    await office.talk('viber-1', { account: 'v' });
    await office.talk('zalo-1', ZALO, proof);
    office.forget();
    await office.file();
    office.zalo.next({ kind: 'refused', why: 'blocked' });
    await office.settle();
    expect(office.viber.texts.filter((text) => text.includes(CODE))).toHaveLength(1);
    expect(office.sms.asked).toEqual([]);
  });

  it('to a phone that nobody has proven holds the code and where to look, and nothing else', async () => {
    const office = await called();
    await office.settle();
    await office.report(triage(), 'operator');
    await office.settle();
    const page = `${BASE_URL}/1022/${CODE}`;
    const text = `Tong dai 1022: co tin ve phan anh ma ${CODE}. Xem tai ${page} hoac goi 1022.`;
    expect(office.sms.texts).toEqual([text, text]);
  });

  it('to a proven phone is the whole, in letters that cost least', async () => {
    const office = await called({ ...PEOPLE, proven: ['phone'] });
    await office.settle();
    expect(office.sms.texts[0]).toContain('Tong dai 1022 da nhan phan anh');
    expect(office.sms.texts[0]).toContain(`?k=k1.`);
    expect(office.sms.arrived[0]?.to.account).toBe(PEOPLE.phone);
  });

  it('that reached nobody is listed for the hotline', async () => {
    const people = without(PEOPLE, 'email');
    const office = await called({ ...people, phone: '+842743822825' });
    expect(await office.settle()).toEqual(['not-needed']);

    const refused = await called(people);
    refused.sms.next({ kind: 'refused', why: 'number' });
    expect(await refused.settle()).toEqual(['undelivered']);
    const page = { month: '2026-11', limit: 10 };
    expect(await undelivered(new MemoryListings(refused.world), page)).toEqual({
      items: [{ reportId: CODE, template: 'report-filed', why: 'number', endedAt: refused.clock.now() }],
    });
  });

  it('to a mailbox that sends our mail back is not even handed to the mail queue', async () => {
    const office = await called();
    office.on.clear();
    await office.ports.marks.mark(PEOPLE.email ?? '', { why: 'bounced', at: office.clock.now() });
    expect(await office.settle()).toEqual(['undelivered']);
    expect(office.mail).toEqual([]);
    expect(office.delivery).toMatchObject({ attempts: [], ended: { why: 'mailbox-marked' } });
  });

  it('is not sent when it would say what is no longer so', async () => {
    const office = await filed();
    office.forget();
    await office.report(triage(), 'operator');
    office.relay();
    await office.report({ type: 'Withdraw' }, { kind: 'citizen' });
    expect(await office.settle()).toEqual(['not-needed']);
    expect(office.zalo.asked).toEqual([]);
  });
});

describe('a message to somebody who called and did not get through', () => {
  const slot = { from: '2026-11-23T02:30:00.000Z', to: '2026-11-23T03:00:00.000Z' };
  const offer = { hotlineId: 'hotline', text: true, slot };

  it('says when the hotline calls back and where to write, to the number that called', async () => {
    const office = new MessageOffice();
    await office.calling({ type: 'CallOffered', callId: 'c1', offer, at: office.clock.now() });
    expect(await office.settle()).toEqual(['sent']);
    expect(office.sms.arrived[0]?.to.account).toBe('+84387654321');
    expect(office.sms.texts[0]).toContain('Chung toi goi lai luc 09:30-10:00, 23/11/2026.');
    expect(office.sms.texts[0]).toContain(`${BASE_URL}/1022`);
  });

  it('is sent at once, even late at night and after a long wait on the line', async () => {
    const office = new MessageOffice({ at: '2026-11-23T15:40:00.000Z' });
    const waited = { type: 'CallWaited', callId: 'c1', at: office.clock.now() } as const;
    office.clock.step({ minutes: 20 });
    await office.calling(waited, { type: 'CallOffered', callId: 'c1', offer, at: office.clock.now() });
    expect(await office.settle()).toEqual(['sent']);
  });

  it('is not sent once they have got through', async () => {
    const office = new MessageOffice();
    const at = office.clock.now();
    await office.calling({ type: 'CallOffered', callId: 'c1', offer, at }, { type: 'CallAnswered', callId: 'c1', at });
    expect(await office.settle()).toEqual(['not-needed']);
  });
});

describe('a crash', () => {
  it('before the request: the attempt is given up after two minutes, and after half an hour without a receipt the next channel is used', async () => {
    const office = await filed();
    const [message] = office.queue;
    office.zalo.next('crash-before');
    await expect(office.send(message!)).rejects.toThrow('planned crash');
    expect(await office.send(message!)).toEqual({ kind: 'busy' });
    office.clock.step({ seconds: 120 });
    expect(await office.send(message!)).toEqual({ kind: 'unclear' });
    office.queue.length = 0;
    await office.pass(29);
    expect(office.sms.arrived).toHaveLength(0);
    await office.pass(1);
    expect(office.sms.arrived).toHaveLength(1);
    expect(office.zalo.arrived).toHaveLength(0);
  });

  it('after the request: a receipt that finds the attempt ends the wait', async () => {
    const office = await filed();
    const [message] = office.queue;
    // The process dies between the provider's answer and the commit of it: all tries of that commit fail.
    office.zalo.beforeAnswer = () => {
      for (let tries = 0; tries < 3; tries += 1) office.world.failNextCommit('before-write');
      return Promise.resolve();
    };
    await expect(office.send(message!)).rejects.toThrow('could not be committed');
    office.queue.length = 0;
    await office.pass(17);
    expect(office.delivery.status).toBe('unclear');
    expect(await office.receipt('zalo', 'zalo-1', 'delivered')).toEqual({ kind: 'taken' });
    await office.pass(120);
    expect(office.delivery.status).toBe('delivered');
    expect([office.zalo.arrived.length, office.sms.asked.length]).toEqual([1, 0]);
  });

  it('while the outcome is committed is made good at once', async () => {
    const office = await filed();
    office.zalo.beforeAnswer = () => {
      office.world.failNextCommit('before-write');
      office.world.failNextCommit('after-write');
      return Promise.resolve();
    };
    expect(await office.settle()).toEqual(['sent']);
    expect(office.delivery.status).toBe('sent');
  });

  it('where the provider knows the attempt asks it again with the same id: one message', async () => {
    const office = await called(PEOPLE, { deduplicates: true });
    const [message] = office.queue;
    office.sms.next('crash-after');
    await expect(office.send(message!)).rejects.toThrow('planned crash');
    office.clock.step({ seconds: 120 });
    expect(await office.send(message!)).toEqual({ kind: 'sent' });
    expect(office.sms.asked.map(({ attemptId }) => attemptId)).toEqual([
      `${office.delivery.deliveryId}-1-0`,
      `${office.delivery.deliveryId}-1-0`,
    ]);
    expect(office.sms.arrived).toHaveLength(1);
  });

  it('of the planner leaves a delivery that its queue goes on with', async () => {
    const office = await filed();
    const [message] = office.queue;
    office.world.failNextCommit('after-write');
    await expect(office.send(message!)).rejects.toThrow('planned fault');
    expect(await office.send(message!)).toEqual({ kind: 'sent' });
  });

  it('after which no queue brings the message back is noticed by the delivery itself', async () => {
    const office = await filed();
    const [message] = office.queue;
    office.world.failNextCommit('after-write');
    await expect(office.send(message!)).rejects.toThrow('planned fault');
    office.queue.length = 0;
    await office.pass(15);
    expect(office.zalo.arrived).toHaveLength(1);
  });
});

describe('a provider that is down', () => {
  it('for three hours: the message goes by SMS after half an hour, once', async () => {
    const office = await filed();
    office.zalo.down();
    await office.settle();
    await office.pass(29);
    expect(office.sms.arrived).toHaveLength(0);
    await office.pass(1);
    expect(office.sms.arrived).toHaveLength(1);
    await office.pass(150);
    office.zalo.up();
    await office.pass(120);
    expect([office.zalo.arrived.length, office.sms.arrived.length]).toEqual([0, 1]);
  });

  it('for three hours with nowhere else to go: the message arrives when it is back', async () => {
    const office = await filed();
    office.on.delete('sms');
    const people = without(PEOPLE, 'email');
    await office.talk('zalo-2', ZALO);
    await office.file({ reportId: 'BBBB000002', conversationId: 'zalo-2' }, people);
    office.zalo.down();
    await office.settle();
    await office.pass(180);
    office.zalo.up();
    await office.pass(60);
    expect(office.zalo.texts.filter((text) => text.includes('BBBB000002'))).toHaveLength(1);
  });

  it('half-way through a long answer sends the rest when it is back, numbered as before', async () => {
    const office = await filed();
    office.forget();
    await office.report(triage(), 'operator');
    office.forget();
    const text = 'Đã vá mặt đường. '.repeat(400).trim();
    await office.report({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text }, 'head-roads');
    office.zalo.next(undefined, undefined, UNAVAILABLE);
    expect(await office.settle()).toEqual(['waiting']);
    await office.pass(1);
    expect(office.zalo.texts.map((part) => part.slice(0, 5))).toEqual(['(1/4)', '(2/4)', '(3/4)', '(4/4)']);
    expect(office.delivery.status).toBe('sent');
    for (const id of [4, 2, 3, 1]) await office.receipt('zalo', `zalo-${String(id)}`, 'delivered');
    expect(office.delivery.status).toBe('delivered');
  });
});

describe('the night', () => {
  it('holds what can wait until seven, and lets through the answer to somebody who has just written', async () => {
    const office = await filed({ at: '2026-11-23T16:30:00.000Z' });
    expect(await office.settle()).toEqual(['sent']);
    office.clock.step({ minutes: 20 });
    await office.report(triage(), 'operator');
    expect(await office.settle()).toEqual(['waiting']);
    await office.pass(7 * 60 + 9);
    expect(office.zalo.arrived).toHaveLength(1);
    await office.pass(1);
    expect(office.zalo.arrived).toHaveLength(2);
    expect(office.clock.now()).toBe('2026-11-24T00:00:00.000Z');
  });
});

describe('what a message costs', () => {
  it('is kept under the cap by the code and the link instead of the whole', async () => {
    const office = await called({ ...PEOPLE, proven: ['phone'] });
    office.forget();
    await office.report(triage(), 'operator');
    office.forget();
    const text = 'Đã vá mặt đường. '.repeat(110).trim();
    await office.report({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text }, 'head-roads');
    await office.settle();
    expect(office.sms.texts).toHaveLength(1);
    expect(office.sms.texts[0]).toMatch(/^Tong dai 1022: Phan anh AAAA000001 da co tra loi\. Xem tai https:.*\?k=k1\./);
  });

  it('is in parts that fit the channel when the cap allows it', async () => {
    const office = await called({ ...PEOPLE, proven: ['phone'] });
    office.forget();
    await office.report(triage(), 'operator');
    office.forget();
    const text = 'Đã vá mặt đường. '.repeat(45).trim();
    await office.report({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text }, 'head-roads');
    await office.settle();
    expect(office.sms.texts.map((part) => part.slice(0, 5))).toEqual(['(1/2)', '(2/2)']);
    const [attempt] = office.delivery.attempts;
    const cost = attempt?.parts.reduce((sum, part) => sum + part.cost, 0);
    expect(cost).toBeLessThanOrEqual(8000);
    expect(cost).toBe((attempt?.parts ?? []).reduce((sum, { segments }) => sum + segments, 0) * 800);
  });
});
