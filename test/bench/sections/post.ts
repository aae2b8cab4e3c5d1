/**
 * Section 3: POST /dossiers through the deployed function's own entry file, in this process, against a bare script that sends the very same
 * transaction (its ids renewed) with a client of the same settings.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { intakeExample } from '../../../shared/contracts/http/dossier-examples.ts';
import { dynamoDbClient } from '../../../shared/adapters/dynamodb-client.ts';
import type { HttpFunction } from '../../../shared/shell/http-pipeline.ts';
import { httpEvent, lambdaContext } from '../../../shared/shell/testing/http-event.ts';
import { startBackend } from '../backend.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { functionPlan } from '../app.ts';
import { inLanes, interleaved, spreadOf, timed } from '../measure.ts';
import { ms, type Line, type Section } from '../report.ts';
import { recordShape, replay } from '../shapes.ts';

const GOAL = 1.25;

export async function post(context: BenchContext): Promise<Section> {
  const backend = await startBackend(context, 'post');
  const speak = silenceStdout();
  try {
    Object.assign(process.env, backend.environment, functionPlan(backend.plan, 'dossiers-api').environment);
    const { handler } = (await import('../../../functions/dossiers/dossiers-api.entry.ts')) as {
      handler: HttpFunction;
    };
    const bare = backend.newClient();
    const shape = await recordShape(dynamoDbClient(), () => fileOnce(handler));
    const contestants = (lanes: number, size: number) => {
      const used = { real: { cpuMs: 0, calls: 0 }, bare: { cpuMs: 0, calls: 0 } };
      const real = { lanes, size, used: used.real, work: () => fileOnce(handler) };
      const floor = { lanes, size, used: used.bare, work: () => replay(bare, shape) };
      return { used, both: { real: () => samples(real), bare: () => samples(floor) } };
    };
    await interleaved(2, contestants(8, 200).both);
    const lines: Line[] = [];
    const detail: Record<string, unknown> = {};
    for (const lanes of [1, 8]) {
      const { used, both } = contestants(lanes, context.quick ? 50 : 100);
      const measured = await interleaved(context.quick ? 4 : 20, both, calm);
      const [real, floor] = [spreadOf(measured['real'] ?? []), spreadOf(measured['bare'] ?? [])];
      const processor = { real: used.real.cpuMs / used.real.calls, bare: used.bare.cpuMs / used.bare.calls };
      detail[`c=${lanes}`] = { real, bare: floor, processor };
      for (const share of ['p50', 'p95'] as const) {
        const ratio = real[share] / floor[share];
        lines.push({
          what: `POST /dossiers, ${lanes} at a time, ${share}`,
          goal: `<= ${GOAL} x`,
          floor: ms(floor[share]),
          measured: ms(real[share]),
          ratio,
          met: ratio <= GOAL,
        });
      }
      lines.push({
        what: `POST /dossiers, ${lanes} at a time, processor time of this process`,
        goal: '',
        floor: ms(processor.bare),
        measured: ms(processor.real),
        ratio: processor.real / processor.bare,
      });
    }
    bare.destroy();
    return {
      lines,
      detail: { ...detail, transactionsPerPost: shape.transactions.length, bytes: shape.transactions[0]?.length },
    };
  } finally {
    speak();
    dynamoDbClient().destroy();
    await backend.stop();
  }
}

interface Contestant {
  readonly lanes: number;
  readonly size: number;
  readonly used: { cpuMs: number; calls: number };
  work(): Promise<unknown>;
}

async function samples({ lanes, size, used, work }: Contestant): Promise<readonly number[]> {
  const times: number[] = [];
  const before = process.cpuUsage();
  await inLanes(size, lanes, async () => {
    times.push((await timed(work)).ms);
  });
  const { user, system } = process.cpuUsage(before);
  used.cpuMs += (user + system) / 1000;
  used.calls += size;
  return times;
}

async function fileOnce(handler: HttpFunction): Promise<string> {
  const answer = await handler(intakeEvent(), lambdaContext);
  const body = JSON.parse(answer.body ?? '{}') as { code?: string };
  if (answer.statusCode !== 201 || body.code === undefined)
    throw new Error(`${String(answer.statusCode)}: ${answer.body ?? ''}`);
  return body.code;
}

export function intakeEvent(): APIGatewayProxyEventV2 {
  return httpEvent({
    method: 'POST',
    route: '/dossiers',
    body: intakeExample,
    headers: { 'idempotency-key': randomBytes(16).toString('base64url') },
  });
}

/** The function logs a line a request; they are written, but not to this terminal. */
function silenceStdout(): () => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  return () => {
    process.stdout.write = write;
  };
}
