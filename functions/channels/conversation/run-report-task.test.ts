import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunningHotline } from '../testing/running-hotline.ts';
import { runReportTask } from './run-report-task.ts';
import { ALL, answered } from './testing/filed-reports.ts';

describe('faults', () => {
  it('make no second report and lose none, whichever commit they strike', async () => {
    for (let struck = 0; struck < 8; struck++) {
      for (const point of ['before-write', 'after-write'] as const) {
        const hotline = new RunningHotline();
        await hotline.arrive(hotline.message(ALL));
        let commits = 0;
        const commit = hotline.world.beforeCommit.bind(hotline.world);
        hotline.world.beforeCommit = async () => {
          const planned = await commit();
          commits += 1;
          return commits === struck + 1 ? point : planned;
        };
        await hotline.settle();
        expect(hotline.reportIds()).toHaveLength(1);
        expect(hotline.told.map(({ template }) => template)).toEqual(['report-filed']);
      }
    }
  });

  it('decide two messages at once one after the other', async () => {
    const hotline = new RunningHotline();
    const first = await hotline.arrive(hotline.message('Ổ gà to'));
    hotline.clock.step({ seconds: 1 });
    const second = await hotline.arrive(hotline.message('có người ngã'));
    hotline.clock.step({ seconds: 1 });
    hotline.world.interleaveNextCommit(() =>
      runReportTask(hotline, { kind: 'take-message', entityId: `message#${second}` }),
    );
    await runReportTask(hotline, { kind: 'take-message', entityId: `message#${first}` });
    await hotline.settle();
    const { draft } = await hotline.conversation();
    expect(draft?.fields.content?.map(({ messageId }) => messageId)).toEqual([first, second]);
    expect(hotline.told.map(({ template }) => template)).toEqual(['ask-place']);
  });

  it('change nothing when the queues are built anew', async () => {
    const hotline = new RunningHotline();
    await answered(hotline);
    await hotline.says('Đánh giá 5');
    const stream = hotline.world.stream.length;
    const told = hotline.told.length;
    hotline.relay({ again: true });
    await hotline.settle();
    expect(hotline.reportIds()).toHaveLength(1);
    expect(hotline.told).toHaveLength(told);
    expect(hotline.world.stream).toHaveLength(stream);
  });
});

describe('other tasks', () => {
  const receipt = (at: string) =>
    ({
      kind: 'receipt',
      channel: 'zalo',
      providerId: 'r1',
      at,
      messageId: 'ours',
      status: 'delivered',
    }) as const satisfies Parameters<RunningHotline['arrive']>[0];

  it('bring a receipt again that came before we knew of our own message, and give a foreign one up', async () => {
    const hotline = new RunningHotline();
    const early = await hotline.arrive(receipt(hotline.clock.now()));
    const task = { kind: 'take-message', entityId: `message#${early}` } as const;
    expect(await runReportTask(hotline, task)).toEqual({ kind: 'busy' });
    hotline.later(61);
    expect(await runReportTask(hotline, task)).toMatchObject({ kind: 'ignored' });
  });

  it('tie a dossier to the report that it came of, once', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const [reportId = ''] = hotline.reportIds();
    const task = { kind: 'link-dossier', entityId: `report#${reportId}`, caseId: 'CASE0000A1' } as const;
    expect(await runReportTask(hotline, task)).toEqual({ kind: 'done' });
    expect(await runReportTask(hotline, task)).toMatchObject({ kind: 'ignored' });
    expect((await hotline.report(reportId)).dossiers).toEqual(['CASE0000A1']);
  });

  it('leave alone what is kept no longer', async () => {
    const hotline = new RunningHotline();
    const gone = { kind: 'take-message', entityId: 'message#zalo-gone' } as const;
    expect(await runReportTask(hotline, gone)).toMatchObject({ kind: 'ignored' });
  });
});

it('makes at most one report of each complete set of answers and never loses a word, however messages are doubled and shuffled', async () => {
  const catalogue = await new RunningHotline().catalogue.load();
  const flood = { ...catalogue.hotline.flood, reportsPerDay: 1000 };
  const unlimited = { ...catalogue, hotline: { ...catalogue.hotline, flood } };
  const complete = (content: string) => `Họ tên: Lê An ĐC: nhà SĐT: 0909123456 Địa điểm: chợ Nội dung: ${content}`;
  const step = fc.record({
    complete: fc.boolean(),
    twice: fc.boolean(),
    seconds: fc.integer({ min: 1, max: 90 }),
    settles: fc.boolean(),
    fault: fc.constantFrom(undefined, 'before-write', 'after-write'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 1000 }),
      async (steps, seed) => {
        const hotline = new RunningHotline(unlimited);
        let turn = seed;
        const random = () => (turn = (turn * 48271) % 2147483647);
        hotline.shuffle = (tasks) =>
          tasks
            .map((task) => [random(), task] as const)
            .toSorted(([one], [other]) => one - other)
            .map(([, task]) => task);
        const words: string[] = [];
        for (const [index, { complete: whole, twice, seconds, settles, fault }] of steps.entries()) {
          hotline.clock.step({ seconds });
          const word = `vieccantoilaso${String(index)}`;
          words.push(word);
          const message = hotline.message(whole ? complete(word) : `sự việc ${word}`);
          await hotline.arrive(message);
          if (twice) await hotline.arrive(message);
          if (twice) hotline.relay({ again: true });
          if (fault !== undefined) hotline.world.failNextCommit(fault);
          if (settles || fault !== undefined) await hotline.settle();
        }
        await hotline.settle();
        const labelled = steps.filter(({ complete: whole }) => whole).length;
        // Without a label it takes content, place, name, address and three tries at a telephone number.
        expect(hotline.reportIds().length).toBeLessThanOrEqual(labelled + Math.floor((steps.length - labelled) / 7));
        hotline.clock.step({ minutes: 30 });
        await hotline.says(complete('cuoicung'));
        const said: string[] = [];
        for (const reportId of hotline.reportIds()) {
          const people = await hotline.peopleOf(reportId);
          said.push(
            people.content,
            people.place ?? '',
            people.name,
            people.address,
            people.phone,
            ...people.later.map(({ text }) => text),
          );
        }
        for (const word of words)
          expect(said.filter((text) => new RegExp(`${word}(?!\\d)`, 'u').test(text))).toHaveLength(1);
      },
    ),
    { numRuns: 40 },
  );
});
