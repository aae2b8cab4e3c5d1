import { describe, expect, it } from 'vitest';
import { RunningHotline } from '../testing/running-hotline.ts';
import { ALL } from './testing/filed-reports.ts';

describe('coming, leaving and flooding', () => {
  it('welcomes once', async () => {
    const hotline = new RunningHotline();
    const presence = (providerId: string, present: boolean) =>
      ({
        kind: 'presence',
        channel: 'zalo',
        providerId,
        at: hotline.clock.now(),
        sender: { account: 'a' },
        present,
      }) as const;
    await hotline.arrive(presence('1', true));
    hotline.later(1);
    await hotline.arrive(presence('2', true));
    hotline.later(1);
    const left = presence('3', false);
    await hotline.arrive(left);
    await hotline.settle();
    expect(hotline.told.map(({ template }) => template)).toEqual(['welcome']);
    expect((await hotline.conversation('zalo', 'a')).left).toBe(true);
    hotline.later(1);
    await hotline.says('Ổ gà', { sender: { account: 'a' } });
    expect((await hotline.conversation('zalo', 'a')).left).toBeUndefined();
  });

  it('says once why it does not answer, keeps the words, and answers again later', async () => {
    const hotline = new RunningHotline();
    const { messages, minutes } = (await hotline.catalogue.load()).hotline.flood;
    const sentences = Array.from({ length: messages + 10 }, (_, at) => `câu ${String(at + 1)} dài`);
    for (const sentence of sentences) await hotline.arrive(hotline.message(sentence));
    hotline.clock.step({ seconds: 3 });
    await hotline.settle();
    expect(hotline.told.map(({ template }) => template)).toEqual(['ask-place', 'flood']);
    hotline.later(minutes + 1);
    expect(await hotline.says('Trước chợ')).toEqual(['ask-name']);
    expect(await hotline.says(ALL)).toEqual(['ask-summary']);
    await hotline.says('Ổ gà');
    expect((await hotline.peopleOf()).content.split('\n')).toEqual([...sentences, 'Trước chợ', 'Ổ gà to.']);
  });

  it('files no more than so many reports a day', async () => {
    const hotline = new RunningHotline();
    const { reportsPerDay } = (await hotline.catalogue.load()).hotline.flood;
    for (let number = 0; number <= reportsPerDay; number++) {
      hotline.later(15);
      await hotline.says(ALL);
    }
    expect(hotline.reportIds()).toHaveLength(reportsPerDay);
    expect(hotline.told.at(-1)?.template).toBe('flood');
    hotline.later(24 * 60);
    expect(await hotline.says(ALL)).toEqual(['report-filed']);
  });

  it('lets a draft expire and says so', async () => {
    const hotline = new RunningHotline();
    await hotline.says('Ổ gà to');
    hotline.later(24 * 60 + 1);
    expect(await hotline.ring()).toEqual(['draft-expired']);
    expect(await hotline.ring()).toEqual([]);
  });
});
