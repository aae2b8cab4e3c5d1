import { describe, expect, it } from 'vitest';
import { ladderOf } from './ladder.ts';

const zalo = { conversationId: 'zalo-1', channel: 'zalo', account: '123' } as const;
const sms = { conversationId: 'sms-1', channel: 'sms', account: '+84912345678' } as const;
const contact = { reportId: 'R1', phone: '+84912345678', email: 'Nhung@example.com', proven: [] } as const;
const steps = (...given: Parameters<typeof ladderOf>) =>
  ladderOf(...given).map(({ channel, via, proven }) => `${channel} ${via.kind}${proven ? '' : ' (unproven)'}`);

describe('the ladder', () => {
  it('begins where the citizen wrote, then their other channels, then the phone, then the mail', () => {
    expect(steps({ conversations: [zalo, { ...zalo, channel: 'viber' }], contact })).toEqual([
      'zalo conversation',
      'viber conversation',
      'sms contact (unproven)',
      'email contact (unproven)',
    ]);
  });

  it('of a call has what the caller gave', () => {
    expect(steps({ conversations: [], contact: { ...contact, proven: ['phone'] } })).toEqual([
      'sms contact',
      'email contact (unproven)',
    ]);
  });

  it('has nobody at the same place twice', () => {
    expect(steps({ conversations: [sms], contact })).toEqual(['sms conversation', 'email contact (unproven)']);
    const mail = { conversationId: 'email-1', channel: 'email', account: 'nhung@example.com' } as const;
    expect(steps({ conversations: [mail], contact })).toEqual(['email conversation', 'sms contact (unproven)']);
    expect(steps({ conversations: [sms], contact: { ...contact, phone: '+84387654321' } })).toContain(
      'sms contact (unproven)',
    );
  });

  it('proves nothing by a mail whose sender nobody vouches for', () => {
    const mail = { conversationId: 'email-1', channel: 'email', account: 'a@example.com', unproven: true } as const;
    expect(steps({ conversations: [mail] })).toEqual(['email conversation (unproven)']);
  });

  it('sends no text to a landline', () => {
    expect(steps({ conversations: [], contact: { ...contact, phone: '+842743822825' } })).toEqual([
      'email contact (unproven)',
    ]);
  });

  it('is empty when nobody is known', () => {
    expect(ladderOf({ conversations: [] })).toEqual([]);
  });
});
