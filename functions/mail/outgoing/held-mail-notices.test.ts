import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { decideMail } from '../../../shared/domain/mail/decide-mail.ts';
import type { MailCommand } from '../../../shared/domain/mail/mail-commands.ts';
import { mailDecider } from '../../../shared/domain/mail/mail-decider.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../../relay/testing/running-office.ts';
import { readHeldMailLink } from '../desk/held-mail-link.ts';

const SENDER = 'who.wrote@example.com';
const MAIL: Actor = { kind: 'system', name: 'mail' };
const hold = {
  type: 'Hold',
  files: [],
  mailId: 'abcdefghijklmnopqrstuvwxyz',
  objectKey: 'arrived/1',
  receivedAt: '2026-11-23T01:59:00.000Z',
  why: 'no-address',
  guesses: [{ caseId: 'CASE0000A1', score: 60, why: ['sender'] }],
  counterId: 'counter-25750',
  answerSender: true,
} as const satisfies MailCommand;

async function after(command: MailCommand, office = new RunningOffice(), actor: Actor = MAIL): Promise<RunningOffice> {
  const catalogue = await office.catalogue.load();
  const now = office.clock.now();
  const { mailId } = hold;
  await office.readings.keepReading(mailId, {
    from: SENDER,
    subject: 'Xin hỏi về hồ sơ của bà Hồng Nhung',
    text: 'Chuyện riêng của tôi',
    receivedAt: now,
    attachments: [],
    refused: [],
  });
  const outcome = await executeCommand({
    store: office.mails,
    decider: mailDecider,
    entityId: `mail#${mailId}`,
    actor,
    at: now,
    create: command.type === 'Hold',
    decide: (state) => decideMail(command, state, { now, actor, catalogue }),
  });
  expect(outcome.kind).toBe('done');
  await office.relay();
  return office;
}

async function sentBy(office: RunningOffice): Promise<ReadonlyMap<string, ParsedMail>> {
  await office.sendAll();
  const parsed = office.sender.sent.map(async ({ to, raw }) => [to, await simpleParser(Buffer.from(raw))] as const);
  return new Map(await Promise.all(parsed));
}

describe('a mail that waits to be sorted', () => {
  it('is told to the official with a link to that mail for that person, and nothing of what it says', async () => {
    const office = await after(hold);
    const mail = (await sentBy(office)).get('lan@province.example');
    const token = /https:\/\/mot-cua\.test\/m\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const keys = await office.secrets.signingKeys();
    expect(readHeldMailLink(keys, token, office.clock.now())).toEqual({
      kind: 'valid',
      link: { mailId: hold.mailId, staffId: 'lan' },
    });
    expect(mail?.text).toContain('1 hồ sơ được gợi ý');
    expect(mail?.text).toContain('08 giờ 59 phút');
    expect(`${mail?.subject ?? ''}${mail?.text ?? ''}`).not.toMatch(/Hồng Nhung|Chuyện riêng|who\.wrote|CASE0000A1/);
    expect(mail?.replyTo).toBeUndefined();
    expect(mail?.text).toMatchSnapshot();
  });

  it('is confirmed to whoever wrote it without a word about any case', async () => {
    const office = await after(hold);
    const mail = (await sentBy(office)).get(SENDER);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail?.text).toContain('ông/bà không phải gửi lại');
    expect(`${mail?.subject ?? ''}${mail?.text ?? ''}`).not.toMatch(/CASE0000A1|H29|\/m\/|\/a\/|Hồng Nhung/);
    expect(mail?.text).toMatchSnapshot();
  });

  it('tells a colleague which addresses act', async () => {
    const mail = (await sentBy(await after({ ...hold, colleague: true }))).get(SENDER);
    expect(mail?.text).toContain('địa chỉ trả lời ở từng dòng');
    expect(mail?.text).toMatchSnapshot();
  });

  it('tells a shared mailbox that whoever handles the case answers from their own', async () => {
    const mail = (await sentBy(await after({ ...hold, why: 'shared-mailbox', quiet: true }))).get(SENDER);
    expect(mail?.text).toContain('hộp thư công vụ riêng');
    expect(mail?.text).toMatchSnapshot();
  });

  it('tells a sender of too large a mail the other ways', async () => {
    const office = await after({ ...hold, why: 'too-large' });
    const mail = (await sentBy(office)).get(SENDER);
    expect(mail?.subject).toBe('Thư của ông/bà quá lớn, chưa đọc được');
    expect(mail?.text).toMatchSnapshot();
  });

  it('is answered to nobody when it was decided so', async () => {
    const office = await after({ ...hold, answerSender: false });
    expect([...(await sentBy(office)).keys()]).toEqual(['lan@province.example']);
  });

  it('goes to the mailbox of the section while no official is there, with a link to sign in', async () => {
    const away = [{ from: '2026-11-20', to: '2026-11-30', standIn: 'an' }];
    const staff: Catalogue['staff'] = officeCatalogue().staff.map((one) => (one.id === 'lan' ? { ...one, away } : one));
    const office = await after(hold, new RunningOffice(officeCatalogue({ staff })));
    const mail = (await sentBy(office)).get('counter-25750@province.example');
    expect(mail?.text).toContain('https://mot-cua.test/staff');
    expect(mail?.text).toContain('Danh sách việc');
    expect(mail?.text).not.toContain('Mở trang phân loại thư');
    expect(mail?.text).not.toContain('/m/');
  });

  it('is told to nobody once it has been sorted', async () => {
    const office = await after(hold);
    const lan = await office.staff('lan');
    await after({ type: 'Dismiss', reason: 'Thư quảng cáo.' }, office, lan);
    expect((await office.sendAll()).map(({ kind }) => kind)).toEqual(['outdated', 'outdated']);
    expect(office.sender.sent).toEqual([]);
  });

  it('is told again when nobody sorts it', async () => {
    const office = await after(hold);
    await office.sendAll();
    const state = (await office.mails.load(`mail#${hold.mailId}`))?.state;
    const timer = state?.status === 'held' ? state.check.nextTimer : undefined;
    office.clock.set(timer!.at);
    await after({ type: 'RingTimer', clockId: 'mail', level: timer!.level }, office, {
      kind: 'system',
      name: 'timers',
    });
    const mails = await sentBy(office);
    expect(mails.get('counter-25750@province.example')?.subject).toBe('Thư đến vẫn chờ phân loại');
  });
});
