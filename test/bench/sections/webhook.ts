/**
 * Section: a genuine call of Zalo through the deployed function's own entry file, in this process, against a bare script that sends the very same
 * transaction (its ids renewed) with a client of the same settings.
 */
import { randomBytes } from 'node:crypto';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { standInSecrets } from '../../../infra/local/providers/provider-secrets.ts';
import { providerWorld } from '../../../infra/local/providers/provider-world.ts';
import { zaloCall, zaloEvent } from '../../../infra/local/providers/zalo-citizen.ts';
import { dynamoDbClient } from '../../../shared/adapters/dynamodb-client.ts';
import type { HttpFunction } from '../../../shared/shell/http-pipeline.ts';
import { httpEvent, lambdaContext } from '../../../shared/shell/testing/http-event.ts';
import { functionPlan, REGION } from '../app.ts';
import { startBackend } from '../backend.ts';
import { calm } from '../calm.ts';
import type { BenchContext } from '../context.ts';
import { inLanes, interleaved, spreadOf, timed } from '../measure.ts';
import { ms, type Line, type Section } from '../report.ts';
import { recordShape, replay, type Shape } from '../shapes.ts';

const world = providerWorld({
  clock: { now: () => new Date().toISOString() },
  secrets: standInSecrets,
  callWebhook: () => Promise.reject(new Error('nobody calls back here')),
});

export async function webhook(context: BenchContext): Promise<Section> {
  const backend = await startBackend(context, 'webhook');
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  try {
    const { environment } = functionPlan(backend.plan, 'channel-webhooks');
    Object.assign(process.env, backend.environment, environment);
    await enterKeys(
      backend.environment['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ?? '',
      environment['CHANNEL_SECRETS'] ?? '',
    );
    const { handler } = (await import('../../../functions/channels/channel-webhooks.entry.ts')) as {
      handler: HttpFunction;
    };
    const bare = backend.newClient();
    const shape = await shapeOf(handler);
    const contestants = (lanes: number) => ({
      real: () => samples(lanes, () => callOnce(handler)),
      bare: () => samples(lanes, () => replay(bare, shape)),
    });
    await interleaved(2, contestants(8));
    const lines: Line[] = [];
    const detail: Record<string, unknown> = { bytes: shape.transactions[0]?.length };
    for (const lanes of [1, 8]) {
      const measured = await interleaved(context.quick ? 4 : 20, contestants(lanes), calm);
      const [real, floor] = [spreadOf(measured['real'] ?? []), spreadOf(measured['bare'] ?? [])];
      detail[`c=${String(lanes)}`] = { real, bare: floor };
      for (const share of ['p50', 'p95'] as const) {
        lines.push({
          what: `webhook to committed message, ${String(lanes)} at a time, ${share}`,
          goal: '',
          floor: ms(floor[share]),
          measured: ms(real[share]),
          ratio: real[share] / floor[share],
        });
      }
    }
    bare.destroy();
    return { lines, detail };
  } finally {
    process.stdout.write = write;
    dynamoDbClient().destroy();
    await backend.stop();
  }
}

async function enterKeys(endpoint: string, SecretId: string): Promise<void> {
  const client = new SecretsManagerClient({ endpoint, region: REGION });
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(standInSecrets) }));
  client.destroy();
}

/** One message's transaction; its entity's name is what a repeat must renew. */
async function shapeOf(handler: HttpFunction): Promise<Shape> {
  const recorded = await recordShape(dynamoDbClient(), async () => {
    await callOnce(handler);
    return '-';
  });
  const [, code] = /message#zalo-([0-9a-f]{32})/u.exec(recorded.transactions.join('\n')) ?? [];
  if (code === undefined) throw new Error('the webhook committed no message');
  return { ...recorded, code };
}

async function callOnce(handler: HttpFunction): Promise<void> {
  const account = String(1e18 + Math.floor(Math.random() * 1e12));
  const text = `Đèn đường không sáng trước nhà số ${randomBytes(2).toString('hex')}`;
  const { headers = {}, body = '' } = zaloCall(world, zaloEvent(world, account, { kind: 'text', text }));
  const event = httpEvent({
    method: 'POST',
    route: '/channels/{channel}',
    path: '/channels/zalo',
    params: { channel: 'zalo' },
    headers,
  });
  const answer = await handler({ ...event, body, isBase64Encoded: false }, lambdaContext);
  if (answer.statusCode !== 200) throw new Error(`${String(answer.statusCode)}: ${answer.body ?? ''}`);
}

async function samples(lanes: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  await inLanes(100, lanes, async () => {
    times.push((await timed(work)).ms);
  });
  return times;
}
