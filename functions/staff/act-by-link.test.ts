import { describe, expect, it } from 'vitest';
import { simpleParser } from 'mailparser';
import { officeCatalogue } from '../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../relay/testing/running-office.ts';
import { callHttp } from './testing/call-http.ts';
import { assigned, CASE } from './testing/office-with-links.ts';

const complete = { action: 'complete-step', stepId: 'tham-tra' } as const;

describe('the links of a mail', () => {
  it('change nothing when a scanner opens every one of them ten times', async () => {
    const { office, ...links } = await assigned();
    await office.sendAll();
    const mails = await Promise.all(office.sender.sent.map(({ raw }) => simpleParser(Buffer.from(raw))));
    const tokens = mails.flatMap(({ text = '' }) => [...text.matchAll(/\/a\/(\S+)/g)].map(([, token = '']) => token));
    expect(tokens.length).toBeGreaterThan(3);
    const before = JSON.stringify([...office.world.entities]);
    for (const token of tokens) {
      for (let visit = 0; visit < 10; visit += 1) {
        const page = await callHttp(links.api, { method: 'GET', route: '/a/{token}', params: { token } });
        expect(page.status).toBe(200);
        expect(page.body).toContain('<button');
      }
    }
    expect(JSON.stringify([...office.world.entities])).toBe(before);
    expect(office.world.answers.size).toBe(0);
  });

  it('show the case without a citizen’s name, on a page without script', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const page = await links.open(await links.token(staffId, complete));
    expect(page.body).toContain('H29.18-261123-00A1');
    expect(page.body).toContain('Thẩm tra hồ sơ');
    expect(page.body).not.toMatch(/Nhung|84912|Bạch Đằng/);
    expect(page.body).not.toContain('<script');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
  });

  it.each(['x', 'k1.abc.def', 'k9.abc.def', ''])('that were altered (%s) say so and open nothing', async (token) => {
    const links = await assigned();
    const page = await links.open(token);
    expect(page.status).toBe(404);
    expect(page.body).toContain('không đầy đủ hoặc đã bị sửa');
    expect(page.body).not.toContain('H29');
  });

  it('for signing in open no case, and the other way round', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, complete);
    const page = await callHttp(links.api, { method: 'GET', route: '/staff/sign-in/{token}', params: { token } });
    expect(page.status).toBe(403);
  });

  it('expire after 30 days', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, complete);
    links.office.clock.step({ days: 30 });
    const page = await links.open(token);
    expect(page.status).toBe(410);
    expect((await links.press(token, {})).status).toBe(410);
    expect(page.body).toContain('đã hết hạn');
  });

  it('are worth nothing once the person has left', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, complete);
    const staff = officeCatalogue().staff.map((person) =>
      person.id === staffId ? { ...person, validTo: '2026-11-22' } : person,
    );
    const catalogue = { ...officeCatalogue(), staff, version: 'next' };
    await links.office.catalogue.publish({ catalogue, replaces: 'test', at: links.office.clock.now() });
    const before = links.versions();
    expect((await links.press(token, {})).body).toContain('không còn giữ vị trí đó');
    expect(links.versions()).toBe(before);
  });
});

describe('pressing the button', () => {
  it('completes the step in the officer’s name, and says what the case is now', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const done = await links.press(await links.token(officer.staffId, complete), { note: 'Đã thẩm tra.' });
    expect(done.status).toBe(200);
    expect(done.body).toContain('Đã ghi nhận');
    expect(done.body).toContain('Bước: Ký duyệt');
    expect(done.body).toContain('Hẹn trả kết quả');
    expect(links.office.world.stream.at(-1)).toMatchObject({ actor: `staff:${officer.staffId}` });
  });

  it('twice is one act', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, complete);
    const first = await links.press(token, {}, 'the-same-key-1');
    const before = links.versions();
    const second = await links.press(token, {}, 'the-same-key-1');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toContain('không ghi lần hai');
    expect(links.versions()).toBe(before);
  });

  it('lets the first of two win: the other is told who did it and when, and nothing is done twice', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const [ofOfficer, ofHead] = [await links.token(officer.staffId, complete), await links.token('hoa', complete)];
    const page = await links.open(ofHead);
    expect(page.body).toContain('<button');
    await links.press(ofOfficer, {});
    const before = links.versions();
    const late = await links.press(ofHead, {}, 'key-of-the-head');
    expect(late.status).toBe(409);
    expect(late.body).toContain('Bước này đã được hoàn thành');
    expect(late.body).toMatch(/Lê Văn An|Trần Thị Bình/);
    expect(late.body).toContain('ngày 23 tháng 11 năm 2026');
    expect(late.body).not.toContain('Nhung');
    expect(links.versions()).toBe(before);
  });

  it('at the very same moment as a colleague is one act too', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const [ofOfficer, ofHead] = [await links.token(officer.staffId, complete), await links.token('hoa', complete)];
    links.office.world.interleaveNextCommit(() => links.press(ofHead, {}, 'key-of-the-head'));
    const late = await links.press(ofOfficer, {}, 'key-of-the-officer');
    expect(late.status).toBe(409);
    const completions = links.office.world.stream.filter(({ events }) => events.includes('"StepCompleted"'));
    expect(completions.map(({ actor }) => actor)).toEqual(['staff:hoa']);
  });

  it('is no longer possible after the work was handed to a colleague', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const colleague = officer.staffId === 'an' ? 'binh' : 'an';
    const handOver = await links.token(officer.staffId, { action: 'hand-over', stepId: 'tham-tra' });
    const form = await links.open(handOver);
    expect(form.body).toContain(`<option value="${colleague}"`);
    expect(form.body).not.toContain(`<option value="${officer.staffId}"`);
    expect((await links.press(handOver, { to: colleague, reason: 'Nghỉ phép' })).status).toBe(200);
    const gone = await links.open(await links.token(officer.staffId, complete));
    expect(gone.body).toContain('Việc đã được chuyển cho người khác');
    expect(gone.body).not.toContain('<form');
    expect((await links.press(await links.token(colleague, complete), {})).status).toBe(200);
  });

  it('does nothing for somebody whose work it never was', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const other = officer.staffId === 'an' ? 'binh' : 'an';
    const before = links.versions();
    expect((await links.press(await links.token(other, complete), {})).status).toBe(409);
    expect(links.versions()).toBe(before);
  });

  it('asks again when something is missing, keeping what was typed', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const token = await links.token(officer.staffId, { action: 'request-supplement', stepId: 'tham-tra' });
    const before = links.versions();
    const again = await links.press(token, {
      lineId: 'to-khai',
      line: ['to-khai', 'giay-to'],
      what: ['chưa <ký>', ''],
      reason: '',
    });
    expect(again.status).toBe(400);
    expect(again.body).toContain('id="reason-wrong"');
    expect(again.body).toContain('value="chưa &lt;ký&gt;"');
    expect(again.body).toContain('value="to-khai" checked');
    expect(links.versions()).toBe(before);
  });

  it('asks which papers, when none was chosen', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const token = await links.token(officer.staffId, { action: 'request-supplement', stepId: 'tham-tra' });
    const again = await links.press(token, { line: ['to-khai', 'giay-to'], what: ['', ''], reason: 'Thiếu' });
    expect(again.status).toBe(400);
    expect(again.body).toContain('id="lineId-wrong"');
    expect(again.body).toContain('>Thiếu</textarea>');
  });

  it('requests a supplement of lines of the checklist, and of nothing else', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const token = await links.token(officer.staffId, { action: 'request-supplement', stepId: 'tham-tra' });
    const line = ['to-khai', 'giay-to'];
    const invented = await links.press(token, { lineId: 'giay-la', line, what: ['', ''], reason: 'Thiếu' });
    expect(invented.status).toBe(422);
    const asked = await links.press(token, {
      lineId: ['to-khai', 'giay-to'],
      line,
      what: ['chưa ký', ''],
      reason: 'Thiếu chữ ký',
    });
    expect(asked.status).toBe(200);
    const state = await links.office.state(CASE);
    expect(state).toMatchObject({
      status: 'supplement-requested',
      items: [
        { lineId: 'to-khai', what: 'chưa ký' },
        { lineId: 'giay-to', what: 'thiếu hoặc chưa hợp lệ (Giấy tờ tùy thân)' },
      ],
    });
    expect((await links.open(await links.token(officer.staffId, complete))).body).toContain('đã được yêu cầu bổ sung');
  });

  it('consults another unit, whose officer answers by a link of their own', async () => {
    const links = await assigned();
    const officer = await links.officer();
    const token = await links.token(officer.staffId, { action: 'consult', stepId: 'tham-tra' });
    const fields = { unitId: 'justice-department', question: 'Có vướng mắc?', workingHours: '16' };
    expect((await links.press(token, fields)).status).toBe(200);
    await links.office.settle();
    const state = await links.office.state(CASE);
    const consultationId = state.status === 'processing' ? (state.work.consultations[0]?.consultationId ?? '') : '';
    const answer = await links.token('quang', { action: 'answer-consultation', consultationId });
    expect((await links.press(answer, { answer: 'Không vướng mắc.' })).status).toBe(200);
    expect((await links.press(answer, { answer: 'Lần nữa' }, 'another-key-1')).status).toBe(409);
  });

  it('lets the head decide, grant or refuse with a reason', async () => {
    for (const [action, fields] of [
      ['grant', { resultNumber: '12/TLKS' }],
      ['refuse', { resultNumber: '13/TB', reason: 'Không có trong sổ gốc.' }],
    ] as const) {
      const links = await assigned();
      const officer = await links.officer();
      await links.press(await links.token(officer.staffId, complete), {});
      await links.office.settle();
      expect((await links.press(await links.token('hoa', { action, stepId: 'ky-duyet' }), fields)).status).toBe(200);
      expect(await links.office.state(CASE)).toMatchObject({
        status: 'decided',
        result: { resultNumber: fields.resultNumber },
      });
    }
  });

  it('lets the head move the date once, with an apology, and tells the new date', async () => {
    const links = await assigned();
    const token = await links.token('hoa', { action: 'extend' });
    const fields = { workingDays: '3', reason: 'Cần xác minh', apology: 'Chúng tôi xin lỗi ông/bà.' };
    const before = (await links.office.state(CASE)).clock?.dueAt ?? '';
    const done = await links.press(token, fields);
    expect(done.status).toBe(200);
    expect((await links.office.state(CASE)).clock?.dueAt).not.toBe(before);
    expect((await links.press(token, fields, 'another-key-2')).status).toBe(409);
  });

  it('lets the head give a step to somebody when nobody could be found', async () => {
    const catalogue = officeCatalogue();
    const away = [{ from: '2026-11-23', to: '2026-11-23', standIn: 'nobody' }];
    const staff = catalogue.staff.map((person) => (person.unit === 'ward-25750' ? { ...person, away } : person));
    const links = await assigned(new RunningOffice({ ...catalogue, staff }));
    const token = await links.token('hoa', { action: 'hand-over', stepId: 'tham-tra' });
    links.office.clock.step({ days: 2 });
    expect((await links.press(token, { to: 'an', reason: 'Đã có mặt' })).status).toBe(200);
    expect((await links.officer()).staffId).toBe('an');
  });

  it('answers a field that no form has with a question, and a huge one without falling over', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, complete);
    const before = links.versions();
    expect((await links.press(token, { admin: 'true' })).status).toBe(400);
    expect((await links.press(token, { note: 'x'.repeat(100_000) })).status).toBe(400);
    expect(links.versions()).toBe(before);
  });
});
