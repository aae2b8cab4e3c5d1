import { describe, expect, it } from 'vitest';
import { linkCodeOf } from '../../../shared/shell/link-code.ts';
import { RunningHotline } from '../testing/running-hotline.ts';
import { ALL } from './testing/filed-reports.ts';

describe('two channels of one person', () => {
  const phone = { channel: 'sms', sender: { account: '+84909123456' } } as const;

  async function code(hotline: RunningHotline): Promise<string> {
    const { linking, conversationId } = await hotline.conversation();
    if (linking === undefined) throw new Error('nothing is asked');
    const { conversationId: to, askedAt } = linking;
    return linkCodeOf(await hotline.secrets.signingKeys(), { from: conversationId, to, askedAt });
  }

  it('are linked, each to the other, by a code that was sent to the one and repeated on the other', async () => {
    const hotline = new RunningHotline();
    await hotline.says('xin chào');
    expect(await hotline.says('LIÊN KẾT 0909 123 456')).toEqual(['link-code', 'link-sent']);
    const sms = await hotline.conversationId('sms', '+84909123456');
    expect(hotline.told.at(-2)?.to).toEqual({ kind: 'conversation', conversationId: sms });
    expect(await hotline.people.kept(`conversation#${sms}`, 'ADDRESS')).toEqual({
      address: { account: '+84909123456' },
    });
    expect(await hotline.says(await code(hotline))).toEqual(['link-done']);
    expect((await hotline.conversation()).links).toMatchObject([{ channel: 'sms', conversationId: sms }]);
    expect((await hotline.conversation('sms', '+84909123456')).links).toMatchObject([
      { channel: 'zalo', conversationId: await hotline.conversationId() },
    ]);
    await hotline.says(ALL.replace('SĐT: 0909 123 456 ', ''));
    expect(await hotline.peopleOf()).toMatchObject({ phone: '+84909123456', proven: ['phone'] });
  });

  it('are not linked by five wrong codes, nor by the right one after ten minutes', async () => {
    const hotline = new RunningHotline();
    await hotline.says('liên kết 0909123456');
    const right = await code(hotline);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) expect(await hotline.says(wrong)).toEqual(['link-failed']);
    await hotline.says(right);
    expect((await hotline.conversation()).links).toEqual([]);
    await hotline.says('HỦY');
    await hotline.says('liên kết 0909123456');
    hotline.later(11);
    expect(await hotline.says(await code(hotline))).toEqual(['link-failed']);
    expect((await hotline.conversation()).links).toEqual([]);
  });

  it('send three codes a day to one number, whoever asks', async () => {
    const hotline = new RunningHotline();
    for (const account of ['a', 'b', 'c']) {
      expect(await hotline.says('liên kết 0909123456', { sender: { account } })).toContain('link-code');
    }
    expect(await hotline.says('liên kết 0909123456', { sender: { account: 'd' } })).toEqual(['link-failed']);
  });

  it('are one channel: no code goes to the number that asks, nor to what is no address', async () => {
    const hotline = new RunningHotline();
    expect(await hotline.says('lien ket 0909123456', phone)).toEqual(['link-failed']);
    expect(await hotline.says('Liên kết', phone)).toEqual(['link-failed']);
  });
});
