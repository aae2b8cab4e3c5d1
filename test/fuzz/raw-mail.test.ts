import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mailIdOf } from '../../functions/mail/reading/mail-id.ts';
import { newTextOf } from '../../functions/mail/new-text/new-text.ts';
import { parseMail } from '../../functions/mail/reading/parse-mail.ts';
import { readCorpus } from '../corpus/mail/read-corpus.ts';
import { mutant, randomOf } from './mutate-mail.ts';

/** FUZZ_SEED and FUZZ_MAILS repeat or lengthen a run. */
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const count = Number(process.env['FUZZ_MAILS'] ?? 400);

describe('raw mail of any bytes', () => {
  it('is read without a fault, and the same each time', async () => {
    console.log(`fuzz of raw mail: ${String(count)} mails, seed ${String(seed)}`);
    const corpus = readCorpus();
    const random = randomOf(seed);
    for (let index = 0; index < count; index++) {
      const { raw, what } = mutant(corpus, random);
      const about = `mail ${String(index)} of seed ${String(seed)}, ${what}`;
      const mail = await parseMail(raw).catch((error: unknown) => {
        throw new Error(about, { cause: error });
      });
      const { text } = newTextOf(mail);
      expect(text, about).toBe(text.normalize('NFC'));
      expect(mail.attachments.length, about).toBeLessThanOrEqual(501);
      expect(mailIdOf(mail), about).toMatch(/^[a-z2-7]{26}$/u);
      expect(mailIdOf(await parseMail(raw)), about).toBe(mailIdOf(mail));
    }
  });

  it('makes the same mails of the same seed', () => {
    const corpus = readCorpus();
    expect(mutant(corpus, randomOf(7)).raw.equals(mutant(corpus, randomOf(7)).raw)).toBe(true);
    expect(mutant(corpus, randomOf(7)).raw.equals(mutant(corpus, randomOf(8)).raw)).toBe(false);
  });
});
