/** The hotline from end to end on the local runtime: what citizens send on every channel, until the answer is on their screen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callUntilTaken } from '../../infra/local/providers/provider-world.ts';
import { zaloCall, zaloEvent } from '../../infra/local/providers/zalo-citizen.ts';
import { callIntakeExample, reportIntakeExample } from '../../shared/contracts/http/report-intake.ts';
import { OPERATOR, ROADS, SHIFT_LEADER } from '../api/reports.ts';
import { mailboxOf, signedIn } from './acts.ts';
import { Browser, expectStatus, freshKey } from './browser.ts';
import {
  citizenOn,
  codeHeard,
  freshPhone,
  hearing,
  providersOf,
  timesHeard,
  wholeReport,
  type Citizen,
  type WrittenChannel,
} from './citizens.ts';
import {
  answerNotice,
  confirmSuggestion,
  HOTLINE_MAILBOX,
  officerFor,
  reportAct,
  reportMail,
  reportOf,
  reportsOfPhone,
  toldOf,
} from './hotline-acts.ts';
import { answerByText, fileBursting, finishBurst } from './text-burst.ts';
import { eventually, startAgain, startOwnSystem, stopAndForget, type OwnSystem } from './running-system.ts';

const CONSTRUCTION = 'hcm-so-xay-dung';
const ANSWER = 'Đã vá ổ gà trước cổng chợ sáng nay, bảo hành 12 tháng.';
/** On a phone without marks. */
const ANSWERED = /Đã vá ổ gà|Da va o ga/u;

let system: OwnSystem;
const codes: string[] = [];

beforeAll(async () => {
  system = await startOwnSystem();
  await Promise.all([OPERATOR, SHIFT_LEADER].map((staffId) => signedIn(system, staffId)));
});

afterAll(() => stopAndForget(system));

/** The whole report in one message. @returns its code, as the citizen is told it. */
async function reportBy(citizen: Citizen, phone: string): Promise<string> {
  await citizen.says(wholeReport(phone));
  const code = await codeHeard(citizen);
  codes.push(code);
  return code;
}

async function answeredBy(citizen: Citizen, phone: string): Promise<string> {
  const code = await reportBy(citizen, phone);
  await confirmSuggestion(system, code);
  await answerNotice(system, code, { text: `TRẢ LỜI: ${ANSWER}` });
  await hearing(citizen, ANSWERED);
  return code;
}

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
    const citizen = citizenOn(system, written, account);
    const phone = channel === 'sms' ? account : freshPhone();
    const code = await reportBy(citizen, phone);
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
    const phone = freshPhone();
    const { email, ...intake } = { ...reportIntakeExample, phone };
    const browser = new Browser(system);
    const receipt = expectStatus(await browser.post('/reports', { json: intake, key: freshKey() }), 201).body;
    const code = String(receipt['code']);
    codes.push(code);
    await answerByText(system, { code, phone, answer: ANSWER });
    const bearer = new URL(String(receipt['link'])).searchParams.get('k') ?? '';
    const seen = expectStatus(await browser.get(`/reports/${code}`, { bearer }), 200).body;
    expect(seen).toMatchObject({ channel: 'web', answer: { text: ANSWER, outcome: 'explained' } });
    expect(email).toBeDefined();
  });

  it.concurrent(
    'phone: a call is one report however often its form is sent, and is followed by code and phone',
    async () => {
      const phone = freshPhone();
      const json = { ...callIntakeExample, phone, callId: `pbx-${freshKey()}` };
      const operator = await signedIn(system, OPERATOR);
      const code = String(expectStatus(await operator.post('/hotline/calls', { json }), 201).body['code']);
      codes.push(code);
      expect(expectStatus(await operator.post('/hotline/calls', { json }), 201).body['code']).toBe(code);
      expect(await reportsOfPhone(system, phone)).toEqual([code]);
      await answerByText(system, { code, phone, answer: ANSWER });
      const asked = { json: { phoneLast4: phone.slice(-4) } };
      const seen = expectStatus(await new Browser(system).post(`/reports/${code}/access`, asked), 200).body;
      expect(seen).toMatchObject({ channel: 'phone', answer: { text: ANSWER } });
    },
  );
});

describe('a report', () => {
  it.concurrent(
    'is asked for field by field on Zalo, rated there, and reopened from a phone proven to be the same person’s',
    async () => {
      const phone = freshPhone();
      const zalo = citizenOn(system, 'zalo', '5510185758261927010');
      const texts = citizenOn(system, 'sms', phone);
      const talk: readonly (readonly [string, RegExp])[] = [
        ['Có ổ gà rất sâu, xe máy dễ ngã', /Việc này ở đâu/u],
        ['Trước cổng chợ Thủ Dầu Một, phường Thủ Dầu Một', /họ và tên/u],
        ['Lê Thị An', /địa chỉ của ông\/bà/u],
        ['12 Bạch Đằng (hư cấu)', /số điện thoại/u],
        [phone, /Mã tra cứu/u],
      ];
      for (const [said, answer] of talk) {
        await zalo.says(said);
        await hearing(zalo, answer);
      }
      const code = await codeHeard(zalo);
      codes.push(code);
      await confirmSuggestion(system, code);
      await answerNotice(system, code, { text: `TRẢ LỜI: ${ANSWER}` });
      await hearing(zalo, ANSWERED);
      await zalo.says('4');
      await hearing(zalo, /Cảm ơn ông\/bà đã đánh giá/u);
      expect(await reportOf(system, code)).toMatchObject({ rating: { stars: 4 } });

      await zalo.says(`liên kết ${phone}`);
      await zalo.says(/\b\d{6}\b/u.exec(await hearing(texts, /Ma xac nhan 1022/u))?.[0] ?? '');
      await hearing(zalo, /Đã xác nhận/u);
      await texts.says(`mở lại ${code}: mưa xong lại sụt`);
      await hearing(zalo, /đã được mở lại/u);
      await reportMail(system, code, { template: 'report-reopened' });
      expect(await reportOf(system, code)).toMatchObject({
        status: 'assigned',
        people: { later: [{ text: 'mưa xong lại sụt' }] },
      });
    },
  );

  it.concurrent(
    'that a unit calls not its own is settled by the supervisor, and the other unit answers it',
    async () => {
      const viber = citizenOn(system, 'viber', '01234567892B=');
      const code = await reportBy(viber, freshPhone());
      await confirmSuggestion(system, code);
      await answerNotice(system, code, { text: 'KHÔNG THUỘC THẨM QUYỀN: đường tỉnh; thuộc Sở Xây dựng' });
      await reportMail(system, code, { template: 'report-disputed', to: HOTLINE_MAILBOX });
      const seen = await reportOf(system, code);
      expect(seen.work).toMatchObject([{ status: 'disputed', dispute: { suggested: { id: CONSTRUCTION } } }]);
      const workId = seen.work[0]?.workId;
      const settle = { workId, unitId: CONSTRUCTION, reason: 'Đúng, đường tỉnh.' };
      await reportAct(system, { code, action: 'settle', by: SHIFT_LEADER }, settle);
      await hearing(viber, /nay là: Sở Xây dựng/u);
      const officer = await officerFor(system, code, CONSTRUCTION);
      await answerNotice(system, code, { text: `ĐÃ XỬ LÝ: ${ANSWER}`, to: mailboxOf(officer) });
      expect(await hearing(viber, ANSWERED)).toContain('Sở Xây dựng');
    },
  );

  it.concurrent(
    'of two units gives one answer, and whoever reported the same gets it on their own channel',
    async () => {
      const viber = citizenOn(system, 'viber', '01234567893C=');
      const teams = citizenOn(system, 'teams', '29:binh-teams');
      const [code, same] = await Promise.all([reportBy(viber, freshPhone()), reportBy(teams, freshPhone())]);
      await reportAct(system, { code: same, action: 'merge' }, { into: code });
      expect(await hearing(teams, /được gộp/u)).toContain(same);
      await confirmSuggestion(system, code, { units: [ROADS, CONSTRUCTION], reason: 'Hai bên cùng quản lý.' });
      for (const unitId of [ROADS, CONSTRUCTION]) {
        const to = mailboxOf(await officerFor(system, code, unitId));
        await answerNotice(system, code, { text: `ĐÃ XỬ LÝ: Phần của ${unitId} đã xong.`, to });
      }
      const whole = 'Cả hai đơn vị đã xong: mặt đường và hố ga.';
      await answerNotice(system, code, { template: 'report-consolidate', text: `TỔNG HỢP: ${whole}` });
      for (const citizen of [viber, teams]) {
        expect(await hearing(citizen, /Trả lời phản ánh/u)).toContain(whole);
        expect(await timesHeard(citizen, /Trả lời phản ánh/u)).toBe(1);
      }
      expect(await timesHeard(viber, /Phần của/u)).toBe(0);
    },
  );

  it.concurrent('is published without its reporter', async () => {
    const phone = freshPhone();
    const code = await answeredBy(citizenOn(system, 'skype', '29:chi-skype'), phone);
    const texts = { summary: `Ổ gà ${freshKey()}`, answer: 'Đã vá mặt đường.' };
    const leader = await signedIn(system, SHIFT_LEADER);
    const json = { ...texts, summary: `${texts.summary}, gọi ${phone}` };
    expect((await leader.post(`/hotline/reports/${code}/publish`, { json })).body).toMatchObject({
      status: 422,
      rule: 'personal-data-in-text',
    });
    await reportAct(system, { code, action: 'publish', by: SHIFT_LEADER }, texts);
    const published = expectStatus(await new Browser(system).get('/open-data/reports'), 200);
    expect(published.body['items']).toContainEqual(
      expect.objectContaining({ ...texts, outcome: 'explained', units: [expect.objectContaining({ id: ROADS })] }),
    );
    for (const secret of ['Lê Thị An', phone, phone.slice(3), 'Bạch Đằng', code]) {
      expect(published.text).not.toContain(secret);
    }
  });

  it.concurrent('becomes a dossier; each names the other', async () => {
    const code = await reportBy(citizenOn(system, 'email', 'dung.tran@citizen.example'), freshPhone());
    const operator = await signedIn(system, OPERATOR);
    const json = { procedure: '1.004873' };
    const prefilled = expectStatus(await operator.post(`/hotline/reports/${code}/dossier`, { json }), 200);
    const documents = [
      { lineId: 'to-khai', originals: 1 },
      { lineId: 'giay-to-tuy-than', certifiedCopies: 1 },
    ];
    const intake = { ...(prefilled.body['intake'] as object), area: '25747', documents };
    const filed = expectStatus(await new Browser(system).post('/dossiers', { json: intake, key: freshKey() }), 201);
    const dossier = String(filed.body['code']);
    const linked = await eventually('the report names the dossier', async () => {
      const { dossiers } = await reportOf(system, code);
      return dossiers.length > 0 ? dossiers : undefined;
    });
    expect(linked).toEqual([dossier]);
    const bearer = new URL(String(filed.body['link'])).searchParams.get('k') ?? '';
    const seen = expectStatus(await new Browser(system).get(`/dossiers/${dossier}`, { bearer }), 200);
    expect(seen.body['fromReport']).toBe(code);
  });

  it.concurrent(
    'is one however often a provider brings the message, one after the other or twenty at once',
    async () => {
      const [account, phone] = ['5510185758261927020', freshPhone()];
      const zalo = citizenOn(system, 'zalo', account);
      const world = providersOf(system);
      const call = zaloCall(world, zaloEvent(world, account, { kind: 'text', text: wholeReport(phone) }));
      expect(await callUntilTaken(world, call)).toMatchObject({ status: 200 });
      const burst = await Promise.all(Array.from({ length: 20 }, () => callUntilTaken(world, call)));
      expect(burst.map(({ status }) => status)).toEqual(burst.map(() => 200));
      const code = await codeHeard(zalo);
      codes.push(code);
      expect((await callUntilTaken(world, call)).status).toBe(200);
      await confirmSuggestion(system, code);
      await hearing(zalo, /đã được chuyển đến/u);
      expect(await reportsOfPhone(system, phone)).toEqual([code]);
      expect(await timesHeard(zalo, /Mã tra cứu/u)).toBe(1);
      expect(await timesHeard(zalo, /đã được chuyển đến/u)).toBe(1);
    },
  );
});

describe('while Zalo brings nothing', () => {
  it('what it refuses goes by text, once', async () => {
    const phone = freshPhone();
    const [zalo, texts] = [citizenOn(system, 'zalo', '5510185758261927030'), citizenOn(system, 'sms', phone)];
    const code = await reportBy(zalo, phone);
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
  const figures = expectStatus(await new Browser(system).get('/open-data/reports/figures?month=2026-11'), 200).body;
  const parts = (await Promise.all(codes.map((code) => reportOf(system, code)))).flatMap(({ work }) => work);
  const answered = (unitId: string) =>
    parts.filter(({ unit, status }) => unit.id === unitId && status === 'answered').length;
  expect([answered(ROADS), answered(CONSTRUCTION)]).toEqual([13, 2]);
  expect(figures['units']).toMatchObject([
    { unit: { id: CONSTRUCTION }, answered: null, late: 0 },
    { unit: { id: ROADS }, answered: 13, onTime: 13, late: 0 },
  ]);
});

it('a kill -9 in the middle of a burst loses and doubles nothing; what waited for Zalo arrives there, once', async () => {
  const phone = freshPhone();
  const before = citizenOn(system, 'zalo', '5510185758261927040');
  const code = await reportBy(before, phone);
  await confirmSuggestion(system, code);
  await hearing(before, /đã được chuyển đến/u);
  providersOf(system).faults.set('zalo', 'down');
  await answerNotice(system, code, { text: `TRẢ LỜI: ${ANSWER}` });
  await toldOf(system, code, { template: 'report-answered', channel: 'zalo', status: 'waiting' });

  const struck = system;
  const burst = await fileBursting(struck, 15, () => struck.runtime.kill());
  expect(burst.acknowledged.size).toBeGreaterThanOrEqual(5);
  system = await startAgain(struck, '2026-11-23T10:00:00+07:00');
  await finishBurst(burst, { struck, system });

  await system.runtime.runSchedule('EveryMinute');
  const after = citizenOn(system, 'zalo', '5510185758261927040');
  await hearing(after, ANSWERED);
  await toldOf(system, code, { template: 'report-answered', channel: 'zalo', status: 'delivered' });
  await system.runtime.runSchedule('EveryMinute');
  expect((await timesHeard(before, ANSWERED)) + (await timesHeard(after, ANSWERED))).toBe(1);
  for (const one of [struck, system]) expect(await timesHeard(citizenOn(one, 'sms', phone), /./u)).toBe(0);
});
