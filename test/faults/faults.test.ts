import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeExample } from '../../shared/contracts/http/dossier-examples.ts';
import { act, assignedDossier, done, fileOnline, freshKey } from '../api/acts.ts';
import type { Answer } from '../api/memory-system.ts';
import { HEAD, OFFICER, OFFICIAL, OTHER_OFFICIAL, OTHER_WARD, WARD } from '../api/people.ts';
import type { Crash } from './crashes.ts';
import { FaultyOffice, type Message, type Postman } from './faulty-office.ts';
import { liveWholeLives, type Lived } from './whole-life.ts';

/** The same seed gives the same run: `FAULT_SEED=… npx vitest run test/faults`. */
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);

/** What must be the same however the run went: codes and numbers drawn anew after a crash are called by what they are. */
function outcomeOf(office: FaultyOffice, lived: Lived) {
  const named = (text: string) => text.replaceAll(lived.online, 'online').replaceAll(lived.byPost, 'by post');
  const files = [...office.system.documents.filed.keys()].map((key) => named(`case#${key}`));
  const statuses = [lived.online, lived.byPost].map((entityId) => {
    const state = JSON.parse(office.system.world.entities.get(entityId)!.state) as { status: string };
    return state.status;
  });
  return {
    statuses,
    online: office.story(lived.online),
    byPost: office.story(lived.byPost),
    entities: [...office.system.world.entities.keys()].filter((id) => id.startsWith('case#')).length,
    notices: [...new Set(office.mails().map(named))].toSorted(),
    files: files.toSorted(),
  };
}

async function straightRun() {
  const office = new FaultyOffice();
  const lived = await liveWholeLives(office);
  return { office, lived, outcome: outcomeOf(office, lived) };
}

const twice = (mails: readonly string[]) => mails.length - new Set(mails).size;

describe('the straight run', () => {
  it('ends as a life ends, with one mail for each notice', async () => {
    const { office, outcome } = await straightRun();
    expect(outcome.statuses).toEqual(['returned', 'processing']);
    expect(outcome.entities).toBe(2);
    expect(outcome.files).toHaveLength(2);
    expect(outcome.notices.length).toBeGreaterThan(14);
    expect(twice(office.mails())).toBe(0);
  });
});

describe('deliveries', () => {
  it('in any order, twice, and long after their time, end in the same state with the same mails', async () => {
    const { outcome } = await straightRun();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 2 ** 30 }), { minLength: 500, maxLength: 500 }), async (chance) => {
        let drawn = 0;
        const draw = (below: number) => chance[drawn++ % chance.length]! % below;
        const office = new FaultyOffice([], carelessPostman(draw));
        const lived = await liveWholeLives(office);
        await office.deliverAgain(shuffled([...office.delivered], draw));
        expect(outcomeOf(office, lived)).toEqual(outcome);
        expect(twice(office.mails())).toBe(0);
      }),
      { numRuns: 25, seed, endOnFailure: true },
    );
  });
});

describe('a process killed before or after any of its side effects', () => {
  it('at more than 900 random places: nothing acknowledged is lost and nothing is doubled', async () => {
    console.log(`crashes: FAULT_SEED=${String(seed)}`);
    const { office: whole, outcome } = await straightRun();
    const CRASHES = 10;
    const crash: fc.Arbitrary<Crash> = fc.record({
      afterCalls: fc.nat({ max: Math.floor((2 * whole.crashes.total) / CRASHES) - 1 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    });
    const places = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(crash, { minLength: CRASHES, maxLength: CRASHES }), async (planned) => {
        const office = new FaultyOffice(planned);
        const lived = await liveWholeLives(office);
        const { notices, ...rest } = outcomeOf(office, lived);
        const { notices: expected, ...straight } = outcome;
        expect(rest).toEqual(straight);
        expect(notices.map(alike).toSorted()).toEqual(expected.map(alike).toSorted());
        for (const place of office.crashes.places) places.set(place, (places.get(place) ?? 0) + 1);
        // SES knows no idempotency token: killed between its yes and our note of it, the mail goes out once more.
        const unknowable = office.crashes.places.filter(
          (place) => place === 'sender.send after' || place === 'claims.record before',
        );
        expect(twice(office.mails())).toBeLessThanOrEqual(unknowable.length);
      }),
      { numRuns: 120, seed, endOnFailure: true },
    );
    expect([...places.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(900);
    expect([...places.keys()]).toEqual(expect.arrayContaining(['cases.commit before', 'cases.commit after']));
  });
});

describe('two at the same moment', () => {
  it('decide: one decision stands, the other person is told, and the applicant hears of one', async () => {
    const office = new FaultyOffice();
    const { code } = await assignedDossier(office.system);
    await done(office.system, code, 'complete-step', { as: OFFICER, body: { stepId: 'tham-dinh' } });
    await office.settle();
    const decide = (outcome: 'granted' | 'refused') =>
      act(office.system, code, 'decide', {
        as: HEAD,
        body: {
          stepId: 'ky',
          outcome,
          resultNumber: `1/${outcome}`,
          ...(outcome === 'refused' && { reason: 'Thiếu' }),
        },
      });
    office.system.world.interleaveNextCommit(() => decide('granted'));
    const late = await decide('refused');
    await office.settle();
    expect(late).toMatchObject({ status: 409, body: { rule: 'not-now' } });
    expect(office.story(`case#${code}`).filter((type) => type === 'DossierDecided')).toHaveLength(1);
    expect(office.mails().filter((mail) => mail.includes('/decided/'))).toHaveLength(1);
  });

  it('receive: one number is given and one receipt is sent', async () => {
    const office = new FaultyOffice();
    const { code } = await fileOnline(office.system);
    const colleague = 'nv-thu-dau-mot-2025-mot-cua-2';
    office.system.world.interleaveNextCommit(() => act(office.system, code, 'receive', { as: colleague }));
    expect((await act(office.system, code, 'receive', { as: OFFICIAL })).status).toBe(409);
    await office.settle();
    expect(office.mails().filter((mail) => mail.includes('/received/'))).toHaveLength(1);
  });

  it('take one uploaded file at two counters: one dossier has it, the other is not filed', async () => {
    const office = new FaultyOffice();
    const { system } = office;
    const asked = await system.ask('createAttachment', { body: { fileName: 'a.pdf', contentType: 'application/pdf' } });
    const uploadId = String(asked.body['uploadId']);
    system.documents.incoming.set(uploadId, new TextEncoder().encode('%PDF-1.7 a'));
    await system.ask('completeAttachment', { params: { uploadId }, body: {} });
    const body = { ...intakeExample, attachments: [{ uploadId }] };
    const at = (unitId: string, as: string) =>
      system.ask('fileAtCounter', { params: { unitId }, body, as, key: freshKey() });
    let first: Answer | undefined;
    system.world.interleaveNextCommit(async () => {
      first = await at(OTHER_WARD, OTHER_OFFICIAL);
    });
    const second = await at(WARD, OFFICIAL);
    expect(first?.status).toBe(201);
    expect(second).toMatchObject({ status: 409, body: { rule: 'attachment-taken' } });
    await office.settle();
    expect([...system.documents.filed.keys()].map((key) => key.split('/')[0])).toEqual([first?.body['code']]);
  });
});

/** Shuffles what waits, and delivers some of it, and some of what was delivered long ago, again. */
function carelessPostman(draw: (below: number) => number): Postman {
  return (waiting, delivered) => {
    const again = [...waiting.filter(() => draw(2) === 0), ...delivered.filter(() => draw(20) === 0)];
    return shuffled([...waiting, ...again], draw);
  };
}

function shuffled(messages: readonly Message[], draw: (below: number) => number): readonly Message[] {
  return messages
    .map((message) => ({ message, place: draw(2 ** 30) }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ message }) => message);
}

/** A code drawn anew counts other versions and may draw the other of two officers. */
function alike(notice: string): string {
  return notice.replace(/\/\d+\/\d+\//u, '/').replace(/can-bo-[12] -> .*/u, 'an officer');
}
