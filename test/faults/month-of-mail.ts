/** A month of a small office's mail, drawn from a seed: answers, notes, letters, machines, forgeries, and mails that somebody has to sort. */
import {
  CITIZEN_MAILBOX,
  PDF,
  rawMail,
  REPLY_DOMAIN,
  type Letter,
} from '../../functions/mail/incoming/testing/mail-room.ts';
import type { ReplyRecipient } from '../../shared/shell/signed-address.ts';
import { REPLY_ACTS } from '../../shared/domain/reply/reply-acts.ts';
import { randomOf, type Random } from '../fuzz/mutate-mail.ts';
import { pick } from './fuzzed-answers.ts';
import { underAnotherTrace } from './kinds-of-mail.ts';
import { MailOffice } from './mail-office.ts';

export interface Month {
  readonly office: MailOffice;
  /** Of every object that was stored. */
  readonly keys: readonly string[];
  /** How many of each kind the receiver made of them. */
  readonly kinds: Readonly<Record<string, number>>;
}

const LINES = [
  ...[
    'Đã nhận',
    'HOÀN THÀNH',
    'Xong',
    'HOÀN THÀNH số 15/GP',
    'TỪ CHỐI số 3/TB: không đủ điều kiện',
    'Dừng: công dân xin rút',
  ],
  ...[
    'BỔ SUNG: Giấy tờ tùy thân. Lý do: chưa có',
    'GIA HẠN 3 NGÀY: phải xác minh',
    'GIAO CHO Bình: đi họp',
    'GIAO CHO An: đi họp',
  ],
  ...[
    'LẤY Ý KIẾN justice-department: có hồ sơ gốc không?',
    'TRẢ LỜI: có',
    'TIẾP NHẬN',
    'Chưa xong đâu',
    'Xong chưa em?',
    'Công dân hẹn mai đến.',
  ],
];
const ABSENT = { subject: 'Automatic reply: Hồ sơ', headers: ['Auto-Submitted: auto-replied'], text: 'Tôi vắng mặt.' };
const MACHINES: readonly Partial<Letter>[] = [
  { headers: ['Auto-Submitted: auto-generated'], text: 'Cảm ơn ông/bà đã gửi thư.' },
  { headers: ['List-Id: <tin.province.example>', 'Precedence: list'], text: 'HOÀN THÀNH' },
  { subject: 'Undelivered Mail Returned to Sender', text: 'no such user' },
  ABSENT,
];

/** Mails for each case: enough that cases are worked on, few enough that not every answer is late. */
const MAILS_PER_CASE = 8;

export async function monthOfMail(mails: number, seed: number): Promise<Month> {
  const random = randomOf(seed);
  const office = new MailOffice();
  const cases: { readonly caseId: string; readonly entityId: string }[] = [];
  for (let number = 1; number <= Math.ceil(mails / MAILS_PER_CASE); number++) {
    cases.push(random() < 0.8 ? await office.room.assignedCase(number) : await office.room.submittedCase(number));
  }
  await office.prepared();
  const keys: string[] = [];
  for (let index = 0; index < mails; index++) {
    const { entityId, caseId } = pick(random, cases);
    const raw = rawMail(
      await letterOf(office, { random, entityId, caseId, number: `${String(seed)}.${String(index)}` }),
    );
    keys.push(office.arrive(raw));
    if (random() < 0.05) keys.push(office.arrive(underAnotherTrace(raw)));
    office.room.office.clock.step({ minutes: Math.ceil((2 * random() * 30 * 24 * 60) / mails) });
    // Some come together.
    if (random() < 0.7) await office.settle();
    if (random() < 0.1) await sortOne(office, random, caseId);
  }
  await office.settle();
  return { office, keys, kinds: kindsOf(office) };
}

async function letterOf(
  { room }: MailOffice,
  {
    random,
    entityId,
    caseId,
    number,
  }: { readonly random: Random; readonly entityId: string; readonly caseId: string; readonly number: string },
): Promise<Letter> {
  const state = await room.office.state(entityId);
  const step = state.status === 'processing' ? state.work.steps.find(({ status }) => status !== 'done') : undefined;
  const officer = step?.officerId ?? 'hoa';
  const files = random() < 0.3 ? [{ name: 'a.pdf', content: Buffer.concat([PDF, Buffer.from(number)]) }] : [];
  const messageId = `<${number}@mail.example>`;
  const address = (recipient: ReplyRecipient) =>
    room.address(caseId, recipient, { acts: [...REPLY_ACTS], ...(step !== undefined && { stepId: step.stepId }) });
  const drawn = random();
  if (drawn < 0.55) {
    const to = await address({ kind: 'staff', staffId: officer });
    const text = `${pick(random, LINES)}\n\nThư số ${number}.`;
    const forged = random() < 0.1 && { ses: { dkim: [], dmarc: 'fail header.from=province.example' } };
    return { from: `${random() < 0.1 ? 'quang' : officer}@province.example`, to, text, files, messageId, ...forged };
  }
  if (drawn < 0.62) {
    const to = await address({ kind: 'unit', unitId: 'counter-25750' });
    return {
      from: 'lan@province.example',
      to,
      text: pick(random, ['Tiếp nhận', 'Từ chối: sai nơi nộp', 'Đã xem.']),
      messageId,
    };
  }
  if (drawn < 0.78) {
    return {
      from: CITIZEN_MAILBOX,
      to: await address({ kind: 'applicant' }),
      text: `Xin hỏi, thư ${number}.`,
      files,
      messageId,
    };
  }
  if (drawn < 0.88) {
    const to = await address({ kind: 'staff', staffId: officer });
    return { from: `${officer}@province.example`, to, messageId, text: '', ...pick(random, MACHINES) };
  }
  const from = pick(random, [CITIZEN_MAILBOX, 'la@elsewhere.example', 'quang@province.example']);
  return { from, to: `ho-so@${REPLY_DOMAIN}`, text: `Tôi hỏi hồ sơ ${caseId}, thư ${number}.`, files, messageId };
}

/** The official sorts the oldest that waits, if any does. */
async function sortOne(office: MailOffice, random: Random, caseId: string): Promise<void> {
  const { world } = office.room.office;
  for (const [entityId, { state }] of world.entities) {
    if (!entityId.startsWith('mail#')) continue;
    const mail = JSON.parse(state) as { readonly status: string; readonly unitId?: string };
    if (mail.status !== 'held' || mail.unitId !== 'counter-25750') continue;
    await office.sort(
      entityId,
      'lan',
      random() < 0.7 ? { type: 'Match', caseId } : { type: 'Dismiss', reason: 'Thư rác' },
    );
    return;
  }
}

function kindsOf({ room }: MailOffice): Readonly<Record<string, number>> {
  const kinds: Record<string, number> = {};
  const count = (kind: string) => {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  };
  for (const event of room.mailEvents()) count(event.type === 'MailSettled' ? event.outcome.kind : event.type);
  for (const [entityId, { commits }] of room.office.world.entities) {
    if (!entityId.startsWith('case#')) continue;
    for (const { events } of commits)
      for (const event of JSON.parse(events) as { type: string; result?: { kind: string } }[])
        if (event.type === 'ReplyAnswered') count(`reply ${event.result?.kind ?? ''}`);
  }
  return kinds;
}
