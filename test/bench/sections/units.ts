/** Section 5: what one life costs in units of DynamoDB, as the engine counts them, and what that is in money. */
import { QueryCommand, type AttributeValue, type ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { BenchContext } from '../context.ts';
import { startEngine } from '../engine.ts';
import { liveOnce, operations, type Operation } from '../life.ts';
import { placesOf } from '../places.ts';
import { estimatedLife, pilotAtRest } from '../../../infra/cost/estimated-units.ts';
import { pilotCost, totalCost } from '../../../infra/cost/pilot-cost.ts';
import type { Line, Section } from '../report.ts';
import { benchSystem } from '../system.ts';
import { watchClient, type WatchedCall } from '../watch-client.ts';

const DOSSIERS = 10_000;
const writing = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'TransactWriteItemsCommand']);

interface Units {
  write: number;
  read: number;
  readonly calls: string[];
  readonly byTable: Record<string, number>;
}

export async function units({ plan }: BenchContext): Promise<Section> {
  const engine = await startEngine(plan, 'units');
  const client = engine.newClient();
  try {
    const system = benchSystem(client, engine.tables);
    const [place] = placesOf(await system.ports.catalogue.load());
    if (place === undefined) throw new Error('no ward to file at');
    // Sessions are made and the first number of the day is taken before anything is counted.
    await liveOnce(system, place);
    const counted = new Map<Operation, Units>();
    let current = newUnits();
    const stop = watchClient(
      client,
      (call) => {
        add(current, call);
      },
      { withCapacity: true },
    );
    const life = await liveOnce(system, place, {
      tell: (operation) => {
        counted.set(operation, current);
        current = newUnits();
      },
    });
    stop();
    const items = await sizes(engine.tables.cases, `case#${life.code}`, (command) => client.send(command));
    return report(counted, { mails: life.notices.length, items });
  } finally {
    client.destroy();
    await engine.stop();
  }
}

function newUnits(): Units {
  return { write: 0, read: 0, calls: [], byTable: {} };
}

function add(units: Units, call: WatchedCall): void {
  const isWrite = writing.has(call.command);
  units.calls.push(call.command.replace('Command', ''));
  for (const consumed of call.capacity) {
    units[isWrite ? 'write' : 'read'] += consumed.CapacityUnits ?? 0;
    if (isWrite)
      for (const [name, amount] of parts(consumed)) units.byTable[name] = (units.byTable[name] ?? 0) + amount;
  }
}

function parts({ TableName: table = '', Table: own, GlobalSecondaryIndexes: indexes = {} }: ConsumedCapacity) {
  return [
    [table, own?.CapacityUnits ?? 0] as const,
    ...Object.entries(indexes).map(([name, { CapacityUnits: amount = 0 }]) => [`${table}/${name}`, amount] as const),
  ];
}

function report(
  counted: ReadonlyMap<Operation, Units>,
  { mails, items }: { readonly mails: number; readonly items: readonly ItemSize[] },
): Section {
  const sum = (of: (units: Units) => number) => [...counted.values()].reduce((total, units) => total + of(units), 0);
  const write = sum((units) => units.write);
  const read = sum((units) => units.read);
  const atRest = totalCost(pilotCost(0, estimatedLife, pilotAtRest));
  const states = items.filter(({ record }) => record === 'STATE');
  const events = items.filter(({ record }) => record.startsWith('EVENT#'));
  const total = (some: readonly ItemSize[]) => some.reduce((bytes, item) => bytes + item.bytes, 0);
  const cost = pilotCost(DOSSIERS, { ...estimatedLife, writeUnits: write, readUnits: read, mails }, pilotAtRest);
  const plain = (what: string, measured: string): Line => ({ what, goal: '', floor: '', measured });
  const lines = [
    ...operations.map((operation) => {
      const { write: writes = 0, read: reads = 0, calls = [] } = counted.get(operation) ?? {};
      return plain(`  ${operation}`, `${writes} write, ${reads} read units in ${calls.length} calls`);
    }),
    plain('units of one life', `${write} write, ${read} read units`),
    plain('bytes of one ended case', `STATE ${total(states)}, ${events.length} EVENT items ${total(events)}`),
    ...cost.slice(0, 4).map(({ what, dollarsAYear }) => plain(`  ${what}, a year`, `${dollarsAYear.toFixed(2)} USD`)),
    plain(
      `${DOSSIERS.toLocaleString('en')} dossiers a year, all costs of the model`,
      `${totalCost(cost).toFixed(2)} USD`,
    ),
    plain('  of that per dossier: what is used', `${((totalCost(cost) - atRest) / DOSSIERS).toFixed(5)} USD`),
  ];
  return { lines, detail: { operations: Object.fromEntries(counted), items, mails, cost } };
}

interface ItemSize {
  readonly record: string;
  readonly bytes: number;
}

type Ask = (command: QueryCommand) => Promise<{ readonly Items?: Record<string, AttributeValue>[] | undefined }>;

async function sizes(table: string, entityId: string, ask: Ask): Promise<readonly ItemSize[]> {
  const { Items: items = [] } = await ask(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'entityId = :entity',
      ExpressionAttributeValues: { ':entity': { S: entityId } },
    }),
  );
  return items.map((item) => ({ record: item['record']?.S ?? '', bytes: itemBytes(item) }));
}

/** As DynamoDB counts: names and texts in UTF-8; our numbers have up to four digits, hence two or three bytes. */
function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce(
    (bytes, [name, value]) =>
      bytes + Buffer.byteLength(name) + (value.S === undefined ? 3 : Buffer.byteLength(value.S)),
    0,
  );
}
