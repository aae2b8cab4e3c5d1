import { networkInterfaces } from 'node:os';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ChangeMessageVisibilityCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueClient } from '../clients.ts';
import { remove, temporaryDirectory } from '../fixture/start-fixture.ts';
import { startQueueEngine, type QueueEngine } from './queue-engine.ts';

const dataDirectory = temporaryDirectory();
let engine: QueueEngine;

const start = (): Promise<QueueEngine> =>
  startQueueEngine({
    dataDirectory,
    region: 'ap-southeast-1',
    client: (endpoint) => queueClient(endpoint, 'ap-southeast-1'),
  });

beforeAll(async () => {
  engine = await start();
});

afterAll(async () => {
  await engine.stop();
  remove(dataDirectory);
});

describe('the SQS and S3 engine', () => {
  it('listens on the loopback address only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal);
    expect((await fetch(`${engine.endpoint}/health`)).status).toBe(200);
    if (outside === undefined) return;
    const url = `http://${outside.address}:${new URL(engine.endpoint).port}/health`;
    await expect(fetch(url)).rejects.toThrow();
  });

  it('gives a message back at once when its visibility ends by hand, and counts both receives', async () => {
    await engine.createQueue({
      name: 'again',
      arn: '',
      attributes: { VisibilityTimeout: '600' },
      deadLetterArn: undefined,
    });
    const client = queueClient(engine.endpoint, 'ap-southeast-1');
    const QueueUrl = `${engine.endpoint}/000000000000/again`;
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'once' }));
    const receive = async () => {
      const request = { QueueUrl, WaitTimeSeconds: 1, MessageSystemAttributeNames: ['All' as const] };
      return (await client.send(new ReceiveMessageCommand(request))).Messages?.[0];
    };
    const ReceiptHandle = (await receive())?.ReceiptHandle;
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect(await receive()).toMatchObject({ Body: 'once', Attributes: { ApproximateReceiveCount: '2' } });
    client.destroy();
  });

  it('answers a browser’s preflight and lets it read the answer', async () => {
    const headers = { origin: 'http://127.0.0.1:8022', 'access-control-request-headers': 'content-type' };
    const preflight = await fetch(`${engine.endpoint}/bucket/key`, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:8022');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it('gives back at the next start what was under way at the end of the last', async () => {
    await engine.createQueue({
      name: 'held',
      arn: '',
      attributes: { VisibilityTimeout: '600' },
      deadLetterArn: undefined,
    });
    const receive = async () => {
      const client = queueClient(engine.endpoint, 'ap-southeast-1');
      const QueueUrl = `${engine.endpoint}/000000000000/held`;
      if (!sent) await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'held' }));
      sent = true;
      const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
      client.destroy();
      return Messages?.[0]?.Body;
    };
    let sent = false;
    expect([await receive(), await receive()]).toEqual(['held', undefined]);
    await engine.stop();
    engine = await start();
    expect(await receive()).toBe('held');
  });

  it('keeps objects and changed queue settings over a restart, and keys inside their bucket', async () => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = (): S3Client =>
      new S3Client({ endpoint: engine.endpoint, region: 'ap-southeast-1', forcePathStyle: true, credentials });
    engine.createBucket({ name: 'papers' });
    await client().send(new PutObjectCommand({ Bucket: 'papers', Key: 'x/../../../evil', Body: 'kept' }));
    await engine.stop();
    engine = await start();
    await engine.createQueue({
      name: 'again',
      arn: '',
      attributes: { VisibilityTimeout: '5' },
      deadLetterArn: undefined,
    });
    const { Body } = await client().send(new GetObjectCommand({ Bucket: 'papers', Key: 'x/../../../evil' }));
    expect(await Body?.transformToString()).toBe('kept');
  });
});
