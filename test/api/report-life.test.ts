/** A report from the web form to its published answer, through the API as each person would do it. */
import { describe, expect, it } from 'vitest';
import { reportIntakeExample } from '../../shared/contracts/http/report-intake.ts';
import { expectStatus, freshKey, uploaded } from './acts.ts';
import { BASE_URL, memorySystem } from './memory-system.ts';
import { SUPERVISOR } from './people.ts';
import {
  answeredReport,
  assignedReport,
  fileReport,
  HOTLINE,
  officerOf,
  OPERATOR,
  reportAct,
  reportDone,
  ROADS,
  ROADS_HEAD,
  routed,
  SHIFT_LEADER,
  triageBody,
} from './reports.ts';

describe('a report from the web', () => {
  it('gets a code and a secret link, waits for the hotline, and keeps who sent it apart', async () => {
    const system = memorySystem();
    const answer = await system.ask('fileReport', { body: reportIntakeExample, key: freshKey() });
    expect(answer).toMatchObject({ status: 201, body: { status: 'new', version: 1 } });
    const code = String(answer.body['code']);
    expect(String(answer.body['link'])).toMatch(new RegExp(`^${BASE_URL}/1022/${code}\\?k=`));
    const stored = JSON.stringify(system.world.stream);
    for (const word of ['Trần Văn Hòa', '+84918000111', 'hoa@example.com', 'Bạch Đằng', 'ổ gà sâu'])
      expect(stored).not.toContain(word);
    const list = await system.ask('listReports', { as: OPERATOR });
    expect(list.body['items']).toMatchObject([{ code, status: 'new', clockId: 'check', overdue: false }]);
  });

  it('names each missing field by its pointer', async () => {
    const system = memorySystem();
    const before = system.dump();
    const answer = await system.ask('fileReport', { body: { summary: 'x', phone: 'abc' }, key: freshKey() });
    expect(answer.status).toBe(400);
    const pointers = (answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['/address', '/content', '/name', '/phone']);
    const wrong = { ...reportIntakeExample, phone: '0123 456' };
    const call = await system.ask('fileReport', { body: wrong, key: freshKey() });
    expect(call.body['errors']).toMatchObject([{ pointer: '/phone', code: 'phone' }]);
    expect(system.dump()).toBe(before);
  });

  it('is one report however often the same request comes, and another with another key', async () => {
    const system = memorySystem();
    const key = freshKey();
    const [first, again] = [
      await system.ask('fileReport', { body: reportIntakeExample, key }),
      await system.ask('fileReport', { body: reportIntakeExample, key }),
    ];
    expect(again).toEqual(first);
    const other = await system.ask('fileReport', { body: reportIntakeExample, key: freshKey() });
    expect(other.body['code']).not.toBe(first.body['code']);
    expect([...system.world.entities.keys()].filter((id) => id.startsWith('report#'))).toHaveLength(2);
  });

  it('is throttled by phone, told when to come back, while a retry still gets its own answer', async () => {
    const system = memorySystem();
    const key = freshKey();
    const first = await system.ask('fileReport', { body: reportIntakeExample, key });
    for (let count = 1; count < 10; count++) await fileReport(system);
    const flood = await system.ask('fileReport', { body: reportIntakeExample, key: freshKey() });
    expect(flood.status).toBe(429);
    expect(Number(flood.headers['retry-after'])).toBeGreaterThan(0);
    expect(await system.ask('fileReport', { body: reportIntakeExample, key })).toEqual(first);
    const anotherPhone = { ...reportIntakeExample, phone: '0918 000 222' };
    expect((await system.ask('fileReport', { body: anotherPhone, key: freshKey() })).status).toBe(201);
  });

  it('is throttled by address however many phones it names', async () => {
    const system = memorySystem();
    for (let count = 0; count < 60; count++) {
      const phone = `0918 ${String(100 + count)} 111`;
      expectStatus(await system.ask('fileReport', { body: { ...reportIntakeExample, phone }, key: freshKey() }), 201);
    }
    const body = { ...reportIntakeExample, phone: '0918 999 111' };
    expect((await system.ask('fileReport', { body, key: freshKey() })).status).toBe(429);
  });

  it('takes the files that were uploaded and checked, each once', async () => {
    const system = memorySystem();
    const uploadId = await uploaded(system, 'Ổ gà.pdf');
    const { code, token } = await fileReport(system, { attachments: [{ uploadId }] });
    const seen = await system.ask('showReport', { params: { code }, bearer: token });
    expect(seen.body['attachments']).toMatchObject([{ uploadId, fileName: 'Ổ gà.pdf' }]);
    await system.work({ kind: 'file-attachments', entityId: `report#${code}`, version: 1 });
    const file = { params: { code, uploadId } };
    const opened = await system.ask('downloadReportFile', { ...file, query: { k: token } });
    expect([opened.status, opened.headers['location']]).toEqual([303, expect.stringContaining('documents.test')]);
    expect((await system.ask('downloadReportFile', { ...file, as: OPERATOR })).status).toBe(303);
    expect((await system.ask('downloadReportFile', { ...file, as: SUPERVISOR })).status).toBe(403);
    expect((await system.ask('downloadReportFile', file)).status).toBe(401);
    const body = { ...reportIntakeExample, attachments: [{ uploadId }] };
    const again = await system.ask('fileReport', { body, key: freshKey() });
    expect(again.body).toMatchObject({ status: 409, rule: 'attachment-taken' });
  });

  it('says at once whom to call when its words speak of danger', async () => {
    const system = memorySystem();
    const body = { ...reportIntakeExample, summary: 'Cháy nhà', content: 'Đang cháy nhà trong hẻm, có người mắc kẹt!' };
    const answer = await system.ask('fileReport', { body, key: freshKey() });
    expect(answer.body['emergency']).toMatchObject({ number: '114' });
  });
});

describe('a call that an operator takes down', () => {
  const body = { ...reportIntakeExample, callId: 'pbx-1' };

  it('is one report for one call, whoever sends it again and with what corrections', async () => {
    const system = memorySystem();
    const first = expectStatus(await system.ask('takeCall', { body, as: OPERATOR }), 201);
    const again = await system.ask('takeCall', { body: { ...body, summary: 'Ổ gà' }, as: SHIFT_LEADER });
    expect(again.body['code']).toBe(first.body['code']);
    const other = await system.ask('takeCall', { body: { ...body, callId: 'pbx-2' }, as: OPERATOR });
    expect(other.body['code']).not.toBe(first.body['code']);
    const code = String(first.body['code']);
    const seen = await system.ask('showReportToStaff', { params: { code }, as: OPERATOR });
    expect(seen.body).toMatchObject({
      channel: 'phone',
      callId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      people: { content: reportIntakeExample.content, phone: '+84918000111', proven: [] },
    });
  });

  it('keeps the wish to be called back as a note', async () => {
    const system = memorySystem();
    const taken = await system.ask('takeCall', { body: { ...body, callBack: 'sau 17 giờ' }, as: OPERATOR });
    const seen = await system.ask('showReportToStaff', { params: { code: String(taken.body['code']) }, as: OPERATOR });
    expect(seen.body['notes']).toMatchObject([{ text: 'Người gọi muốn được gọi lại: sau 17 giờ' }]);
  });

  it('is taken down by the hotline’s people only', async () => {
    const system = memorySystem();
    for (const [as, status] of [
      [ROADS_HEAD, 403],
      [SUPERVISOR, 403],
      [undefined, 401],
    ] as const)
      expect((await system.ask('takeCall', { body, ...(as !== undefined && { as }) })).status).toBe(status);
  });

  it('is found again by the caller’s phone', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const found = await system.ask('searchReports', { body: { phone: '+84 918 000 111' }, as: OPERATOR });
    expect(found.body['items']).toMatchObject([{ code, status: 'new' }]);
    expect((await system.ask('searchReports', { body: { phone: '0918 000 112' }, as: OPERATOR })).body).toEqual({
      items: [],
    });
  });
});

describe('a report on its way', () => {
  it('goes to the unit that the rules give, is answered, rated and published', async () => {
    const system = memorySystem();
    const { code, token } = await fileReport(system);
    const sorted = await reportDone(system, code, 'triage', { as: OPERATOR, body: triageBody });
    expect(sorted.body).toMatchObject({ status: 'assigned' });
    await routed(system, code);
    const officer = await officerOf(system, code);
    const seen = await system.ask('showReportToStaff', { params: { code }, as: officer });
    expect(seen.body).toMatchObject({
      work: [{ unit: { id: ROADS }, lead: true, status: 'open', officer: { id: officer } }],
      people: { phone: '+84918000111' },
    });
    expect(seen.body['possible']).toEqual(expect.arrayContaining(['accept', 'answer', 'decline', 'progress']));
    await reportDone(system, code, 'accept', { as: officer, body: { workId: 'w1' } });
    const body = { workId: 'w1', outcome: 'fixed', text: 'Đã vá ổ gà sáng 24/11.' };
    expect((await reportDone(system, code, 'answer', { as: officer, body })).body['status']).toBe('closed');

    const owner = await system.ask('showReport', { params: { code }, bearer: token });
    expect(owner.body).toMatchObject({ answer: { outcome: 'fixed', text: body.text, units: [{ id: ROADS }] } });
    expect(owner.body['possible']).toEqual(expect.arrayContaining(['rate', 'reopen', 'words']));
    expect(JSON.stringify(owner.body)).not.toContain(officer);
    const rate = { params: { code }, bearer: token, body: { stars: 5, text: 'Cảm ơn' } };
    expectStatus(await system.ask('rateReport', rate), 200);

    const publication = { summary: 'Ổ gà trước cổng chợ', answer: 'Đã vá ổ gà.' };
    await reportDone(system, code, 'publish', { as: SHIFT_LEADER, body: publication });
    expect([...system.world.listings.values()].filter(({ list }) => list === 'published#2026-11')).toMatchObject([
      { attributes: publication },
    ]);
  });

  it('is answered by the hotline’s people only where it is their own', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const body = { workId: 'w1', outcome: 'fixed', text: 'Xong.' };
    expect((await reportAct(system, code, 'answer', { as: OPERATOR, body })).status).toBe(403);
  });

  it('asks the reporter, takes the answer, and keeps the words with the people', async () => {
    const system = memorySystem();
    const { code, token } = await fileReport(system);
    await reportDone(system, code, 'ask', { as: OPERATOR, body: { question: 'Bên nào của cổng?' } });
    const asked = await system.ask('showReport', { params: { code }, bearer: token });
    expect(asked.body).toMatchObject({ status: 'needs-info', question: { text: 'Bên nào của cổng?' } });
    const words = { params: { code }, bearer: token, body: { text: 'Bên phải cổng chợ.' } };
    expectStatus(await system.ask('addReportWords', words), 200);
    const seen = await system.ask('showReportToStaff', { params: { code }, as: OPERATOR });
    expect(seen.body).toMatchObject({ status: 'new', people: { later: [{ text: 'Bên phải cổng chợ.' }] } });
    expect(JSON.stringify(system.world.stream)).not.toContain('Bên phải cổng chợ');
  });

  it('keeps one retry of words as one', async () => {
    const system = memorySystem();
    const { code, token } = await fileReport(system);
    const call = { params: { code }, bearer: token, body: { text: 'Thêm.' }, key: freshKey() };
    const first = await system.ask('addReportWords', call);
    expect(await system.ask('addReportWords', call)).toEqual(first);
    const seen = await system.ask('showReport', { params: { code }, bearer: token });
    expect(seen.body['words']).toMatchObject({ later: [{ text: 'Thêm.' }] });
  });

  it('keeps the words of two who speak at once', async () => {
    const system = memorySystem();
    const { code, token } = await fileReport(system);
    const say = (text: string) =>
      system.ask('addReportWords', { params: { code }, bearer: token, body: { text }, key: freshKey() });
    system.world.interleaveNextCommit(() => say('Hai.'));
    expectStatus(await say('Một.'), 200);
    const seen = await system.ask('showReport', { params: { code }, bearer: token });
    const { later } = seen.body['words'] as { later: { text: string }[] };
    expect(later.map(({ text }) => text).sort()).toEqual(['Hai.', 'Một.']);
  });

  it('limits how often the reporter writes', async () => {
    const system = memorySystem();
    const { code, token } = await fileReport(system);
    const say = () => system.ask('addReportWords', { params: { code }, bearer: token, body: { text: 'Nữa.' } });
    for (let count = 0; count < 20; count++) expectStatus(await say(), 200);
    expect((await say()).status).toBe(429);
  });

  it('is declined, disputed and settled within the hotline', async () => {
    const system = memorySystem();
    const { code } = await assignedReport(system);
    const decline = { workId: 'w1', reason: 'Đường do Sở quản lý.', suggested: 'hcm-so-xay-dung' };
    await reportDone(system, code, 'decline', { as: await officerOf(system, code), body: decline });
    const list = await system.ask('listReports', { as: OPERATOR });
    expect(list.body['items']).toMatchObject([{ code, clockId: 'dispute:w1' }]);
    const settle = { workId: 'w1', unitId: 'hcm-so-xay-dung', reason: 'Đúng, đường tỉnh.' };
    await reportDone(system, code, 'settle', { as: OPERATOR, body: settle });
    const seen = await system.ask('showReportToStaff', { params: { code }, as: OPERATOR });
    expect(seen.body['work']).toMatchObject([{ status: 'given-away' }, { unit: { id: 'hcm-so-xay-dung' } }]);
  });

  it('is consolidated by the lead and reviewed where several units worked on it', async () => {
    const system = memorySystem();
    const units = [ROADS, 'hcm-so-xay-dung'];
    const { code } = await assignedReport(system, { units, reason: 'Hai bên cùng quản lý.' });
    for (const workId of ['w1', 'w2']) {
      const body = { workId, outcome: 'fixed', text: `Phần ${workId} xong.` };
      await reportDone(system, code, 'answer', { as: await officerOf(system, code, workId), body });
    }
    const body = { outcome: 'fixed', text: 'Cả hai phần đã xong.' };
    const lead = await officerOf(system, code, 'w1');
    expect((await reportDone(system, code, 'consolidate', { as: lead, body })).body['status']).toBe('closed');
  });

  it('is merged into a report of the same thing, never into one that does not exist', async () => {
    const system = memorySystem();
    const [one, other] = [await fileReport(system), await fileReport(system)];
    const seen = await system.ask('showReportToStaff', { params: { code: other.code }, as: OPERATOR });
    expect(seen.body['suggestion']).toMatchObject({ similar: [{ code: one.code, status: 'new' }] });
    const nowhere = await reportAct(system, other.code, 'merge', { as: OPERATOR, body: { into: '0000000000' } });
    expect(nowhere.body).toMatchObject({ status: 400, rule: 'no-such-report' });
    await reportDone(system, other.code, 'merge', { as: OPERATOR, body: { into: one.code } });
    const merged = await system.ask('showReport', { params: { code: other.code }, bearer: other.token });
    expect(merged.body).toMatchObject({ status: 'merged', mergedInto: one.code });
  });

  it('is not published with personal data in it, unless the supervisor says that it is none', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const texts = { summary: 'Ổ gà, gọi 0918 000 111', answer: 'Đã vá.' };
    const refused = await reportAct(system, code, 'publish', { as: SHIFT_LEADER, body: texts });
    expect(refused.body).toMatchObject({ status: 422, rule: 'personal-data-in-text' });
    const body = { ...texts, notPersonal: ['0918 000 111'] };
    await reportDone(system, code, 'publish', { as: SHIFT_LEADER, body });
  });

  it('is reopened by its owner within the window', async () => {
    const system = memorySystem();
    const { code, token } = await answeredReport(system);
    const call = { params: { code }, bearer: token, body: { text: 'Chưa sửa.' } };
    expect((await system.ask('reopenReport', call)).body['status']).toBe('assigned');
    const late = await answeredReport(system);
    system.clock.step({ days: 30 });
    const tooLate = await system.ask('reopenReport', { params: { code: late.code }, bearer: late.token, body: {} });
    expect(tooLate.status).toBe(422);
  });

  it('waits in the list of what may be published until somebody has looked at it', async () => {
    const system = memorySystem();
    const { code } = await answeredReport(system);
    const waiting = () => system.ports.listings.page(`to-publish#${HOTLINE}`, { limit: 10 });
    expect((await waiting()).items).toMatchObject([{ attributes: { summary: triageBody.summary } }]);
    await reportDone(system, code, 'do-not-publish', { as: SHIFT_LEADER, body: { reason: 'Riêng tư.' } });
    expect((await waiting()).items).toEqual([]);
  });

  it('becomes a dossier that names it', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    const params = { code };
    const prefilled = await system.ask('prefillDossier', { params, body: { procedure: '1.004873' }, as: OPERATOR });
    const intake = prefilled.body['intake'] as Record<string, unknown>;
    expect(intake).toMatchObject({ applicant: { name: 'Trần Văn Hòa', phone: '+84918000111' }, area: '25747' });
    const documents = [
      { lineId: 'to-khai', originals: 1 },
      { lineId: 'giay-to-tuy-than', certifiedCopies: 1 },
    ];
    const filed = await system.ask('fileDossier', { body: { ...intake, documents }, key: freshKey() });
    expectStatus(filed, 201);
    const dossier = await system.ports.cases.load(`case#${String(filed.body['code'])}`);
    expect(dossier?.state.fromReport).toBe(code);
    const forged = { ...intake, documents, fromReport: 'k1.W10.AAAAAAAAAAAAAAAAAAAAAA' };
    const refused = await system.ask('fileDossier', { body: forged, key: freshKey() });
    expect(refused.body).toMatchObject({ status: 400, rule: 'report-token-invalid' });
  });
});
