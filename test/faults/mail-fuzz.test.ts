/**
 * Valid answers spoilt at random, and verdicts of SES forged: what acts is what the registered mailbox wrote in its first line, or nothing.
 * FUZZ_SEED and FUZZ_MAILS repeat or lengthen a run; `npm run bench -- --only mail-fuzz` runs many thousand.
 */
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fuzzAnswers } from './fuzz-answers.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const mails = Number(process.env['FUZZ_MAILS'] ?? 350);

describe('answers spoilt on their way', () => {
  it('never act for somebody else, never by what they quote, and never break the receiver', async () => {
    const { violations, acted, reread, slowest, valid } = await fuzzAnswers({ mails, seed, how: 'spoilt' });
    console.log(
      `spoilt answers: ${String(mails)}, seed ${String(seed)}, ${String(acted)} acted, ${String(reread.length)} as another command, slowest ${slowest.ms.toFixed(0)} ms`,
    );
    expect(violations).toEqual([]);
    expect(valid).toBeGreaterThan(100);
    expect(acted).toBeGreaterThan(0);
  });
});

describe('answers whose sender nobody vouches for', () => {
  it('never act, whatever verdicts they bring along', async () => {
    const { violations, acted, slowest } = await fuzzAnswers({ mails, seed, how: 'forged' });
    console.log(`forged verdicts: ${String(mails)}, seed ${String(seed)}, slowest ${slowest.ms.toFixed(0)} ms`);
    expect(violations).toEqual([]);
    expect(acted).toBe(0);
  });
});
