import { describe, expect, it } from 'vitest';
import type { HandoverEvent } from '../../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../../shared/domain/post/handover-state.ts';
import { MemoryEntityStore } from '../../../shared/ports/memory/memory-entity-store.ts';
import { httpFunction } from '../../../shared/shell/http-pipeline.ts';
import { runCaseTask } from '../../dossiers/case-tasks.ts';
import { callHttp } from '../../staff/testing/call-http.ts';
import { CITIZEN_MAILBOX, MailRoom, PDF, REPLY_DOMAIN } from '../incoming/testing/mail-room.ts';
import { heldMailUrl } from './held-mail-link.ts';
import { mailDeskHttpRoutes } from './mail-desk-routes.ts';

async function desk() {
  const room = new MailRoom();
  const { caseId, entityId } = await room.assignedCase();
  await room.receive({
    from: CITIZEN_MAILBOX,
    to: `ho-so@${REPLY_DOMAIN}`,
    subject: 'Hỏi <b>hồ sơ</b>',
    text: `Kính gửi, hồ sơ ${caseId} của tôi đến đâu?`,
    files: [{ name: 'giay-to.pdf', content: PDF }],
  });
  const { mailId } = await room.onlyMail();
  const { cases, mails, queries, people, catalogue, secrets, clock } = room.office;
  const { readings } = room;
  const handler = httpFunction({
    routes: mailDeskHttpRoutes({ cases, mails, queries, people, readings, catalogue, secrets, clock }),
    log: () => undefined,
  });
  const keys = await secrets.signingKeys();
  const linkOf = (staffId: string) => heldMailUrl(keys, 'https://mot-cua.test', { mailId, staffId, now: clock.now() });
  const ask = (link: string, form?: Readonly<Record<string, string>>) => {
    const token = link.slice(link.lastIndexOf('/') + 1);
    return callHttp(handler, {
      method: form === undefined ? 'GET' : 'POST',
      route: '/m/{token}',
      path: `/m/${token}`,
      params: { token },
      ...(form && { form }),
    });
  };
  const tasks = async () => {
    await room.office.relay();
    return room.office.queues.tasks.sent.splice(0);
  };
  const work = (task: Awaited<ReturnType<typeof tasks>>[number]) =>
    runCaseTask(
      {
        cases,
        mails,
        catalogue,
        clock,
        documents: room.documents,
        numbers: room.ports.numbers,
        handovers: new MemoryEntityStore<Handover, HandoverEvent>(room.office.world),
      },
      task,
    );
  return { room, caseId, entityId, mailId, lan: linkOf('lan'), linkOf, ask, tasks, work };
}

describe('the page of a held mail', () => {
  it('shows sender, text, files and the guessed case, escaped, and changes nothing however often it is opened', async () => {
    const { room, ask, lan, caseId } = await desk();
    const before = room.office.world.stream.length;
    const page = await ask(lan);
    for (let again = 0; again < 3; again += 1) await ask(lan);
    expect(page.status).toBe(200);
    expect(page.body).toContain(CITIZEN_MAILBOX);
    expect(page.body).toContain('Hỏi &lt;b&gt;hồ sơ&lt;/b&gt;');
    expect(page.body).toContain('giay-to.pdf');
    expect(page.body).toContain(`value="${caseId}"`);
    expect(page.body).toContain('Nguyễn Thị Hồng Nhung');
    expect(page.body).not.toContain('<script');
    expect(room.office.world.stream).toHaveLength(before);
  });

  it('puts the mail to a case, once: the second to come is told who did it', async () => {
    const { ask, lan, caseId, entityId, tasks, mailId, room } = await desk();
    await tasks();
    const done = await ask(lan, { act: 'match', guess: caseId, code: '' });
    expect(done.status).toBe(200);
    expect(done.body).toContain('Võ Thị Lan');
    expect(await tasks()).toEqual([{ kind: 'take-letter', entityId, mailId }]);
    expect((await ask(lan, { act: 'match', guess: caseId, code: '' })).status).toBe(409);
    expect((await ask(lan)).body).toContain('Võ Thị Lan');
    expect(room.mailEvents().map(({ type }) => type)).toEqual(['MailHeld', 'HeldMailMatched']);
  });

  it('takes any known way of writing a code before a guess, and says when there is no such case', async () => {
    const { room, ask, lan, caseId } = await desk();
    const other = await room.assignedCase(2);
    const wrong = await ask(lan, { act: 'match', code: 'H29-261123-9999' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('Không có hồ sơ nào mang mã này');
    expect((await ask(lan, { act: 'match', code: '' })).status).toBe(400);
    const typed = `${other.caseId.slice(0, 3)} ${other.caseId.slice(3, 6)} ${other.caseId.slice(6)}`.toLowerCase();
    await ask(lan, { act: 'match', guess: caseId, code: typed });
    expect(await room.onlyMail()).toMatchObject({ status: 'matched', caseId: other.caseId, by: 'lan' });
  });

  it('sets a mail aside only with a reason', async () => {
    const { room, ask, lan } = await desk();
    expect((await ask(lan, { act: 'dismiss', reason: ' ' })).status).toBe(400);
    expect((await ask(lan, { act: 'dismiss', reason: 'Quảng cáo' })).status).toBe(200);
    expect(await room.onlyMail()).toMatchObject({ status: 'dismissed', reason: 'Quảng cáo', by: 'lan' });
  });

  it('is closed to whoever is not of the section, and to a link that is altered or over', async () => {
    const { room, ask, lan, linkOf } = await desk();
    const foreign = await ask(linkOf('quang'), { act: 'dismiss', reason: 'x' });
    expect(foreign.status).toBe(404);
    expect(foreign.body).not.toContain(CITIZEN_MAILBOX);
    expect((await ask(`${lan}x`)).status).toBe(404);
    room.office.clock.step({ days: 31 });
    expect((await ask(lan)).status).toBe(410);
    expect(await room.onlyMail()).toMatchObject({ status: 'held' });
  });
});

describe('the case that a held mail was put to', () => {
  it('takes it as a letter with its files, once', async () => {
    const { room, ask, lan, caseId, entityId, tasks, work } = await desk();
    await ask(lan, { act: 'match', guess: caseId });
    const task = (await tasks()).find(({ kind }) => kind === 'take-letter');
    if (task === undefined) throw new Error('no task');
    for (let times = 0; times < 3; times += 1) await work(task);
    const letters = room.events(entityId).filter((event) => event.type === 'LetterReceived');
    expect(letters).toHaveLength(1);
    const attachments = letters.flatMap((event) => event.attachments);
    expect(attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf', 'text/plain; charset=utf-8']);
    expect(room.office.world.stream.findLast((commit) => commit.entityId === entityId)?.actor).toBe('staff:lan');
    for (const filing of await tasks()) await work(filing);
    expect(room.documents.filed.size).toBe(2);
  });

  it('takes it as the supplement that it waits for', async () => {
    const { room, ask, lan, caseId, entityId, tasks, work } = await desk();
    const state = await room.office.state(entityId);
    const officer = state.status === 'processing' ? (state.work.steps[0]?.officerId ?? '') : '';
    await room.office.act(entityId, await room.office.staff(officer), {
      type: 'RequestSupplement',
      stepId: 'tham-tra',
      items: [{ lineId: 'giay-to', what: 'thiếu' }],
      reason: 'Thiếu giấy tờ',
    });
    await ask(lan, { act: 'match', guess: caseId });
    for (const task of await tasks()) if (task.kind === 'take-letter') await work(task);
    expect(room.events(entityId).at(-1)?.type).toBe('SupplementSubmitted');
  });

  it('takes somebody else’s as a letter of theirs, though it waits for a supplement', async () => {
    const { room, ask, lan, caseId, entityId, tasks, work } = await desk();
    expect((await ask(lan)).body).toContain('value="applicant" checked');
    const state = await room.office.state(entityId);
    const officer = state.status === 'processing' ? (state.work.steps[0]?.officerId ?? '') : '';
    await room.office.act(entityId, await room.office.staff(officer), {
      type: 'RequestSupplement',
      stepId: 'tham-tra',
      items: [{ lineId: 'giay-to', what: 'thiếu' }],
      reason: 'Thiếu giấy tờ',
    });
    await ask(lan, { act: 'match', guess: caseId, of: 'other' });
    for (const task of await tasks()) if (task.kind === 'take-letter') await work(task);
    expect(room.events(entityId).at(-1)).toMatchObject({ type: 'LetterReceived', of: 'other' });
  });

  it('takes it without its files once they are no longer kept, and says how many', async () => {
    const { room, ask, lan, linkOf, caseId, entityId, tasks, work } = await desk();
    expect((await ask(lan)).status).toBe(200);
    room.office.clock.step({ days: 31 });
    await ask(linkOf('lan'), { act: 'match', guess: caseId });
    for (const task of await tasks()) if (task.kind === 'take-letter') await work(task);
    expect(room.events(entityId).at(-1)).toMatchObject({ type: 'LetterReceived', attachments: [], left: 2 });
  });

  it('takes it with less when it has no more room', async () => {
    const { room, ask, lan, caseId, entityId, tasks, work } = await desk();
    const most = (await room.ports.catalogue.load()).limits.attachmentsPerDossier;
    const attachments = Array.from({ length: most - 1 }, (_, index) => ({
      uploadId: `u${String(index)}`,
      sha256: 'x',
      bytes: 1,
      contentType: 'application/pdf',
    }));
    await room.office.act(entityId, { kind: 'citizen' }, { type: 'RecordLetter', mailId: 'other', attachments });
    await ask(lan, { act: 'match', guess: caseId });
    for (const task of await tasks()) if (task.kind === 'take-letter') await work(task);
    const last = room.events(entityId).at(-1);
    expect(last).toMatchObject({ type: 'LetterReceived', attachments: [{}], left: 1 });
  });
});
