import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TEXT_RULES, type TextRules } from '../../../functions/mail/new-text/new-text.ts';
import { KNOWN_MISSES, readAs, readCorpus, type CorpusMail } from './read-corpus.ts';

const corpus = readCorpus();

describe('the corpus of mails', () => {
  it.each(corpus.filter(({ name }) => !(name in KNOWN_MISSES)).map((mail) => [mail.name, mail] as const))(
    '%s is read as it should be',
    async (_, mail) => {
      expect(await readAs(mail)).toEqual(mail.expected);
    },
  );

  it('is read fully right but for the known misses, in which nothing is taken for new', async () => {
    const wrong: string[] = [];
    for (const mail of corpus) {
      const read = await readAs(mail);
      if (!isDeepStrictEqual(read, mail.expected)) wrong.push(mail.name);
      if (mail.name in KNOWN_MISSES) expect(read).toEqual({ ...mail.expected, text: '' });
    }
    console.log(`corpus of mails: ${String(corpus.length - wrong.length)} of ${String(corpus.length)} fully right`);
    expect(wrong.sort()).toEqual(Object.keys(KNOWN_MISSES).sort());
    expect(corpus.length).toBeGreaterThanOrEqual(60);
  });
});

/** Each table without one of its rules. */
const weakened: readonly (readonly [name: string, rules: TextRules])[] = [
  ...without('quotes'),
  ...without('closings'),
  ...without('marks'),
];

describe('the rules of what is new', () => {
  it.each(weakened)('%s is needed by a mail of the corpus', async (_, rules) => {
    expect(await changedBy(corpus, rules)).not.toEqual([]);
  });
});

function without(table: keyof TextRules): readonly (readonly [string, TextRules])[] {
  return TEXT_RULES[table].map(({ name }) => [
    name,
    { ...TEXT_RULES, [table]: TEXT_RULES[table].filter((rule) => rule.name !== name) },
  ]);
}

async function changedBy(mails: readonly CorpusMail[], rules: TextRules): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const mail of mails) {
    if (mail.name in KNOWN_MISSES) continue;
    if (!isDeepStrictEqual(await readAs(mail, rules), mail.expected)) changed.push(mail.name);
  }
  return changed;
}
