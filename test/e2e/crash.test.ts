import { expect, it } from 'vitest';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { OFFICIAL, WARD } from '../api/people.ts';
import { applicantNamed, details, done, mailboxOf, signedIn } from './acts.ts';
import { Browser, freshKey } from './browser.ts';
import { mailsTo, noticeIdOf, templateOf } from './mailbox.ts';
import {
  eventually,
  needsOwnSystem,
  startAgain,
  startOwnSystem,
  stopAndForget,
  type OwnSystem,
} from './running-system.ts';

interface Filing {
  readonly key: string;
  readonly applicant: ReturnType<typeof applicantNamed>;
}

/** As an impatient program does it: a filing without an answer is sent again with the same key. @returns the code, if it was acknowledged. */
async function file(system: OwnSystem, { key, applicant }: Filing): Promise<string | undefined> {
  try {
    const answer = await new Browser(system).post('/dossiers', { json: { ...intakeExample, applicant }, key });
    return answer.status === 201 ? String(answer.body['code']) : undefined;
  } catch {
    return undefined;
  }
}

function burst(count: number): readonly Filing[] {
  return Array.from({ length: count }, () => ({ key: freshKey(), applicant: applicantNamed('Phan Thị Bão') }));
}

/** Files all of them, and lets `strike` fall when a third of them has been answered. */
async function fileUnder(system: OwnSystem, filings: readonly Filing[], strike: () => Promise<void>) {
  const acknowledged = new Map<Filing, string>();
  let struck: Promise<void> | undefined;
  const waiting = filings.values();
  const worker = async (): Promise<void> => {
    for (const filing of waiting) {
      const code = await file(system, filing);
      if (code !== undefined) acknowledged.set(filing, code);
      if (acknowledged.size >= filings.length / 3) struck ??= strike();
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  await struck;
  return acknowledged;
}

/** Every filing that was acknowledged is there with one mail to the citizen and one to the counter; the others are filed now, once. */
async function checkAndFinish(
  system: OwnSystem,
  filings: readonly Filing[],
  acknowledged: ReadonlyMap<Filing, string>,
): Promise<void> {
  const expected: string[] = [];
  for (const filing of filings) {
    const code = await eventually('filed in the end', () => file(system, filing));
    expect(code).toBe(acknowledged.get(filing) ?? code);
    expected.push(`${code} filed -> ${filing.applicant.email}`, `${code} filed-online -> ${mailboxOf(WARD)}`);
  }
  const sent = await eventually('all their mails', async () => {
    const mails = await mailsTo(system);
    return mails.length >= expected.length ? mails : undefined;
  });
  const lines = sent.map((mail) => `${noticeIdOf(mail).slice(5, 15)} ${templateOf(mail)} -> ${mail.to.join()}`);
  expect(lines.toSorted()).toEqual(expected.toSorted());
}

it('an orderly restart in the middle of a burst loses and doubles nothing', async (context) => {
  needsOwnSystem(context);
  const first = await startOwnSystem();
  const filings = burst(30);
  const acknowledged = await fileUnder(first, filings, () => first.runtime.stop());
  expect(acknowledged.size).toBeGreaterThanOrEqual(10);
  const second = await startAgain(first, '2026-11-23T10:00:00+07:00');
  await checkAndFinish(second, filings, acknowledged);
  await stopAndForget(second);
});

it('a kill -9 of everything in the middle of a burst loses and doubles nothing that was acknowledged', async (context) => {
  needsOwnSystem(context);
  const first = await startOwnSystem();
  const filings = burst(30);
  const acknowledged = await fileUnder(first, filings, () => first.runtime.kill());
  expect(acknowledged.size).toBeGreaterThanOrEqual(10);
  const second = await startAgain(first, '2026-11-23T10:00:00+07:00');
  await checkAndFinish(second, filings, acknowledged);
  const [, code] = [...acknowledged][0]!;
  const official = await signedIn(second, OFFICIAL);
  await done(official, code, 'receive');
  expect((await details(official, code))['status']).toBe('processing');
  await stopAndForget(second);
});
