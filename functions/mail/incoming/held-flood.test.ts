/** Held mails are kept all; the mails about them to the section have a bound, which strangers cannot use up for those who are vouched for. */
import { describe, expect, it } from 'vitest';
import { REPLY_DOMAIN, MailRoom, type Letter } from './testing/mail-room.ts';

const to = `ho-so@${REPLY_DOMAIN}`;
const FORGED = { dkim: [], dmarc: 'fail header.from=ward.example' };

async function told(room: MailRoom): Promise<number> {
  await room.office.relay();
  return room.office.queues.mail.sent.filter(({ template }) => template === 'mail-held').length;
}

async function many(room: MailRoom, times: number, letter: Omit<Letter, 'to' | 'text'>): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await room.receive({ to, text: `Thư ${String(time)}`, ...letter })).toEqual({ kind: 'held' });
  }
}

describe('many mails without a case', () => {
  it('of strangers are all held, but a section hears of fifty a day, and of others all the same', async () => {
    const room = new MailRoom();
    await many(room, 60, { from: 'a@ward.example', ses: FORGED });
    expect(room.mailEvents().filter(({ type }) => type === 'MailHeld')).toHaveLength(60);
    expect(await told(room)).toBe(50);
    await many(room, 1, { from: 'dan@example.com' });
    expect(await told(room)).toBe(51);
  });

  it('of one mailbox that answers every mail come to an end', async () => {
    const room = new MailRoom();
    await many(room, 30, { from: 'lan@province.example' });
    expect(await told(room)).toBe(20);
  });
});
