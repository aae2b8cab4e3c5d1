import { describe, expect, it } from 'vitest';
import { officeCatalogue } from '../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../relay/testing/running-office.ts';
import { ALWAYS } from '../../shared/domain/catalogue/testing/small-catalogue.ts';
import type { PauseReason } from '../../shared/domain/catalogue/catalogue.ts';
import type { ReplyChoice } from '../../shared/domain/dossier/reply-result.ts';
import { assigned, CASE, filedOnline, type OfficeWithLinks } from './testing/office-with-links.ts';

const MAIL = 'aaaabbbbccccddddeeeeffff22';
const reason: PauseReason = {
  id: 'cho-xac-minh',
  name: 'Chờ kết quả xác minh của cơ quan khác',
  nameEn: 'Waiting for another agency',
  waitsFor: 'agency',
  reviewDays: 10,
  portalStatus: 5,
  source: 'test',
  ...ALWAYS,
};
const over: PauseReason = {
  ...reason,
  id: 'da-het',
  name: 'Không còn áp dụng',
  validFrom: '2020-01-01',
  validTo: '2021-01-01',
};

function officeThatPauses(): RunningOffice {
  return new RunningOffice(officeCatalogue({ pauseReasons: [reason, over] }));
}

async function signing(): Promise<OfficeWithLinks> {
  const links = await assigned();
  const { staffId } = await links.officer();
  await links.press(await links.token(staffId, { action: 'complete-step', stepId: 'tham-tra' }), {});
  await links.office.settle();
  return links;
}

const refusal: ReplyChoice = {
  action: 'refuse',
  stepId: 'ky-duyet',
  fields: { resultNumber: '13/TB-UBND', reason: 'Không có trong sổ gốc.' },
};

describe('the second proof of an act that ends a matter', () => {
  it('is a page filled in with the words of the reply, and a button: opening it changes nothing', async () => {
    const links = await signing();
    await links.reply('hoa', { mailId: MAIL, result: { kind: 'to-confirm', choice: refusal } });
    const token = await links.token('hoa', { action: 'refuse', stepId: 'ky-duyet' }, { mailId: MAIL, choice: 0 });
    const before = links.versions();
    const page = await links.open(token);
    expect(page.status).toBe(200);
    expect(page.body).toContain('value="13/TB-UBND"');
    expect(page.body).toContain('>Không có trong sổ gốc.</textarea>');
    expect(page.body).toContain('điền theo thư trả lời của ông/bà');
    expect(page.body).toContain('Việc này kết thúc hồ sơ');
    expect(links.versions()).toBe(before);
    expect((await links.press(token, refusal.fields)).status).toBe(200);
    expect(await links.office.state(CASE)).toMatchObject({ status: 'decided', result: { outcome: 'refused' } });
  });

  it('does what the person pressed, not what the reply said', async () => {
    const links = await signing();
    await links.reply('hoa', { mailId: MAIL, result: { kind: 'to-confirm', choice: refusal } });
    const token = await links.token('hoa', { action: 'refuse', stepId: 'ky-duyet' }, { mailId: MAIL, choice: 0 });
    await links.press(token, { resultNumber: '14/TB', reason: 'Sửa lại.' });
    expect(await links.office.state(CASE)).toMatchObject({ result: { resultNumber: '14/TB', reason: 'Sửa lại.' } });
  });

  it('is gone when the matter was decided meanwhile: who did it, and when', async () => {
    const links = await signing();
    await links.reply('hoa', { mailId: MAIL, result: { kind: 'to-confirm', choice: refusal } });
    const token = await links.token('hoa', { action: 'refuse', stepId: 'ky-duyet' }, { mailId: MAIL, choice: 0 });
    await links.press(await links.token('hoa', { action: 'grant', stepId: 'ky-duyet' }), { resultNumber: '12/TLKS' });
    const before = links.versions();
    const late = await links.press(token, refusal.fields, 'a-key-of-its-own');
    expect(late.status).toBe(409);
    expect(late.body).toContain('Hồ sơ đã có quyết định, Phạm Thị Hoa');
    expect(links.versions()).toBe(before);
  });
});

describe('the choices of a question', () => {
  const choices: readonly ReplyChoice[] = [
    { action: 'consult', stepId: 'tham-tra', fields: { unitId: 'justice-department', question: 'Có vướng mắc?' } },
    {
      action: 'request-supplement',
      stepId: 'tham-tra',
      fields: { lineId: ['giay-to'], line: ['giay-to'], what: ['ảnh mờ'], reason: 'Không đọc được' },
    },
  ];

  async function asked() {
    const links = await assigned();
    const { staffId } = await links.officer();
    await links.reply(staffId, { mailId: MAIL, result: { kind: 'doubtful', why: 'ambiguous', choices } });
    return { links, staffId };
  }

  it('are each a page with what was understood of the reply', async () => {
    const { links, staffId } = await asked();
    const consult = { action: 'consult', stepId: 'tham-tra' } as const;
    const first = await links.open(await links.token(staffId, consult, { mailId: MAIL, choice: 0 }));
    expect(first.body).toContain('value="justice-department" selected');
    expect(first.body).toContain('>Có vướng mắc?</textarea>');
    const supplement = { action: 'request-supplement', stepId: 'tham-tra' } as const;
    const second = await links.open(await links.token(staffId, supplement, { mailId: MAIL, choice: 1 }));
    expect(second.body).toMatch(/value="giay-to" checked/);
    expect(second.body).not.toMatch(/value="to-khai" checked/);
    expect(second.body).toMatch(/name="line" value="giay-to"\s*\/?>\s*<input name="what" value="ảnh mờ"/);
  });

  it('fill in nothing of another choice, another mail or another person', async () => {
    const { links, staffId } = await asked();
    const consult = { action: 'consult', stepId: 'tham-tra' } as const;
    const other = { mailId: 'zzzzbbbbccccddddeeeeffff22', choice: 0 };
    for (const [who, reply] of [
      [staffId, { mailId: MAIL, choice: 1 }],
      [staffId, { mailId: MAIL, choice: 9 }],
      [staffId, other],
      ['hoa', { mailId: MAIL, choice: 0 }],
    ] as const) {
      const page = await links.open(await links.token(who, consult, reply));
      expect(page.status).toBe(200);
      expect(page.body).not.toContain('Có vướng mắc?');
      expect(page.body).not.toContain('thư trả lời của ông/bà');
    }
  });
});

describe('the apology', () => {
  it('that was prepared is shown to the head as the paper that goes out, with the day that it would give', async () => {
    const plain = officeCatalogue();
    const apology = { workingDays: 5, reason: 'Chưa xong', text: 'Chúng tôi xin lỗi.' };
    const links = await assigned(new RunningOffice({ ...plain, reminders: { ...plain.reminders, apology } }));
    const { staffId } = await links.officer();
    const asked = await links.token(staffId, { action: 'prepare-apology' });
    expect((await links.open(asked)).body).toContain('sau khi lãnh đạo xác nhận');
    expect((await links.press(asked, { workingDays: '2', reason: 'Chờ xác minh' })).status).toBe(200);
    const token = await links.token('hoa', { action: 'extend' });
    const page = await links.open(token);
    expect(page.body).toContain('value="2"');
    expect(page.body).toContain('>Chờ xác minh</textarea>');
    expect(page.body).toContain('>Chúng tôi xin lỗi.</textarea>');
    expect(page.body).toContain('Phiếu xin lỗi và hẹn lại ngày trả kết quả');
    expect(page.body).toMatch(/theo đề nghị của (Lê Văn An|Trần Thị Bình)/);
    expect(page.body).toContain('href="/forms/apology-draft/CASE0000A1"');
    const promised = /ngày hẹn mới là <strong>([^<]+)</.exec(page.body)?.[1] ?? 'no day';
    const done = await links.press(token, { workingDays: '2', reason: 'Chờ xác minh', apology: 'Chúng tôi xin lỗi.' });
    expect(done.status).toBe(200);
    expect(done.body).toContain(promised);
  });
});

describe('acts that pages have besides the old ones', () => {
  it('take work on, once', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, { action: 'acknowledge', stepId: 'tham-tra' });
    expect((await links.press(token, {})).status).toBe(200);
    const again = await links.press(token, {}, 'another-key-1');
    expect(again.status).toBe(409);
    expect(again.body).toContain('Việc đã được nhận');
  });

  it('send a step to another unit, and only to one that takes it', async () => {
    const links = await assigned();
    const { staffId } = await links.officer();
    const token = await links.token(staffId, { action: 'forward', stepId: 'tham-tra' });
    const page = await links.open(token);
    expect(page.body).toContain('<option value="justice-department"');
    expect(page.body).not.toContain('<option value="ward-25750"');
    expect(page.body).not.toContain('<option value="counter-25750"');
    const done = await links.press(token, { unitId: 'justice-department', reason: 'Đúng thẩm quyền của Sở' });
    expect(done.status).toBe(200);
    expect(await links.office.state(CASE)).toMatchObject({ work: { steps: [{ unitId: 'justice-department' }] } });
    expect((await links.open(token)).body).toContain('Việc đã được chuyển sang đơn vị khác');
  });

  it('pause for a published reason of today and go on again', async () => {
    const links = await assigned(officeThatPauses());
    const { staffId } = await links.officer();
    const pause = await links.token(staffId, { action: 'pause' });
    const page = await links.open(pause);
    expect(page.body).toContain('<option value="cho-xac-minh">Chờ kết quả xác minh');
    expect(page.body).not.toContain('Không còn áp dụng');
    expect((await links.press(pause, { reason: 'cho-xac-minh' })).status).toBe(400);
    const paused = await links.press(pause, { reason: 'cho-xac-minh', note: 'Đã gửi công văn 5/CV' }, 'another-key-1');
    expect(paused.status).toBe(200);
    expect(paused.body).toContain('Tạm dừng tính thời hạn');
    expect(paused.body).toContain('Đã gửi công văn 5/CV');
    const resume = await links.token(staffId, { action: 'resume' });
    expect((await links.press(resume, { note: 'Đã có trả lời' })).status).toBe(200);
    expect((await links.office.state(CASE)).status).toBe('processing');
  });

  it('let the head stop a dossier, with its reason', async () => {
    const links = await assigned();
    const token = await links.token('hoa', { action: 'stop' });
    expect((await links.press(token, {})).status).toBe(400);
    expect((await links.press(token, { reason: 'Người nộp đã mất' }, 'another-key-1')).status).toBe(200);
    expect(await links.office.state(CASE)).toMatchObject({ status: 'stopped', reason: 'Người nộp đã mất' });
  });
});

describe('what an act’s own rule would refuse', () => {
  it('is offered to nobody: papers asked for in the name of whoever examines, the deciding step sent elsewhere', async () => {
    const links = await assigned();
    const atCounter = await links.open(await links.token('lan', { action: 'request-supplement', stepId: 'tham-tra' }));
    expect(atCounter.body).not.toContain('<form');
    const decided = await signing();
    const forward = await decided.open(await decided.token('hoa', { action: 'forward', stepId: 'ky-duyet' }));
    expect(forward.body).not.toContain('<form');
    const grant = await decided.open(await decided.token('hoa', { action: 'grant', stepId: 'ky-duyet' }));
    expect(grant.body).toContain('<form');
  });
});

describe('a dossier that was filed online, at the counter', () => {
  it('is received: it gets its legal code, one only, and is forwarded', async () => {
    const links = await filedOnline();
    const token = await links.token('lan', { action: 'receive' });
    expect((await links.open(token)).body).toContain('href="/t/CASE0000A1"');
    const first = await links.press(token, {}, 'the-same-key-1');
    expect(first.status).toBe(200);
    const second = await links.press(token, {}, 'the-same-key-1');
    expect(second.body).toContain('không ghi lần hai');
    const state = await links.office.state(CASE);
    expect(state.status).toBe('processing');
    expect(state.dossierCode).toMatch(/-261123-0001$/);
    expect(first.body).toContain(state.dossierCode);
    expect(await links.office.numbers.next(`dossier#${String(state.dossierCode).split('-')[0] ?? ''}#2026-11-23`)).toBe(
      2,
    );
  });

  it('takes no number when it was refused meanwhile', async () => {
    const links = await filedOnline();
    const receive = await links.token('lan', { action: 'receive' });
    const refuse = await links.token('lan', { action: 'refuse-intake' });
    expect((await links.press(refuse, { reason: 'Không thuộc thẩm quyền' })).status).toBe(200);
    const late = await links.press(receive, {}, 'another-key-1');
    expect(late.status).toBe(409);
    expect(late.body).toContain('Hồ sơ đã bị từ chối tiếp nhận, Võ Thị Lan');
    const { units } = await links.office.catalogue.load();
    const agency = units.find(({ id }) => id === 'counter-25750')?.agencyCode ?? 'none';
    expect(await links.office.numbers.next(`dossier#${agency}#2026-11-23`)).toBe(1);
  });

  it('is sent back for what is missing, without a step', async () => {
    const links = await filedOnline();
    const token = await links.token('lan', { action: 'request-supplement' });
    const fields = { lineId: 'giay-to', line: ['to-khai', 'giay-to'], what: ['', 'bản chụp hai mặt'], reason: 'Thiếu' };
    expect((await links.press(token, fields)).status).toBe(200);
    expect(await links.office.state(CASE)).toMatchObject({
      status: 'supplement-requested',
      phase: 'reception',
      items: [{ lineId: 'giay-to', what: 'bản chụp hai mặt' }],
    });
  });

  it('is nobody’s but the counter’s', async () => {
    const links = await filedOnline();
    for (const action of ['receive', 'refuse-intake', 'request-supplement'] as const)
      expect((await links.press(await links.token('an', { action }), { reason: 'x' }, `key-of-${action}`)).status).toBe(
        409,
      );
  });
});
