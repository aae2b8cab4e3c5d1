import { beforeEach, describe, expect, it } from 'vitest';
import type { EventNotice } from '../../../shared/contracts/messages.ts';
import type { ChannelAddress } from '../../../shared/domain/conversation/channel-message.ts';
import { MemoryMailboxMarks, MemoryThrottle } from '../../../shared/ports/memory/memory-short-lived.ts';
import { MemoryEntityStore, MemoryPeople } from '../../../shared/ports/memory/memory-entity-store.ts';
import { MemoryMailReadings } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryCaseQueries } from '../../../shared/ports/memory/memory-case-queries.ts';
import type { Delivery, DeliveryEvent } from '../../../shared/domain/delivery/state.ts';
import { readReportAddress } from '../../../shared/shell/report-address.ts';
import { BASE_URL, CODE, MessageOffice, PEOPLE } from '../../channels/outgoing/testing/message-office.ts';
import { takeFeedback, type FeedbackPorts } from '../feedback/take-feedback.ts';
import { parseMail } from '../reading/parse-mail.ts';
import { prepareMail, type MailPorts } from './prepare-mail.ts';
import type { PreparedMail } from './send-notice.ts';

const TALK = 'email-00000000000000000000000000000001';
const REPLY_DOMAIN = 'mot-cua.test';
const ADDRESS: ChannelAddress = {
  account: 'hong.nhung@example.com',
  mail: { messageId: '<first@example.com>', subject: 'Đèn đường hỏng' },
};

let office: MessageOffice;
let ports: MailPorts & FeedbackPorts;

beforeEach(() => {
  office = new MessageOffice();
  const { world, clock } = office;
  ports = {
    ...office.ports,
    cases: new MemoryEntityStore(world),
    signIns: new MemoryEntityStore(world),
    mails: new MemoryEntityStore(world),
    reports: new MemoryEntityStore(world),
    conversations: new MemoryEntityStore(world),
    deliveries: new MemoryEntityStore<Delivery, DeliveryEvent>(world),
    people: new MemoryPeople(world),
    queries: new MemoryCaseQueries(world),
    readings: new MemoryMailReadings(),
    throttle: new MemoryThrottle(clock),
    marks: new MemoryMailboxMarks(clock),
    from: 'mot-cua@mot-cua.test',
    replyDomain: REPLY_DOMAIN,
    hotlineAddress: '1022@mot-cua.test',
  };
});

/** The only mail that waits. */
async function handedOver(): Promise<EventNotice> {
  await office.settle();
  const [notice, another] = office.mail.filter((one) => !('kind' in one) && one.template === 'delivery');
  if (notice === undefined || another !== undefined || 'kind' in notice) {
    throw new Error(JSON.stringify(office.mail));
  }
  return notice;
}

async function read(prepared: PreparedMail) {
  if (prepared.kind !== 'mail') throw new Error(prepared.kind);
  const mail = await parseMail(prepared.mail.raw);
  const header = (name: string) => mail.headers.find(([one]) => one === name)?.[1] ?? '';
  return { to: prepared.mail.to, subject: mail.subject, text: mail.text, header };
}

async function filedByMail(address: ChannelAddress = ADDRESS): Promise<EventNotice> {
  await office.talk(TALK, address);
  await office.file({ channel: 'email', conversationId: TALK });
  return handedOver();
}

describe('a message to a citizen by e-mail', () => {
  it('says what every channel says, in the thread of their own mail', async () => {
    const mail = await read(await prepareMail(ports, await filedByMail()));
    expect(mail.to).toBe(ADDRESS.account);
    expect(mail.subject).toBe('Re: Đèn đường hỏng');
    expect(mail.text).toContain(CODE);
    expect(mail.text).toContain(`${BASE_URL}/1022/${CODE}`);
    expect(mail.header('in-reply-to')).toBe('<first@example.com>');
    expect(mail.header('references')).toContain('<first@example.com>');
  });

  it('is answered to the report’s own address, which has no acts', async () => {
    const mail = await read(await prepareMail(ports, await filedByMail()));
    const names = { staffIds: [], unitIds: [], workIds: [] };
    const keys = await ports.secrets.signingKeys();
    const use = { domain: REPLY_DOMAIN, now: office.clock.now(), names };
    expect(readReportAddress(keys, mail.header('reply-to'), use)).toEqual({
      kind: 'valid',
      address: { reportId: CODE, recipient: { kind: 'applicant' }, acts: [] },
    });
  });

  it('to an address that nobody has proven says neither the citizen’s subject nor anything but the code, a few times a day', async () => {
    await office.file({ channel: 'web' }, PEOPLE);
    office.on.clear();
    const notice = await handedOver();
    const mail = await read(await prepareMail(ports, notice));
    expect(mail.text).toContain(CODE);
    expect(mail.text).not.toContain('Ổ gà');
    const outcomes: string[] = [];
    for (let more = 0; more < 6; more += 1) {
      outcomes.push((await prepareMail(ports, { ...notice, noticeId: `${notice.noticeId}${String(more)}` })).kind);
    }
    expect(outcomes).toEqual(['mail', 'mail', 'mail', 'mail', 'over-limit', 'over-limit']);
  });

  it('in the name of a forged sender goes out of no thread', async () => {
    const mail = await read(
      await prepareMail(
        ports,
        await filedByMail({ ...ADDRESS, mail: { subject: 'Mua thuốc tại đây', messageId: '<x@y>', unproven: true } }),
      ),
    );
    expect(mail.subject).not.toContain('Mua thuốc');
    expect(mail.header('in-reply-to')).not.toContain('<x@y>');
  });

  it('is not sent to a mailbox that sends our mail back', async () => {
    const notice = await filedByMail();
    await ports.marks.mark(ADDRESS.account, { why: 'bounced', at: office.clock.now() });
    expect(await prepareMail(ports, notice)).toEqual({ kind: 'no-address' });
  });

  it('that does not fit its event is a fault', async () => {
    const notice = await filedByMail();
    await expect(prepareMail(ports, { ...notice, version: 1, eventIndex: 0 })).rejects.toThrow(
      'was not handed to mail',
    );
  });
});

describe('what SES says of it', () => {
  const feedback = (noticeId: string, kind: 'bounce' | 'complaint') => ({
    kind,
    notice: Buffer.from(noticeId).toString('base64url'),
    messageId: 'ses-1',
    ...(kind === 'bounce' && { bounceType: 'Permanent' }),
  });

  it('a mail that came back has failed, its mailbox is marked, and it is outdated', async () => {
    const notice = await filedByMail();
    expect(await takeFeedback(ports, feedback(notice.noticeId, 'bounce'))).toEqual({ kind: 'reported' });
    expect(await takeFeedback(ports, feedback(notice.noticeId, 'bounce'))).toEqual({ kind: 'marked' });
    expect(await ports.marks.find(ADDRESS.account)).toMatchObject({ why: 'bounced' });
    const delivery = (await ports.deliveries.load(notice.entityId))?.state;
    expect(delivery?.attempts.at(-1)?.receipts).toMatchObject([{ status: 'failed', why: 'bounced' }]);
  });

  it('a complaint marks the mailbox and takes nothing back', async () => {
    const notice = await filedByMail();
    expect(await takeFeedback(ports, feedback(notice.noticeId, 'complaint'))).toEqual({ kind: 'marked' });
    expect(await ports.marks.find(ADDRESS.account)).toMatchObject({ why: 'complained' });
    const delivery = (await ports.deliveries.load(notice.entityId))?.state;
    expect(delivery?.status).toBe('sent');
  });

  it('of a delivery that nobody knows is left alone', async () => {
    const unknown = 'delivery#nothing/1/0/delivery/reporter';
    expect(await takeFeedback(ports, feedback(unknown, 'bounce'))).toEqual({ kind: 'unknown-notice' });
  });
});
