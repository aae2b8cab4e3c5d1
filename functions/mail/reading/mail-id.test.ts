import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailIdOf } from './mail-id.ts';
import { parseMail } from './parse-mail.ts';
import type { ParsedMail } from './parsed-mail.ts';

const mail: ParsedMail = {
  messageId: '<a@phuong-a.example>',
  from: ['an@phuong-a.example'],
  recipients: [],
  subject: 'Hồ sơ',
  inReplyTo: [],
  references: [],
  headers: [],
  text: 'Đồng ý',
  attachments: [{ fileName: 'a.pdf', content: Buffer.from('pdf'), contentType: 'application/pdf', inline: false }],
  reports: [],
  contentType: 'text/plain',
};

describe('mailIdOf', () => {
  it('is 26 characters that are safe in keys and addresses', () => {
    expect(mailIdOf(mail)).toMatch(/^[a-z2-7]{26}$/u);
  });

  it('is the same by whatever way the mail came', async () => {
    const written = 'From: an@phuong-a.example\r\nMessage-ID: <a@x>\r\n\r\nĐồng ý';
    const [one, other] = await Promise.all(
      [
        `Received: from a by b\r\n${written}`,
        `Return-Path: <x@y>\r\nReceived: from c by d\r\nX-SES-Spam-Verdict: PASS\r\n${written}`,
      ].map((raw) => parseMail(Buffer.from(raw))),
    );
    if (one === undefined || other === undefined) throw new Error('two mails were parsed');
    expect(mailIdOf(one)).toBe(mailIdOf(other));
  });

  it.each<[string, Partial<ParsedMail>]>([
    ['the Message-ID', { messageId: '<b@phuong-a.example>' }],
    ['the sender', { from: ['binh@phuong-a.example'] }],
    ['the subject', { subject: 'Hồ sơ 2' }],
    ['the text', { text: 'Từ chối' }],
    ['a file', { attachments: mail.attachments.map((file) => ({ ...file, content: Buffer.from('other') })) }],
    ['the name of a file', { attachments: mail.attachments.map((file) => ({ ...file, fileName: 'b.pdf' })) }],
    ['one file less', { attachments: [] }],
  ])('differs with %s', (_, change) => {
    expect(mailIdOf({ ...mail, ...change })).not.toBe(mailIdOf(mail));
  });

  it('does not mistake the end of the subject for the beginning of the text', () => {
    const three = fc.tuple(
      fc.string({ maxLength: 5 }),
      fc.string({ minLength: 1, maxLength: 5 }),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(three, ([first, middle, last]) => {
        const one = mailIdOf({ ...mail, subject: first + middle, text: last });
        expect(one).not.toBe(mailIdOf({ ...mail, subject: first, text: middle + last }));
      }),
    );
  });
});
