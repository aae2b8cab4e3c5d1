import { describe, expect, it } from 'vitest';
import type { ReplyResult } from '../../../shared/domain/dossier/reply-result.ts';
import { REPLY_ACTS } from '../../../shared/domain/reply/reply-acts.ts';
import { receiveMail } from './receive-mail.ts';
import { MailRoom, PDF, rawMail, CITIZEN_MAILBOX, REPLY_DOMAIN, type Letter } from './testing/mail-room.ts';

const GENERAL = `ho-so@${REPLY_DOMAIN}`;
const mailboxOf = (staffId: string) => `${staffId}@province.example`;

async function officersMail(changes: Partial<Letter> = {}) {
  const room = new MailRoom();
  const { caseId, entityId, officer } = await room.assignedCase();
  const to = await room.address(
    caseId,
    { kind: 'staff', staffId: officer },
    { acts: [...REPLY_ACTS], stepId: 'tham-tra' },
  );
  const letter: Letter = { from: mailboxOf(officer), to, text: 'HOÀN THÀNH\n', ...changes };
  const before = room.events(entityId).length;
  const since = () => room.events(entityId).slice(before);
  const result = (): ReplyResult | undefined => since().findLast((event) => event.type === 'ReplyAnswered')?.result;
  return { room, caseId, entityId, officer, letter, since, result };
}

describe('the answer of an officer', () => {
  it('does what its first line says, keeps the rest as a note, and records both in one commit as the officer', async () => {
    const { room, letter, entityId, officer, caseId, since } = await officersMail({
      text: 'Hoàn thành\n\nĐã gọi điện cho công dân.',
    });
    const before = room.office.world.stream.length;
    expect(await room.receive(letter)).toEqual({ kind: 'answered' });
    expect(since().map(({ type }) => type)).toEqual(['StepCompleted', 'StageOpened', 'NoteAdded', 'ReplyAnswered']);
    const [commit, mail] = room.office.world.stream.slice(before);
    expect(commit).toMatchObject({ entityId, actor: `staff:${officer}` });
    expect(mail).toMatchObject({ actor: 'system:mail' });
    expect(await room.onlyMail()).toMatchObject({
      status: 'settled',
      outcome: { kind: 'answered', caseId, staffId: officer },
    });
    expect(since()).toMatchObject([{}, {}, { text: 'Đã gọi điện cho công dân.' }, { answer: true, undoable: {} }]);
  });

  it('is only noted when it says no command', async () => {
    const { room, letter, since, result } = await officersMail({ text: 'Công dân hẹn mai mang bản chính đến.' });
    await room.receive(letter);
    expect(since().map(({ type }) => type)).toEqual(['NoteAdded', 'ReplyAnswered']);
    expect(since()[0]).toMatchObject({ text: 'Công dân hẹn mai mang bản chính đến.', stepId: 'tham-tra' });
    expect(result()).toEqual({ kind: 'noted' });
  });

  it('files what is attached, by content, and says how much was not taken', async () => {
    const { room, letter, since, result, entityId } = await officersMail({
      text: 'Gửi bản quét.',
      files: [
        { name: 'Tờ trình.pdf', content: PDF },
        { name: 'macro.pdf', type: 'application/pdf', content: Buffer.from('MZ not a pdf at all') },
      ],
    });
    await room.receive(letter);
    expect(result()).toEqual({ kind: 'noted', filed: 1, refusedFiles: 1 });
    const { mailId } = await room.onlyMail();
    expect((await room.readings.reading(mailId))?.refused).toEqual([{ fileName: 'macro.pdf', why: 'type' }]);
    const [note] = since();
    const attachments = note?.type === 'NoteAdded' ? (note.attachments ?? []) : [];
    expect(attachments).toMatchObject([{ contentType: 'application/pdf', bytes: PDF.length }]);
    const [upload] = await room.uploads.find(attachments.map(({ uploadId }) => uploadId));
    expect(upload).toMatchObject({ status: 'complete', takenBy: entityId });
    const parties = await room.office.people.parties(entityId);
    expect(Object.values(parties?.fileNames ?? {})).toEqual(['Tờ trình.pdf']);
    await room.office.relay();
    expect(room.office.queues.tasks.sent).toMatchObject([{ kind: 'file-attachments', entityId }]);
  });

  it('of high impact waits for the second proof', async () => {
    const { room, caseId, letter, since, result } = await officersMail({ text: 'Dừng: công dân không còn nhu cầu' });
    const to = await room.address(caseId, { kind: 'staff', staffId: 'hoa' }, { acts: [...REPLY_ACTS] });
    await room.receive({ ...letter, to, from: mailboxOf('hoa') });
    expect(since().map(({ type }) => type)).toEqual(['ReplyAnswered']);
    expect(result()).toMatchObject({ kind: 'to-confirm', choice: { action: 'stop' } });
  });

  it('is not acted upon when the address allows no such act', async () => {
    const { room, caseId, officer, letter, result } = await officersMail();
    const to = await room.address(caseId, { kind: 'staff', staffId: officer }, { acts: ['note'], stepId: 'tham-tra' });
    await room.receive({ ...letter, to });
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'not-offered' });
  });

  it('that comes when the step is done already changes nothing and says so', async () => {
    const { room, entityId, officer, letter, since, result } = await officersMail();
    await room.office.act(entityId, await room.office.staff(officer), { type: 'CompleteStep', stepId: 'tham-tra' });
    await room.receive(letter);
    expect(since().filter(({ type }) => type === 'StepCompleted')).toHaveLength(1);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'no-longer-theirs' });
  });

  it('that takes on what was taken on before changes nothing and says that it is so already', async () => {
    const { room, letter, since, result } = await officersMail();
    await room.receive({ ...letter, text: 'Tiếp nhận' });
    await room.receive({ ...letter, text: 'Tiếp nhận ạ\n\nTôi sẽ gọi cho công dân.' });
    expect(since().filter(({ type }) => type === 'StepAcknowledged')).toHaveLength(1);
    expect(result()).toEqual({ kind: 'doubtful', why: 'already-so', choices: [] });
    expect(since().at(-2)).toMatchObject({ type: 'NoteAdded', text: 'Tôi sẽ gọi cho công dân.' });
  });

  it('whose step is another’s by now is kept as a note of the case', async () => {
    const { room, entityId, officer, letter, since, result } = await officersMail({
      text: 'Công dân đã mang bản chính.',
      files: [{ name: 'a.pdf', content: PDF }],
    });
    const to = officer === 'an' ? 'binh' : 'an';
    const handOver = { type: 'HandStepOver', stepId: 'tham-tra', to, reason: 'Nghỉ phép' } as const;
    await room.office.act(entityId, await room.office.staff(officer), handOver);
    await room.receive(letter);
    expect(result()).toEqual({ kind: 'noted', filed: 1 });
    const note = since().at(-2);
    expect(note).toMatchObject({ type: 'NoteAdded', text: 'Công dân đã mang bản chính.', by: officer });
    expect(note).not.toHaveProperty('stepId');
  });

  it('of somebody who never had part in the case is no note, and is told so', async () => {
    const { room, caseId, letter, since, result } = await officersMail({ text: 'Tôi có ý kiến.' });
    const to = await room.address(caseId, { kind: 'staff', staffId: 'quang' }, { acts: ['note'] });
    await room.receive({ ...letter, to, from: mailboxOf('quang') });
    expect(since().map(({ type }) => type)).toEqual(['ReplyAnswered']);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'no-longer-theirs' });
  });

  it.each(['Tạm dừng: chờ kiểm tra thực tế', 'Gia hạn 3 ngày: thiếu người'])(
    'that comes when the step was handed over moves nothing of the whole case, nor does an answer to the question: %s',
    async (text) => {
      const { room, entityId, officer, letter, since, result } = await officersMail({ text });
      const to = officer === 'an' ? 'binh' : 'an';
      const handOver = { type: 'HandStepOver', stepId: 'tham-tra', to, reason: 'Nghỉ phép' } as const;
      await room.office.act(entityId, await room.office.staff(officer), handOver);
      await room.receive(letter);
      expect(since().map(({ type }) => type)).toEqual(['StepHandedOver', 'ReplyAnswered']);
      expect(result()).toEqual({ kind: 'doubtful', why: 'no-longer-theirs', choices: [] });
      await room.office.relay();
      await room.office.sendAll();
      const question = room.office.sender.sent.findLast((mail) => mail.to === mailboxOf(officer));
      const raw = Buffer.from(question?.raw ?? []).toString();
      const mailbox = /^Reply-To: .*?(r\.[^\s@]+)@/imu.exec(raw.replaceAll(/\r\n[ \t]+/gu, ' '))?.[1];
      if (mailbox === undefined) throw new Error('the question has no address to answer to');
      await room.receive({ ...letter, to: `${mailbox}@${REPLY_DOMAIN}`, messageId: '<second@province.example>' });
      expect(
        since()
          .slice(2)
          .map(({ type }) => type),
      ).toEqual(['ReplyAnswered']);
    },
  );

  it('that comes when the step was handed over is still kept as a note, about the case', async () => {
    const { room, entityId, officer, letter, since } = await officersMail({ text: 'Đã gọi điện cho công dân.' });
    const to = officer === 'an' ? 'binh' : 'an';
    const handOver = { type: 'HandStepOver', stepId: 'tham-tra', to, reason: 'Nghỉ phép' } as const;
    await room.office.act(entityId, await room.office.staff(officer), handOver);
    await room.receive(letter);
    expect(since().map(({ type }) => type)).toEqual(['StepHandedOver', 'NoteAdded', 'ReplyAnswered']);
    expect(since()[1]).not.toHaveProperty('stepId');
  });

  it('about a case that is over is told so, and changes nothing', async () => {
    const { room, entityId, letter, since, result } = await officersMail();
    await room.office.act(entityId, { kind: 'citizen' }, { type: 'Withdraw' });
    await room.receive(letter);
    expect(since().map(({ type }) => type)).toEqual(['DossierWithdrawn', 'ReplyAnswered']);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'no-longer-theirs' });
  });

  it('is decided by the case as it is when it is committed: one who was faster stands', async () => {
    const { room, entityId, officer, letter, since, result } = await officersMail();
    const actor = await room.office.staff(officer);
    room.office.world.interleaveNextCommit(() =>
      room.office.act(entityId, actor, { type: 'CompleteStep', stepId: 'tham-tra' }),
    );
    await room.receive(letter);
    expect(since().filter(({ type }) => type === 'StepCompleted')).toHaveLength(1);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'no-longer-theirs' });
  });

  it('at the counter receives the dossier under a code of its own', async () => {
    const room = new MailRoom();
    const { caseId, entityId } = await room.submittedCase();
    const to = await room.address(caseId, { kind: 'unit', unitId: 'counter-25750' }, { acts: [...REPLY_ACTS] });
    await room.receive({ from: mailboxOf('lan'), to, text: 'Tiếp nhận' });
    const state = await room.office.state(entityId);
    expect(state.dossierCode).toMatch(/-261123-0001$/u);
    expect(room.events(entityId).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['DossierReceived', 'ReplyAnswered']),
    );
  });
});

describe('an answer that only looks like the officer’s', () => {
  it.each<[string, Partial<Letter>, string]>([
    [
      'that nobody vouches for',
      { ses: { dkim: ['fail'], dmarc: 'fail header.from=province.example' } },
      'not-authenticated',
    ],
    ['from another mailbox', { from: 'somebody@elsewhere.example' }, 'other-sender'],
    ['from a colleague', { from: mailboxOf('quang') }, 'other-sender'],
  ])('%s changes nothing; the registered mailbox is told', async (_, changes, why) => {
    const { room, letter, officer, since, result, entityId } = await officersMail(changes);
    expect(await room.receive(letter)).toEqual({ kind: 'held' });
    expect(await room.onlyMail()).toMatchObject({ status: 'held', why, unitId: 'counter-25750' });
    expect(room.mailEvents()).toMatchObject([{ answerSender: false }]);
    expect(since().map(({ type }) => type)).toEqual(['ReplyAnswered']);
    expect(result()).toMatchObject({ kind: 'doubtful', why });
    const doubt = result();
    expect(doubt?.kind === 'doubtful' && doubt.choices.map(({ action }) => action)).toContain('complete-step');
    await room.office.relay();
    const told = room.office.queues.mail.sent.filter(({ template }) => template === 'reply-question');
    expect(told).toMatchObject([{ entityId, recipient: { kind: 'staff', staffId: officer } }]);
    expect(room.office.world.stream.findLast((commit) => commit.entityId === entityId)?.actor).toBe('system:mail');
  });

  it('is held all the same when the machine fell down between the question and the holding', async () => {
    const { room, letter, since } = await officersMail({ from: 'somebody@elsewhere.example' });
    const key = room.put(rawMail(letter));
    const { mails } = room.ports;
    const down = { ...mails, load: mails.load.bind(mails), commit: () => Promise.reject(new Error('down')) };
    await expect(receiveMail({ ...room.ports, mails: down }, { key })).rejects.toThrow('down');
    expect(await receiveMail(room.ports, { key })).toEqual({ kind: 'held' });
    expect(await receiveMail(room.ports, { key })).toEqual({ kind: 'duplicate' });
    expect(since().map(({ type }) => type)).toEqual(['ReplyAnswered']);
    expect(room.mailEvents()).toMatchObject([{ type: 'MailHeld', why: 'other-sender', guesses: [{}] }]);
  });

  it('that is made of more parts than anybody writes is not acted upon', async () => {
    const files = Array.from({ length: 600 }, () => ({ name: 'a.pdf', content: PDF }));
    const { room, letter, result } = await officersMail({ files });
    await room.receive(letter);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'too-large' });
  });

  it('to an address whose time is over says so', async () => {
    const { room, letter, result } = await officersMail();
    room.office.clock.step({ days: 32 });
    await room.receive(letter);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'address-expired' });
  });

  it('sent again and again writes into the case twenty times a day at most, and never uses up the officer’s own answers', async () => {
    const { room, letter, since } = await officersMail();
    for (let number = 0; number < 25; number += 1) {
      await room.receive({ ...letter, from: 'flood@elsewhere.example', text: `HOÀN THÀNH ${String(number)}` });
    }
    expect(since().filter(({ type }) => type === 'ReplyAnswered')).toHaveLength(20);
    const held = room.mailEvents().map((event) => event.type === 'MailHeld' && event.quiet === true);
    expect(held).toEqual([...Array<boolean>(20).fill(false), ...Array<boolean>(5).fill(true)]);
    await room.receive(letter);
    expect(since().at(-1)).toMatchObject({ type: 'ReplyAnswered', answer: true, result: { kind: 'taken' } });
  });

  it('that is too large is told so, and nothing of it is read', async () => {
    const { room, letter, result } = await officersMail({
      files: [{ name: 'a.pdf', content: Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]) }],
    });
    await room.receive(letter);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'too-large' });
  });
});

describe('the address of a unit', () => {
  it('is good for whoever of the unit answers from their registered mailbox', async () => {
    const { room, caseId, letter, since } = await officersMail();
    const to = await room.address(caseId, { kind: 'unit', unitId: 'ward-25750' }, { acts: [...REPLY_ACTS] });
    await room.receive({ ...letter, to, from: mailboxOf('hoa'), text: 'Đã xem, đề nghị làm nhanh.' });
    expect(since()).toMatchObject([
      { type: 'NoteAdded', by: 'hoa' },
      { type: 'ReplyAnswered', staffId: 'hoa' },
    ]);
  });

  it.each([
    ['somebody of another unit', mailboxOf('quang'), 'other-sender'],
    ['a stranger', 'x@elsewhere.example', 'other-sender'],
  ])('is nothing for %s: the mail is held', async (_, from, why) => {
    const { room, caseId, letter, since } = await officersMail();
    const to = await room.address(caseId, { kind: 'unit', unitId: 'ward-25750' }, { acts: [...REPLY_ACTS] });
    expect(await room.receive({ ...letter, to, from })).toEqual({ kind: 'held' });
    expect(since()).toEqual([]);
    expect(await room.onlyMail()).toMatchObject({ status: 'held', why, guesses: [{ caseId, why: ['address'] }] });
  });
});

describe('an answer from the shared mailbox itself', () => {
  it('acts for nobody: it is held without troubling the section, and the mailbox is told how to answer', async () => {
    const { room, caseId, letter, since } = await officersMail();
    const to = await room.address(caseId, { kind: 'unit', unitId: 'ward-25750' }, { acts: [...REPLY_ACTS] });
    expect(await room.receive({ ...letter, to, from: mailboxOf('ward-25750') })).toEqual({ kind: 'held' });
    expect(since()).toEqual([]);
    expect(room.mailEvents()).toMatchObject([{ why: 'shared-mailbox', quiet: true, answerSender: true }]);
    await room.office.relay();
    const told = room.office.queues.mail.sent.filter(({ template }) => template.startsWith('mail-'));
    expect(told).toMatchObject([{ template: 'mail-of-shared-mailbox', recipient: { kind: 'mail-sender' } }]);
  });

  it('that nobody vouches for is anybody’s', async () => {
    const { room, caseId, letter } = await officersMail();
    const to = await room.address(caseId, { kind: 'unit', unitId: 'ward-25750' }, { acts: [...REPLY_ACTS] });
    const ses = { dkim: ['fail'], dmarc: 'fail header.from=province.example' };
    await room.receive({ ...letter, to, from: mailboxOf('ward-25750'), ses });
    expect(room.mailEvents()).toMatchObject([{ why: 'not-authenticated', answerSender: false }]);
  });
});

describe('a letter of the applicant', () => {
  async function citizensMail(changes: Partial<Letter> = {}) {
    const room = new MailRoom();
    const { caseId, entityId, officer } = await room.assignedCase();
    const to = await room.address(caseId, { kind: 'applicant' });
    const before = room.events(entityId).length;
    const since = () => room.events(entityId).slice(before);
    const letter: Letter = { from: CITIZEN_MAILBOX, to, text: 'Dừng. Tôi xin hỏi hồ sơ.', ...changes };
    return { room, caseId, entityId, officer, letter, since };
  }

  it('is filed as text and files, and is never a command', async () => {
    const { room, letter, since, caseId, officer } = await citizensMail({ files: [{ name: 'a.pdf', content: PDF }] });
    expect(await room.receive(letter)).toEqual({ kind: 'letter' });
    expect(since()).toMatchObject([{ type: 'LetterReceived', tell: [{ kind: 'staff', staffId: officer }] }]);
    const types = since().flatMap((event) =>
      event.type === 'LetterReceived' ? event.attachments.map(({ contentType }) => contentType) : [],
    );
    expect(types).toEqual(['application/pdf', 'text/plain; charset=utf-8']);
    const texts = [...room.documents.incoming.values()].map((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(texts.some((text) => text.includes('Dừng. Tôi xin hỏi hồ sơ.') && text.includes(CITIZEN_MAILBOX))).toBe(
      true,
    );
    expect(await room.onlyMail()).toMatchObject({ outcome: { kind: 'letter', caseId } });
    expect(JSON.stringify(room.office.world.stream.map(({ events }) => events))).not.toContain('Tôi xin hỏi');
  });

  it('is the supplement that the case waits for, when it brings a file', async () => {
    const { room, letter, since, entityId, officer } = await citizensMail();
    await room.office.act(entityId, await room.office.staff(officer), {
      type: 'RequestSupplement',
      stepId: 'tham-tra',
      items: [{ lineId: 'giay-to', what: 'thiếu' }],
      reason: 'Thiếu giấy tờ',
    });
    await room.receive(letter);
    expect(since().at(-1)?.type).toBe('LetterReceived');
    await room.receive({ ...letter, files: [{ name: 'cccd.pdf', content: PDF }] });
    expect(since().at(-1)?.type).toBe('SupplementSubmitted');
  });

  it.each<[string, Partial<Letter>, string]>([
    ['nobody vouches for it', { ses: { dkim: [], dmarc: 'fail header.from=example.com' } }, 'not-authenticated'],
    ['somebody else wrote it', { from: 'neighbour@example.com' }, 'other-sender'],
  ])('is held when %s', async (_, changes, why) => {
    const { room, letter, since } = await citizensMail(changes);
    expect(await room.receive(letter)).toEqual({ kind: 'held' });
    expect(since()).toEqual([]);
    expect(await room.onlyMail()).toMatchObject({ why });
  });

  it('that is too large is held, and the sender is told', async () => {
    const { room, letter } = await citizensMail({
      files: [{ name: 'a.pdf', content: Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]) }],
    });
    await room.receive(letter);
    await room.office.relay();
    expect(room.office.queues.mail.sent.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['mail-held', 'mail-too-large']),
    );
  });
});

describe('what a machine sends', () => {
  it('is settled, answered by nobody, and moves nothing', async () => {
    const { room, letter, since } = await officersMail({
      headers: ['Auto-Submitted: auto-replied'],
      text: 'HOÀN THÀNH',
    });
    expect(await room.receive(letter)).toEqual({ kind: 'machine' });
    expect(since()).toEqual([]);
    await room.office.relay();
    expect(room.mailEvents()).toMatchObject([{ type: 'MailSettled', outcome: { kind: 'machine' } }]);
  });

  it('of an officer who is away hands the work to who stands in, once, and is not answered', async () => {
    const { room, letter, since, officer } = await officersMail({
      subject: 'Automatic reply: Hồ sơ',
      headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
      text: 'Tôi vắng mặt đến hết ngày 27/11/2026.',
    });
    await room.receive(letter);
    await room.receive({ ...letter, messageId: '<again@province.example>' });
    expect(since().filter(({ type }) => type === 'OfficerUnreachable')).toMatchObject([{ staffId: officer }]);
    expect(since().some(({ type }) => type === 'ReplyAnswered')).toBe(false);
  });

  it('in the name of an absent officer, but from elsewhere, is only settled', async () => {
    const { room, letter, since } = await officersMail({
      from: 'stranger@elsewhere.example',
      subject: 'Automatic reply: Hồ sơ',
      headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
      text: 'Tôi vắng mặt.',
    });
    expect(await room.receive(letter)).toEqual({ kind: 'machine' });
    expect(since()).toEqual([]);
  });

  it('with a virus from the officer’s own mailbox is told to the officer, and never opened', async () => {
    const { room, letter, since, officer, result } = await officersMail({
      ses: { virus: 'FAIL' },
      files: [{ name: 'a.pdf', content: PDF }],
    });
    expect(await room.receive(letter)).toEqual({ kind: 'virus' });
    expect(since().map(({ type }) => type)).toEqual(['ReplyAnswered']);
    expect(result()).toMatchObject({ kind: 'doubtful', why: 'virus' });
    expect(room.mailEvents()).toMatchObject([{ type: 'MailSettled', outcome: { kind: 'virus' } }]);
    await room.office.relay();
    expect(room.office.queues.mail.sent.at(-1)).toMatchObject({
      template: 'reply-question',
      recipient: { kind: 'staff', staffId: officer },
    });
    expect(room.documents.incoming.size).toBe(0);
  });

  it.each<[string, Partial<Letter>]>([
    ['a stranger', { from: 'x@elsewhere.example', ses: { virus: 'FAIL' } }],
    ['nobody who is known', { ses: { virus: 'FAIL', dkim: [], dmarc: 'fail header.from=province.example' } }],
    ['a machine', { headers: ['Auto-Submitted: auto-replied'], ses: { virus: 'FAIL' } }],
  ])('with a virus from %s is settled without a word and never opened', async (_, changes) => {
    const { room, letter, since } = await officersMail({
      ...changes,
      files: [{ name: 'a.pdf', content: PDF }],
    });
    expect(await room.receive(letter)).toEqual({ kind: 'virus' });
    expect(since()).toEqual([]);
    expect(room.documents.incoming.size).toBe(0);
  });
});

describe('a mail that names no case', () => {
  it('is not guessed to be the applicant’s when nobody vouches for the sender', async () => {
    const { room, caseId, letter } = await officersMail();
    const ses = { dkim: ['fail'], dmarc: 'fail header.from=example.com' };
    await room.receive({ ...letter, from: CITIZEN_MAILBOX, to: GENERAL, text: `Hồ sơ ${caseId}`, ses });
    expect(await room.onlyMail()).toMatchObject({
      guesses: [{ caseId, why: expect.not.arrayContaining(['sender']) as unknown }],
    });
  });

  it('is held with its text and files beside it, and what it can belong to', async () => {
    const { room, caseId, letter } = await officersMail();
    const shown = `${caseId.slice(0, 3)}-${caseId.slice(3, 6)}-${caseId.slice(6)}`;
    const text = `Kính gửi, tôi hỏi về hồ sơ ${shown}, điện thoại 0912 345 678.`;
    await room.receive({
      ...letter,
      from: CITIZEN_MAILBOX,
      to: GENERAL,
      text,
      files: [{ name: 'a.pdf', content: PDF }],
    });
    const mail = await room.onlyMail();
    expect(mail).toMatchObject({
      status: 'held',
      why: 'no-address',
      unitId: 'counter-25750',
      staffId: 'lan',
      guesses: [{ caseId, why: expect.arrayContaining(['code', 'sender']) as unknown }],
    });
    const reading = await room.readings.reading(mail.mailId);
    expect(reading).toMatchObject({ from: CITIZEN_MAILBOX, text, subject: 'Re: Hồ sơ' });
    expect(reading?.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    await room.office.relay();
    expect(room.office.queues.mail.sent.slice(-2)).toMatchObject([
      { template: 'mail-held', recipient: { kind: 'staff', staffId: 'lan' } },
      { template: 'mail-arrived', recipient: { kind: 'mail-sender' } },
    ]);
    const { items } = await room.office.queries.openWork('counter-25750', { limit: 10 });
    expect(items).toMatchObject([{ clockId: 'mail', officerId: 'lan' }]);
  });

  it('from an officer is held with the officer’s open work among the guesses', async () => {
    const { room, caseId, letter } = await officersMail({ text: 'Xong rồi nhé' });
    await room.receive({ ...letter, to: GENERAL });
    expect(await room.onlyMail()).toMatchObject({ guesses: [{ caseId, why: ['officer'] }] });
    expect(room.mailEvents()).toMatchObject([{ answerSender: true, colleague: true }]);
    await room.office.relay();
    expect(room.office.queues.mail.sent.at(-1)).toMatchObject({ template: 'mail-of-colleague' });
  });

  it('is answered only when somebody vouches for the sender, three times a day', async () => {
    const room = new MailRoom();
    const stranger = { from: 'x@elsewhere.example', to: GENERAL };
    await room.receive({ ...stranger, text: 'giả', ses: { dkim: [], dmarc: 'fail header.from=elsewhere.example' } });
    for (const text of ['một', 'hai', 'ba', 'bốn']) await room.receive({ ...stranger, text });
    const answers = room.mailEvents().map((event) => event.type === 'MailHeld' && event.answerSender);
    expect(answers).toEqual([false, true, true, true, false]);
  });

  it('to a case that nobody filed, or with an altered address, is held for what it is', async () => {
    const { room, letter, caseId } = await officersMail();
    const altered = letter.to.replace(/.@/u, (end) => (end === 'a@' ? 'b@' : 'a@'));
    await room.receive({ ...letter, to: altered });
    expect(await room.onlyMail()).toMatchObject({ why: 'no-address', guesses: [{ caseId }] });
    const other = new MailRoom();
    await other.receive(letter);
    expect(await other.onlyMail()).toMatchObject({ why: 'unknown-case', guesses: [] });
  });
});

describe('deliveries', () => {
  it('of one object twice, of one mail under two keys, and of everything again act once', async () => {
    const { room, letter, since } = await officersMail({ messageId: '<one@province.example>' });
    const raw = rawMail(letter);
    const [first, second] = [room.put(raw), room.put(Buffer.concat([Buffer.from('X-Trace: again\r\n'), raw]))];
    expect(await receiveMail(room.ports, { key: first })).toEqual({ kind: 'answered' });
    const after = room.office.world.stream.length;
    for (const key of [first, second, first])
      expect(await receiveMail(room.ports, { key })).toEqual({ kind: 'duplicate' });
    expect(room.office.world.stream).toHaveLength(after);
    expect(since().filter(({ type }) => type === 'StepCompleted')).toHaveLength(1);
  });

  it('of an object that is gone end there', async () => {
    const room = new MailRoom();
    expect(await receiveMail(room.ports, { key: 'arrived/gone' })).toEqual({ kind: 'gone' });
  });

  it('at the same moment act once', async () => {
    const { room, letter, since } = await officersMail();
    const key = room.put(rawMail(letter));
    room.office.world.interleaveNextCommit(() => receiveMail(room.ports, { key }));
    await receiveMail(room.ports, { key });
    expect(since().filter(({ type }) => type === 'ReplyAnswered')).toHaveLength(1);
    expect(room.mailEvents()).toHaveLength(1);
  });

  it('clear the mark of a mailbox that was thought dead', async () => {
    const { room, letter, officer } = await officersMail();
    await room.marks.mark(mailboxOf(officer), { why: 'bounced', at: room.office.clock.now() });
    await room.receive(letter);
    expect(await room.marks.find(mailboxOf(officer))).toBeUndefined();
  });
});
