import { describe, expect, it } from 'vitest';
import { RunningHotline } from '../testing/running-hotline.ts';

/** What a row of people may hold and still take later words (kept-words.ts). Bytes. */
const ROOM = 300 * 1024;

describe('answers that no row could hold', () => {
  it.each([
    ['the address', (long: string) => `Họ tên: Lê An ĐC: ${long}\nSĐT: 0909 123 456 Địa điểm: chợ Nội dung: Ổ gà`],
    ['the place', (long: string) => `Họ tên: Lê An ĐC: 1 SĐT: 0909 123 456 Địa điểm: ${long}\nNội dung: Ổ gà`],
    [
      'the e-mail',
      (long: string) => `Họ tên: Lê An ĐC: 1 SĐT: 0909 123 456 Địa điểm: chợ Email: a@${long}\nNội dung: Ổ gà`,
    ],
    [
      'the content',
      (long: string) =>
        `Họ tên: Lê An ĐC: 1 SĐT: 0909 123 456 Địa điểm: chợ Tóm tắt: x\nNội dung: ${long.replaceAll('ộ', '😀')}`,
    ],
  ])('are shortened in %s, and the report is filed with room for more', async (_, text) => {
    const hotline = new RunningHotline();
    await hotline.says(text('ộ'.repeat(200_000)));
    expect((await hotline.report()).status).toBe('new');
    const people = await hotline.peopleOf();
    expect(people).toMatchObject({ name: 'Lê An', phone: '+84909123456' });
    expect(Buffer.byteLength(JSON.stringify(people))).toBeLessThan(ROOM);
  });
});
