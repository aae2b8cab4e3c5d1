import { describe, expect, it } from 'vitest';
import { RunningHotline } from '../testing/running-hotline.ts';
import { ALL, answered } from './testing/filed-reports.ts';

describe('about a report that is filed', () => {
  it('takes the answer to a question of the hotline, and what follows it at once', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const [reportId = ''] = hotline.reportIds();
    await hotline.act(reportId, 'operator', { type: 'AskReporter', question: 'Trước cổng nào?' });
    expect((await hotline.conversation()).awaiting).toMatchObject({ reportId, for: 'info' });
    await hotline.says('Cổng phía đông');
    await hotline.says('gần trạm xe buýt');
    expect((await hotline.peopleOf()).later.map(({ text }) => text)).toEqual(['Cổng phía đông', 'gần trạm xe buýt']);
    expect((await hotline.report()).status).toBe('new');
    expect((await hotline.conversation()).draft).toBeUndefined();
    hotline.later(10);
    expect(await hotline.says('Đèn đường hỏng ba hôm nay')).toEqual(['ask-place']);
  });

  it('takes a rating with its comment, and says when there is nothing to rate', async () => {
    const hotline = new RunningHotline();
    expect(await hotline.says('đánh giá 5')).toEqual(['nothing-to-rate']);
    await answered(hotline);
    expect(await hotline.says('Đánh giá 4, làm nhanh')).toEqual(['rated']);
    expect(await hotline.report()).toMatchObject({ status: 'closed', rating: { stars: 4 } });
    expect((await hotline.peopleOf()).later.map(({ text }) => text)).toEqual(['làm nhanh']);
  });

  it('reopens it with the reason, and refuses what cannot be reopened', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    expect(await hotline.says('Mở lại: chưa sửa')).toEqual(['nothing-to-reopen']);
    const other = new RunningHotline();
    await answered(other);
    expect(await other.says('mo lai van con o ga')).toEqual(['report-reopened']);
    expect((await other.peopleOf()).later.map(({ text }) => text)).toEqual(['van con o ga']);
  });

  it('withdraws it once', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    expect(await hotline.says('RÚT')).toEqual(['withdrawn']);
    expect(await hotline.says('RÚT')).toEqual(['nothing-to-withdraw']);
    hotline.relay({ again: true });
    await hotline.settle();
    expect(hotline.told.filter(({ template }) => template === 'withdrawn')).toHaveLength(1);
  });

  it('tells how far it is by its code, to its owner and to others, and knows no code that is not there', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const [code = ''] = hotline.reportIds();
    expect(await hotline.says(`tra cuu ${code}`)).toEqual(['progress']);
    expect(await hotline.says(code, { sender: { account: 'another' } })).toEqual(['progress']);
    expect(await hotline.says(`Rút ${code}`, { sender: { account: 'another' } })).toEqual(['unknown-code']);
    expect(await hotline.says('tra cứu 0000000000')).toEqual(['unknown-code']);
    const asked = [...hotline.world.stream].flatMap(
      ({ events }) => JSON.parse(events) as { type: string; own?: boolean }[],
    );
    expect(asked.filter(({ type }) => type === 'ProgressAsked').map(({ own }) => own)).toEqual([true, false]);
  });

  it('says nothing to thanks', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    expect(await hotline.says('Cảm ơn')).toEqual([]);
    expect((await hotline.conversation()).draft).toBeUndefined();
  });

  it('is moved by no mail that may be forged: its words are kept with a note', async () => {
    const hotline = new RunningHotline();
    const mail = { channel: 'email', sender: { account: 'le.an@example.com' } } as const;
    await hotline.says(ALL, mail);
    expect(await hotline.says('Rút phản ánh', { ...mail, unproven: true })).toEqual([]);
    expect((await hotline.report()).status).toBe('new');
    const [kept] = (await hotline.peopleOf()).later;
    expect(kept?.text).toContain('chưa xác thực');
    expect(kept?.text).toContain('Rút phản ánh');
    expect(await hotline.says('Liên kết 0909123456', { ...mail, unproven: true })).toEqual(['link-failed']);
    expect(await hotline.says('Rút phản ánh', mail)).toEqual(['withdrawn']);
  });

  it('of a mail that may be forged has an address, and nothing that is proven', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL, { channel: 'email', sender: { account: 'le.an@example.com' }, unproven: true });
    expect(await hotline.peopleOf()).toMatchObject({ email: 'le.an@example.com', proven: [] });
  });

  it('is the one whose own address a mail was written to, whichever was filed last', async () => {
    const hotline = new RunningHotline();
    const mail = { channel: 'email', sender: { account: 'le.an@example.com' } } as const;
    const first = await answered(hotline);
    await hotline.says(ALL, mail);
    expect(await hotline.says('4\nTrân trọng\nLê An', { ...mail, about: first })).toEqual(['rated']);
    expect(await hotline.report(first)).toMatchObject({ rating: { stars: 4 } });
    await hotline.says('Xin cảm ơn, nhưng lề đường còn hỏng', { ...mail, about: first });
    expect((await hotline.peopleOf(first)).later.at(-1)?.text).toBe('Xin cảm ơn, nhưng lề đường còn hỏng');
  });

  it('tells the reporter of a merged report', async () => {
    const hotline = new RunningHotline();
    const first = await answered(hotline);
    await hotline.says(ALL, { sender: { account: 'another' } });
    const second = hotline.reportIds().at(-1) ?? '';
    const other = { status: 'closed' } as const;
    await hotline.act(second, 'operator', { type: 'MergeInto', into: first, other });
    expect((await hotline.report(first)).subscribers).toEqual([second]);
    expect(hotline.told.slice(-2).map(({ template, to }) => [template, to])).toContainEqual([
      'report-answered',
      { kind: 'reporter', reportId: second },
    ]);
  });
});
