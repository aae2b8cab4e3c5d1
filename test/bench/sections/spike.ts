/**
 * Section 7: filings arrive at a steady rate, then five times as many for some seconds, then the steady rate again. Arrivals do not wait
 * for answers, and a filing's time counts from when it arrived. The steady rate is a fifth of what makes the machine just too slow, so
 * that the spike really builds a queue. As on Lambda, an execution environment has one filing in work; who finds none free waits.
 */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { intakeExample } from '../../../shared/contracts/http/dossier-examples.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { startEngine } from '../engine.ts';
import { inLanes, spreadOf } from '../measure.ts';
import { ms, type Section } from '../report.ts';
import { benchSystem, type BenchSystem } from '../system.ts';

const TIMES = 5;
/** At the spike, of what the machine can do. */
const OVERLOAD = 1.25;
const NORMAL = 1.5;
const GOAL_SECONDS = 10;
const WINDOW_MS = 500;
const ENVIRONMENTS = 32;

interface Filing {
  readonly arrivedAt: number;
  readonly ms: number;
  readonly status: number;
  readonly code: string;
}

export async function spike({ plan, quick }: BenchContext): Promise<Section> {
  const engine = await startEngine(plan, 'spike');
  const system = benchSystem(engine.newClient(), engine.tables);
  try {
    await calm();
    const capacity = await capacityOf(system, quick ? 400 : 1500);
    const steady = (capacity * OVERLOAD) / TIMES;
    const seconds = quick ? { before: 4, spike: 3, after: 6 } : { before: 10, spike: 8, after: 20 };
    const phases = [
      { rate: steady, seconds: seconds.before },
      { rate: steady * TIMES, seconds: seconds.spike },
      { rate: steady, seconds: seconds.after },
    ];
    const filings = await arrivals(system, phases);
    const starts = seconds.before * 1000;
    const ends = starts + seconds.spike * 1000;
    const before = filings.filter(({ arrivedAt }) => arrivedAt > 1000 && arrivedAt < starts).map((filing) => filing.ms);
    const normal = spreadOf(before);
    const peak = spreadOf(
      filings.filter(({ arrivedAt }) => arrivedAt >= starts && arrivedAt < ends).map((filing) => filing.ms),
    );
    const recovered = recovery(filings, { from: ends, limit: normal.p95 * NORMAL });
    const acknowledged = filings.filter(({ status }) => status === 201);
    const stored = await countStored(system, acknowledged);
    return {
      lines: [
        {
          what: `spike of ${TIMES} x ${steady.toFixed(0)} filings a second: back to normal`,
          goal: `<= ${GOAL_SECONDS} s`,
          floor: `p95 ${ms(normal.p95)}`,
          measured:
            recovered === undefined
              ? `not in ${seconds.after} s`
              : `${recovered.toFixed(1)} s (p95 in it ${ms(peak.p95)})`,
          met: recovered !== undefined && recovered <= GOAL_SECONDS,
        },
        {
          what: 'spike: acknowledged and not stored',
          goal: '0',
          floor: '',
          measured: `${acknowledged.length - stored} of ${acknowledged.length}`,
          met: stored === acknowledged.length,
        },
        {
          what: 'spike: answered with a fault',
          goal: '0',
          floor: '',
          measured: `${filings.length - acknowledged.length} of ${filings.length}`,
          met: acknowledged.length === filings.length,
        },
      ],
      detail: {
        environments: ENVIRONMENTS,
        faults: system.faults.slice(0, 5),
        capacity,
        steady,
        seconds,
        normal,
        peak,
        recovered,
        windows: windowsOf(filings),
      },
    };
  } finally {
    system.client.destroy();
    await engine.stop();
  }
}

async function fileOnce(system: BenchSystem): Promise<{ readonly status: number; readonly code: string }> {
  const { status, body } = await system.ask('fileDossier', { body: intakeExample });
  return { status, code: String(body['code']) };
}

/** Filings a second, sixteen at a time; the first hundred only warm up. */
async function capacityOf(system: BenchSystem, count: number): Promise<number> {
  await inLanes(100, 16, async () => {
    await fileOnce(system);
  });
  const taken = await inLanes(count, 16, async () => {
    await fileOnce(system);
  });
  return (count / taken) * 1000;
}

async function arrivals(
  system: BenchSystem,
  phases: readonly { readonly rate: number; readonly seconds: number }[],
): Promise<readonly Filing[]> {
  const began = performance.now();
  const running: Promise<Filing>[] = [];
  const enter = gate(ENVIRONMENTS);
  let phaseStart = 0;
  for (const { rate, seconds } of phases) {
    const count = Math.round(rate * seconds);
    for (let index = 0; index < count; index++) {
      const arrivedAt = phaseStart + (index / rate) * 1000;
      const wait = began + arrivedAt - performance.now();
      if (wait > 1) await pause(wait);
      running.push(
        enter(() => fileOnce(system)).then((answer) => ({
          ...answer,
          arrivedAt,
          ms: performance.now() - began - arrivedAt,
        })),
      );
    }
    phaseStart += seconds * 1000;
  }
  return Promise.all(running);
}

/** Lets so many in at a time, the others in the order in which they came. */
function gate(places: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else
      await new Promise<void>((enter) => {
        waiting.push(enter);
      });
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** Seconds from the spike's end to the first of three windows in a row that are normal; undefined when that never comes. */
function recovery(
  filings: readonly Filing[],
  { from, limit }: { readonly from: number; readonly limit: number },
): number | undefined {
  const after = windowsOf(filings).filter(({ start }) => start >= from);
  const first = after.findIndex(
    (_, index) =>
      after.slice(index, index + 3).length === 3 && after.slice(index, index + 3).every(({ p95 }) => p95 <= limit),
  );
  const window = after[first];
  return window && (window.start - from) / 1000;
}

function windowsOf(
  filings: readonly Filing[],
): readonly { readonly start: number; readonly p95: number; readonly count: number }[] {
  const groups = Map.groupBy(filings, ({ arrivedAt }) => Math.floor(arrivedAt / WINDOW_MS));
  return [...groups]
    .sort(([left], [right]) => left - right)
    .map(([window, some]) => ({
      start: window * WINDOW_MS,
      p95: spreadOf(some.map((filing) => filing.ms)).p95,
      count: some.length,
    }));
}

async function countStored({ client, tables }: BenchSystem, filings: readonly Filing[]): Promise<number> {
  let stored = 0;
  await inLanes(filings.length, 8, async (index) => {
    const { Item: item } = await client.send(
      new GetItemCommand({
        TableName: tables.cases,
        Key: { entityId: { S: `case#${filings[index]?.code ?? ''}` }, record: { S: 'STATE' } },
        ConsistentRead: true,
      }),
    );
    if (item !== undefined) stored += 1;
  });
  return stored;
}
