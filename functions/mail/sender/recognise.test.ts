import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedRecipient } from './delivery-report.ts';
import { parseMail } from '../reading/parse-mail.ts';
import { recognise } from './recognise.ts';
import { senderVerdict } from './sender-verdict.ts';

const OWN = { domains: ['reply.example', 'motcua.example'] };
const NOTICE = '[H29.18-261123-0001] Việc mới: Thẩm tra hồ sơ';

interface Letter {
  readonly headers?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
}

async function told({
  headers = [],
  from = 'Lan <lan@ward.example>',
  subject = `Re: ${NOTICE}`,
  text = 'Đồng ý',
}: Letter) {
  const raw = [...headers, `From: ${from}`, `Subject: ${subject}`, '', text, ''].join('\r\n');
  return recognise(await parseMail(Buffer.from(raw)), OWN);
}

/** A multipart/report with one machine part. */
function report({
  type,
  part,
  about,
  subject = 'Report',
}: Record<'type' | 'part' | 'about', string> & { readonly subject?: string }) {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <postmaster@ward.example>',
    `Subject: ${subject}`,
    `Content-Type: multipart/report; report-type=${type}; boundary="b1"`,
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your message to other@elsewhere.example could not be delivered.',
    '--b1',
    `Content-Type: ${part}`,
    '',
    about,
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    'X-Notice-Id: case#A/1/0/step-assigned/staff:an',
    'From: khong-tra-loi@motcua.example',
    '',
    '--b1--',
    '',
  ].join('\r\n');
}

async function reported(raw: string) {
  const mail = await parseMail(Buffer.from(raw));
  return { ...recognise(mail, OWN), failed: failedRecipient(mail) };
}

const deliveryStatus = (...fields: readonly string[]) =>
  report({
    type: 'delivery-status',
    part: 'message/delivery-status',
    about: ['Reporting-MTA: dns; mx.ward.example', '', ...fields].join('\r\n'),
  });

describe('a person', () => {
  it.each<Letter>([
    {},
    { text: 'Tự động trả lời giúp tôi: hệ thống gửi thư tự động là gì?' },
    { text: 'Tôi đang nghỉ phép đến hết ngày 30/11/2026, xin chuyển cho Bình.' },
    { subject: 'Re: Tự động trả lời: hồ sơ' },
    { subject: 'Không gửi được thư cho tôi', text: 'Tôi không nhận được thư nào.' },
    { subject: 'Không thể gửi hồ sơ qua mạng' },
    { subject: 'Fwd: Undeliverable: hồ sơ' },
    { subject: 'Nghỉ phép năm có được tính vào thời hạn không?' },
    { subject: 'Vắng mặt khi bưu tá đến', text: 'Hôm qua tôi vắng mặt.' },
    { subject: 'Out of Office hours' },
    { headers: ['Auto-Submitted: no'] },
    { headers: ['Auto-Submitted: No (a person)'] },
    { headers: ['X-Auto-Response-Suppress: All'] },
    { headers: ['X-MS-Exchange-Inbox-Rules-Loop: lan@ward.example'] },
    { headers: ['Precedence: normal'] },
    { headers: ['X-Autoreply: no'] },
    { headers: ['Return-Path: <lan@ward.example>', 'Return-Path: <>'] },
    { headers: ['Disposition-Notification-To: lan@ward.example'] },
    { from: 'Nora Reply <nora.reply@ward.example>' },
    { from: 'lan@motcua.example.ward.example' },
    { text: 'X-Notice-Id: case#A/1/0/step-assigned/staff:an\r\nAuto-Submitted: auto-generated' },
  ])('is who writes %j', async (letter) => {
    expect(await told(letter)).toEqual({ kind: 'person' });
  });
});

describe('a machine', () => {
  it.each<[string, Letter]>([
    ['auto-reply', { headers: ['Auto-Submitted: auto-replied'] }],
    ['auto-reply', { headers: ['AUTO-SUBMITTED:  Auto-Generated ; x=y'] }],
    ['auto-reply', { headers: ['Auto-Submitted: auto-notified'] }],
    ['auto-reply', { headers: ['Precedence: auto_reply'] }],
    ['auto-reply', { headers: ['X-Autoreply: yes'] }],
    ['auto-reply', { headers: ['X-Autorespond: hồ sơ'] }],
    ['auto-reply', { headers: ['Return-Path: <>'] }],
    ['auto-reply', { subject: `Tự động trả lời: ${NOTICE}`, text: 'Chúng tôi đã nhận được thư của ông/bà.' }],
    ['auto-reply', { subject: 'Trả lời tự động', text: 'Đã nhận thư.' }],
    ['list', { headers: ['List-Id: <all.ward.example>'] }],
    ['list', { headers: ['List-Unsubscribe: <mailto:x@y.example>'] }],
    ['list', { headers: ['List-Post: NO'] }],
    ['list', { headers: ['Precedence: list'] }],
    ['other', { headers: ['Precedence: bulk'] }],
    ['other', { headers: ['Precedence: junk'] }],
    ['other', { from: 'No-Reply@bank.example' }],
    ['other', { from: 'Cổng DVC <khongtraloi@dichvucong.example>' }],
    ['other', { from: 'postmaster@ward.example' }],
    ['own', { headers: ['X-Notice-Id: case#A/1/0/step-assigned/staff:an'] }],
    ['own', { from: 'Một Cửa <khong-tra-loi@motcua.example>' }],
    ['own', { from: 'x@bounce.reply.example', headers: ['Auto-Submitted: auto-replied'] }],
    ['own', { from: 'lan@ward.example, x@reply.example' }],
    ['bounce', { from: 'MAILER-DAEMON@ap-southeast-1.amazonses.com', subject: 'x' }],
    [
      'bounce',
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Failure)',
      },
    ],
    [
      'bounce',
      {
        from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ward.example>',
        subject: `Không thể gửi: ${NOTICE}`,
      },
    ],
    ['bounce', { from: 'postmaster@ward.example', subject: `Undeliverable: ${NOTICE}` }],
    ['bounce', { headers: ['X-Failed-Recipients: an@ward.example'] }],
    ['bounce', { subject: 'Mail delivery failed: returning message to sender' }],
    ['bounce', { subject: 'Returned mail: see transcript for details' }],
    ['bounce', { subject: 'Undelivered Mail Returned to Sender' }],
    ['bounce', { subject: 'failure notice' }],
    ['bounce', { subject: 'Không gửi được thư', headers: ['Return-Path: <>'] }],
    ['bounce', { subject: `Không thể gửi: ${NOTICE}`, headers: ['X-MS-Exchange-Message-Is-Ndr:'] }],
    ['receipt', { subject: 'Delivery Status Notification (Delay)', from: 'mailer-daemon@googlemail.com' }],
    [
      'receipt',
      { subject: 'Warning: could not send message for past 4 hours', headers: ['Auto-Submitted: auto-generated'] },
    ],
    ['out-of-office', { headers: ['Auto-Submitted: auto-replied (zimbra; vacation)'], text: '...' }],
    ['out-of-office', { headers: ['Auto-Submitted: auto-replied'], text: 'Tôi đang đi công tác.' }],
    ['out-of-office', { headers: ['Return-Path: <>'], subject: `Vắng mặt: ${NOTICE}`, text: '' }],
    ['out-of-office', { headers: ['X-Auto-Response-Suppress: All'], subject: 'Nghỉ phép', text: '' }],
    ['out-of-office', { subject: `Automatic reply: ${NOTICE}`, text: 'I am out of the office.' }],
    ['out-of-office', { subject: `Tự động trả lời: ${NOTICE}`, text: 'Tôi vắng mặt, cần gấp xin gọi 0912 000 000.' }],
    ['out-of-office', { subject: 'Out of Office: hồ sơ', text: 'On annual leave.' }],
    ['out-of-office', { subject: 'Nghỉ phép', text: 'Tôi nghỉ phép từ hôm nay.' }],
  ])('is recognised as %s by %j', async (what, letter) => {
    expect(await told(letter)).toEqual({ kind: 'machine', what });
  });

  it.each([
    ['Tôi nghỉ phép đến hết ngày 30/11/2026.', '2026-11-30'],
    ['Tôi nghỉ phép từ ngày 24/11/2026 đến 5/12/2026.', '2026-12-05'],
    ['Tôi đi công tác 24/11/2026 – 27-11-2026.', '2026-11-27'],
    ['Vắng mặt đến hết ngày 30 tháng 11 năm 2026', '2026-11-30'],
    ['Tôi vắng mặt và sẽ trở lại làm việc vào ngày 01/12/2026.', '2026-11-30'],
    ['I am out of the office until 30.11.2026 and will be back on 01.12.2026', '2026-11-30'],
    ['On leave until\r\n 30/11/2026.', '2026-11-30'],
  ])('says how long: %s', async (text, until) => {
    const letter = { headers: ['Auto-Submitted: auto-replied'], text };
    expect(await told(letter)).toEqual({ kind: 'machine', what: 'out-of-office', until });
  });

  it('is not an absent officer because of what it quotes', async () => {
    const text = ['Đã nhận thư.', '', '> Người được giao đang vắng mặt đến hết ngày 30/11/2026'].join('\r\n');
    const letter = { headers: ['Auto-Submitted: auto-replied'], text };
    expect(await told(letter)).toEqual({ kind: 'machine', what: 'auto-reply' });
  });

  it.each([
    'Tôi vắng mặt, hồ sơ nộp ngày 20/11/2026.',
    'Tôi vắng mặt đến 31/11/2026.',
    'On leave until 11/30/2026.',
    'Tôi vắng mặt đến 30/11.',
    `Tôi vắng mặt.${' '.repeat(3)}${'x'.repeat(2000)} đến 30/11/2026`,
  ])('does not say plainly how long: %s', async (text) => {
    const letter = { headers: ['Auto-Submitted: auto-replied'], text };
    expect(await told(letter)).toEqual({ kind: 'machine', what: 'out-of-office' });
  });
});

describe('a report of a mail server', () => {
  it('names who was not reached, as we addressed them', async () => {
    const moved = ['Original-Recipient: rfc822; An@Ward.example', 'Final-Recipient: rfc822; an@elsewhere.example'];
    const raw = deliveryStatus(...moved, 'Action: failed', 'Status: 5.1.1');
    expect(await reported(raw)).toEqual({ kind: 'machine', what: 'bounce', failed: 'an@ward.example' });
    const folded = deliveryStatus('Final-Recipient: rfc822;', '\tan@ward.example', 'Action: failed (gave up)');
    expect(await reported(folded)).toMatchObject({ what: 'bounce', failed: 'an@ward.example' });
  });

  it('that says no action is one by its status', async () => {
    const raw = (status: string) => deliveryStatus('Final-Recipient: rfc822; an@ward.example', `Status: ${status}`);
    expect(await reported(raw('5.2.2'))).toMatchObject({ what: 'bounce', failed: 'an@ward.example' });
    expect(await reported(raw('2.0.0'))).toMatchObject({ what: 'receipt', failed: undefined });
  });

  it.each(['delayed', 'delivered', 'relayed'])('that a mail was %s is no bounce and names nobody', async (action) => {
    const raw = deliveryStatus('Final-Recipient: rfc822; an@ward.example', `Action: ${action}`, 'Status: 4.4.1');
    expect(await reported(raw)).toEqual({ kind: 'machine', what: 'receipt', failed: undefined });
  });

  it('without its machine part is still one', async () => {
    const raw = report({ type: 'delivery-status', part: 'text/plain', about: 'x' });
    expect(await reported(raw)).toMatchObject({ what: 'bounce', failed: 'other@elsewhere.example' });
  });

  it('that somebody opened a mail is a receipt', async () => {
    const part = 'message/disposition-notification';
    const about = 'Final-Recipient: rfc822; an@ward.example\r\nDisposition: manual-action/MDN-sent-manually; displayed';
    const raw = report({ type: 'disposition-notification', part, about, subject: 'Đã đọc: x' });
    expect(await reported(raw)).toMatchObject({ what: 'receipt' });
  });

  it('of another kind is a machine’s', async () => {
    const raw = report({ type: 'feedback-report', part: 'message/feedback-report', about: 'Feedback-Type: abuse' });
    expect(await reported(raw)).toMatchObject({ what: 'other' });
  });

  it('written as a letter names who was not reached in its text', async () => {
    const letter =
      'From: MAILER-DAEMON@yahoo.example\r\nSubject: failure notice\r\n\r\nSorry.\r\n<An@ward.example>:\r\nno such user\r\n';
    expect(await reported(letter)).toMatchObject({ what: 'bounce', failed: 'an@ward.example' });
    const gmail = 'X-Failed-Recipients: an@ward.example\r\nFrom: x@y.example\r\n\r\nThe mail to b@c.example\r\n';
    expect(await reported(gmail)).toMatchObject({ what: 'bounce', failed: 'an@ward.example' });
    const nobody = 'From: mailer-daemon@x.example\r\nSubject: failure notice\r\n\r\nSorry, x@ , @y and z@w failed\r\n';
    expect(await reported(nobody)).toMatchObject({ what: 'bounce', failed: undefined });
  });

  it('of enormous size is read at its beginning', async () => {
    const raw = deliveryStatus(
      'Action: failed',
      `Final-Recipient: rfc822; an@ward.example${'\r\n\t x@y'.repeat(200_000)}`,
    );
    expect(await reported(raw)).toMatchObject({ what: 'bounce' });
  });
});

describe('any bytes at all', () => {
  it('are somebody’s mail, and vouch for nobody', async () => {
    const line = fc.constantFrom(
      'Subject: Vắng mặt:',
      'From: x@y.example',
      'Auto-Submitted:',
      'Content-Type: multipart/report; boundary=b',
      '--b',
      'Content-Type: message/delivery-status',
      'Action: failed',
      'Return-Path: <>',
      '',
      '\u0000',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 20 })
        .map((lines) => Buffer.from(lines.join('\r\n'))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (raw) => {
        const mail = await parseMail(raw);
        expect(['person', 'machine']).toContain(recognise(mail, OWN).kind);
        expect(senderVerdict(mail, 'reply.example').authenticated).toBe(false);
      }),
    );
  });
});
