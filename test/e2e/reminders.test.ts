import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEAD, OFFICE_HEAD, OFFICIAL, WARD } from '../api/people.ts';
import { details, done, fileOnline, mailboxOf, signedIn } from './acts.ts';
import { mailOf, mailsAbout, templateOf } from './mailbox.ts';
import { eventually, startOwnSystem, stopAndForget, travelTo, type OwnSystem } from './running-system.ts';

let system: OwnSystem;

beforeAll(async () => {
  system = await startOwnSystem('2026-11-25T09:00:00+07:00');
});

afterAll(() => stopAndForget(system));

/** Two sweeps one after the other and two at once: what has rung does not ring again. */
async function sweep(): Promise<void> {
  const once = async () => {
    expect((await system.runtime.invoke('timer-sweeper', {})).kind).toBe('returned');
  };
  await once();
  await Promise.all([once(), once()]);
}

/** Who was reminded of the step and of the whole dossier, in order; waits until there are that many. */
async function reminded(code: string, steps: number, wholes = 0) {
  return eventually(`${String(steps)} reminders of the step, ${String(wholes)} of the dossier`, async () => {
    const mails = (await mailsAbout(system, code)).filter((mail) =>
      /^(?:reminder|work-stalled)/u.test(templateOf(mail)),
    );
    const lines = (ofStep: boolean) =>
      mails
        .filter(({ subject }) => subject.includes('thẩm định') === ofStep)
        .map((mail) => `${templateOf(mail)} -> ${mail.to.join()}`);
    const found = { step: lines(true), whole: lines(false) };
    return found.step.length >= steps && found.whole.length >= wholes ? found : undefined;
  });
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

it('a step that nobody touches: the unit is alarmed, then the head is told, then the level above, each once', async () => {
  const { code } = await fileOnline(system);
  const official = await signedIn(system, OFFICIAL);
  await done(official, code, 'receive');
  await mailOf(system, code, 'step-assigned');
  const { work } = (await details(official, code)) as { work: { steps: { dueAt: string; unit: { id: string } }[] } };
  const [{ dueAt, unit }] = work.steps as [{ dueAt: string; unit: { id: string } }];
  const alarmed = `work-stalled -> ${mailboxOf(unit.id)}`;

  await sweep();
  expect(await reminded(code, 0)).toEqual({ step: [], whole: [] });

  system = await travelTo(system, minutesAfter(dueAt, -1));
  await sweep();
  // What is soon due stands in the officer's digest; that nobody has touched it is told to the unit, and to the owner.
  expect((await reminded(code, 1)).step).toEqual([alarmed]);
  const later = await signedIn(system, OFFICIAL);
  expect(await details(later, code)).toMatchObject({ stalled: [{ unit: { id: unit.id } }] });

  system = await travelTo(system, minutesAfter(dueAt, 1));
  await sweep();
  const head = mailboxOf(OFFICE_HEAD);
  expect((await reminded(code, 2)).step).toEqual([alarmed, `reminder-to-head -> ${head}`]);

  system = await travelTo(system, '2026-12-03T09:00:00+07:00');
  await sweep();
  // The office stands under the ward's committee, which decides; above the committee is the city's.
  const [chairman, city] = [mailboxOf(HEAD), mailboxOf('nv-hcm-lanh-dao')];
  const all = await reminded(code, 3, 4);
  expect(all.step).toEqual([alarmed, `reminder-to-head -> ${head}`, `reminder-to-level-above -> ${chairman}`]);
  expect(all.whole.toSorted()).toEqual(
    [
      `reminder-to-counter -> ${mailboxOf(WARD)}`,
      `reminder-to-extend -> ${chairman}`,
      `reminder-to-head -> ${chairman}`,
      `reminder-to-level-above -> ${city}`,
    ].toSorted(),
  );

  await sweep();
  await mailOf(system, (await fileOnline(system)).code, 'filed');
  expect(await reminded(code, 3, 4)).toEqual(all);
});
