import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { APPLICANT } from '../../relay/testing/office-catalogue.ts';
import { BASE_URL, RunningOffice } from '../../relay/testing/running-office.ts';
import { CLAIM_LEASE_SECONDS } from './send-notice.ts';

const { name, phone, address } = APPLICANT.applicant;
const withoutEmail = { name, phone, address };

async function mailsOf(office: RunningOffice): Promise<readonly ParsedMail[]> {
  return Promise.all(office.sender.sent.map(({ raw }) => simpleParser(Buffer.from(raw))));
}

async function assignedOffice(): Promise<RunningOffice> {
  const office = new RunningOffice();
  await office.forwardedCase();
  await office.settle();
  return office;
}

describe('sending a notice', () => {
  it('writes to the applicant and to the officer who got the work', async () => {
    const office = await assignedOffice();
    expect(await office.sendAll()).toEqual([{ kind: 'sent' }, { kind: 'sent' }]);
    const [toApplicant, toOfficer] = office.sender.sent;
    expect(toApplicant?.to).toBe('hong.nhung@example.com');
    expect(toOfficer?.to).toMatch(/^(an|binh)@province\.example$/);
  });

  it('is one mail when the queue delivers it five times', async () => {
    const office = await assignedOffice();
    const notices = office.queues.mail.sent.splice(0);
    const outcomes = [];
    for (let delivery = 0; delivery < 5; delivery += 1) {
      for (const notice of notices) outcomes.push(await office.send(notice));
    }
    expect(office.sender.sent).toHaveLength(notices.length);
    expect(outcomes.filter(({ kind }) => kind === 'already-sent')).toHaveLength(notices.length * 4);
  });

  it('is one mail when two deliveries are worked on at the same time', async () => {
    const office = await assignedOffice();
    const [notice] = office.queues.mail.sent;
    const outcomes = await Promise.all([office.send(notice!), office.send(notice!)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'sent']);
    expect(office.sender.sent).toHaveLength(1);
  });

  it('tries again at once after a fault of the mail service', async () => {
    const office = await assignedOffice();
    const [notice] = office.queues.mail.sent;
    office.sender.fateOfNext('temporary-fault');
    await expect(office.send(notice!)).rejects.toThrow();
    expect(await office.send(notice!)).toEqual({ kind: 'sent' });
    expect(office.sender.sent).toHaveLength(1);
  });

  it('after a crash between claim and send waits for the lease, then sends one mail', async () => {
    const office = await assignedOffice();
    const [notice] = office.queues.mail.sent;
    await office.claims.claim(notice!.noticeId, CLAIM_LEASE_SECONDS);
    expect(await office.send(notice!)).toEqual({ kind: 'busy' });
    office.clock.step({ seconds: CLAIM_LEASE_SECONDS });
    expect(await office.send(notice!)).toEqual({ kind: 'sent' });
    expect(office.sender.sent).toHaveLength(1);
  });

  it('after a crash between send and record sends once more, recognisably the same', async () => {
    const office = await assignedOffice();
    const [notice] = office.queues.mail.sent;
    const record = office.claims.record.bind(office.claims);
    office.claims.record = () => Promise.reject(new Error('planned'));
    await expect(office.send(notice!)).rejects.toThrow('not recorded');
    office.claims.record = record;
    expect(await office.send(notice!)).toEqual({ kind: 'busy' });
    office.clock.step({ seconds: CLAIM_LEASE_SECONDS });
    expect(await office.send(notice!)).toEqual({ kind: 'sent' });
    const [first, second] = await mailsOf(office);
    expect(second?.headers.get('x-notice-id')).toBe(first?.headers.get('x-notice-id'));
    expect(second?.messageId).toBe(first?.messageId);
  });

  it('does not try for ever what the mail service will never take', async () => {
    const office = await assignedOffice();
    const [notice] = office.queues.mail.sent;
    office.sender.fateOfNext({ rejected: 'address' });
    expect(await office.send(notice!)).toEqual({ kind: 'rejected', reason: 'address' });
    expect(await office.send(notice!)).toEqual({ kind: 'already-sent' });
  });

  it('says that there is no address when the applicant gave none, and does not ask again', async () => {
    const office = new RunningOffice();
    office.applicant = { ...APPLICANT, applicant: withoutEmail };
    await office.forwardedCase();
    await office.relay();
    const [notice] = office.queues.mail.sent;
    expect(await office.send(notice!)).toEqual({ kind: 'no-address' });
    expect(await office.send(notice!)).toEqual({ kind: 'already-sent' });
    expect(office.sender.sent).toEqual([]);
  });

  it('leaves out a work notice that comes when the work is somebody else’s', async () => {
    const office = await assignedOffice();
    const late = office.queues.mail.sent.splice(0).find(({ template }) => template === 'step-assigned');
    const state = await office.state('case#CASE0000A1');
    const officer = state.status === 'processing' ? (state.work.steps[0]?.officerId ?? '') : '';
    const colleague = officer === 'an' ? 'binh' : 'an';
    const command = { type: 'HandStepOver', stepId: 'tham-tra', to: colleague, reason: 'Nghỉ phép' } as const;
    await office.act('case#CASE0000A1', await office.staff(officer), command);
    await office.relay();
    expect(await office.send(late!)).toEqual({ kind: 'outdated' });
    expect(await office.sendAll()).toEqual([{ kind: 'sent' }]);
    expect(office.sender.sent[0]?.to).toBe(`${colleague}@province.example`);
  });

  it('throws for a notice about an event that is not there, so that it is kept and looked at', async () => {
    const office = await assignedOffice();
    const [notice] = office.queues.mail.sent;
    await expect(office.send({ ...notice!, noticeId: 'other', version: 99 })).rejects.toThrow();
    expect(office.sender.sent).toEqual([]);
  });
});

describe('the message', () => {
  it('is plain text and HTML with the same words, marked as automatic, in one thread for each case and recipient', async () => {
    const office = await assignedOffice();
    await office.sendAll();
    await office.act('case#CASE0000A1', { kind: 'citizen' }, { type: 'Withdraw' });
    await office.relay();
    await office.sendAll();
    const [received, , ...later] = await mailsOf(office);
    const withdrawn = later.find(({ subject }) => subject?.includes('Đã rút hồ sơ'));
    expect(received?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(received?.headers.has('list-unsubscribe')).toBe(false);
    expect(received?.references).toBeDefined();
    expect(withdrawn?.references).toEqual(received?.references);
    expect(withdrawn?.messageId).not.toBe(received?.messageId);
    expect(received?.text).toContain('Nguyễn Thị Hồng Nhung');
    expect(received?.html).toContain('Nguyễn Thị Hồng Nhung');
    expect(received?.text).toContain(`${BASE_URL}/t/CASE0000A1?k=`);
  });

  it('offers an officer one link for each act they may perform, and none that is not theirs', async () => {
    const office = await assignedOffice();
    await office.sendAll();
    const mail = (await mailsOf(office)).find(({ subject }) => subject?.includes('Hồ sơ mới cần xử lý'));
    const links = mail?.text?.match(/https:\/\/mot-cua\.test\/a\/\S+/g) ?? [];
    expect(links).toHaveLength(7);
    expect(mail?.text).toContain('Hoàn thành bước này');
    expect(mail?.text).toContain('Yêu cầu bổ sung hồ sơ');
    expect(mail?.text).toContain('Lấy ý kiến đơn vị khác');
    expect(mail?.text).toContain('Chuyển cho đồng nghiệp');
    expect(mail?.text).toContain('Chuyển sang đơn vị khác');
    expect(mail?.text).toContain('Đề nghị lãnh đạo gia hạn');
    expect(mail?.text).toContain('Tạm dừng tính thời hạn');
    expect(mail?.text).not.toContain('ghi kết quả');
  });
});
