import { GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { addMinutes } from '../domain/time.ts';
import type { Clock, MailReading, MailReadings } from '../ports/outside.ts';
import { keys } from './commit-items.ts';
import { attributes, epochSeconds, jsonOf } from './item-attributes.ts';

/** As long as the raw message is kept. Minutes. */
const KEPT = 400 * 24 * 60;

/** What was read out of a mail, in the table `people`: who wrote it and what stands in it is personal data. */
export class DynamoDbMailReadings implements MailReadings {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async keepReading(mailId: string, reading: MailReading): Promise<void> {
    const expiresAt = epochSeconds(addMinutes(this.#clock.now(), KEPT));
    const Item = { ...keys.reading(mailId), ...attributes({ reading: JSON.stringify(reading), expiresAt }) };
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }

  async reading(mailId: string): Promise<MailReading | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: keys.reading(mailId), ConsistentRead: true }),
    );
    return item && (jsonOf(item, 'reading') as MailReading);
  }
}
