/**
 * A person's mail to the hotline: a message on one of its channels, committed like all of them and answered in the same conversation. Who cannot be
 * vouched for is heard as well, for no report may be lost, but the mark on it lets nobody be flooded with our answers.
 */
import type {
  ChannelMessage,
  MessageContent,
  MessageFile,
} from '../../../shared/domain/conversation/channel-message.ts';
import type { ReportId } from '../../../shared/domain/report/state.ts';
import { acceptItem } from '../../channels/incoming/accept-item.ts';
import { holdMail } from './hold-mail.ts';
import { hotlineText } from './hotline-text.ts';
import { letterFile } from './letter-file.ts';
import { readFiles, storeFiles, type MailFile } from './mail-attachments.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import { settleMail } from './settle-mail.ts';

export function isToHotline({ hotlineAddress }: Pick<ReceiverPorts, 'hotlineAddress'>, { mail }: Arrived): boolean {
  return mail.recipients.includes(hotlineAddress.toLowerCase());
}

/** Of a message's text in the table, characters; a longer one goes along as a file, whole. */
const LONGEST_TEXT = 50_000;
const LONGEST_NAME = 200;

/** @param about the report whose reporter surely wrote it. @throws on a fault: the mail comes again. */
export async function takeHotlineMail(ports: ReceiverPorts, arrived: Arrived, about?: ReportId): Promise<MailDone> {
  const { mail, verdict, tooLarge, objectKey } = arrived;
  const account = verdict.address;
  // Nobody can be answered, or there is nothing to read yet: a person looks.
  if (account === undefined || tooLarge) {
    return holdMail(ports, arrived, { to: { kind: 'none' }, why: tooLarge ? 'too-large' : 'unreadable' });
  }
  const { text, files } = await contentOf(arrived, about);
  await storeFiles(ports, files, arrived.now);
  const unproven = !verdict.authenticated || verdict.spam;
  const item: ChannelMessage = {
    kind: 'message',
    channel: 'email',
    providerId: arrived.mailId,
    at: arrived.now,
    sender: { account, mail: { ...messageIdIn(mail.messageId), subject: mail.subject, ...(unproven && { unproven }) } },
    content: messageOf(text, files.map(asMessageFile)),
    ...(mail.displayName !== undefined && { senderName: mail.displayName.slice(0, LONGEST_NAME) }),
    ...(unproven && { unproven }),
    ...(about !== undefined && { about }),
  };
  // The bytes themselves stay in the bucket of mail: a mail is larger than an item may be.
  const { messageId } = await acceptItem(ports, { item, raw: JSON.stringify({ objectKey }) });
  await settleMail(ports, arrived, { kind: 'hotline', messageId });
  return { kind: 'hotline' };
}

async function contentOf(
  { mail, mailId, verdict, now, catalogue }: Arrived,
  about: ReportId | undefined,
): Promise<{ readonly text: string; readonly files: readonly MailFile[] }> {
  const { limits } = catalogue;
  const text = hotlineText(mail, { ofReport: about !== undefined });
  const isLong = text.length > LONGEST_TEXT;
  const room = limits.attachmentsPerDossier - (isLong ? 1 : 0);
  const { taken, refused } = await readFiles({ mailId, attachments: mail.attachments }, { limits, room });
  if (!isLong) return { text, files: taken };
  const from = verdict.address ?? '';
  const words = letterFile({ mailId, from, subject: mail.subject, text, receivedAt: now, refused });
  return { text: `${text.slice(0, LONGEST_TEXT).toWellFormed()} […]`, files: [...taken, words] };
}

function messageOf(text: string, files: readonly MessageFile[]): MessageContent {
  if (text !== '') return { kind: 'text', text, ...(files.length > 0 && { files }) };
  return files.length > 0 ? { kind: 'files', files } : { kind: 'other', what: 'unknown' };
}

function asMessageFile({ uploadId, fileName, contentType }: MailFile): MessageFile {
  const [general = ''] = contentType.split('/');
  const kind = general === 'image' || general === 'video' || general === 'audio' ? general : 'file';
  return { kind, uploadId, fileName };
}

/** It stands in a header of our answer: only what plainly is one. */
function messageIdIn(written: string | undefined): { readonly messageId?: string } {
  return written !== undefined && /^<[!-;=?-~]{1,900}>$/u.test(written) ? { messageId: written } : {};
}
