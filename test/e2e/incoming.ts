/** Mail to the system, as people write it: an answer to a notice, or a message of one's own. */
import { createTransport } from 'nodemailer';
import { expect } from 'vitest';
import { mailsTo, type Mail } from './mailbox.ts';
import { eventually, type OwnSystem, type System } from './running-system.ts';

export interface Written {
  /** A registered mailbox; the notice's recipient when absent. */
  readonly from?: string;
  readonly text: string;
  readonly files?: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array<ArrayBuffer>;
  }[];
}

/** Through the viewer's answer box: to the Reply-To, in the thread, the notice quoted below. */
export async function answer(system: System, mail: Mail, written: Written): Promise<void> {
  const form = new FormData();
  form.set('text', written.text);
  form.set('from', written.from ?? mail.to[0] ?? '');
  for (const { name, type, content } of written.files ?? []) form.append('file', new File([content], name, { type }));
  const sent = await fetch(`${system.mailUrl}/mails/${mail.id}/answer`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  expect(sent.status).toBe(303);
}

export interface RawMail {
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The sender's domain vouches for nobody. */
  readonly forged?: boolean;
  readonly messageId?: string;
}

/** By SMTP, with whatever headers; the bytes are the same for the same mail. */
export async function post({ runtime }: OwnSystem, mail: RawMail): Promise<void> {
  const head = {
    From: mail.from,
    To: mail.to,
    Subject: mail.subject ?? 'Re: việc',
    'Message-ID': mail.messageId ?? `<${crypto.randomUUID()}@may.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...mail.headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  const raw = [
    ...(mail.forged === true ? ['X-Local-Authentication: fail'] : []),
    ...lines,
    '',
    mail.text ?? 'HOÀN THÀNH',
  ].join('\r\n');
  const transport = createTransport({ host: '127.0.0.1', port: runtime.smtpPort, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: mail.from, to: mail.to }, raw });
  transport.close();
}

/** Where an answer to the notice goes. */
export function replyAddressOf(mail: Mail): string {
  return mail.headers['reply-to'] ?? '';
}

/** The newest mail whose subject says so, to somebody or to anybody. */
export function mailSaying(system: System, subject: RegExp, to?: string): Promise<Mail> {
  return eventually(`a mail to ${to ?? 'anybody'} that says ${String(subject)}`, async () =>
    (await mailsTo(system, to)).find((mail) => subject.test(mail.subject.normalize('NFC'))),
  );
}
