import { describe, expect, it } from 'vitest';
import { Talk } from './testing/talk.ts';

const ALL = 'Họ tên: Lê An ĐC: 12 Bạch Đằng SĐT: 0909 123 456 Địa điểm: chợ Nội dung: Ổ gà to.';
const CODE = '0123456789';

function filed(talk = new Talk()): { readonly talk: Talk; readonly reportId: string } {
  talk.says(ALL);
  return { talk, reportId: talk.last('DraftCompleted')?.reportId ?? '' };
}

describe('what is waited for', () => {
  it('is what the later commit of the report says, whichever comes first', () => {
    const { talk, reportId } = filed();
    const awaits = (what: 'info' | 'nothing', version: number) =>
      talk.decide({ type: 'AwaitWords', reportId, for: what, version });
    awaits('nothing', 5);
    expect(awaits('info', 3)).toEqual(['ignored']);
    expect(talk.state?.awaiting).toBeUndefined();
    awaits('info', 7);
    expect(talk.state?.awaiting).toMatchObject({ reportId, for: 'info' });
    expect(awaits('info', 7)).toEqual(['ignored']);
  });

  it('is not what was written before it was asked', () => {
    const { talk, reportId } = filed();
    talk.now = '2026-11-23T03:00:00.000Z';
    talk.decide({ type: 'AwaitWords', reportId, for: 'info', version: 2 });
    expect(talk.says('Đèn đường hỏng ba hôm nay', { writtenBefore: 1 })).toEqual(['ask-place']);
    expect(talk.count('ReporterSpoke')).toBe(0);
  });

  it('goes before a draft only when it was asked later', () => {
    const { talk, reportId } = filed();
    talk.decide({ type: 'AwaitWords', reportId, for: 'info', version: 2 });
    talk.says('trả lời');
    talk.now = '2026-11-23T04:00:00.000Z';
    talk.decide({ type: 'AwaitWords', reportId, for: 'nothing', version: 3 });
    expect(talk.says('Đèn đường hỏng')).toEqual(['ask-place']);
    expect(talk.says('Trước chợ')).toEqual(['ask-name']);
    talk.now = '2026-11-23T05:00:00.000Z';
    talk.decide({ type: 'AwaitWords', reportId, for: 'info', version: 4 });
    talk.says('Cổng phía đông');
    expect(talk.last('ReporterSpoke')).toMatchObject({ reportId, intent: { kind: 'info' } });
    expect(talk.state?.draft?.fields.name).toBeUndefined();
  });

  it('is ignored where nobody has written', () => {
    const talk = new Talk();
    expect(talk.decide({ type: 'AwaitWords', reportId: CODE, for: 'info', version: 1 })).toEqual(['ignored']);
  });
});

describe('commands in the middle of a draft', () => {
  it('do not disturb it', () => {
    const { talk } = filed();
    talk.says('Đèn đường hỏng');
    expect(talk.says('tra cứu')).toEqual(['progress']);
    expect(talk.says('cảm ơn')).toEqual([]);
    expect(talk.says('alo')).toEqual([]);
    expect(talk.says('Trước chợ')).toEqual(['ask-name']);
  });

  it('are words when they can be meant as an answer', () => {
    const { talk } = filed();
    talk.says('Đèn đường hỏng');
    expect(talk.says('5')).toEqual(['ask-name']);
    expect(talk.says('Huy')).toEqual(['ask-address']);
    expect(talk.says('Mở lại đường số 3')).toEqual(['ask-phone']);
    expect(talk.says('HUY')).toEqual(['cancelled']);
  });

  it('rate the answered report by one digit, when the hotline has asked for it', () => {
    const { talk, reportId } = filed();
    talk.says('Đèn đường hỏng');
    talk.decide({ type: 'AwaitWords', reportId, for: 'rating', version: 9 });
    talk.says('5');
    expect(talk.last('ReporterSpoke')).toMatchObject({ reportId, intent: { kind: 'rate', stars: 5 } });
  });

  it('give the draft up on "rút", and withdraw a report by its code', () => {
    const { talk, reportId } = filed();
    talk.says('Đèn đường hỏng');
    expect(talk.says('rút')).toEqual(['cancelled']);
    expect(talk.count('ReporterSpoke')).toBe(0);
    talk.says(`rút ${reportId}`);
    expect(talk.last('ReporterSpoke')).toMatchObject({ reportId, intent: { kind: 'withdraw' } });
  });
});

describe('languages', () => {
  it('follows the one that the citizen writes, and not a short answer', () => {
    const talk = new Talk();
    talk.says('There is a big hole in the road near the market');
    expect(talk.state?.language).toBe('en');
    talk.says('12 Bach Dang');
    expect(talk.state?.language).toBe('en');
    talk.says('Thật ra là hai cái ổ gà rất to và rất sâu');
    expect(talk.state?.language).toBe('vi');
  });

  it('says once that it understands two, marks the report and goes on', () => {
    const talk = new Talk();
    expect(talk.says('На дороге перед рынком очень большая яма')).toEqual(['other-language', 'ask-place']);
    expect(talk.state?.draft?.marks).toEqual({ otherLanguage: true });
    expect(talk.says('Пожалуйста, почините её поскорее', { writtenBefore: 1 })).toEqual([]);
  });

  it('does not take a foreign name for a foreign report', () => {
    const talk = new Talk();
    talk.says('Có ổ gà rất to trước cổng chợ');
    talk.says('Trước chợ');
    talk.says('Владимир Владимирович Иванов');
    expect(talk.state?.draft?.marks).toEqual({});
  });
});

describe('coming and leaving', () => {
  const presence = (present: boolean, sentAt: string) =>
    ({ type: 'TakePresence', conversationId: 'zalo-1', channel: 'zalo', present, sentAt }) as const;

  it('stand as they were written, not as they came', () => {
    const talk = new Talk();
    talk.decide(presence(true, '2026-11-23T02:00:00.000Z'));
    talk.decide(presence(false, '2026-11-23T02:02:00.000Z'));
    expect(talk.decide(presence(true, '2026-11-23T02:01:00.000Z'))).toEqual(['ignored']);
    expect(talk.state?.left).toBe(true);
  });

  it('are not undone by a message that was written before', () => {
    const talk = new Talk();
    talk.now = '2026-11-23T03:00:00.000Z';
    talk.decide(presence(false, '2026-11-23T03:00:00.000Z'));
    talk.says('Ổ gà to', { writtenBefore: 5 });
    expect(talk.state?.left).toBe(true);
    talk.says('Trước chợ');
    expect(talk.state?.left).toBeUndefined();
  });
});

describe('mails', () => {
  it('that answer one of ours are about its report', () => {
    const { talk, reportId } = filed(new Talk('email'));
    talk.now = '2026-11-23T05:00:00.000Z';
    const sender = { account: 'a@b.vn', mail: { messageId: 'x', subject: `Re: [${reportId}]` } };
    talk.says('Xin nói thêm: ổ gà rộng hơn một mét', { sender, code: { reportId, own: true } });
    expect(talk.last('ReporterSpoke')).toMatchObject({ reportId, intent: { kind: 'info' } });
    const other = { reportId: CODE, own: false };
    expect(talk.says('Đèn đường hỏng ba hôm nay', { sender, code: other, writtenBefore: -60 })).toEqual(['ask-place']);
  });
});
