/** Whatever fails, and wherever a sender dies: told once, or down the ladder after a sure failure; and told in the end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageOffice } from './testing/message-office.ts';
import type { Fate } from './testing/scripted-channel.ts';

const sure: fc.Arbitrary<Fate | undefined> = fc.constantFrom(
  undefined,
  { kind: 'unavailable', why: 'http-503' } as const,
  { kind: 'unavailable', why: 'http-429', retryAfterSeconds: 300 } as const,
  { kind: 'refused', why: 'blocked' } as const,
);
const LOST: readonly Fate[] = ['crash-before', 'crash-after', 'lost-answer', { kind: 'unclear' }];
const lost: fc.Arbitrary<Fate | undefined> = fc.constantFrom(...LOST);
const unsure = fc.oneof(sure, lost);
const commits = fc.array(fc.constantFrom('before-write', 'after-write', undefined), { maxLength: 6 });
const turns = fc.array(
  fc.record({ copies: fc.integer({ min: 0, max: 3 }), minutes: fc.integer({ min: 0, max: 40 }) }),
  {
    maxLength: 8,
  },
);

async function filed(): Promise<MessageOffice> {
  const office = new MessageOffice();
  await office.talk('zalo-1', { account: '1' });
  await office.file();
  office.relay();
  return office;
}

/** The queue brings the message so often and so much later; every fault is only that one delivery of it. */
async function live(
  office: MessageOffice,
  faults: { zalo: (Fate | undefined)[]; sms: (Fate | undefined)[]; turns: { copies: number; minutes: number }[] },
) {
  const [message] = office.queue.splice(0);
  office.zalo.next(...faults.zalo);
  office.sms.next(...faults.sms);
  const attempt = () => office.send(message!).catch(() => undefined);
  for (const { copies, minutes } of faults.turns) {
    await Promise.all(Array.from({ length: copies }, attempt));
    office.clock.step({ minutes });
    await office.ring().catch(() => undefined);
  }
  // In the end the queue brings it to a sender that lives, and the sweeper rings.
  office.zalo.up();
  office.sms.up();
  for (let delivery = 0; delivery < 8; delivery += 1) await attempt();
  for (let minute = 0; minute < 300; minute += 1) await office.pass(1).catch(() => undefined);
}

function arrivals(office: MessageOffice): number {
  return office.zalo.arrived.length + office.sms.arrived.length + mails(office);
}

function mails(office: MessageOffice): number {
  office.relay();
  return office.mail.length;
}

describe('whatever fails', () => {
  it('as long as providers say what they did, the citizen is told exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ zalo: fc.array(sure, { maxLength: 6 }), sms: fc.array(sure, { maxLength: 6 }), turns }),
        async (faults) => {
          const office = await filed();
          await live(office, faults);
          expect(arrivals(office)).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('also when nobody knows what went out: one attempt is one message, and somebody is told at least once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ zalo: fc.array(unsure, { maxLength: 6 }), sms: fc.array(unsure, { maxLength: 6 }), turns }),
        commits,
        async (faults, failing) => {
          const office = await filed();
          for (const fault of failing) if (fault !== undefined) office.world.failNextCommit(fault);
          await live(office, faults);
          const ids = [...office.zalo.asked, ...office.sms.asked].map(({ attemptId }) => attemptId);
          expect(new Set(ids).size).toBe(ids.length);
          const { status, attempts, closed } = office.delivery;
          expect(['sent', 'unclear', 'delivered', 'failed']).toContain(status);
          expect(arrivals(office)).toBeGreaterThanOrEqual(1);
          // Told again only where the attempt before was refused, or stayed without an answer and without a receipt.
          for (const { rung, outcome } of attempts.slice(0, -1)) {
            expect(outcome?.kind).not.toBe('accepted');
            if (outcome?.kind === 'unclear') expect(closed).toContainEqual({ rung, why: 'no-receipt' });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
