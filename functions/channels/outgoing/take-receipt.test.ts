import { describe, expect, it } from 'vitest';
import { takeReceipt } from './take-receipt.ts';
import { MessageOffice, PEOPLE } from './testing/message-office.ts';

async function sent(): Promise<MessageOffice> {
  const office = new MessageOffice();
  await office.talk('zalo-1', { account: '1' });
  await office.file();
  await office.settle();
  return office;
}

describe('a receipt', () => {
  it('of failure takes the next channel, once', async () => {
    const office = await sent();
    expect(await office.receipt('zalo', 'zalo-1', 'failed')).toEqual({ kind: 'taken' });
    expect(await office.receipt('zalo', 'zalo-1', 'failed')).toEqual({ kind: 'ignored' });
    await office.settle();
    await office.settle();
    expect(office.sms.arrived).toHaveLength(1);
  });

  it('in whatever order gives the same end', async () => {
    for (const order of [
      ['seen', 'delivered', 'failed'],
      ['failed', 'seen', 'delivered'],
      ['delivered', 'failed', 'seen'],
    ] as const) {
      const office = await sent();
      for (const status of order) {
        office.clock.step({ seconds: 1 });
        await office.receipt('zalo', 'zalo-1', status);
      }
      expect(office.delivery.status).toBe('seen');
      await office.settle();
      expect(office.sms.asked).toEqual([]);
    }
  });

  it('that comes before the provider has even answered us is asked for again', async () => {
    const office = new MessageOffice();
    await office.talk('zalo-1', { account: '1' });
    await office.file();
    const early: unknown[] = [];
    office.zalo.beforeAnswer = async (messageId) => early.push(await office.receipt('zalo', messageId, 'delivered'));
    await office.settle();
    expect(early).toEqual([{ kind: 'unknown' }]);
    expect(await office.receipt('zalo', 'zalo-1', 'delivered')).toEqual({ kind: 'taken' });
    expect(office.delivery.status).toBe('delivered');
  });

  it('that nobody knows after an hour is not ours', async () => {
    const office = new MessageOffice();
    const item = { kind: 'receipt', channel: 'zalo', providerId: 'r', messageId: 'x', status: 'seen' } as const;
    const at = office.clock.now();
    office.clock.step({ minutes: 60 });
    expect(await takeReceipt(office.ports, { ...item, at })).toEqual({ kind: 'unknown' });
    office.clock.step({ minutes: 1 });
    expect(await takeReceipt(office.ports, { ...item, at })).toEqual({ kind: 'ignored' });
  });

  it('of a mail finds its delivery by the notice: what bounced has reached nobody', async () => {
    const office = new MessageOffice();
    office.on.clear();
    await office.talk('zalo-1', { account: '1' });
    await office.file({}, { ...PEOPLE, phone: '+842743822825' });
    await office.settle();
    office.relay();
    const [notice] = office.mail;
    expect(await office.receipt('email', notice!.noticeId, 'failed')).toEqual({ kind: 'taken' });
    expect(office.delivery.status).toBe('failed');
    expect(await office.receipt('email', 'delivery#nobody/1/0/delivery/reporter', 'failed')).toEqual({
      kind: 'unknown',
    });
  });
});
