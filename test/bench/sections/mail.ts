/**
 * Section: reading mail. How many mails of the corpus are parsed a second and parted into new and quoted, against postal-mime alone on the same bytes; the
 * memory that ten megabytes take; how much of the corpus is read fully right; and a fuzz run.
 */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import PostalMime from 'postal-mime';
import { newTextOf } from '../../../functions/mail/new-text/new-text.ts';
import { parseMail } from '../../../functions/mail/reading/parse-mail.ts';
import { KNOWN_MISSES, readAs, readCorpus, type CorpusMail } from '../../corpus/mail/read-corpus.ts';
import { mutant, randomOf } from '../../fuzz/mutate-mail.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { largeMails, type LargeMail } from '../large-mail.ts';
import { interleaved, spreadOf, timed } from '../measure.ts';
import type { ReadLargeMail } from '../read-mail.child.ts';
import { ms, type Line, type Section } from '../report.ts';

const TIMES_ITS_SIZE = 5;
const HANG_MS = 1000;
const child = fileURLToPath(new URL('../read-mail.child.ts', import.meta.url));

export async function mail({ quick }: BenchContext): Promise<Section> {
  const corpus = readCorpus();
  const speed = await measureSpeed(corpus, quick ? 5 : 40);
  const large: [LargeMail, ReadLargeMail][] = [];
  for (const kind of largeMails) large.push([kind, await readLarge(kind)]);
  const score = await scoreOf(corpus);
  const fuzz = await fuzzMail(corpus, quick ? 2000 : 20_000);
  return {
    lines: [speed.line, ...large.map(memoryLine), score, fuzz.line],
    detail: { speed: speed.detail, large: Object.fromEntries(large), fuzz: fuzz.detail },
  };
}

async function measureSpeed(corpus: readonly CorpusMail[], blocks: number) {
  const over = (work: (raw: Uint8Array) => Promise<unknown>) => async () => {
    const { ms: taken } = await timed(async () => {
      for (const { raw } of corpus) await work(raw);
    });
    return [taken / corpus.length];
  };
  const contestants = {
    real: over(async (raw) => newTextOf(await parseMail(raw))),
    parsed: over(parseMail),
    bare: over((raw) => PostalMime.parse(raw)),
  };
  await interleaved(2, contestants);
  const samples = await interleaved(blocks, contestants, calm);
  const [real, parsed, bare] = [
    spreadOf(samples['real'] ?? []),
    spreadOf(samples['parsed'] ?? []),
    spreadOf(samples['bare'] ?? []),
  ];
  const rate = (taken: number) => `${(1000 / taken).toFixed(0)} mails/s`;
  const line: Line = {
    what: 'mail: parsed, and parted into new and quoted',
    goal: '',
    floor: `${rate(bare.p50)} postal-mime`,
    measured: `${rate(real.p50)} (parsed alone ${rate(parsed.p50)})`,
    ratio: real.p50 / bare.p50,
  };
  return { line, detail: { mails: corpus.length, millisecondsAMail: { real, parsed, bare } } };
}

function readLarge(kind: LargeMail): Promise<ReadLargeMail> {
  return new Promise((done, failed) => {
    const reader = fork(child, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    reader.once('message', (found) => {
      done(found as ReadLargeMail);
    });
    reader.once('exit', (code) => {
      failed(new Error(`reading ${kind} ended with ${String(code)}`));
    });
    reader.send(kind);
  });
}

function memoryLine([kind, { bytes, peakBytes, ms: taken }]: readonly [LargeMail, ReadLargeMail]): Line {
  return {
    what: `mail: memory for 10 MB, ${kind}`,
    goal: `<= ${String(TIMES_ITS_SIZE)} x its size`,
    floor: `${(bytes / 1e6).toFixed(1)} MB mail`,
    measured: `${(peakBytes / 1e6).toFixed(1)} MB more, ${ms(taken)}`,
    ratio: peakBytes / bytes,
    met: peakBytes <= TIMES_ITS_SIZE * bytes,
  };
}

async function scoreOf(corpus: readonly CorpusMail[]): Promise<Line> {
  let right = 0;
  for (const one of corpus) if (isDeepStrictEqual(await readAs(one), one.expected)) right += 1;
  const misses = Object.keys(KNOWN_MISSES).length;
  return {
    what: 'mail: corpus read fully right',
    goal: `>= ${String(corpus.length - misses)} (${String(misses)} known misses)`,
    floor: '',
    measured: `${String(right)} of ${String(corpus.length)}`,
    met: right >= corpus.length - misses,
  };
}

async function fuzzMail(corpus: readonly CorpusMail[], count: number) {
  const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
  const random = randomOf(seed);
  let faults = 0;
  let slowest = { ms: 0, what: '' };
  for (let index = 0; index < count; index++) {
    const { raw, what } = mutant(corpus, random);
    try {
      const { ms: taken } = await timed(async () => newTextOf(await parseMail(raw)));
      if (taken > slowest.ms) slowest = { ms: taken, what };
    } catch (error) {
      faults += 1;
      console.error(`mail ${String(index)} of seed ${String(seed)}, ${what}:`, error);
    }
  }
  const line: Line = {
    what: `mail: fuzz of raw MIME, ${count.toLocaleString('en')} mails, seed ${String(seed)}`,
    goal: `no fault, none over ${String(HANG_MS)} ms`,
    floor: '',
    measured: `${String(faults)} faults, slowest ${ms(slowest.ms)}`,
    met: faults === 0 && slowest.ms <= HANG_MS,
  };
  return { line, detail: { count, seed, faults, slowest } };
}
