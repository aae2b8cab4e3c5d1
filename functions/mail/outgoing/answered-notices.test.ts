import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { ReplyResult } from '../../../shared/domain/dossier/reply-result.ts';
import { readReplyAddress } from '../../../shared/shell/reply-address.ts';
import type { KnownNames } from '../../../shared/shell/signed-address.ts';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { APPLICANT } from '../../relay/testing/office-catalogue.ts';
import { RunningOffice } from '../../relay/testing/running-office.ts';
import { readActionLink } from '../../staff/read-links.ts';

const CASE = 'case#CASE0000A1';
const known: KnownNames = {
  staffIds: ['an', 'binh', 'hoa', 'lan'],
  unitIds: ['counter-25750', 'ward-25750'],
  places: [{ stepId: 'tham-tra' }, { stepId: 'ky-duyet' }],
};

async function mailsTo(office: RunningOffice, to: string): Promise<readonly ParsedMail[]> {
  const sent = office.sender.sent.filter((mail) => mail.to === to);
  return Promise.all(sent.map(({ raw }) => simpleParser(Buffer.from(raw))));
}

async function addressOf(
  office: RunningOffice,
  mail: ParsedMail | undefined,
): Promise<ReturnType<typeof readReplyAddress>> {
  const keys = await office.secrets.signingKeys();
  const use = { domain: office.replyDomain, now: office.clock.now(), names: () => known };
  return readReplyAddress(keys, mail?.replyTo?.value[0]?.address ?? '', use);
}

async function linksIn(office: RunningOffice, mail: ParsedMail | undefined) {
  const keys = await office.secrets.signingKeys();
  const tokens = [...(mail?.text ?? '').matchAll(/https:\/\/mot-cua\.test\/a\/(\S+)/g)].map(([, token = '']) => token);
  return tokens.map((token) => readActionLink(keys, token, office.clock.now()));
}

/** The step is with An, and all that was to be sent is sent. */
async function withAn(): Promise<RunningOffice> {
  const office = new RunningOffice();
  await office.forwardedCase();
  const routing = { kind: 'system', name: 'routing' } as const;
  await office.act(CASE, routing, { type: 'AssignStep', stepId: 'tham-tra', staffId: 'an', why: 'test' });
  await office.relay();
  await office.sendAll();
  return office;
}

async function filedOnline(office: RunningOffice, caseId: string): Promise<void> {
  await office.act(
    `case#${caseId}`,
    { kind: 'citizen' },
    {
      type: 'FileDossier',
      caseId,
      procedure: 'ward-matter',
      area: '25750',
      channel: 'online',
      returnTo: 'counter',
      documents: [{ lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 }],
      attachments: [],
      sets: 1,
      hasReturnAddress: false,
    },
  );
  await office.relay();
}

async function answered(result: ReplyResult): Promise<{ readonly office: RunningOffice; readonly mail: ParsedMail }> {
  const office = await withAn();
  const command = { type: 'RecordReply', mailId: 'mail1', staffId: 'an', result, answer: true } as const;
  const outcome = await office.act(CASE, { kind: 'system', name: 'mail' }, command);
  expect(outcome.kind).toBe('done');
  await office.relay();
  await office.sendAll();
  const mail = (await mailsTo(office, 'an@province.example')).at(-1);
  return { office, mail: mail! };
}

describe('a notice to an officer', () => {
  it('is answered to an address for that officer, that step and the acts that it offers, with the marker above everything', async () => {
    const office = await withAn();
    const [mail] = await mailsTo(office, 'an@province.example');
    const read = await addressOf(office, mail);
    expect(read).toMatchObject({
      kind: 'valid',
      address: { caseId: 'CASE0000A1', recipient: { kind: 'staff', staffId: 'an' }, stepId: 'tham-tra' },
    });
    const acts = read.kind === 'valid' ? read.address.acts : [];
    expect(acts).toEqual(expect.arrayContaining(['acknowledge', 'complete-step', 'forward', 'note']));
    expect(acts).not.toContain('refuse');
    expect(mail?.text?.startsWith(REPLY_MARKER)).toBe(true);
    expect(mail?.text).toContain('dòng đầu là một trong các câu:\n  TIẾP NHẬN\n  HOÀN THÀNH\n');
    expect(mail?.text).not.toContain('TỪ CHỐI');
    expect(mail?.from?.value[0]?.address).toBe(office.from);
  });

  it('tells the mail service which notice it is, so that a bounce names no address', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    await office.relay();
    const [notice] = office.queues.mail.sent;
    await office.send(notice!);
    const raw = Buffer.from(office.sender.sent[0]?.raw ?? []).toString();
    const tag = /^X-SES-MESSAGE-TAGS: notice=([A-Za-z0-9_-]{1,256})\r$/im.exec(raw)?.[1] ?? '';
    expect(Buffer.from(tag, 'base64url').toString()).toBe(notice?.noticeId);
  });

  it('goes to the unit when the officer’s mailbox takes no mail, and is then the unit’s to answer', async () => {
    const office = new RunningOffice();
    await office.forwardedCase();
    const routing = { kind: 'system', name: 'routing' } as const;
    await office.act(CASE, routing, { type: 'AssignStep', stepId: 'tham-tra', staffId: 'an', why: 'test' });
    await office.marks.mark('an@province.example', { why: 'bounced', at: office.clock.now() });
    await office.marks.mark('an@province.example', { why: 'bounced', at: office.clock.now() });
    await office.relay();
    await office.sendAll();
    expect(await mailsTo(office, 'an@province.example')).toEqual([]);
    const [mail] = await mailsTo(office, 'ward-25750@province.example');
    expect(await addressOf(office, mail)).toMatchObject({
      address: { recipient: { kind: 'unit', unitId: 'ward-25750' }, stepId: 'tham-tra' },
    });
  });
});

describe('a notice to a shared mailbox', () => {
  it('is good for what its people may do now: a filing can be received, sent back for papers or refused', async () => {
    const office = new RunningOffice();
    await filedOnline(office, 'CASE0000A1');
    await office.sendAll();
    const [mail] = await mailsTo(office, 'counter-25750@province.example');
    const read = await addressOf(office, mail);
    expect(read).toMatchObject({ kind: 'valid', address: { recipient: { kind: 'unit', unitId: 'counter-25750' } } });
    expect(read.kind === 'valid' && read.address.acts).toEqual([
      'request-supplement',
      'receive',
      'refuse-intake',
      'note',
    ]);
    expect(mail?.text).toContain('TỪ CHỐI: <lý do>');
    expect(mail?.text).not.toContain('/a/');
    expect(mail?.text).toContain('từ hộp thư công vụ riêng của ông/bà, không từ hộp thư chung này');
  });
});

describe('a notice to an applicant', () => {
  it('is answered to an address that commands nothing, and says so', async () => {
    const office = await withAn();
    const [mail] = await mailsTo(office, APPLICANT.applicant.email ?? '');
    expect(await addressOf(office, mail)).toEqual({
      kind: 'valid',
      address: { caseId: 'CASE0000A1', recipient: { kind: 'applicant' }, acts: [] },
    });
    expect(mail?.text).not.toContain(REPLY_MARKER);
    expect(mail?.text).toContain('Ông/bà có thể trả lời thư này để gửi thêm thông tin');
  });
});

describe('the answer to a reply', () => {
  it('asks with one link for each choice, which finds its form by the mail and the choice', async () => {
    const { office, mail } = await answered({
      kind: 'doubtful',
      why: 'ambiguous',
      choices: [
        { action: 'hand-over', stepId: 'tham-tra', fields: { to: 'binh' } },
        { action: 'forward', stepId: 'tham-tra', fields: { unitId: 'justice-department' } },
      ],
    });
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    const place = { entityId: CASE, staffId: 'an', stepId: 'tham-tra', mailId: 'mail1' };
    expect(await linksIn(office, mail)).toEqual([
      { kind: 'valid', claims: { ...place, action: 'hand-over', choice: 0 } },
      { kind: 'valid', claims: { ...place, action: 'forward', choice: 1 } },
    ]);
  });

  it('asks for the second proof with one link', async () => {
    const choice = { action: 'stop', fields: { reason: 'Người nộp đã được cấp nơi khác.' } } as const;
    const { office, mail } = await answered({ kind: 'to-confirm', choice });
    expect(await linksIn(office, mail)).toEqual([
      { kind: 'valid', claims: { entityId: CASE, staffId: 'an', action: 'stop', mailId: 'mail1', choice: 0 } },
    ]);
  });

  it('offers everything that is theirs when it cannot tell what was meant', async () => {
    const { office, mail } = await answered({ kind: 'doubtful', why: 'not-authenticated', choices: [] });
    expect((await linksIn(office, mail)).length).toBeGreaterThan(3);
  });

  it('says of what is so already that it was recorded before, and offers no other work', async () => {
    const { office, mail } = await answered({ kind: 'doubtful', why: 'already-so', choices: [] });
    expect(mail.subject).toContain('Việc này đã được ghi nhận từ trước');
    expect(mail.text).not.toContain('chưa được thực hiện');
    expect(await linksIn(office, mail)).toEqual([]);
  });

  it.each<ReplyResult>([
    { kind: 'noted' },
    { kind: 'taken', noted: false, choice: { action: 'acknowledge', stepId: 'tham-tra', fields: {} } },
    { kind: 'to-confirm', choice: { action: 'stop', fields: {} } },
    { kind: 'doubtful', why: 'not-understood', choices: [{ action: 'complete-step', stepId: 'tham-tra', fields: {} }] },
    { kind: 'doubtful', why: 'already-so', choices: [] },
  ])('says by when the result is promised: %o', async (result) => {
    const { mail } = await answered(result);
    expect(mail.text).toMatch(/Hẹn trả kết quả: .*2026/u);
    const aboutStep = JSON.stringify(result).includes('tham-tra');
    expect(mail.text?.includes('Hạn bước này: ')).toBe(aboutStep);
  });

  it('never links to a page for a note, which only an answer can make', async () => {
    const refusal = { rule: 'too-many-attachments', sort: 'rule', article: '', details: {} } as const;
    const { office, mail } = await answered({ kind: 'refused', choice: { action: 'note', fields: {} }, refusal });
    const links = await linksIn(office, mail);
    expect(links.map((link) => link.kind === 'valid' && link.claims.action)).not.toContain('note');
  });

  const withRefusedFile = async (result: ReplyResult) => {
    const office = await withAn();
    await office.readings.keepReading('mail1', {
      from: 'an@province.example',
      subject: '',
      text: '',
      receivedAt: office.clock.now(),
      attachments: [],
      refused: [{ fileName: 'setup.exe', why: 'type' }],
    });
    const command = { type: 'RecordReply', mailId: 'mail1', staffId: 'an', result, answer: true } as const;
    await office.act(CASE, { kind: 'system', name: 'mail' }, command);
    await office.relay();
    await office.sendAll();
    return { office, mail: (await mailsTo(office, 'an@province.example')).at(-1) };
  };

  it('says which files were not kept', async () => {
    const { office, mail } = await withRefusedFile({ kind: 'noted' });
    expect(mail?.text).toContain('setup.exe: loại tệp không được nhận');
    expect(await linksIn(office, mail)).toEqual([]);
  });

  it('repeats nothing of somebody who only claims to be the officer', async () => {
    const { mail } = await withRefusedFile({ kind: 'doubtful', why: 'other-sender', choices: [] });
    expect(mail?.text).toContain('đến từ hộp thư khác');
    expect(mail?.text).not.toContain('setup.exe');
  });

  it('reaches who wrote even where a mark says that the mailbox takes no mail', async () => {
    const office = await withAn();
    await office.marks.mark('an@province.example', { why: 'bounced', at: office.clock.now() });
    const command = {
      type: 'RecordReply',
      mailId: 'mail1',
      staffId: 'an',
      result: { kind: 'noted' },
      answer: true,
    } as const;
    await office.act(CASE, { kind: 'system', name: 'mail' }, command);
    await office.relay();
    await office.sendAll();
    expect((await mailsTo(office, 'an@province.example')).at(-1)?.subject).toContain('Đã giữ ghi chú');
  });
});

describe('an address that nobody has proven', () => {
  const filings = ['CASE0000A1', 'CASE0000A2', 'CASE0000A3', 'CASE0000A4', 'CASE0000A5', 'CASE0000A6'];
  const toApplicant = async (office: RunningOffice) => mailsTo(office, APPLICANT.applicant.email ?? '');

  it('gets five mails a day from online filings, whoever files; the sixth is recorded as not sent', async () => {
    const office = new RunningOffice();
    for (const caseId of filings) await filedOnline(office, caseId);
    const outcomes = await office.sendAll();
    expect(await toApplicant(office)).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'rejected')).toEqual([{ kind: 'rejected', reason: 'over-limit' }]);
    office.clock.step({ days: 1 });
    await filedOnline(office, 'CASE0000A7');
    await office.sendAll();
    expect(await toApplicant(office)).toHaveLength(6);
  });

  it('is not used up by tries that the mail service put off', async () => {
    const office = new RunningOffice();
    await filedOnline(office, 'CASE0000A1');
    const notice = office.queues.mail.sent.splice(0).find(({ template }) => template === 'filed');
    for (let delivery = 0; delivery < 8; delivery += 1) {
      office.sender.fateOfNext('temporary-fault');
      await expect(office.send(notice!)).rejects.toThrow();
    }
    expect(await office.send(notice!)).toEqual({ kind: 'sent' });
    for (const caseId of filings.slice(1)) await filedOnline(office, caseId);
    await office.sendAll();
    expect(await toApplicant(office)).toHaveLength(5);
  });

  it('is greeted without the name that was typed, until the dossier is received', async () => {
    const office = new RunningOffice();
    await filedOnline(office, 'CASE0000A1');
    await office.sendAll();
    const receive = { type: 'Receive', dossierCode: 'H29.18-261123-0001', forward: false } as const;
    await office.act(CASE, await office.staff('lan'), receive);
    await office.relay();
    await office.sendAll();
    const [filed, received] = await toApplicant(office);
    expect(filed?.text).not.toContain(APPLICANT.applicant.name);
    expect(filed?.html).not.toContain(APPLICANT.applicant.name);
    expect(received?.text).toContain(`Kính gửi ông/bà ${APPLICANT.applicant.name},`);
  });

  it('limits no notice of a dossier that was received', async () => {
    const office = new RunningOffice();
    for (let number = 1; number <= 7; number += 1) await office.forwardedCase(`CASE0000B${String(number)}`);
    await office.relay();
    await office.sendAll();
    expect(await toApplicant(office)).toHaveLength(7);
  });
});
