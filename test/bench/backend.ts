/** Every engine that a deployed function may call, furnished as the app says, with the province published. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEngines } from '../../infra/local/engines/engines.ts';
import type { RuntimePlan } from '../../infra/local/assembly/plan.ts';
import { benchFolder, planOf, REGION, tablesOf } from './app.ts';
import type { BenchContext } from './context.ts';
import { clientOf, publishShipped } from './engine.ts';

export interface Backend {
  /** With the addresses of these engines in the functions' environments. */
  readonly plan: RuntimePlan;
  /** What Lambda and the engines add to a function's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  newClient(): DynamoDBClient;
  stop(): Promise<void>;
}

export async function startBackend(context: BenchContext, name: string): Promise<Backend> {
  const dataDirectory = join(benchFolder, name);
  rmSync(dataDirectory, { recursive: true, force: true });
  const engines = await startEngines({
    dataDirectory,
    region: REGION,
    clock: { shiftMilliseconds: 0, now: () => Date.now() },
    log: console.error,
    onUnexpectedEnd: (lastWords) => {
      console.error(`an engine ended: ${lastWords}`);
      process.exit(1);
    },
  });
  const plan = planOf(context.assembly, engines.queues.endpoint);
  const endpoints = await engines.furnish(plan);
  await publishShipped(engines.dynamoClient, tablesOf(plan).names.catalogue);
  return {
    plan,
    environment: {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
      AWS_ENDPOINT_URL_SQS: endpoints.sqs,
      AWS_ENDPOINT_URL_S3: endpoints.s3,
      AWS_ENDPOINT_URL_SES: endpoints.ses,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    },
    newClient: () => clientOf(endpoints.dynamodb),
    stop: () => engines.stop('orderly'),
  };
}
