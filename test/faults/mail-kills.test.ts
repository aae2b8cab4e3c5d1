/**
 * Every process between the bucket and the mailbox killed before and after each of its side effects, for each kind of mail; then twice, at
 * random. Whatever died is delivered again: each effect of each mail is there once.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../fuzz/mutate-mail.ts';
import type { Crash } from './crashes.ts';
import { KINDS, type Scene } from './kinds-of-mail.ts';

/** The same seed gives the same run: `FAULT_SEED=… npx vitest run test/faults`. */
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);
const DOUBLE_KILLS = Number(process.env['DOUBLE_KILLS'] ?? 340);

async function live(scene: Scene, planned: readonly Crash[]): Promise<void> {
  const { office, mails, afterwards } = scene;
  office.begin(planned);
  for (const raw of mails) office.arrive(raw);
  await office.settle();
  await afterwards?.();
  await office.settle();
}

/** What must be the same however the run went: times, numbers drawn by processes that died and keys of the bucket may differ. */
function outcomeOf({ office, entityId }: Scene) {
  const { room } = office;
  const { world } = room.office;
  // A letter's own words say when they were read.
  const words = [...room.documents.incoming].flatMap(([id, bytes]) => (id.includes('-thu') ? [sha256(bytes)] : []));
  const alike = (value: unknown) =>
    JSON.parse(
      words
        .reduce((text, hash) => text.replaceAll(hash, 'W'), JSON.stringify(value))
        .replaceAll(/-thu-[a-z0-9]+/gu, '-thu')
        .replaceAll(/thu-2026-11-23-\d{4}/gu, 'thu')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'T')
        .replaceAll(/-261123-\d{4}/gu, '-261123-N')
        .replaceAll(/arrived\/\d+/gu, 'arrived/N')
        .replaceAll(/\.mail-\d+/gu, '.mail-N'),
    ) as unknown;
  const state = world.entities.get(entityId)?.state ?? '{}';
  return {
    state: alike(JSON.parse(state)),
    case: room.events(entityId).map(alike),
    mails: room.mailEvents().map(alike),
    entities: [...world.entities.keys()].toSorted(),
    actors: world.stream.map(({ entityId: of, actor }) => `${of} ${actor}`).toSorted(),
    taken: [...world.uploads.values()].flatMap(({ upload }) => ('takenBy' in upload ? [alike(upload)] : [])),
    arrived: new Set([...room.documents.incoming.keys()].map(alike)),
    filed: [...room.documents.filed.keys()].map(alike).toSorted(),
    /** What the bucket's adapter would not file, for it is another file than the one that was checked. */
    altered: [...room.documents.filed].filter(([key, bytes]) => !key.endsWith(sha256(bytes))).length,
    people: alike(JSON.parse(world.people.get(entityId)?.parties ?? '{}')),
    notices: [...new Set(office.sent())].toSorted(),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SES knows no idempotency token: killed between its yes and our note of it, the mail goes out once more. */
function unknowable({ office }: Scene): number {
  return office.crashes.places.filter((place) => place === 'sender.send after' || place === 'claims.record before')
    .length;
}

function sentTwice({ office }: Scene): number {
  const sent = office.sent();
  return sent.length - new Set(sent).size;
}

const straight = Object.fromEntries(
  await Promise.all(
    Object.entries(KINDS).map(async ([name, arrange]) => {
      const scene = await arrange();
      await live(scene, []);
      return [
        name,
        { outcome: outcomeOf(scene), effects: [...scene.office.effects], twice: sentTwice(scene) },
      ] as const;
    }),
  ),
);

let kills = 0;

async function killed(name: string, planned: readonly Crash[]): Promise<void> {
  const scene = await KINDS[name]!();
  await live(scene, planned);
  kills += scene.office.crashes.places.length;
  const where = `${name}: killed at ${scene.office.crashes.places.join(', ')}, planned ${JSON.stringify(planned)}`;
  const outcome = outcomeOf(scene);
  // Told in full only where it differs.
  if (!isDeepStrictEqual(outcome, straight[name]?.outcome)) expect(outcome, where).toEqual(straight[name]?.outcome);
  expect(sentTwice(scene), where).toBeLessThanOrEqual(unknowable(scene));
}

describe.each(Object.keys(KINDS))('%s', (name) => {
  it('comes to the same wherever one process was killed', async () => {
    const { effects, twice } = straight[name]!;
    expect(twice).toBe(0);
    expect(effects).toContain('mails.commit');
    for (const afterCalls of effects.keys()) {
      await killed(name, [{ afterCalls, when: 'before' }]);
      await killed(name, [{ afterCalls, when: 'after' }]);
    }
  });
});

describe('two kills, at random', () => {
  it('come to the same', async () => {
    const random = randomOf(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const names = Object.keys(KINDS);
    for (let run = 0; run < DOUBLE_KILLS; run++) {
      const name = names[below(names.length)]!;
      const many = straight[name]!.effects.length;
      const crash = (): Crash => ({ afterCalls: below(many), when: random() < 0.5 ? 'before' : 'after' });
      await killed(name, [crash(), crash()]);
    }
    const points = Object.values(straight).reduce((sum, { effects }) => sum + effects.length, 0);
    console.log(
      `kills of mail: ${String(Object.keys(KINDS).length)} kinds, ${String(points)} side effects, ${String(kills)} kills, FAULT_SEED=${String(seed)}`,
    );
  });
});
