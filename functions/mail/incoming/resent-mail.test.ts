/** A genuine mail of an officer that somebody else has, and sends on to an address of ours that it was not written to. */
import { describe, expect, it } from 'vitest';
import { REPLY_ACTS } from '../../../shared/domain/reply/reply-acts.ts';
import { MailRoom, REPLY_DOMAIN } from './testing/mail-room.ts';

describe('a signed mail of the officer that was written to somebody else', () => {
  const resent = async (headers: (address: string) => { readonly to: string; readonly more?: readonly string[] }) => {
    const room = new MailRoom();
    const { caseId, entityId, officer } = await room.assignedCase();
    const address = await room.address(
      caseId,
      { kind: 'staff', staffId: officer },
      { acts: [...REPLY_ACTS], stepId: 'tham-tra' },
    );
    const before = room.events(entityId).length;
    const { to, more = [] } = headers(address);
    const done = await room.receive({
      from: `${officer}@province.example`,
      to,
      text: 'HOÀN THÀNH\n',
      headers: more,
      ses: { recipient: address, envelopeFrom: 'x@stranger.example' },
    });
    return { done, events: room.events(entityId).slice(before) };
  };

  it.each([
    ['by its envelope alone', 'Delivered: nowhere'],
    ['as a copy', 'Cc: '],
    ['by a header of delivery', 'Delivered-To: '],
  ])('does nothing when it comes %s; the officer is told', async (_, header) => {
    const { done, events } = await resent((address) => ({
      to: 'citizen@example.com',
      more: [header.endsWith(': ') ? `${header}${address}` : `X-${header}`],
    }));
    expect(done).toEqual({ kind: 'answered' });
    expect(events).toMatchObject([{ type: 'ReplyAnswered', result: { kind: 'doubtful', why: 'not-addressed' } }]);
  });

  it('does nothing under a second To either', async () => {
    const { events } = await resent((address) => ({ to: 'citizen@example.com', more: [`To: ${address}`] }));
    expect(events.map(({ type }) => type)).toEqual(['ReplyAnswered']);
  });

  it('acts when it is written to us, whoever else it is written to, in whatever case the address comes back', async () => {
    const { events } = await resent((address) => ({
      to: `Hòa <hoa@province.example>, "Một Cửa" <${address.replace(REPLY_DOMAIN, REPLY_DOMAIN.toUpperCase())}>`,
    }));
    expect(events[0]).toMatchObject({ type: 'StepCompleted' });
  });
});
