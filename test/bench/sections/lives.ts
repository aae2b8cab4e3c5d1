/**
 * Section 4: whole dossier lives a second, on an empty store and on one full of earlier cases, and the bare transactions of the same lives
 * as the floor. The three take turns in small blocks, so that a busy moment of the machine hits all.
 */
import { prepareMail } from '../../../functions/mail/outgoing/prepare-mail.ts';
import type { OutgoingNotice } from '../../../shared/contracts/messages.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { startEngine, type BenchEngine } from '../engine.ts';
import { liveOnce, operations, type Operation } from '../life.ts';
import { inLanes, interleaved, spreadOf, timed, type Spread } from '../measure.ts';
import { placesOf, type Place } from '../places.ts';
import { ms, type Line, type Section } from '../report.ts';
import { seededEngine } from '../seeded-engine.ts';
import { recordShape, replay, type Shape } from '../shapes.ts';
import { benchSystem, type BenchSystem } from '../system.ts';

const LANES = 8;
const PER_SECOND = 50;
const WORSE = 1.2;

interface Store {
  readonly engine: BenchEngine;
  readonly system: BenchSystem;
  readonly places: readonly Place[];
  readonly operations: Map<Operation, number[]>;
  readonly notices: OutgoingNotice[];
  ms: number;
  lives: number;
}

export async function lives(context: BenchContext): Promise<Section> {
  const engines = [await startEngine(context.plan, 'empty'), await seededEngine(context.plan, context.cases)] as const;
  try {
    const [empty, full] = await Promise.all([openStore(engines[0]), openStore(engines[1])]);
    const shape = await lifeShape(full);
    const [blocks, size] = context.quick ? [4, 24] : [16, 64];
    const floor = { ms: 0, lives: 0 };
    const contestants = {
      empty: () => block(empty, size),
      full: () => block(full, size),
      bare: () => bareBlock(full, { shape, size, floor }),
    };
    await interleaved(1, { ...contestants });
    for (const store of [empty, full]) reset(store);
    Object.assign(floor, { ms: 0, lives: 0 });
    const samples = await interleaved(blocks, contestants, calm);
    const spreads = {
      empty: spreadOf(samples['empty'] ?? []),
      full: spreadOf(samples['full'] ?? []),
      bare: spreadOf(samples['bare'] ?? []),
    };
    const mail = await mails(full, context.quick ? 50 : 500);
    return {
      lines: [...linesOf({ empty, full, floor, spreads, cases: context.cases }), mail.line],
      detail: {
        cases: context.cases,
        lanes: LANES,
        relay: 'messages made from the committed event items, handed over directly',
        spreads,
        operations: { empty: operationSpreads(empty), full: operationSpreads(full) },
        mail: mail.detail,
      },
    };
  } finally {
    for (const engine of engines) await engine.stop();
  }
}

async function openStore(engine: BenchEngine): Promise<Store> {
  const system = benchSystem(engine.newClient(), engine.tables);
  const places = placesOf(await system.ports.catalogue.load());
  return { engine, system, places, operations: new Map(), notices: [], ms: 0, lives: 0 };
}

function reset(store: Store): void {
  store.operations.clear();
  Object.assign(store, { ms: 0, lives: 0 });
}

async function lifeShape({ engine, places: [place] }: Store): Promise<Shape> {
  const client = engine.newClient();
  const system = benchSystem(client, engine.tables);
  if (place === undefined) throw new Error('no ward to file at');
  const shape = await recordShape(client, async () => (await liveOnce(system, place)).code);
  client.destroy();
  return shape;
}

async function block(store: Store, size: number): Promise<readonly number[]> {
  const times: number[] = [];
  const tell = (operation: Operation, taken: number) => {
    const known = store.operations.get(operation) ?? [];
    known.push(taken);
    store.operations.set(operation, known);
  };
  store.ms += await inLanes(size, LANES, async (index) => {
    const place = store.places[index % store.places.length];
    if (place === undefined) throw new Error('no ward to file at');
    const life = await timed(() => liveOnce(store.system, place, { tell }));
    times.push(life.ms);
    store.notices.push(...life.value.notices);
  });
  store.lives += size;
  return times;
}

async function bareBlock(
  { system }: Store,
  {
    shape,
    size,
    floor,
  }: { readonly shape: Shape; readonly size: number; readonly floor: { ms: number; lives: number } },
): Promise<readonly number[]> {
  const times: number[] = [];
  floor.ms += await inLanes(size, LANES, async () => {
    times.push((await timed(() => replay(system.client, shape))).ms);
  });
  floor.lives += size;
  return times;
}

interface Found {
  readonly empty: Store;
  readonly full: Store;
  readonly floor: { readonly ms: number; readonly lives: number };
  readonly spreads: Readonly<Record<'empty' | 'full' | 'bare', Spread>>;
  readonly cases: number;
}

function linesOf({ empty, full, floor, spreads, cases }: Found): readonly Line[] {
  const rate = ({ ms: all, lives: count }: { readonly ms: number; readonly lives: number }) => (count / all) * 1000;
  const stored = `${cases.toLocaleString('en')} stored cases`;
  const worse = spreads.full.p95 / spreads.empty.p95;
  const perSecond = (store: Store, where: string): Line => ({
    what: `lives a second, ${LANES} at a time, ${where}`,
    goal: `>= ${PER_SECOND}`,
    floor: `${rate(floor).toFixed(1)} bare`,
    measured: rate(store).toFixed(1),
    ratio: rate(floor) / rate(store),
    met: rate(store) >= PER_SECOND,
  });
  return [
    perSecond(empty, 'empty store'),
    perSecond(full, stored),
    {
      what: `p95 of a life, ${stored} / empty`,
      goal: `<= ${WORSE} x`,
      floor: ms(spreads.empty.p95),
      measured: ms(spreads.full.p95),
      ratio: worse,
      met: worse <= WORSE,
    },
    {
      what: `p50 of a life, ${stored} / empty`,
      goal: '',
      floor: ms(spreads.empty.p50),
      measured: ms(spreads.full.p50),
      ratio: spreads.full.p50 / spreads.empty.p50,
    },
    ...operations.map((operation): Line => {
      const [few, many] = [
        spreadOf(empty.operations.get(operation) ?? []),
        spreadOf(full.operations.get(operation) ?? []),
      ];
      return {
        what: `  ${operation}, p50 / p95`,
        goal: '',
        floor: `${ms(few.p50)} / ${ms(few.p95)}`,
        measured: `${ms(many.p50)} / ${ms(many.p95)}`,
        ratio: many.p95 / few.p95,
      };
    }),
  ];
}

function operationSpreads(store: Store): Readonly<Record<string, Spread>> {
  return Object.fromEntries([...store.operations].map(([operation, samples]) => [operation, spreadOf(samples)]));
}

/** What the mail worker does for the notices of these lives, but for claiming and sending: look up, decide, compose. */
async function mails(
  { system, notices }: Store,
  count: number,
): Promise<{ readonly line: Line; readonly detail: unknown }> {
  const ports = {
    ...system.ports,
    signIns: noSignIns,
    reports: none,
    conversations: none,
    deliveries: none,
    readings: { reading: () => Promise.resolve(undefined) },
    from: 'mot-cua@bench.example',
    replyDomain: 'bench.example',
    hotlineAddress: '1022@bench.example',
  };
  const some = notices.slice(-count);
  const outcomes: Record<string, number> = {};
  const times: number[] = [];
  const all = await inLanes(some.length, LANES, async (index) => {
    const notice = some[index];
    if (notice === undefined) return;
    const prepared = await timed(() => prepareMail(ports, notice));
    times.push(prepared.ms);
    outcomes[prepared.value.kind] = (outcomes[prepared.value.kind] ?? 0) + 1;
  });
  const spread = spreadOf(times);
  return {
    line: {
      what: `mails prepared a second, ${LANES} at a time`,
      goal: '',
      floor: '',
      measured: `${((some.length / all) * 1000).toFixed(0)} (p95 ${ms(spread.p95)})`,
    },
    detail: { outcomes, spread },
  };
}

/** Of a kind that no dossier's life has. */
const none = { load: () => Promise.resolve(undefined), history: () => Promise.resolve([]) };
const noSignIns = {
  ...none,
  commit: () => Promise.reject(new Error('nobody signs in here')),
  answered: () => Promise.resolve(undefined),
};
