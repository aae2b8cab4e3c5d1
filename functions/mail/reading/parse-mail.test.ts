import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAIL_LIMITS } from './mail-limits.ts';
import { parseMail } from './parse-mail.ts';

const bytes = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));

const multipart = (parts: readonly string[]) =>
  bytes(
    `From: an@phuong-a.example\nContent-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`,
  );

describe('parseMail', () => {
  it('answers whatever the bytes are', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.string({ unit: 'binary', maxLength: 2000 }).map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (raw) => {
        const mail = await parseMail(raw);
        expect(mail.text).toBe(mail.text.normalize('NFC'));
      }),
    );
  });

  it('reads a view of a larger buffer, and nothing around it', async () => {
    const whole = Buffer.concat([bytes('Subject: before\n\n'), bytes('Subject: mine\n\ntext'), bytes(' after')]);
    const mail = await parseMail(whole.subarray(19, 19 + 21));
    expect(mail).toMatchObject({ subject: 'mine', text: 'text' });
  });

  it('keeps headers in order with their duplicates, unfolded', async () => {
    const { headers } = await parseMail(bytes('A: 1\nB: 2\n three\na: 4\n\n'));
    expect(headers).toEqual([
      ['a', '1'],
      ['b', '2 three'],
      ['a', '4'],
    ]);
  });

  it('hands files out byte for byte', async () => {
    const content = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const encoded = `Content-Type: application/x-all; name=all\nContent-Transfer-Encoding: base64\n\n${content.toString('base64')}`;
    const { attachments } = await parseMail(multipart([encoded]));
    expect(attachments.map((file) => Buffer.from(file.content))).toEqual([content]);
  });

  it('tells the thread and the date', async () => {
    const mail = await parseMail(
      bytes('Date: Mon, 23 Nov 2026 09:30:00 +0700\nIn-Reply-To: <a@x> (hôm qua)\nReferences: <r@x>\n <a@x>\n\n'),
    );
    expect(mail).toMatchObject({
      date: '2026-11-23T02:30:00.000Z',
      inReplyTo: ['<a@x>'],
      references: ['<r@x>', '<a@x>'],
    });
  });

  it('takes the recipient of the topmost Received only: those below are written by the sender', async () => {
    const received = (to: string) =>
      `Received: from a by b with SMTP id 1\n for ${to};\n Mon, 23 Nov 2026 02:30:00 +0000\n`;
    const mail = await parseMail(bytes(`${received('R.K1@tra-loi.example')}${received('other@tra-loi.example')}\n`));
    expect(mail.recipients).toEqual(['r.k1@tra-loi.example']);
  });

  it('hands out what machines report, and no file of it', async () => {
    const report = bytes(
      'Content-Type: multipart/report; boundary=b\n\n--b\n\nKhông gửi được.\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b\nContent-Type: message/rfc822\n\nX-Notice-Id: n1\n\ntext\n--b--\n',
    );
    const mail = await parseMail(report);
    expect(mail).toMatchObject({ text: 'Không gửi được.', attachments: [] });
    expect(mail.reports).toEqual([
      { contentType: 'message/delivery-status', text: 'Action: failed' },
      { contentType: 'message/rfc822', text: 'X-Notice-Id: n1\n\ntext' },
    ]);
  });
});

describe('the limits of a mail', () => {
  it('are not felt by an ordinary mail', async () => {
    expect((await parseMail(multipart(['\nĐồng ý', '\nhai']))).incomplete).toBeUndefined();
  });

  it('leave parts beyond the five hundredth unread', async () => {
    const mail = await parseMail(multipart(Array<string>(MAIL_LIMITS.parts + 5).fill('Content-Type: a/b\n\nx')));
    expect(mail.attachments).toHaveLength(MAIL_LIMITS.parts - 1);
    expect(mail.incomplete).toBe(true);
  });

  it('leave multiparts beyond the twentieth level unread', async () => {
    const nested = (levels: number) =>
      bytes(
        `Subject: a\n${Array.from({ length: levels }, (_, level) => `Content-Type: multipart/mixed; boundary=b${String(level)}\n\n--b${String(level)}\n`).join('')}\nĐồng ý\n`,
      );
    expect(await parseMail(nested(MAIL_LIMITS.depth))).toMatchObject({ text: 'Đồng ý\n' });
    expect((await parseMail(nested(MAIL_LIMITS.depth))).incomplete).toBeUndefined();
    expect((await parseMail(nested(MAIL_LIMITS.depth + 1))).incomplete).toBe(true);
  });

  it('leave headers of parts beyond half a megabyte unread', async () => {
    const part = `${'X-Long: '.padEnd(10_000, 'x')}\nContent-Type: a/b\n\nx`;
    const mail = await parseMail(multipart(Array<string>(100).fill(part)));
    expect(mail.attachments.length).toBeLessThan(60);
    expect(mail.incomplete).toBe(true);
  });

  it('make a file of text that nobody wrote by hand', async () => {
    const mail = await parseMail(multipart(['\nĐồng ý', `\n${'x'.repeat(MAIL_LIMITS.text)}`]));
    expect(mail.text).toBe('Đồng ý');
    expect(mail.attachments).toHaveLength(1);
  });
});
