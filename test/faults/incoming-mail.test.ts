/**
 * The receiver killed before and after each of its calls to the outside, for each kind of mail: the next delivery finishes what was begun,
 * and nothing is done twice.
 */
import { describe, expect, it } from 'vitest';
import {
  CITIZEN_MAILBOX,
  MailRoom,
  PDF,
  rawMail,
  REPLY_DOMAIN,
  type Letter,
} from '../../functions/mail/incoming/testing/mail-room.ts';
import { receiveMail } from '../../functions/mail/incoming/receive-mail.ts';
import { REPLY_ACTS } from '../../shared/domain/reply/reply-acts.ts';
import { Crashes, type Crash } from './crashes.ts';

interface Sent {
  readonly room: MailRoom;
  readonly entityId: string;
  readonly letter: Letter;
}

const files = [{ name: 'a.pdf', content: PDF }];
const messageId = '<the-one@province.example>';

async function fromOfficer(changes: Partial<Letter>): Promise<Sent> {
  const room = new MailRoom();
  const { caseId, entityId, officer } = await room.assignedCase();
  const recipient = { kind: 'staff', staffId: officer } as const;
  const to = await room.address(caseId, recipient, { acts: [...REPLY_ACTS], stepId: 'tham-tra' });
  return { room, entityId, letter: { from: `${officer}@province.example`, to, messageId, text: '', ...changes } };
}

const MAILS: Readonly<Record<string, () => Promise<Sent>>> = {
  'a reply that acts, notes and files': () => fromOfficer({ text: 'Hoàn thành\n\nGửi kèm tờ trình.', files }),
  'a reply that nobody vouches for': () =>
    fromOfficer({ text: 'Hoàn thành', ses: { dkim: [], dmarc: 'fail header.from=province.example' } }),
  'an absence': () =>
    fromOfficer({
      subject: 'Automatic reply: Hồ sơ',
      headers: ['Auto-Submitted: auto-replied'],
      text: 'Tôi vắng mặt.',
    }),
  'a reply at the counter': async () => {
    const room = new MailRoom();
    const { caseId, entityId } = await room.submittedCase();
    const to = await room.address(caseId, { kind: 'unit', unitId: 'counter-25750' }, { acts: [...REPLY_ACTS] });
    return { room, entityId, letter: { from: 'lan@province.example', to, messageId, text: 'Tiếp nhận' } };
  },
  'a letter of the applicant': async () => {
    const room = new MailRoom();
    const { caseId, entityId } = await room.assignedCase();
    const to = await room.address(caseId, { kind: 'applicant' });
    return { room, entityId, letter: { from: CITIZEN_MAILBOX, to, messageId, text: 'Xin gửi thêm.', files } };
  },
  'a mail that is held': async () => {
    const room = new MailRoom();
    const { caseId, entityId } = await room.assignedCase();
    const letter = { from: CITIZEN_MAILBOX, to: `ho-so@${REPLY_DOMAIN}`, messageId, text: `Hồ sơ ${caseId}`, files };
    return { room, entityId, letter };
  },
};

/** Delivers until it is done. @returns how often it was delivered, and how many calls the whole took. */
async function deliver({ room, letter }: Sent, planned: readonly Crash[]) {
  const crashes = new Crashes(planned);
  const key = room.put(rawMail(letter));
  const ports = crashes.wrap(room.ports);
  let deliveries = 1;
  while (await crashes.invoke(() => receiveMail(ports, { key }))) deliveries += 1;
  return { deliveries, calls: crashes.total };
}

function outcomeOf({ room, entityId }: Sent) {
  return {
    case: room.events(entityId).map((event) => withoutChance(JSON.stringify(event))),
    mails: room.mailEvents().map((event) => withoutChance(JSON.stringify(event))),
    files: [...room.documents.incoming.keys()].toSorted(),
  };
}

/** A number taken by a process that died is not given again, and an object lies under a key of its own. */
function withoutChance(event: string): string {
  return event.replaceAll(/-261123-\d{4}/gu, '-261123-N').replaceAll(/arrived\/\d+/gu, 'arrived/N');
}

describe.each(Object.entries(MAILS))('%s', (_, send) => {
  it('comes to the same wherever the receiver was killed, and is known ever after', async () => {
    const straight = await send();
    const { calls } = await deliver(straight, []);
    const expected = outcomeOf(straight);
    expect(expected.mails).toHaveLength(1);
    const places = Array.from({ length: calls }, (__, afterCalls) => afterCalls);
    for (const when of ['before', 'after'] as const) {
      for (const afterCalls of places) {
        const sent = await send();
        const { deliveries } = await deliver(sent, [{ afterCalls, when }]);
        expect(deliveries).toBe(2);
        expect(outcomeOf(sent), `${when} call ${String(afterCalls)}`).toEqual(expected);
        const { length } = sent.room.office.world.stream;
        expect(await deliver(sent, [])).toMatchObject({ deliveries: 1 });
        expect(sent.room.office.world.stream).toHaveLength(length);
      }
    }
  });
});
