/** The stories of single reports that the hotline's test tells on its one system. */
import { describe, expect, it } from 'vitest';
import { callUntilTaken } from '../../infra/local/providers/provider-world.ts';
import { zaloCall, zaloEvent } from '../../infra/local/providers/zalo-citizen.ts';
import { OPERATOR, ROADS, SHIFT_LEADER } from '../api/reports.ts';
import { mailboxOf, signedIn } from './acts.ts';
import { Browser, expectStatus, freshKey } from './browser.ts';
import { citizenOn, codeHeard, freshPhone, hearing, providersOf, timesHeard, wholeReport } from './citizens.ts';
import {
  ANSWER,
  ANSWERED,
  CONSTRUCTION,
  answeredBy,
  answerNotice,
  confirmSuggestion,
  HOTLINE_MAILBOX,
  officerFor,
  reportAct,
  reportBy,
  reportMail,
  reportOf,
  reportsOfPhone,
  systemOf,
  type Hotline,
} from './hotline-acts.ts';
import { eventually } from './running-system.ts';

/** What may happen to a report, each as a story of its own, all at once. */
export function describeReportsOnTheirWay(hotline: Hotline): void {
  describe('a report', () => {
    it.concurrent(
      'is asked for field by field on Zalo, rated there, and reopened from a phone proven to be the same person’s',
      async () => {
        const system = systemOf(hotline);
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
        hotline.codes.push(code);
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
        const system = systemOf(hotline);
        const viber = citizenOn(system, 'viber', '01234567892B=');
        const code = await reportBy(hotline, viber, freshPhone());
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
        const system = systemOf(hotline);
        const viber = citizenOn(system, 'viber', '01234567893C=');
        const teams = citizenOn(system, 'teams', '29:binh-teams');
        const [code, same] = await Promise.all([
          reportBy(hotline, viber, freshPhone()),
          reportBy(hotline, teams, freshPhone()),
        ]);
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
      const system = systemOf(hotline);
      const phone = freshPhone();
      const code = await answeredBy(hotline, citizenOn(system, 'skype', '29:chi-skype'), phone);
      const texts = { summary: 'Ổ gà sâu trước cổng chợ Thủ Dầu Một', answer: 'Đã vá mặt đường.' };
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
      const system = systemOf(hotline);
      const code = await reportBy(hotline, citizenOn(system, 'email', 'dung.tran@citizen.example'), freshPhone());
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
        const system = systemOf(hotline);
        const [account, phone] = ['5510185758261927020', freshPhone()];
        const zalo = citizenOn(system, 'zalo', account);
        const world = providersOf(system);
        const call = zaloCall(world, zaloEvent(world, account, { kind: 'text', text: wholeReport(phone) }));
        expect(await callUntilTaken(world, call)).toMatchObject({ status: 200 });
        const burst = await Promise.all(Array.from({ length: 20 }, () => callUntilTaken(world, call)));
        expect(burst.map(({ status }) => status)).toEqual(burst.map(() => 200));
        const code = await codeHeard(zalo);
        hotline.codes.push(code);
        expect((await callUntilTaken(world, call)).status).toBe(200);
        await confirmSuggestion(system, code);
        await hearing(zalo, /đã được chuyển đến/u);
        expect(await reportsOfPhone(system, phone)).toEqual([code]);
        expect(await timesHeard(zalo, /Mã tra cứu/u)).toBe(1);
        expect(await timesHeard(zalo, /đã được chuyển đến/u)).toBe(1);
      },
    );
  });
}
