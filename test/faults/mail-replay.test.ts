/** A mailbox of a month given to the receiver once more, shuffled and in part twice: nothing is stored and nothing is sent. */
import { describe, expect, it } from 'vitest';
import { randomOf } from '../fuzz/mutate-mail.ts';
import { monthOfMail } from './month-of-mail.ts';

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);
const MAILS = 150;

describe('a month of mail', () => {
  it('delivered again, shuffled and in part twice, changes nothing; nor when all that only remembers requests has expired', async () => {
    const { office, keys, kinds } = await monthOfMail(MAILS, seed);
    console.log(`replay: ${String(keys.length)} objects, FAULT_SEED=${String(seed)}, ${JSON.stringify(kinds)}`);
    expect(Object.keys(kinds)).toEqual(
      expect.arrayContaining(['answered', 'letter', 'machine', 'MailHeld', 'reply taken', 'reply doubtful']),
    );
    const random = randomOf(seed + 1);
    const before = office.dump();
    for (const later of [{}, { days: 90 }]) {
      office.room.office.clock.step(later);
      const again = [...keys, ...keys.filter(() => random() < 0.3)].toSorted(() => random() - 0.5);
      await office.deliverAgain(again);
      expect(office.dump()).toBe(before);
    }
  });
});
