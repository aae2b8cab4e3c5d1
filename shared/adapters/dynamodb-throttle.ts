import { UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/outside.ts';
import type { Throttle } from '../ports/short-lived.ts';
import { attributes, numberOf } from './item-attributes.ts';

/**
 * Counts in fixed windows, one item each, forgotten by time to live when the window is over. At the border of two windows twice the limit can
 * pass; the limits are chosen with that in mind.
 */
export class DynamoDbThrottle implements Throttle {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async hit(key: string, rule: Parameters<Throttle['hit']>[1]): ReturnType<Throttle['hit']> {
    const seconds = Math.floor(Date.parse(this.#clock.now()) / 1000);
    const window = Math.floor(seconds / rule.windowSeconds);
    const end = (window + 1) * rule.windowSeconds;
    const { Attributes: counted = {} } = await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: attributes({ key: `throttle#${key}#${String(rule.windowSeconds)}#${String(window)}` }),
        UpdateExpression: 'ADD tries :one SET expiresAt = :end',
        ExpressionAttributeValues: attributes({ ':one': 1, ':end': end }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return numberOf(counted, 'tries') <= rule.limit
      ? { allowed: true }
      : { allowed: false, retryAfterSeconds: end - seconds };
  }
}
