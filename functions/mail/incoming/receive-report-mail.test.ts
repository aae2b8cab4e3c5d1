import { describe, expect, it } from 'vitest';
import { filing, HOTLINE_WORKER, ROUTING, triage } from '../../../shared/domain/report/testing/report-life.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { receiveMail } from './receive-mail.ts';
import { HOTLINE_ADDRESS, PDF, rawMail } from './testing/mail-room.ts';
import { REPORT_CODE, ReportRoom, REPORTER } from './testing/report-room.ts';

const CITIZEN = REPORTER.email ?? '';

describe('an officer who answers a notice about a report', () => {
  it('takes it on', async () => {
    const one = await ReportRoom.atWork();
    expect(await one.answers('an', 'TIẾP NHẬN')).toEqual({ kind: 'report-answered' });
    expect((await one.report()).work[0]).toMatchObject({ acceptedBy: 'an' });
    expect(one.result()).toMatchObject({ kind: 'taken', choice: { action: 'accept-report', workId: 'w1' } });
    await one.answers('an', 'Đã nhận ạ');
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'already-so' });
  });

  it('answers the citizen with all paragraphs below the command, and with nothing else of the mail', async () => {
    const one = await ReportRoom.atWork();
    const text = [
      'ĐÃ XỬ LÝ:',
      '',
      'Đơn vị đã vá mặt đường.',
      '',
      'Bảo hành 12 tháng.',
      '',
      '-- ',
      'Nguyễn Văn An',
      '',
      'On Mon, Nov 23, 2026 at 9:00 AM Một Cửa 1022 wrote:',
      '> Ông/bà được giao xử lý',
    ].join('\n');
    await one.answers('an', text);
    const report = await one.report();
    expect(report).toMatchObject({
      status: 'closed',
      answer: { outcome: 'fixed', text: 'Đơn vị đã vá mặt đường.\n\nBảo hành 12 tháng.', by: 'an' },
      notes: [],
    });
  });

  it.each([
    ['HẸN XỬ LÝ: sẽ thay cống ngày 30/11', 'scheduled'],
    ['GIẢI THÍCH: đường đang chờ bàn giao', 'explained'],
    ['KHÔNG CÓ CƠ SỞ: tại đó không có ổ gà', 'no-basis'],
  ])('“%s” is the outcome %s', async (line, outcome) => {
    const one = await ReportRoom.atWork();
    await one.answers('an', line);
    expect(await one.report()).toMatchObject({ status: 'closed', answer: { outcome } });
  });

  it('tells the citizen how far it is, and keeps the rest for the staff', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'TIẾN ĐỘ: đang chờ vật tư\n\nNội bộ: nhà thầu chậm.');
    expect(await one.report()).toMatchObject({
      status: 'assigned',
      progress: [{ text: 'đang chờ vật tư' }],
      notes: [{ text: 'Nội bộ: nhà thầu chậm.', by: 'an' }],
    });
  });

  it('never sends a citizen what was only written: free text is a note, and its writer is asked', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'Đội đã vá xong ổ gà sáng nay.');
    expect(await one.report()).toMatchObject({
      status: 'assigned',
      notes: [{ text: 'Đội đã vá xong ổ gà sáng nay.' }],
    });
    expect(one.result()).toEqual({ kind: 'noted', perhaps: 'w1' });
    const [receipt] = (await one.notices()).filter(({ template }) => template === 'report-reply-receipt');
    expect(receipt?.text).toContain('đây có phải câu trả lời cho người dân?');
    expect(receipt?.text).toMatch(/Trả lời người phản ánh \(answer the reporter\):\s+https:\/\/mot-cua\.test\/w\//u);
  });

  it.each(['Đã xử lý chưa?', 'ĐÃ XỬ LÝ: nếu trời không mưa', 'ĐÃ XỬ LÝ: mới vá một phần', 'Không duyệt'])(
    'does nothing by “%s” and is asked back',
    async (text) => {
      const one = await ReportRoom.atWork();
      await one.answers('an', text);
      expect(await one.report()).toMatchObject({ status: 'assigned', notes: [], progress: [] });
      expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'not-understood', detail: text });
    },
  );

  it('refuses competence and names who is competent', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'KHÔNG THUỘC THẨM QUYỀN: việc của phòng văn hóa; thuộc culture');
    expect((await one.report()).work[0]).toMatchObject({ status: 'disputed', dispute: { suggested: 'culture' } });
  });

  it('by CHUYỂN refuses it with the unit as the suggestion, and the hotline gives it there by the same word', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'CHUYỂN culture: biển quảng cáo');
    expect((await one.report()).work[0]).toMatchObject({ status: 'disputed', dispute: { suggested: 'culture' } });
    await one.answers('operator', 'CHUYỂN culture: đúng là biển quảng cáo');
    expect((await one.report()).work).toMatchObject([
      { unitId: 'roads', status: 'given-away' },
      { unitId: 'culture', status: 'open' },
    ]);
  });

  it('is asked which unit, when the name fits none', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'CHUYỂN Sở Không Có: lý do');
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'detail-unclear', detail: 'Sở Không Có' });
  });

  it('hands it to a colleague', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'GIAO CHO binh: tôi nghỉ phép');
    expect((await one.report()).work[0]).toMatchObject({ officerId: 'binh' });
    await one.answers('an', 'ĐÃ XỬ LÝ: xong');
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'no-longer-theirs' });
    expect(await one.report()).toMatchObject({ status: 'assigned' });
  });

  it('is told what was understood and what the citizen reads', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'ĐÃ XỬ LÝ: Đã vá ổ gà.');
    const [receipt] = (await one.notices()).filter(({ template }) => template === 'report-reply-receipt');
    expect(receipt?.to).toBe('an@province.example');
    expect(receipt?.text).toContain('Câu trả lời cho người phản ánh (đã xử lý, khắc phục xong):\n  Đã vá ổ gà.');
    expect(receipt?.text).toContain('được gửi cho người phản ánh trên kênh mà họ đã dùng');
  });

  it('reads that files are not kept with a report', async () => {
    const one = await ReportRoom.atWork();
    await one.answers('an', 'ĐÃ XỬ LÝ: Đã vá.', { files: [{ name: 'anh.pdf', content: PDF }] });
    expect(one.result()).toMatchObject({ kind: 'taken', leftFiles: 1 });
  });

  it('moves a report once, however often the mail is delivered and wherever a delivery dies', async () => {
    for (const point of ['before-write', 'after-write'] as const) {
      const one = await ReportRoom.atWork();
      const to = await one.address({ kind: 'staff', staffId: 'an' }, { workId: 'w1' });
      const key = one.room.put(rawMail({ from: 'an@province.example', to, text: 'TIẾN ĐỘ: chờ vật tư' }));
      one.room.office.world.failNextCommit(point);
      await expect(receiveMail(one.room.ports, { key })).rejects.toThrow();
      expect(await receiveMail(one.room.ports, { key })).toEqual({ kind: 'report-answered' });
      expect(await receiveMail(one.room.ports, { key })).toEqual({ kind: 'duplicate' });
      expect((await one.report()).progress).toHaveLength(1);
    }
  });
});

describe('the one answer', () => {
  it('of several units is made by the lead', async () => {
    const one = await ReportRoom.atWork(triage({ units: ['roads', 'culture'], reason: 'hai việc' }));
    await one.do({ type: 'AssignWork', workId: 'w2', staffId: 'chau', why: 'test' }, ROUTING);
    await one.answers('an', 'ĐÃ XỬ LÝ: Đã vá ổ gà.');
    const to = await one.address({ kind: 'staff', staffId: 'chau' }, { workId: 'w2' });
    await one.answers('chau', 'GIẢI THÍCH: Biển có phép.', { to });
    expect(await one.report()).toMatchObject({ status: 'consolidating' });
    await one.answers('an', 'TỔNG HỢP: Ổ gà đã vá, biển có phép.');
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'detail-missing', detail: 'outcome' });
    await one.answers('an', 'GIẢI THÍCH: Ổ gà đã vá, biển có phép.');
    expect(await one.report()).toMatchObject({
      status: 'closed',
      answer: { outcome: 'explained', text: 'Ổ gà đã vá, biển có phép.' },
    });
  });

  it('that is reviewed is sent back and approved by mail', async () => {
    const one = new ReportRoom();
    await one.do(filing(), HOTLINE_WORKER);
    await one.do(triage({ category: 'conduct' }), 'operator');
    await one.do({ type: 'AssignWork', workId: 'w1', staffId: 'giang', why: 'test' }, ROUTING);
    await one.answers('giang', 'GIẢI THÍCH: Đã nhắc nhở.');
    expect(await one.report()).toMatchObject({ status: 'in-review' });
    const to = await one.address({ kind: 'unit', unitId: 'hotline' });
    await one.answers('shift-head', 'TRẢ LẠI: cần nói rõ kết quả', { to });
    expect(await one.report()).toMatchObject({ status: 'assigned' });
    await one.answers('giang', 'GIẢI THÍCH: Đã nhắc nhở và đổi giờ trực.');
    await one.answers('operator', 'DUYỆT', { to });
    expect(await one.report()).toMatchObject({ status: 'in-review' });
    await one.answers('shift-head', 'DUYỆT', { to });
    expect(await one.report()).toMatchObject({
      status: 'closed',
      answer: { text: 'Đã nhắc nhở và đổi giờ trực.', approvedBy: 'shift-head' },
    });
  });
});

describe('whom a mail about a report is believed', () => {
  it('from another mailbox than the one it was sent to does nothing; the officer is told, the mail held', async () => {
    const one = await ReportRoom.atWork();
    expect(await one.answers('an', 'ĐÃ XỬ LÝ: xong rồi', { from: 'somebody@example.com' })).toEqual({ kind: 'held' });
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'other-sender' });
    expect(await one.report()).toMatchObject({ status: 'assigned' });
  });

  it('without DMARC or DKIM neither', async () => {
    const one = await ReportRoom.atWork();
    const ses = { dkim: [], dmarc: undefined };
    expect(await one.answers('an', 'ĐÃ XỬ LÝ: xong rồi', { ses })).toEqual({ kind: 'held' });
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'not-authenticated' });
  });

  it('does nothing through an address that allows no such act', async () => {
    const one = await ReportRoom.atWork();
    const to = await one.address({ kind: 'staff', staffId: 'an' }, { workId: 'w1', acts: ['note'] });
    await one.answers('an', 'ĐÃ XỬ LÝ: xong rồi', { to });
    expect(one.result()).toMatchObject({ kind: 'doubtful', why: 'not-offered' });
  });

  it('acts for whoever of a unit answers its shared mailbox’s notice from their own', async () => {
    const one = await ReportRoom.atWork();
    const to = await one.address({ kind: 'unit', unitId: 'roads' }, { workId: 'w1' });
    await one.answers('head-roads', 'GIAO CHO binh', { to });
    expect((await one.report()).work[0]).toMatchObject({ officerId: 'binh' });
    expect(await one.answers('roads', 'TIẾP NHẬN', { to })).toEqual({ kind: 'held' });
  });
});

describe('a mail to the hotline', () => {
  const letter = { from: CITIZEN, to: HOTLINE_ADDRESS, subject: 'Đèn đường hỏng', text: 'Hẻm 12 tối cả tuần nay.' };

  it('is a message like on every channel, with its subject and its files', async () => {
    const one = new ReportRoom();
    const done = await one.room.receive({
      ...letter,
      messageId: '<m1@example.com>',
      files: [{ name: 'a.pdf', content: PDF }],
    });
    expect(done).toEqual({ kind: 'hotline' });
    const [item] = await one.items();
    expect(item).toMatchObject({
      kind: 'message',
      channel: 'email',
      sender: { account: CITIZEN, mail: { messageId: '<m1@example.com>', subject: 'Đèn đường hỏng' } },
      content: {
        kind: 'text',
        text: 'Đèn đường hỏng\nHẻm 12 tối cả tuần nay.',
        files: [{ kind: 'file', fileName: 'a.pdf' }],
      },
    });
    expect(item).not.toHaveProperty('unproven');
    const mail = await one.room.onlyMail();
    expect(mail).toMatchObject({ status: 'settled', outcome: { kind: 'hotline' } });
    const keys = await one.room.office.secrets.signingKeys();
    const conversationId = conversationIdOf(keys, 'email', CITIZEN);
    expect(JSON.stringify(one.room.office.world.stream)).toContain(conversationId);
    expect(JSON.stringify(one.room.office.world.stream)).not.toMatch(/Hẻm 12|hong\.nhung/u);
  });

  it('is one message, however often it is delivered', async () => {
    const one = new ReportRoom();
    const key = one.room.put(rawMail(letter));
    one.room.office.world.failNextCommit('after-write');
    await expect(receiveMail(one.room.ports, { key })).rejects.toThrow();
    expect(await receiveMail(one.room.ports, { key })).toEqual({ kind: 'hotline' });
    expect(await receiveMail(one.room.ports, { key })).toEqual({ kind: 'duplicate' });
    expect(await one.items()).toHaveLength(1);
  });

  it('of somebody whom nobody vouches for is taken, and marked', async () => {
    const one = new ReportRoom();
    await one.room.receive({ ...letter, ses: { dkim: [], dmarc: undefined } });
    expect(await one.items()).toMatchObject([{ unproven: true, sender: { mail: { unproven: true } } }]);
  });

  it('says its subject once, and an answer says only what is new', async () => {
    const one = new ReportRoom();
    await one.room.receive({
      ...letter,
      subject: 'Re: Tổng đài 1022',
      text: '12 Bạch Đằng\n\nOn Mon, Nov 23, 2026 at 9:00 AM Một Cửa 1022 wrote:\n> Xin cho biết địa chỉ',
    });
    await one.room.receive({ ...letter, text: 'Báo việc: đèn đường hỏng ở hẻm 12.' });
    expect((await one.items()).map((item) => item.kind === 'message' && item.content)).toEqual([
      { kind: 'text', text: '12 Bạch Đằng' },
      { kind: 'text', text: 'Báo việc: đèn đường hỏng ở hẻm 12.' },
    ]);
  });

  it('of a machine, with a virus, or in our own name is none', async () => {
    const one = new ReportRoom();
    const done = [
      await one.room.receive({ ...letter, headers: ['Auto-Submitted: auto-replied'] }),
      await one.room.receive({ ...letter, ses: { virus: 'FAIL' } }),
      await one.room.receive({ ...letter, from: HOTLINE_ADDRESS }),
    ];
    expect(done).toEqual([{ kind: 'machine' }, { kind: 'virus' }, { kind: 'machine' }]);
    expect(await one.items()).toEqual([]);
  });

  it('by its reporter, to the report’s own address, speaks of that report; by anybody else it does not', async () => {
    const one = await ReportRoom.atWork();
    const to = await one.address({ kind: 'applicant' });
    await one.room.receive({ ...letter, to, text: '5' });
    await one.room.receive({ ...letter, to, from: 'somebody@example.com', text: '1' });
    await one.room.receive({ ...letter, to, text: '2', ses: { dkim: [], dmarc: undefined } });
    const items = await one.items();
    expect(items.filter((item) => 'about' in item)).toMatchObject([
      { about: REPORT_CODE, content: { text: '5' }, sender: { account: CITIZEN } },
    ]);
    expect(items).toHaveLength(3);
  });
});
