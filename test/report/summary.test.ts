import { describe, expect, it } from 'vitest';
import { countLine, skipLines } from './summary.ts';

describe('the last lines of a test run', () => {
  it('names what passed and failed, and what was skipped only when something was', () => {
    expect(countLine({ passed: 12, failed: 1, skipped: 0 })).toBe('12 passed, 1 failed');
    expect(countLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });

  it('says once for each file and reason how many tests could not run', () => {
    const noBrowser = { file: 'test/pages/print.test.ts', reason: 'no Chromium' };
    expect(skipLines([noBrowser, noBrowser])).toEqual([
      'Could not run:',
      '  2 × test/pages/print.test.ts: no Chromium',
      '',
    ]);
  });

  it('says nothing when everything ran', () => {
    expect(skipLines([])).toEqual([]);
  });
});
