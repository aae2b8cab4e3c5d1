/** Into the holding pen (thư chờ phân loại): what a person needs to sort it lies beside the raw message, the files where uploads arrive. */
import { staffWithMailbox } from '../../../shared/domain/catalogue/people.ts';
import type { HeldReason } from '../../../shared/domain/mail/incoming-mail.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import type { AddressedTo } from './addressed-to.ts';
import { mayAnswerSender, mayTellDesk, type Sender } from './answer-budget.ts';
import { guessCases } from './guess-cases.ts';
import { letterFile } from './letter-file.ts';
import { filedAs, storeFiles, type MailFile } from './mail-attachments.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import { commitMail } from './settle-mail.ts';
import { letterOf } from './take-letter.ts';

/** Of the text that an official is shown, characters. */
const LONGEST_TEXT = 20_000;

export interface Holding {
  readonly why: HeldReason;
  readonly to: AddressedTo;
  /** Whom it concerns has been told already, or has heard enough today: the section finds it in its list. */
  readonly quiet?: boolean;
  /** False for who must not learn what became of the mail. */
  readonly answer?: boolean;
}

export async function holdMail(
  ports: ReceiverPorts,
  arrived: Arrived,
  { why, to, quiet = false, answer = true }: Holding,
): Promise<MailDone> {
  const { mailId, objectKey, verdict, now, catalogue } = arrived;
  const [colleague] =
    verdict.address !== undefined && verdict.authenticated
      ? staffWithMailbox(catalogue, verdict.address, localDateOf(now))
      : [];
  const letter = arrived.tooLarge ? tooLargeToRead(arrived) : await letterOf(arrived, undefined);
  const addressed = 'found' in to ? to.found.entityId : undefined;
  const { guesses, counterId } = await guessCases(ports, arrived, { written: letter.text, addressed, colleague });
  const files = [...letter.files, letter.words];
  await storeFiles(ports, files, now);
  await ports.readings.keepReading(mailId, {
    from: verdict.address ?? arrived.mail.from.join(', '),
    subject: arrived.mail.subject,
    text: letter.text.slice(0, LONGEST_TEXT).toWellFormed(),
    receivedAt: now,
    // The words are shown as such.
    attachments: letter.files.map((file) => ({ ...filedAs(file), fileName: file.fileName })),
    refused: letter.refused,
  });
  const sender = vouchedSender(arrived, colleague !== undefined || why === 'shared-mailbox');
  const tellDesk = !quiet && (await mayTellDesk(ports.throttle, { counterId, sender }));
  await commitMail(ports, arrived, {
    type: 'Hold',
    mailId,
    objectKey,
    receivedAt: now,
    why,
    guesses,
    files: files.map(filedAs),
    ...(counterId !== undefined && { counterId }),
    answerSender: answer && sender !== undefined && (await mayAnswerSender(ports.throttle, sender)),
    ...(colleague !== undefined && { colleague: true as const }),
    ...(!tellDesk && { quiet: true as const }),
  });
  return { kind: 'held' };
}

/** Nobody is answered whom nobody vouches for: the address may be anybody's who never wrote to us. */
function vouchedSender({ verdict }: Arrived, colleague: boolean): Sender | undefined {
  const { address, authenticated, spam } = verdict;
  return address === undefined || !authenticated || spam ? undefined : { address, colleague };
}

function tooLargeToRead({ mail, mailId, verdict, now: receivedAt }: Arrived) {
  const text = 'Thư quá lớn nên chưa được đọc; thư gốc còn được lưu.';
  const from = verdict.address ?? mail.from.join(', ');
  const words = letterFile({ mailId, from, subject: mail.subject, text, receivedAt, refused: [] });
  const files: readonly MailFile[] = [];
  return { files, refused: [], words, text };
}
