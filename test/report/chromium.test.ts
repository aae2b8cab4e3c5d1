import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, needChromium } from './chromium.ts';

describe('the browser of the page tests', () => {
  it('is found on the PATH', () => {
    const directory = mkdtempSync(join(tmpdir(), 'browser-'));
    writeFileSync(join(directory, 'chromium'), '');
    expect(findChromium({ PATH: `/nowhere:${directory}` })).toBe(join(directory, 'chromium'));
  });

  it('missing in continuous integration, it fails the test and says what to install', (context) => {
    expect(() => needChromium(context, { PATH: '', CI: 'true' })).toThrow('apt-get install');
  });
});
