import { GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { MessageChannel } from '../domain/channel.ts';
import type { Clock } from '../ports/outside.ts';
import type { ProviderMessages, SentPart } from '../ports/short-lived.ts';
import { attributes, numberOf, textOf } from './item-attributes.ts';

const keyOf = (channel: MessageChannel, messageId: string) =>
  attributes({ key: `provider-message#${channel}#${messageId}` });
/** Receipts come within days, "seen" within weeks. Seconds. */
const REMEMBERED = 40 * 24 * 60 * 60;

/** Message ids in the table `sessions`. Read consistently: a receipt may come a moment after the message went out. */
export class DynamoDbProviderMessages implements ProviderMessages {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async remember(
    { channel, messageId }: Parameters<ProviderMessages['remember']>[0],
    { deliveryId, attempt, part }: SentPart,
  ): Promise<void> {
    const expiresAt = Math.floor(Date.parse(this.#clock.now()) / 1000) + REMEMBERED;
    const Item = { ...keyOf(channel, messageId), ...attributes({ deliveryId, attempt, part, expiresAt }) };
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }

  async find(channel: MessageChannel, messageId: string): Promise<SentPart | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(channel, messageId), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    return {
      deliveryId: textOf(item, 'deliveryId'),
      attempt: numberOf(item, 'attempt'),
      part: numberOf(item, 'part'),
    };
  }
}
