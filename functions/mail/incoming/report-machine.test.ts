import { expect, it } from 'vitest';
import { MailRoom } from './testing/mail-room.ts';

it('an absence is reported with the last day that it names', async () => {
  const room = new MailRoom();
  const { caseId, entityId, officer } = await room.assignedCase();
  const mailbox = (await room.ports.catalogue.load()).staff.find(({ id }) => id === officer)?.mailbox ?? '';
  await room.receive({
    from: mailbox,
    to: await room.address(caseId, { kind: 'staff', staffId: officer }),
    subject: 'Automatic reply: Hồ sơ',
    headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    text: 'Tôi vắng mặt đến hết ngày 27/11/2026.',
  });
  const reported = room.events(entityId).filter((event) => event.type === 'OfficerUnreachable');
  expect(reported).toMatchObject([{ staffId: officer, why: 'out-of-office', until: '2026-11-27' }]);
});
