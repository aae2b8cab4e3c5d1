/** The hotline's pages as people use them: what stands on them, what their buttons do, and what a page must not say. */
import { describe, expect, it } from 'vitest';
import { reportActionUrl, type ReportActionLink } from '../../functions/petitions/report-link.ts';
import { reportIntakeExample } from '../../shared/contracts/http/report-intake.ts';
import { freshKey } from './acts.ts';
import { memorySystem, type Answer, type MemorySystem } from './memory-system.ts';
import { OFFICER, SUPERVISOR } from './people.ts';
import {
  answeredReport,
  assignedReport,
  fileReport,
  officerOf,
  OPERATOR,
  reportDone,
  ROADS_HEAD,
  routed,
  SHIFT_LEADER,
  triageBody,
} from './reports.ts';

const form = Object.fromEntries(
  Object.entries(reportIntakeExample).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
) as Readonly<Record<string, string>>;

/** The key that the page put into the form of this act. */
function keyOn(page: Answer, act: string): string {
  return new RegExp(`name="idempotencyKey" value="([^"]+-${act})"`).exec(page.text)?.[1] ?? '';
}

describe('the page for everybody', () => {
  it('says whom to call in danger and how to report, and takes a report by its form', async () => {
    const system = memorySystem();
    const page = await system.ask('showHotline');
    expect(page.text).toContain('114');
    expect(page.text).toContain('<form method="post" action="/1022">');
    expect(page.text).not.toContain('<script');
    const sent = await system.ask('sendReport', { form, key: freshKey() });
    expect(sent.status).toBe(201);
    expect(sent.text).toMatch(/Mã phản ánh: <strong>[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}<\/strong>/);
  });

  it('keeps what was typed and marks what is missing', async () => {
    const system = memorySystem();
    const sent = await system.ask('sendReport', { form: { ...form, name: '', phone: '12' }, key: freshKey() });
    expect(sent.status).toBe(400);
    expect(sent.text).toContain('id="gui-name-wrong"');
    expect(sent.text).toContain('id="gui-phone-wrong"');
    expect(sent.text).toContain(reportIntakeExample.summary);
    expect(system.world.stream).toEqual([]);
  });

  it('takes no form that another site sent', async () => {
    const system = memorySystem();
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await system.ask('sendReport', { form, key: freshKey(), headers })).status).toBe(403);
  });

  it('writes nothing of a citizen as HTML', async () => {
    const system = memorySystem();
    const content = '<img src=x onerror=alert(1)> ổ gà';
    const { code, token } = await fileReport(system, { content });
    for (const page of [
      await system.ask('showReportPage', { params: { code }, query: { k: token } }),
      await system.ask('showReportDesk', { params: { code }, as: OPERATOR }),
    ]) {
      expect(page.text).toContain('&lt;img src=x');
      expect(page.text).not.toContain('<img');
    }
  });
});

describe('the owner’s page', () => {
  it('shows the progress alone without the link, and everything with it', async () => {
    const system = memorySystem();
    const { code, token } = await answeredReport(system);
    const bare = await system.ask('showReportPage', { params: { code } });
    expect(bare.text).toContain('Đã trả lời');
    expect(bare.text).not.toContain('Đã vá');
    const own = await system.ask('showReportPage', { params: { code }, query: { k: token } });
    expect(own.text).toContain('Đã vá ổ gà trước cổng chợ sáng 24/11.');
    expect(own.text).toContain(reportIntakeExample.content);
    expect(own.text).not.toContain(await officerOf(system, code));
  });

  it('rates, reopens and adds words with its buttons, each once', async () => {
    const system = memorySystem();
    const { code, token } = await answeredReport(system);
    const call = { params: { code }, query: { k: token } };
    const page = await system.ask('showReportPage', call);
    const rate = { act: 'rate', stars: '4', text: 'Nhanh', idempotencyKey: keyOn(page, 'rate') };
    const rated = await system.ask('actOnReportPage', { ...call, form: rate });
    expect(rated.text).toContain('Cảm ơn ông/bà đã đánh giá');
    const before = system.world.stream.length;
    expect((await system.ask('actOnReportPage', { ...call, form: rate })).status).toBe(200);
    expect(system.world.stream).toHaveLength(before);
    const reopened = await system.ask('actOnReportPage', { ...call, form: { act: 'reopen', text: 'Lại hỏng' } });
    expect(reopened.text).toContain('Phản ánh đã được mở lại');
    const words = await system.ask('actOnReportPage', { ...call, form: { act: 'words', text: 'Bên trái' } });
    expect(words.text).toContain('Bên trái');
  });

  it('marks what is missing, and does nothing without the link', async () => {
    const system = memorySystem();
    const { code, token } = await answeredReport(system);
    const call = { params: { code }, query: { k: token } };
    const wrong = await system.ask('actOnReportPage', { ...call, form: { act: 'rate', stars: '9' } });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('rate-stars-wrong');
    const without = await system.ask('actOnReportPage', { params: { code }, form: { act: 'rate', stars: '5' } });
    expect(without.status).toBe(401);
    expect((await system.ask('actOnReportPage', { ...call, form: { act: 'publish' } })).status).toBe(404);
  });

  it('is found by code and digits, to look only', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const found = await system.ask('lookUpReport', { form: { code, phoneLast4: '0111' } });
    expect(found.text).toContain('Đã vá ổ gà');
    expect(found.text).not.toContain(`action="/1022/${code}`);
    const progress = await system.ask('lookUpReport', { form: { code, phoneLast4: '' } });
    expect(progress.text).not.toContain('Đã vá ổ gà');
    const wrong = await system.ask('lookUpReport', { form: { code, phoneLast4: '9999' } });
    expect(wrong.status).toBe(403);
  });
});

describe('what is published', () => {
  it('stands on the page of its month, without who reported it', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const body = { summary: 'Ổ gà trước cổng chợ', answer: 'Đã vá xong.' };
    await reportDone(system, code, 'publish', { as: SHIFT_LEADER, body });
    const page = await system.ask('showPublished', {});
    expect(page.text).toContain('Ổ gà trước cổng chợ');
    expect(page.text).toContain('Đã vá xong.');
    expect(page.text).not.toContain(code);
    expect(page.text).not.toContain('Trần Văn Hòa');
    const october = await system.ask('showPublished', { query: { thang: '2026-10' } });
    expect(october.text).not.toContain('Ổ gà trước cổng chợ');
  });
});

describe('the desk', () => {
  it('sends visitors to sign in, and strangers away', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    for (const operationId of ['showDesk', 'showCallForm', 'showReportDesk', 'showToPublish']) {
      const visitor = await system.ask(operationId, { params: { code } });
      expect([operationId, visitor.status, visitor.headers['location']]).toEqual([operationId, 303, '/staff/sign-in']);
      expect((await system.ask(operationId, { params: { code }, as: OFFICER })).status).toBe(403);
    }
  });

  it('lists emergencies first, then what is due soonest, and filters by status', async () => {
    const system = memorySystem();
    const first = await fileReport(system);
    system.clock.step({ minutes: 1 });
    const danger = await fileReport(system, { summary: 'Cháy nhà', content: 'Đang cháy nhà, có người mắc kẹt' });
    const page = await system.ask('showDesk', { as: OPERATOR });
    expect(page.text).toContain('KHẨN CẤP 114');
    expect(page.text.indexOf(danger.code)).toBeLessThan(page.text.indexOf(first.code));
    await reportDone(system, first.code, 'ask', { as: OPERATOR, body: { question: 'Ở đâu?' } });
    const waiting = await system.ask('showDesk', { as: OPERATOR, query: { status: 'needs-info' } });
    expect(waiting.text).toContain(first.code);
    expect(waiting.text).not.toContain(danger.code);
  });

  it('finds a report by its code as it is dictated, and by a phone', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const spoken = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`;
    const found = await system.ask('findOnDesk', { form: { q: spoken }, as: OPERATOR });
    expect(found.headers['location']).toBe(`/hotline/r/${code}`);
    const byPhone = await system.ask('findOnDesk', { form: { q: '0918 000 111' }, as: OPERATOR });
    expect(byPhone.text).toContain(`/hotline/r/${code}`);
    expect((await system.ask('findOnDesk', { form: { q: 'abc' }, as: OPERATOR })).text).toContain('Không tìm thấy');
  });

  it('takes a call down once, keeping what was typed when something is missing', async () => {
    const system = memorySystem();
    const page = await system.ask('showCallForm', { as: OPERATOR, query: { callId: 'pbx-77' } });
    expect(page.text).toContain('value="pbx-77"');
    const missing = await system.ask('sendCallForm', {
      form: { ...form, callId: 'pbx-77', address: '' },
      as: OPERATOR,
    });
    expect(missing.status).toBe(400);
    expect(missing.text).toContain('goi-address-wrong');
    expect(missing.text).toContain(reportIntakeExample.content);
    const taken = await system.ask('sendCallForm', { form: { ...form, callId: 'pbx-77' }, as: OPERATOR });
    expect(taken.text).toContain('Đọc cho người gọi mã phản ánh');
    const again = await system.ask('sendCallForm', { form: { ...form, callId: 'pbx-77' }, as: OPERATOR });
    expect(again.text).toBe(taken.text);
  });

  it('prefills the sorting form with what the words suggest and the unit that the rules give', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const page = await system.ask('showReportDesk', { params: { code }, as: OPERATOR });
    expect(page.text).toContain('<optgroup label="Gợi ý"><option value="ha-tang-giao-thong" selected>');
    expect(page.text).toContain('Theo quy tắc');
    expect(page.text).toContain('Trần Văn Hòa');
    const sorted = await system.ask('actOnDesk', {
      params: { code },
      as: OPERATOR,
      form: { act: 'triage', ...triageBody },
    });
    expect(sorted.status).toBe(200);
    expect(sorted.text).toContain('Đơn vị đang xử lý');
  });

  it('shows the form again with the reason when the domain refuses, and marks what is missing', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const call = { params: { code }, as: OPERATOR };
    const missing = await system.ask('actOnDesk', { ...call, form: { act: 'reject', text: '' } });
    expect(missing.status).toBe(400);
    expect(missing.text).toContain('id="reject-reason-wrong"');
    const refused = await system.ask('actOnDesk', { ...call, form: { act: 'merge', into: code } });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('role="alert"');
  });

  it('does not sort what somebody else has just sorted', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const call = { params: { code }, as: OPERATOR };
    const fields = { act: 'triage', ...triageBody, version: '1' };
    expect((await system.ask('actOnDesk', { ...call, form: fields })).status).toBe(200);
    const second = await system.ask('actOnDesk', { ...call, form: { ...fields, category: 'chieu-sang' } });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Người khác vừa cập nhật');
  });

  it('offers similar reports for merging, side by side', async () => {
    const system = memorySystem();
    const [one, other] = [await fileReport(system), await fileReport(system)];
    const page = await system.ask('showReportDesk', { params: { code: other.code }, as: OPERATOR });
    expect(page.text).toContain(`<a href="/hotline/r/${one.code}">`);
    expect(page.text).toContain(`name="into" type="text" maxlength="60" value="${one.code}"`);
  });

  it('shows what the check for personal data found before anything is published', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const call = { params: { code }, as: SHIFT_LEADER };
    const listed = await system.ask('showToPublish', { as: SHIFT_LEADER });
    expect(listed.text).toContain(`/hotline/r/${code}#cong-khai`);
    const texts = { act: 'publish', summary: 'Gọi 0918 000 111', answer: 'Đã vá.' };
    const refused = await system.ask('actOnDesk', { ...call, form: texts });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('name="notPersonal" value="0918 000 111"');
    const published = await system.ask('actOnDesk', { ...call, form: { ...texts, notPersonal: '0918 000 111' } });
    expect(published.status).toBe(200);
  });

  it('tells whether the reporter was reached', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const page = await system.ask('showReportDesk', { params: { code }, as: OPERATOR });
    expect(page.text).toContain('Tin đã gửi người phản ánh');
    expect(page.text).toContain('chưa gửi');
  });

  it('shows a supervisor above how it goes, and not who sent it', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const page = await system.ask('showReportDesk', { params: { code }, as: SUPERVISOR });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Trần Văn Hòa');
  });
});

describe('the link in a unit’s mail', () => {
  async function tokenFor(system: MemorySystem, link: ReportActionLink): Promise<string> {
    const keys = await system.ports.secrets.signingKeys();
    return reportActionUrl(keys, '', { ...link, now: system.clock.now() }).slice('/w/'.length);
  }

  async function linkTo(system: MemorySystem, code: string, action: ReportActionLink['action']): Promise<string> {
    const staffId = await officerOf(system, code);
    return tokenFor(system, { reportId: code, workId: 'w1', staffId, action });
  }

  it('shows the report without a word of the citizen, and opening it changes nothing', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const before = system.dump();
    const token = await linkTo(system, code, 'answer-report');
    const page = await system.ask('showReportAction', { params: { token } });
    expect(page.status).toBe(200);
    expect(page.text).toContain(triageBody.summary);
    for (const word of ['Trần Văn Hòa', '0918', reportIntakeExample.content]) expect(page.text).not.toContain(word);
    expect(system.dump()).toBe(before);
  });

  it('answers once, however often the button is pressed', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const token = await linkTo(system, code, 'answer-report');
    const page = await system.ask('showReportAction', { params: { token } });
    const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const fields = { outcome: 'fixed', text: 'Đã vá.', idempotencyKey };
    const done = await system.ask('performReportAction', { params: { token }, form: fields });
    expect(done.text).toContain('đã được ghi nhận.');
    const again = await system.ask('performReportAction', { params: { token }, form: fields });
    expect(again.text).toContain('không ghi lần hai');
    const late = await system.ask('performReportAction', {
      params: { token },
      form: { ...fields, idempotencyKey: freshKey() },
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('không còn chờ ông/bà');
    expect(system.world.stream.filter(({ events }) => events.includes('WorkAnswered'))).toHaveLength(1);
  });

  it('declines with a reason, which is asked for', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const token = await linkTo(system, code, 'decline-report');
    const missing = await system.ask('performReportAction', { params: { token }, form: { reason: ' ' } });
    expect(missing.status).toBe(400);
    expect(missing.text).toContain('viec-reason-wrong');
    const done = await system.ask('performReportAction', { params: { token }, form: { reason: 'Đường tỉnh' } });
    expect(done.status).toBe(200);
  });

  it('hands over to a colleague of the same unit, and offers nobody else', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const officer = await officerOf(system, code);
    const token = await linkTo(system, code, 'hand-report-over');
    const page = await system.ask('showReportAction', { params: { token } });
    expect(page.text).toContain(ROADS_HEAD);
    expect(page.text).not.toContain(`value="${officer}"`);
    expect(page.text).not.toContain(`value="${OFFICER}"`);
    const done = await system.ask('performReportAction', {
      params: { token },
      form: { to: ROADS_HEAD, reason: 'Đi vắng' },
    });
    expect(done.status).toBe(200);
    expect(await officerOf(system, code)).toBe(ROADS_HEAD);
    expect((await system.ask('showReportAction', { params: { token } })).text).toContain('không còn chờ ông/bà');
  });

  it('acts on no other part than the one it names', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system, {
      units: ['thu-dau-mot-2025-phong-kinh-te', 'hcm-so-xay-dung'],
      reason: 'Hai bên',
    });
    const token = await linkTo(system, code, 'answer-report');
    const fields = { outcome: 'fixed', text: 'Xong.', workId: 'w2' };
    expect((await system.ask('performReportAction', { params: { token }, form: fields })).status).toBe(200);
    const works = (await system.ports.reports.load(`report#${code}`))?.state.work;
    expect(works?.map(({ status }) => status)).toEqual(['answered', 'open']);
  });

  it('is dead when it has expired, was altered, or its person has left', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const token = await linkTo(system, code, 'accept-report');
    const nobody = await tokenFor(system, { reportId: code, workId: 'w1', staffId: 'nobody', action: 'accept-report' });
    expect((await system.ask('showReportAction', { params: { token: nobody } })).status).toBe(404);
    expect((await system.ask('performReportAction', { params: { token: `${token}x` }, form: {} })).status).toBe(404);
    system.clock.step({ days: 31 });
    expect((await system.ask('performReportAction', { params: { token }, form: {} })).status).toBe(410);
  });

  it('lets the head above both units decide once a report goes to and fro, by what the page shows', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const decline = { workId: 'w1', reason: 'Đường tỉnh.' };
    await reportDone(system, code, 'decline', { as: await officerOf(system, code), body: decline });
    const settle = { workId: 'w1', unitId: 'hcm-so-xay-dung', reason: 'Đúng.' };
    await reportDone(system, code, 'settle', { as: OPERATOR, body: settle });
    await routed(system, code);
    const again = { workId: 'w2', reason: 'Đường phường.' };
    await reportDone(system, code, 'decline', { as: await officerOf(system, code, 'w2'), body: again });
    const seen = await system.ask('showReportToStaff', { params: { code }, as: OPERATOR });
    expect(seen.body['work']).toMatchObject([{}, { dispute: { decidedBy: 'superior', superior: { id: 'hcm-ubnd' } } }]);
    const link = { reportId: code, workId: 'w2', staffId: 'nv-hcm-lanh-dao', action: 'settle-report' } as const;
    const token = await tokenFor(system, link);
    const page = await system.ask('showReportAction', { params: { token } });
    expect(page.text).toContain('Đường phường.');
    expect(page.text).not.toContain(`/hotline/r/${code}`);
    const form = { unitId: 'thu-dau-mot-2025-phong-kinh-te', reason: 'Phường làm.' };
    expect((await system.ask('performReportAction', { params: { token }, form })).status).toBe(200);
  });

  it('lets the shift leader approve or return an answer that is reviewed', async () => {
    const system = memorySystem();
    const triage = { category: 'y-te-attp', area: '25747', summary: 'Quán ăn mất vệ sinh' };
    const { code } = await assignedReport(system, triage);
    const body = { workId: 'w1', outcome: 'explained', text: 'Đã kiểm tra.' };
    const answered = await reportDone(system, code, 'answer', { as: await officerOf(system, code), body });
    expect(answered.body['status']).toBe('in-review');
    const token = await tokenFor(system, { reportId: code, staffId: SHIFT_LEADER, action: 'approve-answer' });
    const page = await system.ask('showReportAction', { params: { token } });
    expect(page.text).toContain('Đã kiểm tra.');
    const done = await system.ask('performReportAction', { params: { token }, form: { text: 'Đã kiểm tra, đạt.' } });
    expect(done.text).toContain('Đã trả lời');
  });
});
