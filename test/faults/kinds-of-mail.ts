/** One mail, or a few, of every kind, and the office that they come to. */
import {
  CITIZEN_MAILBOX,
  PDF,
  rawMail,
  REPLY_DOMAIN,
  type Letter,
} from '../../functions/mail/incoming/testing/mail-room.ts';
import { REPLY_ACTS } from '../../shared/domain/reply/reply-acts.ts';
import { MailOffice } from './mail-office.ts';

export interface Scene {
  readonly office: MailOffice;
  readonly entityId: string;
  /** As they lie in the bucket, in the order in which they arrive. */
  readonly mails: readonly Uint8Array[];
  /** What a person does when all is quiet. */
  readonly afterwards?: () => Promise<void>;
}

const files = [{ name: 'a.pdf', content: PDF }];
const messageId = '<the-one@province.example>';
const mailboxOf = (staffId: string) => `${staffId}@province.example`;

async function answer(
  changes: Partial<Letter>,
  copies: (raw: Uint8Array) => readonly Uint8Array[] = (raw) => [raw],
): Promise<Scene> {
  const office = new MailOffice();
  const { caseId, entityId, officer } = await office.room.assignedCase();
  const recipient = { kind: 'staff', staffId: officer } as const;
  const to = await office.room.address(caseId, recipient, { acts: [...REPLY_ACTS], stepId: 'tham-tra' });
  await office.prepared();
  const raw = rawMail({ from: mailboxOf(officer), to, messageId, text: '', ...changes });
  return { office, entityId, mails: copies(raw) };
}

async function headAnswers(text: string): Promise<Scene> {
  const office = new MailOffice();
  const { caseId, entityId } = await office.room.assignedCase();
  const to = await office.room.address(caseId, { kind: 'staff', staffId: 'hoa' }, { acts: [...REPLY_ACTS] });
  await office.prepared();
  return { office, entityId, mails: [rawMail({ from: mailboxOf('hoa'), to, messageId, text })] };
}

async function letter(
  changes: Partial<Letter> | ((caseId: string) => Partial<Letter>),
  waitsForPapers = false,
): Promise<Scene> {
  const office = new MailOffice();
  const { caseId, entityId, officer } = await office.room.assignedCase();
  if (waitsForPapers) {
    await office.room.office.act(entityId, await office.room.office.staff(officer), {
      type: 'RequestSupplement',
      stepId: 'tham-tra',
      items: [{ lineId: 'giay-to', what: 'thiếu' }],
      reason: 'Thiếu giấy tờ',
    });
  }
  const to = await office.room.address(caseId, { kind: 'applicant' });
  await office.prepared();
  return {
    office,
    entityId,
    mails: [
      rawMail({
        from: CITIZEN_MAILBOX,
        to,
        messageId,
        text: 'Xin gửi.',
        files,
        ...(typeof changes === 'function' ? changes(caseId) : changes),
      }),
    ],
  };
}

async function held(sort: 'Match' | 'Dismiss' | undefined): Promise<Scene> {
  const scene = await letter((caseId) => ({ to: `ho-so@${REPLY_DOMAIN}`, text: `Tôi hỏi hồ sơ ${caseId}.` }));
  if (sort === undefined) return scene;
  const { office, entityId } = scene;
  const afterwards = async () => {
    const mail = [...office.room.office.world.entities.keys()].find((id) => id.startsWith('mail#')) ?? '';
    const caseId = entityId.slice('case#'.length);
    await office.sort(mail, 'lan', sort === 'Match' ? { type: sort, caseId } : { type: sort, reason: 'Thư rác' });
  };
  return { ...scene, afterwards };
}

const absence = { subject: 'Automatic reply: Hồ sơ', headers: ['Auto-Submitted: auto-replied'], text: 'Tôi vắng mặt.' };
/** The sender's server delivered it again: SES wrote another receipt on top. */
export const underAnotherTrace = (raw: Uint8Array) =>
  Buffer.from(Buffer.from(raw).toString('latin1').replace('with SMTP id 8i6cr4', 'with SMTP id 2k9xw7'), 'latin1');

export const KINDS: Readonly<Record<string, () => Promise<Scene>>> = {
  'an answer that acts, with a note and a file': () => answer({ text: 'Hoàn thành\n\nGửi kèm tờ trình.', files }),
  'an answer that asks the applicant for papers': () =>
    answer({ text: 'BỔ SUNG: Giấy tờ tùy thân. Lý do: chưa có bản sao' }),
  'an answer that hands over': () => answer({ text: 'GIAO CHO Bình: tôi đi công tác' }),
  'an answer that is asked about': () => answer({ text: 'Hoàn thành được không ạ?' }),
  'an answer that waits for its confirmation': () => headAnswers('Dừng: công dân không còn nhu cầu\n\nĐã gọi điện.'),
  'a note with files': () =>
    answer({
      text: 'Công dân gửi thêm bản chụp.',
      files: [...files, { name: 'b.pdf', content: Buffer.concat([PDF, PDF]) }],
    }),
  'an answer from a stranger': () => answer({ text: 'Hoàn thành', from: 'x@elsewhere.example' }),
  'an answer that nobody vouches for': () =>
    answer({ text: 'Hoàn thành', ses: { dkim: [], dmarc: 'fail header.from=province.example' } }),
  'an answer stored under two keys': () =>
    answer({ text: 'Hoàn thành\n\nGửi kèm.', files }, (raw) => [raw, underAnotherTrace(raw), raw]),
  'an absence': () => answer(absence),
  'a bounce': () =>
    answer({
      from: 'MAILER-DAEMON@province.example',
      subject: 'Undelivered Mail Returned to Sender',
      text: 'no such user',
    }),
  'an answer of the counter, which takes a number': async () => {
    const office = new MailOffice();
    const { caseId, entityId } = await office.room.submittedCase();
    const to = await office.room.address(caseId, { kind: 'unit', unitId: 'counter-25750' }, { acts: [...REPLY_ACTS] });
    await office.prepared();
    return { office, entityId, mails: [rawMail({ from: mailboxOf('lan'), to, messageId, text: 'Tiếp nhận' })] };
  },
  'a letter of the applicant': () => letter({}),
  'a supplement': () => letter({}, true),
  'a mail that is held': () => held(undefined),
  'a mail that is held and put to its case': () => held('Match'),
  'a mail that is held and set aside': () => held('Dismiss'),
};
