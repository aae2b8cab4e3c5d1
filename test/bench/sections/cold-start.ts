/**
 * Section 2: load and first call of each deployed bundle in a fresh process, against a bare handler with the same SDK clients that makes one
 * trivial call to the same engine. The two take turns.
 */
import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionPlan } from '../../../infra/local/assembly/plan.ts';
import { DynamoDbSendClaims } from '../../../shared/adapters/dynamodb-send-claims.ts';
import { systemClock } from '../../../shared/adapters/system-clock.ts';
import { benchFolder, functionPlan, isWritten, tablesOf } from '../app.ts';
import { startBackend, type Backend } from '../backend.ts';
import { bareBundle } from '../bare-bundle.ts';
import type { ColdStart } from '../cold.child.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { firstCalls, SENT_NOTICE, type FirstCall } from '../first-calls.ts';
import { interleaved, spreadOf } from '../measure.ts';
import { ms, type Line, type Section } from '../report.ts';
import { entryFile } from './bundles.ts';

const GOAL = 1.3;
const child = fileURLToPath(new URL('../cold.child.ts', import.meta.url));

export async function coldStart(context: BenchContext): Promise<Section> {
  const backend = await startBackend(context, 'cold-start');
  try {
    for (const folder of [context.assembly, benchFolder]) asCommonJs(folder);
    await recordSentNotice(backend);
    const lines: Line[] = [];
    const detail: Record<string, unknown> = {};
    for (const call of firstCalls) {
      const plan = functionPlan(backend.plan, call.function);
      const entry = entryFile(call.function);
      if (!isWritten(plan) || entry === undefined) continue;
      const { line, found } = await compare(backend, { call, plan, entry, runs: context.quick ? 5 : 20 });
      lines.push(line);
      detail[`${call.function}: ${call.what}`] = found;
    }
    return { lines, detail };
  } finally {
    await backend.stop();
  }
}

interface Contest {
  readonly call: FirstCall;
  readonly plan: FunctionPlan;
  readonly entry: string;
  readonly runs: number;
}

async function compare(backend: Backend, { call, plan, entry, runs }: Contest) {
  const bare = await bareBundle(call.function, entry);
  const loads: Record<'real' | 'bare', number[]> = { real: [], bare: [] };
  const processor: Record<'real' | 'bare', number[]> = { real: [], bare: [] };
  const run = async (who: 'real' | 'bare') => {
    const file = who === 'real' ? join(plan.codeDirectory, 'index.js') : bare.file;
    const start = await startCold(backend, { plan, file, event: who === 'real' ? call.event() : bareEvent(plan) });
    if (who === 'real' && !call.expected(start.answer))
      throw new Error(`${call.function} answered ${JSON.stringify(start.answer).slice(0, 500)}`);
    loads[who].push(start.loadMs);
    processor[who].push(start.cpuMs);
    return [start.loadMs + start.callMs];
  };
  const contestants = { real: () => run('real'), bare: () => run('bare') };
  await interleaved(1, contestants);
  const samples = await interleaved(runs, contestants, calm);
  const [real, floor] = [spreadOf(samples['real'] ?? []), spreadOf(samples['bare'] ?? [])];
  const ratio = real.p50 / floor.p50;
  const cpu = { real: spreadOf(processor.real), bare: spreadOf(processor.bare) };
  const line: Line = {
    what: `cold start ${call.function}: ${call.what}`,
    goal: `<= ${GOAL} x`,
    floor: `${ms(floor.p50)} (min ${floor.min.toFixed(0)}, p95 ${floor.p95.toFixed(0)})`,
    measured: `${ms(real.p50)} (min ${real.min.toFixed(0)}, p95 ${real.p95.toFixed(0)}; processor ${(cpu.real.p50 / cpu.bare.p50).toFixed(2)} x)`,
    ratio,
    met: ratio <= GOAL,
  };
  return {
    line,
    found: { real, bare: floor, loadOnly: { real: spreadOf(loads.real), bare: spreadOf(loads.bare) }, processor: cpu },
  };
}

async function startCold(
  backend: Backend,
  start: { readonly plan: FunctionPlan; readonly file: string; readonly event: unknown },
): Promise<ColdStart> {
  const { plan } = start;
  const process_ = fork(child, [start.file], {
    cwd: plan.codeDirectory,
    env: {
      ...backend.environment,
      ...plan.environment,
      PATH: process.env['PATH'] ?? '',
      TZ: ':UTC',
      AWS_LAMBDA_FUNCTION_NAME: plan.name,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    },
    execArgv: [`--max-old-space-size=${Math.floor(plan.memoryMegabytes * 0.9)}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = new Promise<ColdStart | { readonly failed: string }>((done, failed) => {
    process_.once('message', (message) => {
      done(message as ColdStart | { readonly failed: string });
    });
    process_.once('exit', (code) => {
      failed(new Error(`a cold start of ${start.file} ended with ${String(code)}`));
    });
  });
  process_.send(start.event as object);
  const result = await answer;
  if ('failed' in result) throw new Error(`${start.file}: ${result.failed}`);
  return result;
}

/** What the bare handler asks for: an item that is not there. */
function bareEvent({ environment }: FunctionPlan): object {
  const cases = environment['CASES_TABLE'];
  return {
    table: cases ?? environment['CATALOGUE_TABLE'],
    key:
      cases === undefined
        ? { part: { S: 'nothing' }, version: { S: 'nothing' } }
        : { entityId: { S: 'case#0' }, record: { S: 'STATE' } },
    queue: environment['OUTGOING_MAIL_QUEUE'],
  };
}

async function recordSentNotice(backend: Backend): Promise<void> {
  const client = backend.newClient();
  const claims = new DynamoDbSendClaims(client, tablesOf(backend.plan).names.sessions, systemClock);
  await claims.claim(SENT_NOTICE, 60);
  await claims.record(SENT_NOTICE, 'bench');
  client.destroy();
}

/** The repository's package.json would make a bundle's index.js a module; in Lambda nothing lies above it. */
function asCommonJs(folder: string): void {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) writeFileSync(file, '{}\n');
}
