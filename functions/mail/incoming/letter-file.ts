/** A citizen's words, as a file of the case: they are personal data, and no event holds any. Text is taken from our own hand only. */
import { localDateOf, localTimeOf, type Instant } from '../../../shared/domain/time.ts';
import type { MailReading } from '../../../shared/ports/outside.ts';
import { mailUploadId, WORDS } from '../mail-upload-id.ts';
import { fileOf, type MailFile } from './mail-attachments.ts';

const LONGEST = 200_000;
const REFUSED: Readonly<Record<MailReading['refused'][number]['why'], string>> = {
  type: 'loại tệp không nhận',
  size: 'quá 10 MB',
  number: 'quá số tệp cho phép',
};

export function letterFile(letter: {
  readonly mailId: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: Instant;
  readonly refused: MailReading['refused'];
}): MailFile {
  const { mailId, from, subject, text, receivedAt, refused } = letter;
  const day = localDateOf(receivedAt);
  const time = localTimeOf(receivedAt);
  const lines = [
    `Từ: ${from}`,
    `Nhận lúc: ${time} ngày ${day}`,
    `Tiêu đề: ${subject}`,
    '',
    text.slice(0, LONGEST),
    ...(refused.length === 0 ? [] : ['', 'Tệp gửi kèm không được nhận:']),
    ...refused.map(({ fileName, why }) => `- ${fileName} (${REFUSED[why]})`),
  ];
  const file = fileOf(mailUploadId(mailId, WORDS), {
    fileName: `thu-${day}-${time.replace(':', '')}.txt`,
    contentType: 'text/plain; charset=utf-8',
    bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
  });
  // Another delivery writes another time, or other files that had no room: that is another file, and must not stand for this one.
  return { ...file, uploadId: `${file.uploadId}-${file.sha256.slice(0, 16)}` };
}
