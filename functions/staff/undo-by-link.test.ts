import { describe, expect, it } from 'vitest';
import type { ReplyResult } from '../../shared/domain/dossier/reply-result.ts';
import { assigned, CASE, type OfficeWithLinks } from './testing/office-with-links.ts';

const MAIL = 'aaaabbbbccccddddeeeeffff22';
const done: ReplyResult = {
  kind: 'taken',
  choice: { action: 'complete-step', stepId: 'tham-tra', fields: {} },
  noted: false,
};
const undo = { action: 'undo' } as const;

/** The officer answered "done": the step is completed and the next one open. */
async function completedByReply(): Promise<{
  readonly links: OfficeWithLinks;
  readonly staffId: string;
  readonly token: string;
}> {
  const links = await assigned();
  const { staffId } = await links.officer();
  await links.reply(staffId, { mailId: MAIL, commands: [{ type: 'CompleteStep', stepId: 'tham-tra' }], result: done });
  return { links, staffId, token: await links.token(staffId, undo, { mailId: MAIL }) };
}

describe('undoing what a reply did', () => {
  it('is a page that says what comes back and how many minutes are left; opening it changes nothing', async () => {
    const { links, token } = await completedByReply();
    links.office.clock.step({ minutes: 3 });
    const before = links.versions();
    for (let visit = 0; visit < 10; visit += 1) {
      const page = await links.open(token);
      expect(page.status).toBe(200);
      expect(page.body).toContain('Bước “Thẩm tra hồ sơ” đã hoàn thành được mở lại');
      expect(page.body).toContain('<strong>7 phút</strong>');
      expect(page.body).toContain('<button');
    }
    expect(links.versions()).toBe(before);
  });

  it('gives the work back to whoever had it, once, however often the button is pressed', async () => {
    const { links, staffId, token } = await completedByReply();
    await links.office.settle();
    const first = await links.press(token, {}, 'the-same-key-1');
    expect(first.status).toBe(200);
    expect(first.body).toContain('đã được hoàn tác');
    const state = await links.office.state(CASE);
    expect(state).toMatchObject({ work: { steps: [{ stepId: 'tham-tra', status: 'assigned', officerId: staffId }] } });
    const before = links.versions();
    expect((await links.press(token, {}, 'the-same-key-1')).status).toBe(200);
    const again = await links.press(token, {}, 'another-key-1');
    expect(again.status).toBe(409);
    expect(again.body).toContain('đã được hoàn tác lúc');
    expect(again.body).not.toContain('<form');
    expect(links.versions()).toBe(before);
  });

  it('is over after ten minutes, and says until when it was possible', async () => {
    const { links, token } = await completedByReply();
    links.office.clock.step({ minutes: 11 });
    const before = links.versions();
    const late = await links.press(token, {});
    expect(late.status).toBe(409);
    expect(late.body).toContain('Chỉ hoàn tác được trong 10 phút');
    expect(late.body).toContain('09 giờ 10 phút');
    expect(late.body).toContain('Có thể làm gì');
    expect(links.versions()).toBe(before);
  });

  it('is over when somebody has built on it: who, when, and what can be done instead', async () => {
    const { links, token } = await completedByReply();
    await links.office.settle();
    await links.press(await links.token('hoa', { action: 'grant', stepId: 'ky-duyet' }), { resultNumber: '12/TLKS' });
    const late = await links.press(token, {}, 'another-key-1');
    expect(late.status).toBe(409);
    expect(late.body).toContain('Hồ sơ đã có quyết định, Phạm Thị Hoa');
    expect(late.body).toContain('ngày 23 tháng 11 năm 2026');
    expect(late.body).toContain('Có thể làm gì');
    expect((await links.office.state(CASE)).status).toBe('decided');
  });

  it('is nobody else’s', async () => {
    const { links } = await completedByReply();
    const before = links.versions();
    const other = await links.press(await links.token('hoa', undo, { mailId: MAIL }), {});
    expect(other.status).toBe(409);
    expect(other.body).not.toContain('<button');
    expect(links.versions()).toBe(before);
  });

  it('takes back nothing for a mail that did nothing', async () => {
    const { links, staffId } = await completedByReply();
    const before = links.versions();
    for (const reply of [{}, { mailId: 'zzzzbbbbccccddddeeeeffff22' }])
      expect((await links.press(await links.token(staffId, undo, reply), {}, 'another-key-1')).status).toBe(409);
    expect(links.versions()).toBe(before);
  });
});
