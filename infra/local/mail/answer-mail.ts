import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { ReadMail } from './read-mail.ts';
import type { ArrivingMail } from './take-mail-in.ts';

export interface Answer {
  /** One of the mail's recipients. */
  readonly from: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

/** The answer as a mail program writes it: to the Reply-To, in the thread, the mail quoted below. */
export async function answerTo(mail: ReadMail, answer: Answer, at: Date): Promise<ArrivingMail> {
  const to = mail.headers['reply-to'] ?? mail.from;
  const messageId = mail.headers['message-id'];
  const quoted = mail.text
    .split(/\r?\n/u)
    .map((line) => `> ${line}`)
    .join('\n');
  const message = new MailComposer({
    from: answer.from,
    to,
    subject: /^re:/iu.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    date: at,
    text: `${answer.text}\n\nVào ${when(mail.at)}, Một Cửa 1022 <${bare(mail.from)}> đã viết:\n\n${quoted}\n`,
    ...(messageId !== undefined && {
      inReplyTo: messageId,
      references: [mail.headers['references'], messageId].filter((one) => one !== undefined).join(' '),
    }),
    attachments: answer.files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
  }).compile();
  return { sender: bare(answer.from), recipients: [bare(to)], raw: await message.build() };
}

export function bare(address: string): string {
  return address.replace(/^.*<|>.*$/gu, '').trim();
}

function when(instant: string): string {
  const format = new Intl.DateTimeFormat('vi-VN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return format.format(new Date(instant));
}
