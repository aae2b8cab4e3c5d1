/** The hotline from end to end on the local runtime: what citizens send on every channel, until the answer is on their screen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callIntakeExample, reportIntakeExample } from '../../shared/contracts/http/report-intake.ts';
import { OPERATOR, ROADS, SHIFT_LEADER } from '../api/reports.ts';
import { mailboxOf, signedIn } from './acts.ts';
import { Browser, expectStatus, freshKey } from './browser.ts';
import { citizenOn, freshPhone, hearing, providersOf, timesHeard, type WrittenChannel } from './citizens.ts';
import {
  ANSWER,
  ANSWERED,
  answerNotice,
  confirmSuggestion,
  CONSTRUCTION,
  officerFor,
  reportBy,
  reportOf,
  reportsOfPhone,
  systemOf,
  toldOf,
  type Hotline,
} from './hotline-acts.ts';
import { describeReportsOnTheirWay } from './hotline-stories.ts';
import { mailsTo } from './mailbox.ts';
import { startAgain, startOwnSystem, stopAndForget } from './running-system.ts';
import { answerByText, fileBursting, finishBurst } from './text-burst.ts';

const hotline: Hotline = { codes: [] };

beforeAll(async () => {
  const system = await startOwnSystem();
  hotline.system = system;
  await Promise.all([OPERATOR, SHIFT_LEADER].map((staffId) => signedIn(system, staffId)));
});

afterAll(() => stopAndForget(systemOf(hotline)));

const WRITTEN: readonly (readonly [WrittenChannel, string, string])[] = [
  ['email', 'email', 'an.le@citizen.example'],
  ['sms', 'sms', '+84909111001'],
  ['aws-sms', 'sms', '+84909111002'],
  ['zalo', 'zalo', '5510185758261927001'],
  ['viber', 'viber', '01234567891A='],
  ['skype', 'skype', '29:an-skype'],
  ['teams', 'teams', '29:an-teams'],
];

describe('a report sent on each channel becomes one, is answered by mail, and the answer comes back there', () => {
  it.concurrent.each(WRITTEN)('%s', async (written, channel, account) => {
    const system = systemOf(hotline);
    const citizen = citizenOn(system, written, account);
    const phone = channel === 'sms' ? account : freshPhone();
    const code = await reportBy(hotline, citizen, phone);
    expect(await reportsOfPhone(system, phone)).toEqual([code]);
    expect(await reportOf(system, code)).toMatchObject({ channel, status: 'new' });
    await confirmSuggestion(system, code);
    const notice = await answerNotice(system, code, { text: `TRẢ LỜI: ${ANSWER}` });
    expect(notice.to).toEqual([mailboxOf(await officerFor(system, code, ROADS))]);
    expect(await hearing(citizen, ANSWERED)).toContain(code);
    expect(await timesHeard(citizen, ANSWERED)).toBe(1);
    expect(await reportOf(system, code)).toMatchObject({ status: 'closed' });
  });

  it.concurrent('web: the phone is told the code and nothing else; the answer is behind the link', async () => {
    const system = systemOf(hotline);
    const [phone, email] = [freshPhone(), `${freshKey()}@citizen.example`];
    const browser = new Browser(system);
    const sent = { json: { ...reportIntakeExample, phone, email }, key: freshKey() };
    const receipt = expectStatus(await browser.post('/reports', sent), 201).body;
    const code = String(receipt['code']);
    hotline.codes.push(code);
    await answerByText(system, { code, phone, answer: ANSWER });
    const bearer = new URL(String(receipt['link'])).searchParams.get('k') ?? '';
    const seen = expectStatus(await browser.get(`/reports/${code}`, { bearer }), 200).body;
    expect(seen).toMatchObject({ channel: 'web', answer: { text: ANSWER, outcome: 'explained' } });
    expect(await mailsTo(system, email)).toEqual([]);
  });

  it.concurrent(
    'phone: a call is one report however often its form is sent, and is followed by code and phone',
    async () => {
      const system = systemOf(hotline);
      const phone = freshPhone();
      const json = { ...callIntakeExample, phone, callId: `pbx-${freshKey()}` };
      const operator = await signedIn(system, OPERATOR);
      const code = String(expectStatus(await operator.post('/hotline/calls', { json }), 201).body['code']);
      hotline.codes.push(code);
      expect(expectStatus(await operator.post('/hotline/calls', { json }), 201).body['code']).toBe(code);
      expect(await reportsOfPhone(system, phone)).toEqual([code]);
      await answerByText(system, { code, phone, answer: ANSWER });
      const asked = { json: { phoneLast4: phone.slice(-4) } };
      const seen = expectStatus(await new Browser(system).post(`/reports/${code}/access`, asked), 200).body;
      expect(seen).toMatchObject({ channel: 'phone', answer: { text: ANSWER } });
    },
  );
});

describeReportsOnTheirWay(hotline);

describe('while Zalo brings nothing', () => {
  it('what it refuses goes by text, once', async () => {
    const system = systemOf(hotline);
    const phone = freshPhone();
    const [zalo, texts] = [citizenOn(system, 'zalo', '5510185758261927030'), citizenOn(system, 'sms', phone)];
    const code = await reportBy(hotline, zalo, phone);
    providersOf(system).faults.set('zalo', 'error-with-200');
    await confirmSuggestion(system, code);
    await answerNotice(system, code, { text: `TRẢ LỜI: ${ANSWER}` });
    await toldOf(system, code, { template: 'report-answered', channel: 'sms', status: 'delivered' });
    providersOf(system).faults.clear();
    await system.runtime.runSchedule('EveryMinute');
    expect(await timesHeard(texts, new RegExp(code, 'u'))).toBe(2);
    expect(await timesHeard(zalo, ANSWERED)).toBe(0);
  });
});

it('the public figures of a unit are those of its reports, and small ones are left out', async () => {
  const system = systemOf(hotline);
  const figures = expectStatus(await new Browser(system).get('/open-data/reports/figures?month=2026-11'), 200).body;
  const parts = (await Promise.all(hotline.codes.map((code) => reportOf(system, code)))).flatMap(({ work }) => work);
  const answered = (unitId: string) =>
    parts.filter(({ unit, status }) => unit.id === unitId && status === 'answered').length;
  expect([answered(ROADS), answered(CONSTRUCTION)]).toEqual([13, 2]);
  expect(figures['units']).toMatchObject([
    { unit: { id: CONSTRUCTION }, answered: null, late: 0 },
    { unit: { id: ROADS }, answered: 13, onTime: 13, late: 0 },
  ]);
});

it('a kill -9 in the middle of a burst loses and doubles nothing; what waited for Zalo arrives there, once', async () => {
  const struck = systemOf(hotline);
  const phone = freshPhone();
  const before = citizenOn(struck, 'zalo', '5510185758261927040');
  const code = await reportBy(hotline, before, phone);
  await confirmSuggestion(struck, code);
  await hearing(before, /đã được chuyển đến/u);
  providersOf(struck).faults.set('zalo', 'down');
  await answerNotice(struck, code, { text: `TRẢ LỜI: ${ANSWER}` });
  await toldOf(struck, code, { template: 'report-answered', channel: 'zalo', status: 'waiting' });

  const burst = await fileBursting(struck, 15, () => struck.runtime.kill());
  expect(burst.acknowledged.size).toBeGreaterThanOrEqual(5);
  const system = await startAgain(struck, '2026-11-23T10:00:00+07:00');
  hotline.system = system;
  await finishBurst(burst, { struck, system });

  await system.runtime.runSchedule('EveryMinute');
  const after = citizenOn(system, 'zalo', '5510185758261927040');
  await hearing(after, ANSWERED);
  await toldOf(system, code, { template: 'report-answered', channel: 'zalo', status: 'delivered' });
  await system.runtime.runSchedule('EveryMinute');
  expect((await timesHeard(before, ANSWERED)) + (await timesHeard(after, ANSWERED))).toBe(1);
  for (const one of [struck, system]) expect(await timesHeard(citizenOn(one, 'sms', phone), /./u)).toBe(0);
});
