/** Section: a large mailbox given to the receiver once more, shuffled and in part twice, at once and after 90 days; nothing may change. */
import { randomInt } from 'node:crypto';
import { monthOfMail } from '../../faults/month-of-mail.ts';
import { randomOf } from '../../fuzz/mutate-mail.ts';
import type { BenchContext } from '../context.ts';
import type { Section } from '../report.ts';

export async function mailReplay({ quick }: BenchContext): Promise<Section> {
  const seed = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31));
  const mails = quick ? 300 : 2000;
  const { office, keys, kinds } = await monthOfMail(mails, seed);
  const random = randomOf(seed + 1);
  const before = office.dump();
  let delivered = 0;
  let changes = 0;
  const began = performance.now();
  for (const later of [{}, { days: 90 }]) {
    office.room.office.clock.step(later);
    const again = [...keys, ...keys.filter(() => random() < 0.3)].toSorted(() => random() - 0.5);
    delivered += again.length;
    await office.deliverAgain(again);
    if (office.dump() !== before) changes += 1;
  }
  const perSecond = (delivered / (performance.now() - began)) * 1000;
  return {
    lines: [
      {
        what: `a mailbox of ${String(keys.length)} objects of seed ${String(seed)} delivered again ${String(delivered)} times, changes`,
        goal: '0',
        floor: '',
        measured: `${String(changes)} (${perSecond.toFixed(0)} a second)`,
        met: changes === 0,
      },
    ],
    detail: { seed, kinds, delivered, perSecond },
  };
}
