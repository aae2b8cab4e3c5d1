import { existsSync } from 'node:fs';
import { Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { CreateQueueCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { BucketPlan, QueuePlan } from '../assembly/plan.ts';

export interface QueueEngine {
  readonly endpoint: string;
  readonly createQueue: (queue: QueuePlan) => Promise<void>;
  readonly createBucket: (bucket: BucketPlan) => void;
  readonly stop: () => Promise<void>;
}

/**
 * SQS and S3 by fauxqs 2.4.1, in this process, with its data in SQLite under `dataDirectory`. Its faults are mended here and only here:
 * it listens on every network interface, it answers no CORS preflight, and ChangeMessageVisibility(0) loses the message until a restart.
 * Never use its `s3StorageDir` (keys can leave the folder) nor its object tagging (overwrites the object).
 */
export async function startQueueEngine(options: {
  readonly dataDirectory: string;
  readonly region: string;
  readonly client: (endpoint: string) => SQSClient;
}): Promise<QueueEngine> {
  giveBackMessagesUnderWay(options.dataDirectory);
  await keepMessagesMadeVisible();
  const server = await onLoopbackWithCors(() =>
    startFauxqs({ port: 0, dataDir: options.dataDirectory, logger: false, defaultRegion: options.region }),
  );
  const endpoint = `http://127.0.0.1:${String(server.port)}`;
  const client = options.client(endpoint);
  return {
    endpoint,
    createQueue: (queue) => createQueue(client, server, queue),
    createBucket(bucket) {
      server.createBucket(bucket.name);
    },
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}

async function createQueue(client: SQSClient, server: FauxqsServer, queue: QueuePlan): Promise<void> {
  const known = server.inspectQueue(queue.name);
  if (known === undefined) {
    await client.send(new CreateQueueCommand({ QueueName: queue.name, Attributes: { ...queue.attributes } }));
    return;
  }
  const changeable = Object.fromEntries(Object.entries(queue.attributes).filter(([name]) => name !== 'FifoQueue'));
  const changed = Object.entries(changeable).some(([name, value]) => known.attributes[name] !== value);
  if (!changed) return;
  await client.send(new SetQueueAttributesCommand({ QueueUrl: known.url, Attributes: changeable }));
}

/** Whoever held a message when the last run ended is gone: nobody need wait for its visibility timeout. Receive counts stay. */
function giveBackMessagesUnderWay(dataDirectory: string): void {
  const file = join(dataDirectory, 'fauxqs.db');
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  database.exec('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL');
  database.close();
}

interface PrivatePersistence {
  readonly PersistenceManager: {
    prototype: { db: { prepare(sql: string): { run(id: string): unknown } }; updateMessageReady(id: string): void };
  };
}

/** fauxqs writes NULL into a column that forbids it; the receive count must stay as it is in any case. */
async function keepMessagesMadeVisible(): Promise<void> {
  const file = new URL('./persistence.js', import.meta.resolve('fauxqs'));
  const { PersistenceManager } = (await import(file.href)) as PrivatePersistence;
  if (typeof PersistenceManager.prototype.updateMessageReady !== 'function') {
    throw new Error('fauxqs is not version 2.4.1: its persistence has no updateMessageReady to mend');
  }
  PersistenceManager.prototype.updateMessageReady = function (id) {
    this.db
      .prepare('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?')
      .run(id);
  };
}

/** While `start` runs, whoever wants to listen on every interface gets the loopback address, and its server answers CORS. */
async function onLoopbackWithCors<T>(start: () => Promise<T>): Promise<T> {
  const original = Object.getOwnPropertyDescriptor(Server.prototype, 'listen');
  if (original === undefined) throw new Error('net.Server has no listen');
  const listen = original.value as (this: Server, ...rest: unknown[]) => Server;
  Server.prototype.listen = function (this: Server, first: unknown, ...rest: unknown[]): Server {
    const wide = typeof first === 'object' && first !== null && (first as { host?: unknown }).host === '0.0.0.0';
    if (!wide) return listen.call(this, first, ...rest);
    if (this instanceof HttpServer) answerCors(this as HttpServer);
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  };
  try {
    return await start();
  } finally {
    Object.defineProperty(Server.prototype, 'listen', original);
  }
}

function answerCors(server: HttpServer): void {
  const handlers = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-expose-headers', 'etag, x-amz-version-id');
    if (request.method === 'OPTIONS') {
      const wanted = request.headers['access-control-request-headers'];
      response.writeHead(204, {
        'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
        ...(wanted !== undefined && { 'access-control-allow-headers': wanted }),
      });
      response.end();
      return;
    }
    for (const handle of handlers) handle(request, response);
  });
}
