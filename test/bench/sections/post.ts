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
    const contestants = (lanes: number, size: number) => ({
      real: () => samples(size, lanes, () => fileOnce(handler)),
      bare: () => samples(size, lanes, () => replay(bare, shape)),
    });
    await interleaved(2, contestants(8, 100));
    const lines: Line[] = [];
    const detail: Record<string, unknown> = {};
    for (const lanes of [1, 8]) {
      const measured = await interleaved(context.quick ? 4 : 20, contestants(lanes, context.quick ? 50 : 100));
      const [real, floor] = [spreadOf(measured['real'] ?? []), spreadOf(measured['bare'] ?? [])];
      detail[`c=${lanes}`] = { real, bare: floor };
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

async function samples(count: number, lanes: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  await inLanes(count, lanes, async () => {
    times.push((await timed(work)).ms);
  });
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
