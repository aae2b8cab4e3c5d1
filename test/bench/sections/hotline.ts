/**
 * Section: reports arrive on Zalo at the local runtime, whole in one message each: twenty a second, then a fivefold step, then twentyfold. What is
 * measured is what a citizen sees: from the provider's call to the code on the phone. What was answered 200 must get its code.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { publishCatalogue } from '../../../infra/local/publish-catalogue.ts';
import { zaloCall, zaloEvent } from '../../../infra/local/providers/zalo-citizen.ts';
import type { ProviderWorld } from '../../../infra/local/providers/provider-world.ts';
import { startLocalRuntime, type LocalRuntime } from '../../../infra/local/runtime.ts';
import { benchFolder, projectRoot } from '../app.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { spreadOf } from '../measure.ts';
import type { Section } from '../report.ts';

const STEADY = 20;
const DRAIN_SECONDS = 120;

interface Call {
  readonly account: string;
  readonly sentAt: number;
  readonly status: number;
}

interface Phase {
  readonly name: string;
  readonly rate: number;
  readonly seconds: number;
}

export async function hotline({ assembly, quick }: BenchContext): Promise<Section> {
  const dataDirectory = join(benchFolder, 'hotline');
  rmSync(dataDirectory, { recursive: true, force: true });
  const runtime = await startLocalRuntime({
    assembly,
    dataDirectory,
    port: 0,
    mailPort: 0,
    smtpPort: 0,
    schedules: false,
    log: () => undefined,
    warn: () => undefined,
    beforeFunctions: (furnished) => publishCatalogue(projectRoot, furnished, () => undefined),
  });
  try {
    const world = worldOf(runtime);
    world.receipts = false;
    await calm();
    await arrivals(world, { name: 'warm', rate: 5, seconds: 4 });
    const phases: readonly Phase[] = [
      { name: 'steady', rate: STEADY, seconds: quick ? 30 : 600 },
      { name: 'fivefold', rate: STEADY * 5, seconds: 10 },
      { name: 'after', rate: STEADY, seconds: quick ? 20 : 60 },
      { name: 'twentyfold', rate: STEADY * 20, seconds: 5 },
    ];
    const calls = new Map<string, readonly Call[]>();
    for (const phase of phases) calls.set(phase.name, await arrivals(world, phase));
    await drained(world, [...calls.values()].flat());
    return sectionOf(world, calls);
  } finally {
    await runtime.stop();
  }
}

function worldOf({ providers }: LocalRuntime): ProviderWorld {
  if (providers === undefined) throw new Error('the app calls no providers');
  return providers;
}

let people = 0;

/** At their times, whatever was answered before; nobody tries again. */
async function arrivals(world: ProviderWorld, { rate, seconds }: Phase): Promise<readonly Call[]> {
  const began = performance.now();
  const running: Promise<Call>[] = [];
  for (let index = 0; index < rate * seconds; index += 1) {
    const wait = began + (index / rate) * 1000 - performance.now();
    if (wait > 1) await pause(wait);
    running.push(report(world));
  }
  return Promise.all(running);
}

async function report(world: ProviderWorld): Promise<Call> {
  people += 1;
  const account = String(7_000_000_000_000_000_000n + BigInt(people));
  const text = [
    `Nội dung: Ổ gà trước số nhà ${String(people)} đường Hư Cấu, phường Phú Lợi`,
    'Họ tên: Nguyễn Văn Đo',
    'Địa chỉ: 1 đường Hư Cấu, phường Phú Lợi',
    `Điện thoại: 09${String(10_000_000 + people)}`,
    'Tóm tắt: ổ gà',
    'Ở đâu: đường Hư Cấu, phường Phú Lợi',
  ].join('\n');
  const sentAt = Date.now();
  const { status } = await world
    .callWebhook(zaloCall(world, zaloEvent(world, account, { kind: 'text', text })))
    .catch(() => ({ status: 599 }));
  return { account, sentAt, status };
}

const CODE = /[0-9A-Z]{10}/u;

/** When each citizen had a code on the phone. */
function codesOf(world: ProviderWorld): ReadonlyMap<string, number> {
  return new Map(world.said.filter(({ text }) => CODE.test(text)).map(({ account, at }) => [account, Date.parse(at)]));
}

async function drained(world: ProviderWorld, calls: readonly Call[]): Promise<void> {
  const taken = calls.filter(({ status }) => status === 200);
  for (let waited = 0; waited < DRAIN_SECONDS; waited += 1) {
    const codes = codesOf(world);
    if (taken.every(({ account }) => codes.has(account))) return;
    await pause(1000);
  }
}

function sectionOf(world: ProviderWorld, calls: ReadonlyMap<string, readonly Call[]>): Section {
  const codes = codesOf(world);
  const of = (name: string): readonly Call[] => calls.get(name) ?? [];
  const all = [...calls.values()].flat();
  const taken = all.filter(({ status }) => status === 200);
  const lost = taken.filter(({ account }) => !codes.has(account)).length;
  const faults = all.filter(({ status }) => status >= 500).length;
  const secondsOf = (some: readonly Call[]) =>
    some.flatMap(({ account, sentAt, status }) => {
      const at = status === 200 ? codes.get(account) : undefined;
      return at === undefined ? [] : [(at - sentAt) / 1000];
    });
  const inSeconds = (name: string) => spreadOf(secondsOf(of(name)));
  const steady = inSeconds('steady');
  const after = of('after');
  const began = after[0]?.sentAt ?? 0;
  const normal = steady.p95 * 1.5;
  const slow = after.filter(
    ({ account, sentAt, status }) => status === 200 && ((codes.get(account) ?? Infinity) - sentAt) / 1000 > normal,
  );
  const recovered = Math.max(0, ((slow.at(-1)?.sentAt ?? began) - began) / 1000);
  const shed = of('twentyfold').filter(({ status }) => status === 429).length;
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  return {
    lines: [
      {
        what: `hotline: ${String(STEADY)} reports a second, webhook to the code on the phone`,
        goal: '',
        floor: '',
        measured: `p50 ${seconds(steady.p50)}, p95 ${seconds(steady.p95)}, max ${seconds(steady.max)} (${String(steady.count)})`,
      },
      {
        what: 'hotline: back to normal after ten seconds of five times as many',
        goal: '<= 10 s',
        floor: `p95 ${seconds(steady.p95)}`,
        measured: `${seconds(recovered)} (p95 in it ${seconds(inSeconds('fivefold').p95)})`,
        met: recovered <= 10,
      },
      {
        what: 'hotline: twenty times as many, answered 429',
        goal: '',
        floor: '',
        measured: `${String(shed)} of ${String(of('twentyfold').length)}`,
      },
      {
        what: 'hotline: acknowledged to the provider and without a code',
        goal: '0',
        floor: '',
        measured: `${String(lost)} of ${String(taken.length)}`,
        met: lost === 0,
      },
      {
        what: 'hotline: answered 5xx',
        goal: '0',
        floor: '',
        measured: `${String(faults)} of ${String(all.length)}`,
        met: faults === 0,
      },
    ],
    detail: { phases: Object.fromEntries([...calls].map(([name, some]) => [name, statusesOf(some)])), steady },
  };
}

function statusesOf(calls: readonly Call[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...Map.groupBy(calls, ({ status }) => String(status))].map(([key, some]) => [key, some.length]),
  );
}
