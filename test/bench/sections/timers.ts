/** Section 6: how fast the sweeper drains timers that are all overdue; none may stay, none may ring twice. */
import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ringTimer } from '../../../functions/timers/ring-timer.ts';
import { sweepTimers, type SweepCounts } from '../../../functions/timers/sweep-timers.ts';
import { TIMER_BUCKETS } from '../../../shared/ports/case-queries.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { startEngine, type BenchEngine } from '../engine.ts';
import { inLanes } from '../measure.ts';
import type { Line, Section } from '../report.ts';
import { seedFile } from '../seed.ts';
import { recordShape, replay } from '../shapes.ts';
import { benchSystem, type BenchSystem } from '../system.ts';
import { makeTemplates } from '../templates.ts';

/** Filed on a Wednesday and given to an officer at once: a day later the first reminder of each step is due, and nothing else. */
const FILED = Array.from({ length: 16 }, (_, minute) => `2026-11-18T02:${String(minute).padStart(2, '0')}:00.000Z`);
const SWEPT = '2026-11-19T09:30:00.000Z';
/** The function's timeout. */
const BUDGET_MS = 50_000;

export async function timers({ plan, quick }: BenchContext): Promise<Section> {
  // Two timers are due for each, 100,000 in all, and a third when one has rung: what a province that closed for a storm finds on the day it opens.
  const cases = quick ? 2000 : 50_000;
  const templates = await makeTemplates(plan, { moments: FILED, ends: ['assign officer'] });
  const made = await startEngine(plan, 'timers');
  await made.stop();
  const codes = seedFile(made.file, [{ templates, cases }]);
  const engine = await startEngine(plan, 'timers', false);
  const client = engine.newClient();
  try {
    const system = benchSystem(client, engine.tables, SWEPT);
    const overdue = await countDue(system);
    await calm();
    const began = performance.now();
    const sweeps: SweepCounts[] = [];
    do sweeps.push(await sweep(system));
    while (sweeps.at(-1)?.finished === false);
    const seconds = (performance.now() - began) / 1000;
    const rung = sweeps.reduce((total, counts) => total + counts.rung, 0);
    const left = await countDue(system);
    const twice = await rungTwice(client, engine, codes);
    const floor = await bareRate(engine, system, { code: codes[0] ?? '', count: Math.min(2000, cases) });
    const lines: Line[] = [
      {
        what: `${overdue} overdue timers, rings a second`,
        goal: '',
        floor: `${floor.toFixed(0)} bare`,
        measured: `${(rung / seconds).toFixed(0)} (${rung} rings, ${seconds.toFixed(1)} s, ${sweeps.length} sweeps)`,
        ratio: floor / (rung / seconds),
      },
      { what: 'overdue timers left', goal: '0', floor: '', measured: String(left), met: left === 0 },
      { what: 'timers rung twice', goal: '0', floor: '', measured: String(twice.twice), met: twice.twice === 0 },
      {
        what: 'rings committed / counted by the sweeper',
        goal: 'equal',
        floor: String(rung),
        measured: String(twice.events),
        met: twice.events === rung,
      },
    ];
    return { lines, detail: { cases, overdue, sweeps, seconds, rung, twice, floor } };
  } finally {
    client.destroy();
    await engine.stop();
  }
}

/** At one moment, however long it takes: later timers fall due meanwhile and are not what is measured. */
function sweep({ ports }: BenchSystem): Promise<SweepCounts> {
  const ends = performance.now() + BUDGET_MS;
  return sweepTimers({
    queries: ports.queries,
    ring: (timer, now) => ringTimer(ports, timer, now),
    now: () => SWEPT,
    remainingMs: () => ends - performance.now(),
  });
}

/** Through the adapter, page after page: what the sweeper could see. */
async function countDue({ ports }: BenchSystem): Promise<number> {
  let due = 0;
  for (let bucket = 0; bucket < TIMER_BUCKETS; bucket++) {
    let next: string | undefined;
    do {
      const page = await ports.queries.runningTimers(bucket, { limit: 1000, ...(next !== undefined && { next }) });
      due += page.items.filter(({ at }) => at <= SWEPT).length;
      next = page.next;
    } while (next !== undefined);
  }
  return due;
}

/** Each case's events, read back: how often each level of each clock rang. */
async function rungTwice(
  client: DynamoDBClient,
  engine: BenchEngine,
  codes: readonly string[],
): Promise<{ readonly events: number; readonly twice: number }> {
  let events = 0;
  let twice = 0;
  await inLanes(codes.length, 8, async (index) => {
    const { Items: items = [] } = await client.send(
      new QueryCommand({
        TableName: engine.tables.cases,
        KeyConditionExpression: 'entityId = :entity AND begins_with(#record, :event)',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':entity': { S: `case#${codes[index] ?? ''}` }, ':event': { S: 'EVENT#' } },
      }),
    );
    const rings = items
      .flatMap((item) => JSON.parse(item['events']?.S ?? '[]') as { type: string; clockId?: string; level?: number }[])
      .filter(({ type }) => type === 'TimerRang')
      .map(({ clockId, level }) => `${clockId ?? ''} ${level ?? ''}`);
    events += rings.length;
    twice += rings.length - new Set(rings).size;
  });
  return { events, twice };
}

/** The sweeper's own transaction without the sweeper, as many at a time: a model ring, sent again for new cases. */
async function bareRate(
  engine: BenchEngine,
  system: BenchSystem,
  { code, count }: { readonly code: string; readonly count: number },
): Promise<number> {
  const client = engine.newClient();
  const recording = benchSystem(client, engine.tables, SWEPT);
  const shape = await recordShape(client, async () => {
    const { state, version } = (await recording.ports.cases.load(`case#${code}`)) ?? {};
    if (state === undefined || version === undefined) throw new Error('the model case is gone');
    await recording.ports.cases.commit({
      entityId: `case#${code}`,
      expectedVersion: version,
      state,
      events: (await recording.ports.cases.history(`case#${code}`)).at(-1)?.events ?? [],
      actor: 'system:timers',
      at: recording.clock.now(),
      index: {},
      clocks: { put: [{ clockId: 'case', timer: { level: 2, at: '2027-01-01T00:00:00.000Z' } }], remove: [] },
    });
    return code;
  });
  // New cases have no version to be at: the condition becomes that of a creation, at the same price.
  const created = {
    ...shape,
    transactions: shape.transactions.map((text) => {
      const input = JSON.parse(text) as { TransactItems: { Put?: Record<string, unknown> }[] };
      for (const { Put: put } of input.TransactItems) {
        if (put?.['ExpressionAttributeValues'] === undefined) continue;
        delete put['ExpressionAttributeNames'];
        delete put['ExpressionAttributeValues'];
        put['ConditionExpression'] = 'attribute_not_exists(entityId)';
      }
      return JSON.stringify(input);
    }),
  };
  await calm();
  const ms = await inLanes(count, 4 * TIMER_BUCKETS, () => replay(system.client, created));
  client.destroy();
  return (count / ms) * 1000;
}
