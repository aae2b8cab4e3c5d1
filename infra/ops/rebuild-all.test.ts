import { describe, expect, it } from 'vitest';
import { rebuildAll } from './rebuild-all.ts';

const report = { commits: 2, levels: 1, mail: 2, tasks: 0, reports: 0, messages: 0, tooOldForMail: 0, failed: 0 };

describe('rebuilding the queues from the terminal', () => {
  it('goes on where the last call stopped, until the function is finished, and adds up', async () => {
    const asked: unknown[] = [];
    const totals = await rebuildAll({ dryRun: true }, (request) => {
      asked.push(request);
      return Promise.resolve(
        asked.length < 3
          ? { ...report, finished: false, resume: [String(asked.length), null] }
          : { ...report, finished: true },
      );
    });
    expect(asked).toEqual([
      { dryRun: true },
      { dryRun: true, resume: ['1', null] },
      { dryRun: true, resume: ['2', null] },
    ]);
    expect(totals).toEqual({ ...report, commits: 6, levels: 3, mail: 6 });
  });

  it('does not take an error of the function for a report', async () => {
    await expect(rebuildAll({}, () => Promise.resolve({ errorMessage: 'no' }))).rejects.toThrow('errorMessage');
  });
});
