import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/outside.ts';
import type { SendClaims } from '../ports/short-lived.ts';
import { attributes } from './item-attributes.ts';

const keyOf = (noticeId: string) => attributes({ key: `notice#${noticeId}` });
/** A stream and a queue give a message again for a fortnight at most; a record lives longer than that. Seconds. */
const REMEMBERED = 60 * 24 * 60 * 60;

/** Claims in the table `sessions`: a lease while sending, a lasting record once sent. */
export class DynamoDbSendClaims implements SendClaims {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async claim(noticeId: string, leaseSeconds: number): Promise<{ readonly kind: 'claimed' | 'sent' | 'busy' }> {
    const now = this.#seconds();
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: {
            ...keyOf(noticeId),
            ...attributes({ leasedUntil: now + leaseSeconds, expiresAt: now + REMEMBERED }),
          },
          ConditionExpression:
            'attribute_not_exists(#key) OR (attribute_not_exists(messageId) AND leasedUntil <= :now)',
          ExpressionAttributeNames: { '#key': 'key' },
          ExpressionAttributeValues: attributes({ ':now': now }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { kind: 'claimed' };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { kind: error.Item?.['messageId'] === undefined ? 'busy' : 'sent' };
    }
  }

  async record(noticeId: string, providerMessageId: string): Promise<void> {
    await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: keyOf(noticeId),
        UpdateExpression: 'SET messageId = :id, expiresAt = :forgotten',
        ExpressionAttributeValues: attributes({ ':id': providerMessageId, ':forgotten': this.#seconds() + REMEMBERED }),
      }),
    );
  }

  async release(noticeId: string): Promise<void> {
    try {
      await this.#client.send(
        new DeleteItemCommand({
          TableName: this.#table,
          Key: keyOf(noticeId),
          ConditionExpression: 'attribute_not_exists(messageId)',
        }),
      );
    } catch (error) {
      // Sent after all: the record stays.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  #seconds(): number {
    return Math.floor(Date.parse(this.#clock.now()) / 1000);
  }
}
