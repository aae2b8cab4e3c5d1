import { S3Client } from '@aws-sdk/client-s3';
import { clientDefaults } from './client-defaults.ts';

let client: S3Client | undefined;

/** One for the whole process. A local engine, named by `AWS_ENDPOINT_URL_S3`, has no host for each bucket, so the bucket goes in the path. */
export function s3Client(): S3Client {
  client ??= new S3Client({
    ...clientDefaults,
    requestHandler: { ...clientDefaults.requestHandler, requestTimeout: 15_000 },
    forcePathStyle: (process.env['AWS_ENDPOINT_URL_S3'] ?? '') !== '',
  });
  return client;
}
