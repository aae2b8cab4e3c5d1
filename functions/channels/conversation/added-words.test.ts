import { beforeEach, describe, expect, it } from 'vitest';
import { RunningHotline } from '../testing/running-hotline.ts';

const WHOLE = 'Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456 Địa điểm: chợ Nội dung: Ổ gà to.';

describe('what is added to a report that is filed', () => {
  let hotline: RunningHotline;

  beforeEach(async () => {
    hotline = new RunningHotline();
    await hotline.says(WHOLE);
  });

  it('stands with it, is no new report, and is acknowledged', async () => {
    hotline.later(60);
    expect(await hotline.says('Bổ sung: ổ gà ở trước số 9')).toEqual(['added']);
    expect((await hotline.peopleOf()).later.map(({ text }) => text)).toEqual(['ổ gà ở trước số 9']);
    expect((await hotline.conversation()).draft).toBeUndefined();
  });

  it('names the report where there are several', async () => {
    const [first = ''] = hotline.reportIds();
    hotline.later(60);
    await hotline.says(WHOLE.replace('Ổ gà', 'Hố sâu'));
    expect(await hotline.says(`Bổ sung ${first}: sâu nửa mét`)).toEqual(['added']);
    expect((await hotline.peopleOf(first)).later.map(({ text }) => text)).toEqual(['sâu nửa mét']);
  });

  it('to somebody else’s is not taken', async () => {
    const [code = ''] = hotline.reportIds();
    const another = { sender: { account: 'another' } };
    expect(await hotline.says(`Bổ sung ${code}: không phải vậy`, another)).toEqual(['unknown-code']);
    expect((await hotline.peopleOf(code)).later).toEqual([]);
  });

  it('belongs to the draft while one is written', async () => {
    hotline.later(60);
    await hotline.says('Đèn đường hỏng');
    await hotline.says('Bổ sung: cả dãy đèn, ở hẻm 5');
    expect((await hotline.peopleOf()).later).toEqual([]);
    expect((await hotline.conversation()).draft?.fields.place).toHaveLength(1);
  });
});

it('without a report is the beginning of one', async () => {
  const hotline = new RunningHotline();
  expect(await hotline.says('Bổ sung: đèn đường ở hẻm 5')).toEqual(['ask-place']);
});
