import { UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RunningNumbers } from '../ports/short-lived.ts';
import { attributes, numberOf } from './item-attributes.ts';

/** Atomic counters without time to live: a series must never start again. A retry after a lost answer skips a number, which is lawful. */
export class DynamoDbRunningNumbers implements RunningNumbers {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async next(series: string): Promise<number> {
    const { Attributes: counted = {} } = await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: attributes({ key: `number#${series}` }),
        UpdateExpression: 'ADD lastNumber :one',
        ExpressionAttributeValues: attributes({ ':one': 1 }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return numberOf(counted, 'lastNumber');
  }
}
