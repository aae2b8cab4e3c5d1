import { describe, expect, it } from 'vitest';
import type { OutgoingNotice } from '../../../shared/contracts/messages.ts';
import { MemoryMailSender } from '../../../shared/ports/memory/memory-outside.ts';
import { MemorySendClaims } from '../../../shared/ports/memory/memory-short-lived.ts';
import { sendNotice, type PreparedMail } from '../../mail/outgoing/send-notice.ts';
import { mailNotSent } from './mail-not-sent.ts';
import { MessageOffice } from './testing/message-office.ts';

const MAIL: PreparedMail = { kind: 'mail', mail: { from: 'a@b', to: 'c@d', raw: new Uint8Array() } };

/** Told by e-mail, for every other channel is off; texts are on again by the time that the mail queue works. */
async function handedToMail() {
  const office = new MessageOffice();
  office.on.clear();
  await office.call();
  expect(await office.settle()).toEqual(['sent']);
  office.on.add('sms');
  const sender = new MemoryMailSender();
  const claims = new MemorySendClaims(office.clock);
  const send = (prepared: PreparedMail, notice = office.mail[0]) =>
    sendNotice(
      {
        claims,
        sender,
        prepare: () => Promise.resolve(prepared),
        neverSent: (one, reason) => mailNotSent(office.ports, one, reason),
      },
      notice!,
    );
  return { office, sender, send };
}

describe('a mail that its sender will never send', () => {
  it.each([
    ['has no address any more, or a marked one', { kind: 'no-address' } as const, 'no-address'],
    ['is one too many for an address that nobody has proven', { kind: 'over-limit' } as const, 'over-limit'],
  ])('as it %s has failed', async (_why, prepared, why) => {
    const { office, send } = await handedToMail();
    await send(prepared);
    expect(office.delivery.attempts[0]?.receipts).toMatchObject([{ status: 'failed', why }]);
    expect(office.delivery).toMatchObject({ status: 'failed', ended: { why } });
  });

  it('as the mail service refuses it has failed', async () => {
    const { office, sender, send } = await handedToMail();
    sender.fateOfNext({ rejected: 'policy' });
    expect(await send(MAIL)).toMatchObject({ kind: 'rejected' });
    expect(office.delivery.status).toBe('failed');
  });

  it('has failed too when the commit of that breaks off, for the queue brings the notice again', async () => {
    const { office, send } = await handedToMail();
    office.world.failNextCommit('before-write');
    await expect(send({ kind: 'no-address' })).rejects.toThrow();
    expect(await send({ kind: 'no-address' })).toEqual({ kind: 'no-address' });
    expect(office.delivery.status).toBe('failed');
  });

  it('changes nothing when it was sent, or was no message to a citizen', async () => {
    const { office, send } = await handedToMail();
    expect(await send(MAIL)).toEqual({ kind: 'sent' });
    const notice: OutgoingNotice = { ...office.mail[0]!, noticeId: 'other', template: 'report-new' } as OutgoingNotice;
    expect(await send({ kind: 'no-address' }, notice)).toEqual({ kind: 'no-address' });
    expect(office.delivery.status).toBe('sent');
  });
});
