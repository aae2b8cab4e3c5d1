import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startQueueEngine, type QueueEngine } from '../../infra/local/engines/queue-engine.ts';
import { putWhole } from '../../infra/local/mail/put-whole.ts';
import { S3Documents } from '../../shared/adapters/s3-documents.ts';
import { S3MailArchive } from '../../shared/adapters/s3-mail-archive.ts';
import { MemoryMailArchive } from '../../shared/ports/memory/memory-outside.ts';
import { describeMailArchive } from './mail-archive-contract.ts';

describeMailArchive('in memory', () => {
  const archive = new MemoryMailArchive();
  const arrive = (key: string, bytes: Uint8Array) => {
    archive.arrived.set(key, bytes);
    return Promise.resolve();
  };
  return Promise.resolve({ archive, arrive });
});

describe('with a bucket', () => {
  const access = { region: 'ap-southeast-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-mail-'));
  let engine: QueueEngine;
  let s3: S3Client;
  let buckets = 0;

  beforeAll(async () => {
    engine = await startQueueEngine({
      dataDirectory: folder,
      region: access.region,
      client: (endpoint) => new SQSClient({ ...access, endpoint }),
    });
    s3 = new S3Client({ ...access, endpoint: engine.endpoint, forcePathStyle: true });
  });
  afterAll(async () => {
    s3.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function freshBucket(): string {
    buckets += 1;
    const name = `mail-${String(buckets)}`;
    engine.createBucket({ name });
    return name;
  }

  describeMailArchive('in the local bucket', () => {
    const bucket = freshBucket();
    const arrive = async (key: string, bytes: Uint8Array) => {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
    };
    return Promise.resolve({ archive: new S3MailArchive(s3, bucket), arrive });
  });

  it('a mail of 30 MB comes in on one machine too', async () => {
    const bucket = freshBucket();
    const bytes = Buffer.alloc(30 * 1024 * 1024, 'x');
    await putWhole(s3, { Bucket: bucket, Key: 'arrived/large' }, bytes);
    const found = await new S3MailArchive(s3, bucket).read('arrived/large', bytes.length);
    expect(found?.tooLarge).toBe(false);
    expect(bytes.equals(found?.bytes ?? new Uint8Array())).toBe(true);
  });

  it('a file of a mail is kept where no upload form writes, again and again the same, and filed from there', async () => {
    const bucket = freshBucket();
    const documents = new S3Documents(s3, bucket);
    const bytes = new Uint8Array(Buffer.from('%PDF-1.7 đơn'));
    for (let times = 0; times < 2; times += 1) {
      await documents.putIncoming('mail-a-0', { bytes, contentType: 'application/pdf' });
    }
    expect(await documents.readIncoming('mail-a-0', 100)).toBeUndefined();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await documents.file({ uploadId: 'mail-a-0', trackingCode: 'C1', sha256 });
    const { Body: filed } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `dossiers/C1/${sha256}` }));
    expect(await filed?.transformToByteArray()).toEqual(bytes);
  });
});
