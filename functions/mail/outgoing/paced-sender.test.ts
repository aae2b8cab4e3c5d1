import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ComposedMail, MailSender } from '../../../shared/ports/outside.ts';
import { pacedSender, type Stopwatch } from './paced-sender.ts';

const mail: ComposedMail = { from: 'a@example.test', to: 'b@example.test', raw: new Uint8Array() };

/** Waiting is the only thing that takes time. */
class Waiting implements Stopwatch {
  time = 0;
  now(): number {
    return this.time;
  }
  wait(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    return Promise.resolve();
  }
}

function make(perSecond: number) {
  const stopwatch = new Waiting();
  const times: number[] = [];
  const inner: MailSender = {
    send: () => {
      times.push(stopwatch.time);
      return Promise.resolve({ kind: 'sent', messageId: 'x' });
    },
  };
  return { stopwatch, times, sender: pacedSender(inner, perSecond, stopwatch) };
}

it('sends one second’s worth at once and the rest at the account’s pace', async () => {
  const { times, sender } = make(4);
  for (let sent = 0; sent < 8; sent += 1) await sender.send(mail);
  expect(times).toEqual([0, 0, 0, 0, 250, 500, 750, 1000]);
});

it('keeps to less than one mail a second too', async () => {
  const { times, sender } = make(0.5);
  for (let sent = 0; sent < 3; sent += 1) await sender.send(mail);
  expect(times).toEqual([0, 2000, 4000]);
});

it('never sends more than a second’s worth above its pace, whenever the mails come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 }),
      async (perSecond, gaps) => {
        const { stopwatch, times, sender } = make(perSecond);
        for (const gap of gaps) {
          stopwatch.time += gap;
          await sender.send(mail);
        }
        for (const [first, from] of times.entries()) {
          for (const [last, to] of times.slice(first).entries()) {
            expect(last + 1).toBeLessThanOrEqual(perSecond + ((to - from) * perSecond) / 1000 + 1e-6);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

it('hands on what the mail service said', async () => {
  const sender = pacedSender({ send: () => Promise.resolve({ kind: 'rejected', reason: 'no' }) }, 1, new Waiting());
  expect(await sender.send(mail)).toEqual({ kind: 'rejected', reason: 'no' });
});
