import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  PutItemCommand,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../ports/outside.ts';
import type { Upload, UploadStore } from '../ports/short-lived.ts';
import { keys } from './commit-items.ts';
import { attributes, epochSeconds, numberOf, optionalText, textOf, type Item } from './item-attributes.ts';

const keyOf = (uploadId: string) => attributes({ key: keys.upload(uploadId) });
/** Of BatchGetItem. */
const BATCH = 100;
const ATTEMPTS = 5;

/** Files on their way in, in the table `sessions`; an upload is marked as taken by the commit that takes it (commit-items.ts). */
export class DynamoDbUploads implements UploadStore {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async expect({ uploadId, fileName, contentType, expiresAt }: Parameters<UploadStore['expect']>[0]): Promise<void> {
    const Item = {
      ...keyOf(uploadId),
      ...attributes({ status: 'expected', fileName, contentType, expiresAt: epochSeconds(expiresAt) }),
    };
    try {
      await this.#client.send(
        new PutItemCommand({ TableName: this.#table, Item, ConditionExpression: 'attribute_not_exists(takenBy)' }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async complete({ uploadId, contentType, bytes, sha256 }: Parameters<UploadStore['complete']>[0]): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: keyOf(uploadId),
          UpdateExpression: 'SET #status = :complete, contentType = :type, #bytes = :bytes, sha256 = :sha256',
          ConditionExpression: 'attribute_exists(#key) AND attribute_not_exists(takenBy)',
          ExpressionAttributeNames: { '#key': 'key', '#status': 'status', '#bytes': 'bytes' },
          ExpressionAttributeValues: attributes({
            ':complete': 'complete',
            ':type': contentType,
            ':bytes': bytes,
            ':sha256': sha256,
          }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (error.Item === undefined) throw new Error(`nobody expected the upload ${uploadId}`, { cause: error });
    }
  }

  async find(uploadIds: readonly string[]): Promise<readonly (Upload | undefined)[]> {
    const wanted = [...new Set(uploadIds)];
    const found = new Map<string, Item>();
    for (let from = 0; from < wanted.length; from += BATCH) {
      for (const item of await this.#read(wanted.slice(from, from + BATCH))) found.set(textOf(item, 'key'), item);
    }
    const now = Date.parse(this.#clock.now()) / 1000;
    return uploadIds.map((uploadId) => {
      const item = found.get(keys.upload(uploadId));
      return item === undefined || numberOf(item, 'expiresAt') <= now ? undefined : uploadOf(uploadId, item);
    });
  }

  async #read(uploadIds: readonly string[]): Promise<readonly Item[]> {
    const items: Item[] = [];
    let keysLeft: Record<string, AttributeValue>[] = uploadIds.map(keyOf);
    for (let attempt = 1; keysLeft.length > 0; attempt++) {
      if (attempt > ATTEMPTS) throw new Error('the table of uploads is overloaded');
      if (attempt > 1) await pause(Math.random() * 20 * 2 ** attempt);
      const answer = await this.#client.send(
        new BatchGetItemCommand({ RequestItems: { [this.#table]: { Keys: keysLeft, ConsistentRead: true } } }),
      );
      items.push(...(answer.Responses?.[this.#table] ?? []));
      keysLeft = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
    }
    return items;
  }
}

function uploadOf(uploadId: string, item: Item): Upload {
  const file = { uploadId, fileName: textOf(item, 'fileName'), contentType: textOf(item, 'contentType') };
  if (textOf(item, 'status') === 'expected') return { status: 'expected', ...file };
  const takenBy = optionalText(item, 'takenBy');
  return {
    status: 'complete',
    ...file,
    bytes: numberOf(item, 'bytes'),
    sha256: textOf(item, 'sha256'),
    ...(takenBy !== undefined && { takenBy }),
  };
}
