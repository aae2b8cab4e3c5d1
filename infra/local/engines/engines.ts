import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RuntimePlan } from '../assembly/plan.ts';
import { dynamoClient, queueClient } from '../clients.ts';
import { createEndings, type Ending } from '../endings.ts';
import type { LocalClock } from '../local-clock.ts';
import { openMailStore, type MailStore } from '../mail/mail-store.ts';
import { createTable } from './create-tables.ts';
import { startDynamoEngine } from './dynamodb-engine.ts';
import { startQueueEngine, type QueueEngine } from './queue-engine.ts';
import { openRuntimeStore, type RuntimeStore } from './runtime-store.ts';
import { openSecretStore } from './secret-store.ts';
import { startSmallServices } from './small-services.ts';

/** Where each service is reached on this machine. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly s3: string;
  readonly ses: string;
  readonly secretsManager: string;
}

export interface Engines {
  readonly dynamoClient: DynamoDBClient;
  readonly queues: QueueEngine;
  readonly mails: MailStore;
  readonly store: RuntimeStore;
  /** Makes what the plan names and starts what needs to know it; gives everyone's address. */
  readonly furnish: (plan: RuntimePlan) => Promise<Endpoints>;
  readonly stop: (how: Ending) => Promise<void>;
}

/** Starts the engines on a data folder, which only one runtime may hold. What was started is ended again when one of them fails. */
export async function startEngines(options: {
  readonly dataDirectory: string;
  readonly region: string;
  readonly clock: LocalClock;
  readonly log: (line: string) => void;
  readonly onUnexpectedEnd: (lastWords: string) => void;
}): Promise<Engines> {
  const dataDirectory = resolve(options.dataDirectory);
  mkdirSync(dataDirectory, { recursive: true });
  const endings = createEndings();
  try {
    const store = openRuntimeStore(dataDirectory);
    endings.add(() => {
      store.close();
    });
    const [dynamo, queues] = await Promise.all([
      startDynamoEngine({ dataDirectory, onUnexpectedEnd: options.onUnexpectedEnd }).then((engine) => {
        endings.add((how) => (how === 'crash' ? engine.crash() : engine.stop()));
        return engine;
      }),
      startQueueEngine({
        dataDirectory,
        region: options.region,
        client: (endpoint) => queueClient(endpoint, options.region),
      }).then((engine) => {
        endings.add(engine.stop);
        return engine;
      }),
    ]);
    const client = dynamoClient(dynamo.endpoint, options.region);
    endings.add(() => {
      client.destroy();
    });
    const mails = openMailStore({ directory: join(dataDirectory, 'mail'), now: options.clock.now });
    return {
      dynamoClient: client,
      queues,
      mails,
      store,
      stop: endings.run,
      async furnish(plan) {
        const secrets = openSecretStore(dataDirectory, plan.secrets);
        const services = await startSmallServices({ mails, secrets, log: options.log });
        endings.add(services.stop);
        for (const table of plan.tables) await createTable(client, table);
        // Dead-letter queues first: a redrive policy names one that must be there.
        const deadLetters = new Set(plan.queues.map((queue) => queue.deadLetterArn));
        const ordered = [...plan.queues].sort(
          (one, other) => Number(deadLetters.has(other.arn)) - Number(deadLetters.has(one.arn)),
        );
        for (const queue of ordered) await queues.createQueue(queue);
        for (const bucket of plan.buckets) queues.createBucket(bucket);
        return {
          dynamodb: dynamo.endpoint,
          sqs: queues.endpoint,
          s3: queues.endpoint,
          ses: services.endpoint,
          secretsManager: services.endpoint,
        };
      },
    };
  } catch (error) {
    await endings.run('orderly');
    throw error;
  }
}
