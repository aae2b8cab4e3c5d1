/**
 * From what a notice says to the bytes that are sent. nodemailer writes the MIME; here are only the headers that make the
 * message behave: one thread for each case and recipient, no automatic answers, and a notice id that tells a duplicate.
 */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { ComposedMail } from '../../../shared/ports/outside.ts';
import type { MailContent } from '../writing/mail-content.ts';
import { renderHtml } from '../writing/render-html.ts';
import { renderText } from '../writing/render-text.ts';

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly noticeId: string;
  /** Where an answer goes, when it does not go to the sender. */
  readonly replyTo?: string;
  /** True when a mail of the recipient made us write. */
  readonly inAnswer?: boolean;
  /** The same for all messages about one case to one recipient. */
  readonly thread: string;
  /** The Message-ID of the recipient's own mail, in whose thread this one is to stand. */
  readonly answers?: string;
  readonly date: Date;
}

export function composeMail(content: MailContent, envelope: Envelope): Promise<ComposedMail> {
  return compose({ subject: content.subject, text: renderText(content), html: renderHtml(content) }, envelope);
}

/** As it is written, without a frame or a form. */
export function composeLetter(
  letter: { readonly subject: string; readonly text: string },
  envelope: Envelope,
): Promise<ComposedMail> {
  return compose(letter, envelope);
}

interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

async function compose(written: Written, envelope: Envelope): Promise<ComposedMail> {
  const root = threadId(envelope);
  const { answers } = envelope;
  const message = new MailComposer({
    from: { name: 'Một Cửa 1022', address: envelope.from },
    to: envelope.to,
    ...(envelope.replyTo !== undefined && { replyTo: envelope.replyTo }),
    ...written,
    date: envelope.date,
    messageId: messageId(envelope),
    // SES puts its own Message-ID in place of ours, so no later mail can name an earlier one. All name the same root, which was never sent: mail programs group by it.
    inReplyTo: answers ?? root,
    references: answers === undefined ? root : [answers, root],
    headers: {
      'X-Notice-Id': envelope.noticeId,
      ...noticeTag(envelope.noticeId),
      // RFC 3834: no out-of-office answer comes back.
      'Auto-Submitted': envelope.inAnswer === true ? 'auto-replied' : 'auto-generated',
      'Content-Language': 'vi, en',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
    boundaryPrefix: '--_mc',
    baseBoundary: digest(envelope.noticeId),
  }).compile();
  return { from: envelope.from, to: envelope.to, raw: await message.build() };
}

/** SES takes tags of at most so many letters, digits, - and _; a longer notice id goes without: its bounce is then nobody's. */
const LONGEST_TAG = 256;

/**
 * What SES says back when this mail bounces: the tag `notice` of its event names the notice, so that no event needs an address. SES takes
 * the header off before it sends. Never folded or encoded: SES reads it as it stands.
 */
function noticeTag(noticeId: string): Readonly<Record<string, { readonly prepared: true; readonly value: string }>> {
  const tag = Buffer.from(noticeId).toString('base64url');
  return tag.length > LONGEST_TAG ? {} : { 'X-SES-MESSAGE-TAGS': { prepared: true, value: `notice=${tag}` } };
}

function messageId({ noticeId, from }: Envelope): string {
  return `<notice.${digest(noticeId)}@${domainOf(from)}>`;
}

/** Hashed: headers travel in clear and are logged on the way, and the thread names a recipient. */
function threadId({ thread, from }: Envelope): string {
  return `<thread.${digest(thread)}@${domainOf(from)}>`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
