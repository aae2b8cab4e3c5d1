/**
 * Mails at the same moment: each call to a store of one process may come between any two of another. fast-check draws the order; a
 * failing order is shown and can be run again by its seed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiveMail } from '../../functions/mail/incoming/receive-mail.ts';
import { CITIZEN_MAILBOX, PDF, rawMail, type Letter } from '../../functions/mail/incoming/testing/mail-room.ts';
import { ringTimer } from '../../functions/timers/ring-timer.ts';
import { REPLY_ACTS } from '../../shared/domain/reply/reply-acts.ts';
import { TIMER_BUCKETS } from '../../shared/ports/case-queries.ts';
import { MailOffice } from './mail-office.ts';

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);
const runs = (numRuns: number) => ({ numRuns, seed, endOnFailure: true });
const mailboxOf = (staffId: string) => `${staffId}@province.example`;
const PASSIVE = new Set(['clock', 'randomness', 'secrets', 'catalogue']);

/** Each call waits for its turn. */
function takingTurns<Ports extends object>(scheduler: fc.Scheduler, who: string, ports: Ports): Ports {
  const one = (name: string, port: object): object =>
    new Proxy(port, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function' || typeof key !== 'string') return member;
        return async (...given: unknown[]) => {
          await scheduler.schedule(Promise.resolve(), `${who}: ${name}.${key}`);
          return Reflect.apply(member, target, given) as unknown;
        };
      },
    });
  return Object.fromEntries(
    Object.entries(ports).map(([name, port]: [string, unknown]) => [
      name,
      typeof port === 'object' && port !== null && !PASSIVE.has(name) ? one(name, port) : port,
    ]),
  ) as Ports;
}

async function assigned() {
  const office = new MailOffice();
  const { room } = office;
  const { caseId, entityId, officer } = await room.assignedCase();
  const address = (recipient: Parameters<typeof room.address>[1], stepId?: string) =>
    room.address(caseId, recipient, { acts: [...REPLY_ACTS], ...(stepId !== undefined && { stepId }) });
  const to = await address({ kind: 'staff', staffId: officer }, 'tham-tra');
  await office.prepared();
  const answer = (text: string, changes: Partial<Letter> = {}) =>
    room.put(rawMail({ from: mailboxOf(officer), to, text, messageId: '<one@province.example>', ...changes }));
  const receiver = (scheduler: fc.Scheduler, who: string, key: string) =>
    again(() => receiveMail(takingTurns(scheduler, who, room.ports), { key }));
  const count = (type: string) => room.events(entityId).filter((event) => event.type === type).length;
  return { office, room, caseId, entityId, officer, address, answer, receiver, count };
}

/** As the queue does: what threw is delivered again. */
async function again<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (fault) {
      if (attempt === 4) throw fault;
    }
  }
}

function takenTwice({ room }: MailOffice): readonly string[] {
  const { uploads } = room.office.world;
  const named = room.office.world.stream.flatMap(({ events }) =>
    [...events.matchAll(/"uploadId":"([^"]+)"/gu)].map(([, id]) => id ?? ''),
  );
  return [...new Set(named)].filter((id) => {
    const upload = uploads.get(id)?.upload;
    return upload?.status !== 'complete' || upload.takenBy === undefined;
  });
}

describe('one mail given to two receivers at once', () => {
  it.each([
    ['an answer with a file', { text: 'Hoàn thành\n\nGửi kèm.' }, 'StepCompleted'],
    ['a note with a file', { text: 'Gửi kèm bản quét.' }, 'NoteAdded'],
  ] as const)('%s acts once, is recorded once, and its file is the case’s', async (_, { text }, type) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { office, room, answer, receiver, count } = await assigned();
        const key = answer(text, { files: [{ name: 'a.pdf', content: PDF }] });
        await scheduler.waitFor(Promise.all([receiver(scheduler, 'one', key), receiver(scheduler, 'two', key)]));
        await office.settle();
        expect(count(type)).toBe(1);
        expect(count('ReplyAnswered')).toBe(1);
        expect(room.mailEvents()).toHaveLength(1);
        expect(takenTwice(office)).toEqual([]);
        expect(new Set(office.sent()).size).toBe(office.sent().length);
      }),
      runs(60),
    );
  });

  it('a letter with a file is filed once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { office, room, address, receiver, count } = await assigned();
        const to = await address({ kind: 'applicant' });
        const files = [{ name: 'a.pdf', content: PDF }];
        const key = room.put(rawMail({ from: CITIZEN_MAILBOX, to, text: 'Xin gửi.', files }));
        await scheduler.waitFor(Promise.all([receiver(scheduler, 'one', key), receiver(scheduler, 'two', key)]));
        await office.settle();
        expect(count('LetterReceived')).toBe(1);
        expect(room.mailEvents()).toHaveLength(1);
        expect(takenTwice(office)).toEqual([]);
        expect(room.documents.filed.size).toBe(2);
      }),
      runs(60),
    );
  });
});

describe('two people who answer about one step at once', () => {
  it('are told apart: one wins, the other hears that the work is somebody else’s or done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { office, room, entityId, officer, address, answer, receiver, count } = await assigned();
        const colleague = officer === 'an' ? 'binh' : 'an';
        const unit = await address({ kind: 'staff', staffId: 'hoa' }, 'tham-tra');
        const done = answer('Hoàn thành');
        const given = room.put(
          rawMail({
            from: mailboxOf('hoa'),
            to: unit,
            text: `GIAO CHO ${colleague}: gấp`,
            messageId: '<two@province.example>',
          }),
        );
        await scheduler.waitFor(Promise.all([receiver(scheduler, 'done', done), receiver(scheduler, 'given', given)]));
        await office.settle();
        const results = room
          .events(entityId)
          .flatMap((event) => (event.type === 'ReplyAnswered' ? [event.result.kind] : []));
        expect(results).toHaveLength(2);
        expect(count('StepCompleted')).toBeLessThanOrEqual(1);
        expect(results.filter((kind) => kind === 'taken').length).toBe(
          count('StepCompleted') + count('StepHandedOver'),
        );
        // Handed over first, the step is the colleague's; done first, there is nothing to hand over.
        expect(count('StepCompleted') + count('StepHandedOver')).toBe(1);
        expect(office.sent().filter((notice) => notice.includes('/reply-'))).toHaveLength(2);
      }),
      runs(60),
    );
  });
});

describe('an answer while a timer rings', () => {
  it('loses neither: the step is done once, and the timer rings at most once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { office, room, answer, receiver, count } = await assigned();
        room.office.clock.step({ days: 3 });
        const { cases, mails, queries, clock, catalogue } = room.office;
        const due = (
          await Promise.all(
            Array.from({ length: TIMER_BUCKETS }, (_, bucket) => queries.dueTimers(bucket, clock.now(), 10)),
          )
        ).flat();
        expect(due.length).toBeGreaterThan(0);
        const key = answer('Hoàn thành');
        const ring = () =>
          Promise.all(
            due.map((timer) =>
              again(() =>
                ringTimer({ ...takingTurns(scheduler, 'timer', { cases, mails }), catalogue }, timer, clock.now()),
              ),
            ),
          );
        await scheduler.waitFor(Promise.all([receiver(scheduler, 'answer', key), ring()]));
        await office.settle();
        expect(count('StepCompleted')).toBe(1);
        expect(count('ReplyAnswered')).toBe(1);
        expect(count('TimerRang')).toBeLessThanOrEqual(due.length);
      }),
      runs(40),
    );
  });
});

describe('an answer and the undoing of the one before at once', () => {
  it('come one after the other: the case is as one of the two orders leaves it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { office, room, entityId, officer, address, answer, receiver, count } = await assigned();
        await receiveMail(room.ports, { key: answer('Hoàn thành') });
        await office.settle();
        const [mailId = ''] = room
          .events(entityId)
          .flatMap((event) => (event.type === 'ReplyAnswered' ? [event.mailId] : []));
        const head = await address({ kind: 'staff', staffId: 'hoa' }, 'ky-duyet');
        const grant = room.put(
          rawMail({
            from: mailboxOf('hoa'),
            to: head,
            text: 'HOÀN THÀNH số 15/GP',
            messageId: '<two@province.example>',
          }),
        );
        const actor = await room.office.staff(officer);
        const undo = scheduler
          .schedule(Promise.resolve(), 'undo')
          .then(() => room.office.act(entityId, actor, { type: 'UndoAct', mailId }));
        const [, undone] = await scheduler.waitFor(Promise.all([receiver(scheduler, 'grant', grant), undo]));
        await office.settle();
        const state = await room.office.state(entityId);
        const results = room
          .events(entityId)
          .flatMap((event) => (event.type === 'ReplyAnswered' ? [event.result.kind] : []));
        expect(results).toHaveLength(2);
        if (undone.kind === 'done') {
          expect(state).toMatchObject({
            status: 'processing',
            work: { steps: [{ stepId: 'tham-tra', officerId: officer }] },
          });
          expect(count('DossierDecided')).toBe(0);
          expect(results[1]).not.toBe('taken');
        } else {
          expect(undone.kind).toBe('refused');
          expect(count('DossierDecided')).toBe(1);
          expect(results[1]).toBe('taken');
        }
      }),
      runs(60),
    );
  });
});
