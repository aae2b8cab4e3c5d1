/** What the stores of short-lived records must do; run in memory and in DynamoDB. */
import { describe, expect, it } from 'vitest';
import type { MailReading, MailReadings } from '../../shared/ports/outside.ts';
import type { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import type {
  MailboxMarks,
  ProviderMessages,
  RunningNumbers,
  SendClaims,
  SessionStore,
  Throttle,
  UploadStore,
} from '../../shared/ports/short-lived.ts';

export interface ShortLivedUnderTest {
  readonly clock: SteppableClock;
  readonly sessions: SessionStore;
  readonly throttle: Throttle;
  readonly numbers: RunningNumbers;
  readonly uploads: UploadStore;
  readonly claims: SendClaims;
  readonly marks: MailboxMarks;
  readonly readings: MailReadings;
  readonly providerMessages: ProviderMessages;
}

const reading: MailReading = {
  from: 'nhung@example.com',
  subject: 'Hỏi hồ sơ',
  text: 'Kính gửi,\nđơn của tôi đến đâu?',
  receivedAt: '2026-11-23T02:00:00.000Z',
  attachments: [
    { uploadId: 'mail-a-0', fileName: 'Đơn.pdf', contentType: 'application/pdf', bytes: 3, sha256: 'a'.repeat(64) },
  ],
  refused: [{ fileName: 'a.exe', why: 'type' }],
};

/** The whole minute makes the throttle's windows begin here. */
export const start = '2026-11-23T02:00:00.000Z';

export function describeShortLived(name: string, make: () => Promise<ShortLivedUnderTest>): void {
  it(`${name}: what was read of a mail is kept, and kept again it is the last`, async () => {
    const { readings } = await make();
    expect(await readings.reading('m1')).toBeUndefined();
    await readings.keepReading('m1', { ...reading, text: 'trước' });
    await readings.keepReading('m1', reading);
    expect(await readings.reading('m1')).toEqual(reading);
    expect(await readings.reading('m2')).toBeUndefined();
  });

  it(`${name}: what a provider calls a message leads to its part of the delivery, for each channel apart`, async () => {
    const { providerMessages } = await make();
    const messageId = '4912661846655238145';
    const sent = { deliveryId: 'd1', attempt: 2, part: 0 };
    expect(await providerMessages.find('viber', messageId)).toBeUndefined();
    await providerMessages.remember({ channel: 'viber', messageId }, sent);
    await providerMessages.remember({ channel: 'viber', messageId }, sent);
    expect(await providerMessages.find('viber', messageId)).toEqual(sent);
    expect(await providerMessages.find('zalo', messageId)).toBeUndefined();
  });

  describe(`${name}: sessions`, () => {
    it('are found until they end or are revoked', async () => {
      const { sessions, clock } = await make();
      const session = { staffId: 's1', expiresAt: '2026-11-23T10:00:00.000Z' };
      await sessions.create('h1', session);
      await sessions.create('h2', session);
      expect(await sessions.find('h1')).toEqual(session);
      await sessions.revoke('h1');
      await sessions.revoke('never-made');
      expect(await sessions.find('h1')).toBeUndefined();
      clock.set('2026-11-23T10:00:00.000Z');
      expect(await sessions.find('h2')).toBeUndefined();
    });
  });

  describe(`${name}: throttles`, () => {
    const rule = { limit: 3, windowSeconds: 60 };

    it('allow as many tries as the rule in each window, and say when to come back', async () => {
      const { throttle, clock } = await make();
      clock.step({ seconds: 20 });
      for (let tries = 0; tries < 3; tries++) expect(await throttle.hit('a', rule)).toEqual({ allowed: true });
      expect(await throttle.hit('a', rule)).toEqual({ allowed: false, retryAfterSeconds: 40 });
      expect(await throttle.hit('b', rule)).toEqual({ allowed: true });
      clock.step({ seconds: 40 });
      expect(await throttle.hit('a', rule)).toEqual({ allowed: true });
    });

    it('count tries made at once, each of them', async () => {
      const { throttle } = await make();
      const tries = await Promise.all(Array.from({ length: 10 }, () => throttle.hit('a', rule)));
      expect(tries.filter(({ allowed }) => allowed)).toHaveLength(3);
    });
  });

  describe(`${name}: running numbers`, () => {
    it('begin at 1 in each series and are never given twice', async () => {
      const { numbers } = await make();
      const given = await Promise.all(Array.from({ length: 20 }, () => numbers.next('u1 2026-11-23')));
      expect(given.toSorted((left, right) => left - right)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
      expect(await numbers.next('u2 2026-11-23')).toBe(1);
    });
  });

  describe(`${name}: uploads`, () => {
    const file = { uploadId: 'u1', fileName: 'Đơn.pdf', contentType: 'application/pdf' };
    const checked = { uploadId: 'u1', contentType: 'image/png', bytes: 5, sha256: 'abc' };

    it('are expected, then complete with what the check found', async () => {
      const { uploads } = await make();
      await uploads.expect({ ...file, expiresAt: '2026-11-24T02:00:00.000Z' });
      expect(await uploads.find(['u2', 'u1', 'u1'])).toEqual([
        undefined,
        { status: 'expected', ...file },
        { status: 'expected', ...file },
      ]);
      await uploads.complete(checked);
      expect(await uploads.find(['u1'])).toEqual([{ status: 'complete', ...file, ...checked }]);
      await uploads.complete({ ...checked, sha256: 'def' });
      expect(await uploads.find(['u1'])).toMatchObject([{ sha256: 'def' }]);
      expect(await uploads.find([])).toEqual([]);
    });

    it('nobody expected cannot be completed', async () => {
      const { uploads } = await make();
      await expect(uploads.complete(checked)).rejects.toThrow('expected');
    });

    it('are unknown once they have expired', async () => {
      const { uploads, clock } = await make();
      await uploads.expect({ ...file, expiresAt: '2026-11-23T03:00:00.000Z' });
      clock.set('2026-11-23T03:00:00.000Z');
      expect(await uploads.find(['u1'])).toEqual([undefined]);
    });
  });

  describe(`${name}: claims to send`, () => {
    it('are given to one at a time, and again when the lease has run out', async () => {
      const { claims, clock } = await make();
      const claimed = await Promise.all([1, 2, 3].map(() => claims.claim('n1', 60)));
      expect(claimed.map(({ kind }) => kind).sort()).toEqual(['busy', 'busy', 'claimed']);
      clock.step({ seconds: 59 });
      expect(await claims.claim('n1', 60)).toEqual({ kind: 'busy' });
      clock.step({ seconds: 1 });
      expect(await claims.claim('n1', 60)).toEqual({ kind: 'claimed' });
    });

    it('can be given back', async () => {
      const { claims } = await make();
      await claims.claim('n1', 60);
      await claims.release('n1');
      expect(await claims.claim('n1', 60)).toEqual({ kind: 'claimed' });
      await claims.release('never-claimed');
    });

    it('are never given again for what was sent', async () => {
      const { claims, clock } = await make();
      await claims.claim('n1', 60);
      await claims.record('n1', 'ses-1');
      await claims.release('n1');
      clock.step({ days: 14 });
      expect(await claims.claim('n1', 60)).toEqual({ kind: 'sent' });
    });
  });

  describe(`${name}: marked mailboxes`, () => {
    const bounced = { why: 'bounced', at: start } as const;

    it('are known by their address in any case of letters, until a mail from there clears them', async () => {
      const { marks } = await make();
      expect(await marks.find('lan@ward.example')).toBeUndefined();
      await marks.mark('Lan@Ward.example', bounced);
      await marks.mark('lan@ward.example', bounced);
      expect(await marks.find('LAN@ward.example')).toEqual(bounced);
      expect(await marks.find('an@ward.example')).toBeUndefined();
      await marks.clear('lan@ward.EXAMPLE');
      await marks.clear('never-marked@ward.example');
      expect(await marks.find('Lan@Ward.example')).toBeUndefined();
    });

    it('are marked for the last reason that was given', async () => {
      const { marks } = await make();
      await marks.mark('a@ward.example', bounced);
      await marks.mark('a@ward.example', { why: 'complained', at: start });
      expect(await marks.find('a@ward.example')).toEqual({ why: 'complained', at: start });
    });

    it('are tried again after a fortnight, and after a complaint much later', async () => {
      const { marks, clock } = await make();
      await marks.mark('a@ward.example', bounced);
      await marks.mark('b@ward.example', { why: 'complained', at: start });
      clock.step({ days: 13 });
      expect(await marks.find('a@ward.example')).toEqual(bounced);
      clock.step({ days: 1 });
      expect(await marks.find('a@ward.example')).toBeUndefined();
      expect(await marks.find('b@ward.example')).toBeDefined();
      clock.step({ days: 166 });
      expect(await marks.find('b@ward.example')).toBeUndefined();
    });
  });
}
