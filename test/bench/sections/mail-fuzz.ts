/** Section: many thousand answers spoilt on their way, and as many forged; none may act as it was not meant, none may take a second. */
import { randomInt } from 'node:crypto';
import { fuzzAnswers } from '../../faults/fuzz-answers.ts';
import type { BenchContext } from '../context.ts';
import { ms, type Line, type Section } from '../report.ts';

/** Milliseconds for the slowest single mail. */
const SLOWEST = 1000;

export async function mailFuzz({ quick }: BenchContext): Promise<Section> {
  const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
  const mails = quick ? 2000 : 30_000;
  const lines: Line[] = [];
  const detail: Record<string, unknown> = { seed };
  for (const how of ['spoilt', 'forged'] as const) {
    const found = await fuzzAnswers({ mails, seed, how });
    const { violations, acted, reread, slowest } = found;
    detail[how] = found;
    for (const violation of violations.slice(0, 10)) console.error(violation);
    lines.push(
      {
        what: `${String(mails)} ${how} answers of seed ${String(seed)}, unintended acts or faults`,
        goal: '0',
        floor: '',
        measured: `${String(violations.length)} (${String(acted)} acted, ${String(reread.length)} read as another command)`,
        met: violations.length === 0,
      },
      {
        what: `slowest ${how} answer`,
        goal: ms(SLOWEST),
        floor: '',
        measured: ms(slowest.ms),
        met: slowest.ms <= SLOWEST,
      },
    );
  }
  return { lines, detail };
}
