/** A bounce or an absence that somebody made up takes nobody's work away. */
import { describe, expect, it } from 'vitest';
import { REPLY_ACTS } from '../../../shared/domain/reply/reply-acts.ts';
import { MailRoom, type Letter } from './testing/mail-room.ts';

const BOUNCED = 'Undelivered Mail Returned to Sender';

async function toOfficer() {
  const room = new MailRoom();
  const { caseId, entityId, officer } = await room.assignedCase();
  const to = await room.address(
    caseId,
    { kind: 'staff', staffId: officer },
    { acts: [...REPLY_ACTS], stepId: 'tham-tra' },
  );
  const before = room.events(entityId).length;
  const arrive = async (letter: Omit<Letter, 'to' | 'text'>) => {
    expect(await room.receive({ to, text: 'Your message could not be delivered.', ...letter })).toEqual({
      kind: 'machine',
    });
    return room.events(entityId).slice(before);
  };
  return { room, caseId, officer, arrive };
}

describe('a bounce that answers a notice', () => {
  it.each(['stranger@elsewhere.example', 'mailer-daemon@elsewhere.example', 'colleague@province.example'])(
    'from %s moves nothing, though it knows the address',
    async (from) => {
      const { arrive } = await toOfficer();
      expect(await arrive({ from, subject: BOUNCED, ses: { envelopeFrom: '' } })).toEqual([]);
    },
  );

  it('in the name of the mailbox’s own server, but not vouched for, moves nothing', async () => {
    const { arrive } = await toOfficer();
    const ses = { envelopeFrom: '', dkim: [], dmarc: 'fail header.from=province.example' };
    expect(await arrive({ from: 'mailer-daemon@province.example', subject: BOUNCED, ses })).toEqual([]);
  });

  it('from the server of the mailbox’s domain says that its mail does not arrive', async () => {
    const { arrive, officer } = await toOfficer();
    const events = await arrive({
      from: 'mailer-daemon@mail.province.example',
      subject: BOUNCED,
      ses: { envelopeFrom: '' },
    });
    expect(events).toMatchObject([{ type: 'OfficerUnreachable', staffId: officer, why: 'bounced' }]);
  });

  it('to the address of a unit moves nothing when a stranger wrote it', async () => {
    const { room, caseId } = await toOfficer();
    const state = await room.office.state(`case#${caseId}`);
    const unitId = state.status === 'processing' ? (state.work.steps[0]?.unitId ?? '') : '';
    const to = await room.address(caseId, { kind: 'unit', unitId });
    const before = room.office.world.stream.length;
    await room.receive({ from: 'stranger@elsewhere.example', to, subject: BOUNCED, text: 'x' });
    expect(room.office.world.stream.slice(before).map(({ entityId }) => entityId.split('#')[0])).toEqual(['mail']);
  });
});
