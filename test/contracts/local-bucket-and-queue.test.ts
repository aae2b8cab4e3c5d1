/** The adapters of the bucket and the queues against the engine that `npm start` uses. */
import { PurgeQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startQueueEngine, type QueueEngine } from '../../infra/local/engines/queue-engine.ts';
import { S3Documents } from '../../shared/adapters/s3-documents.ts';
import { SqsQueue } from '../../shared/adapters/sqs-queue.ts';

const access = { region: 'ap-southeast-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-engine-'));
let engine: QueueEngine;
let s3: S3Client;
let sqs: SQSClient;

beforeAll(async () => {
  engine = await startQueueEngine({
    dataDirectory: folder,
    region: access.region,
    client: (endpoint) => new SQSClient({ ...access, endpoint }),
  });
  engine.createBucket({ name: 'documents' });
  await engine.createQueue({
    name: 'tasks',
    arn: 'arn:aws:sqs:ap-southeast-1:000000000000:tasks',
    attributes: {},
    deadLetterArn: undefined,
  });
  s3 = new S3Client({ ...access, endpoint: engine.endpoint, forcePathStyle: true });
  sqs = new SQSClient({ ...access, endpoint: engine.endpoint, useQueueUrlAsEndpoint: true });
});

afterAll(async () => {
  s3.destroy();
  sqs.destroy();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the local bucket', () => {
  const bytes = new Uint8Array(Buffer.from('%PDF-1.7 đơn'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  async function upload(documents: S3Documents, uploadId: string, content: Uint8Array<ArrayBuffer>): Promise<number> {
    const form = await documents.uploadForm({ uploadId, contentType: 'application/pdf', maxBytes: 1000 });
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    body.append('file', new Blob([content], { type: 'application/pdf' }), 'Đơn.pdf');
    return (await fetch(form.url, { method: 'POST', body })).status;
  }

  it('takes a file by the form, keeps it under its hash and gives it back', async () => {
    const documents = new S3Documents(s3, 'documents');
    expect(await documents.readIncoming('u1', 100)).toBeUndefined();
    expect(await upload(documents, 'u1', bytes)).toBe(204);
    expect(await documents.readIncoming('u1', 100)).toEqual({ bytes, tooLarge: false });
    expect(await documents.readIncoming('u1', 4)).toEqual({ bytes: bytes.slice(0, 4), tooLarge: true });

    const filing = { uploadId: 'u1', trackingCode: '0123456789', sha256 };
    const file = { ...filing, fileName: 'Đơn.pdf', contentType: 'application/pdf' };
    expect(await documents.downloadLink(file)).toBeUndefined();
    await documents.putIncoming('u1', { bytes, contentType: 'application/pdf' });
    // The form is good for some minutes more: what it brings after the check is not what is filed.
    expect(await upload(documents, 'u1', new Uint8Array(Buffer.from('exchanged')))).toBe(204);
    await documents.file(filing);
    await documents.file(filing);
    const link = (await documents.downloadLink(file)) ?? '';
    expect(new URL(link).pathname).toBe(`/documents/dossiers/0123456789/${sha256}`);
    expect(new Uint8Array(await (await fetch(link)).arrayBuffer())).toEqual(bytes);
  });

  it('files nothing under a hash that it has not', async () => {
    const documents = new S3Documents(s3, 'documents');
    await documents.putIncoming('u2', { bytes: new Uint8Array(Buffer.from('another')), contentType: 'text/plain' });
    const filing = { uploadId: 'u2', trackingCode: '0123456780', sha256 };
    await expect(documents.file(filing)).rejects.toThrow('changed after it was checked');
  });
});

describe('the local queue', () => {
  it('takes messages by the URL alone', async () => {
    const url = `${engine.endpoint}/000000000000/tasks`;
    await sqs.send(new PurgeQueueCommand({ QueueUrl: url }));
    const messages = Array.from({ length: 12 }, (_, n) => ({ n, text: 'đơn' }));
    expect(await new SqsQueue(sqs, url).send(messages)).toEqual({ failed: [] });
    const received: unknown[] = [];
    while (received.length < messages.length) {
      const { Messages: batch = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      received.push(...batch.map(({ Body }) => JSON.parse(Body ?? '') as unknown));
    }
    expect(received.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))).toEqual(
      messages.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
    );
  });
});
