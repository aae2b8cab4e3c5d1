import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';

/** No engine here checks a signature; the SDK insists on having something to sign with. */
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

export function dynamoClient(endpoint: string, region: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 3 });
}

export function streamsClient(endpoint: string, region: string): DynamoDBStreamsClient {
  return new DynamoDBStreamsClient({ endpoint, region, credentials, maxAttempts: 1 });
}

export function bucketClient(endpoint: string, region: string): S3Client {
  return new S3Client({ endpoint, region, credentials, maxAttempts: 2, forcePathStyle: true });
}

export function queueClient(endpoint: string, region: string): SQSClient {
  return new SQSClient({ endpoint, region, credentials, maxAttempts: 1 });
}
