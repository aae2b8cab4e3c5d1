import { globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/constructs/bundling.ts';
import { bundleOf } from '../../infra/constructs/function-bundles.ts';

/**
 * KB of 1,024 bytes. The only place where sizes are held to; `npm run bench` tells what they cost. Those above the goal stand a few KB over
 * what they are, so that a library that slips in is noticed.
 */
const goal = 400;
const otherGoals: Readonly<Record<string, number>> = {
  // Every event goes this way.
  relay: 350,
  // Rows and patterns of the world's telephone numbers: 70 KB; every act of a dossier and its refusals in words: 90.
  'dossiers-api': 520,
  // Every act of a dossier and its refusals in words, on pages.
  'staff-api': 455,
  // The composer: 135 KB, its table of file types cannot be left out; the texts of all notices, those about reports among them, 130 KB.
  'mail-sender': 710,
  // The schemas of all of S3's operations, which do not shake: 66 KB.
  'case-worker': 505,
  // The same, and the library that tells types of files by their content: 80 KB.
  'attachments-api': 615,
  // S3's schemas, the parser of mail, types of files by content, telephone numbers, every act of a dossier and of a report.
  'mail-receiver': 920,
  // Every act of a report in words, on pages; telephone numbers, 70 KB.
  'report-desk': 595,
  'reports-api': 545,
  // S3's schemas, types of files by content, telephone numbers, conversations and the reading of what citizens write.
  'report-worker': 715,
  // Every channel's signature, that of the Bot Framework with a library; telephone numbers.
  'channel-webhooks': 435,
  // The refusals of the hotline stand in the table of all.
  site: 435,
};

const entries = globSync('functions/*/*.entry.ts', { cwd: projectRoot }).map(
  (entry) => [basename(entry, '.entry.ts'), basename(dirname(entry))] as const,
);

describe('bundles', () => {
  it.each(entries)('%s is no larger than its goal', (name, capability) => {
    const { size } = statSync(join(bundleOf(capability, name), 'index.js'));
    expect(size / 1024).toBeLessThanOrEqual(otherGoals[name] ?? goal);
  });

  it('refuses a function that has no entry file', () => {
    expect(() => bundleOf('relay', 'no-such-function')).toThrow('functions/relay/no-such-function.entry.ts');
  });

  it('draw QR codes as the whole library does', async () => {
    const text = 'https://mot-cua.example/tra-cuu?code=9VBDFJQH8P';
    const asBundled = createRequire(import.meta.url)('qrcode/lib/browser.js') as typeof QRCode;
    const options = { type: 'svg', margin: 0, errorCorrectionLevel: 'M' } as const;
    expect(await asBundled.toString(text, options)).toBe(await QRCode.toString(text, options));
  });
});
