import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimatedLife, pilotAtRest } from './estimated-units.ts';
import { pilotCost, totalCost } from './pilot-cost.ts';

const pilotCases = 11_000;

describe('the cost model', () => {
  it('charges the mails of the pilot by the thousand', () => {
    const mails = pilotCost(pilotCases, { ...estimatedLife, mails: 10, mailKilobytes: 0 }, pilotAtRest).find(
      ({ what }) => what === 'E-mails',
    );
    // 110,000 mails at 10 cents a thousand.
    expect(mails?.dollarsAYear).toBeCloseTo(11, 6);
  });

  it('costs nothing for what the free tiers cover', () => {
    const idle = pilotCost(0, estimatedLife, { alarms: 10, secrets: 0, keys: 0, polledQueues: 1 });
    const charged = idle.filter(({ dollarsAYear }) => dollarsAYear > 0).map(({ what }) => what);
    expect(charged).toEqual(['DynamoDB reads']);
  });

  it('grows with every case', () => {
    const half = totalCost(pilotCost(pilotCases / 2, estimatedLife, pilotAtRest));
    expect(totalCost(pilotCost(pilotCases, estimatedLife, pilotAtRest))).toBeGreaterThan(half);
  });

  it('the table in cost.md is what the model says', () => {
    const document = readFileSync(new URL('../cost.md', import.meta.url), 'utf8').replaceAll(/ +\|/gu, ' |');
    const lines = pilotCost(pilotCases, estimatedLife, pilotAtRest);
    const atRest = pilotCost(0, estimatedLife, pilotAtRest);
    lines.forEach(({ what, dollarsAYear }, index) => {
      expect(document).toContain(
        `| ${what} | ${dollarsAYear.toFixed(2)} | ${(atRest[index]?.dollarsAYear ?? 0).toFixed(2)} |`,
      );
    });
    expect(document).toContain(
      `| **Together** | **${totalCost(lines).toFixed(2)}** | **${totalCost(atRest).toFixed(2)}** |`,
    );
  });
});
