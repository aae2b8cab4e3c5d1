import { DeleteItemCommand, GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/outside.ts';
import type { SessionStore, StaffSession } from '../ports/short-lived.ts';
import { attributes, epochSeconds, textOf } from './item-attributes.ts';

const keyOf = (tokenHash: string) => attributes({ key: `session#${tokenHash}` });

/** Sessions in the table `sessions`. Read consistently: a revoked session is gone at once, in every process. */
export class DynamoDbSessions implements SessionStore {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async create(tokenHash: string, { staffId, expiresAt }: StaffSession): Promise<void> {
    const Item = {
      ...keyOf(tokenHash),
      ...attributes({ staffId, endsAt: expiresAt, expiresAt: epochSeconds(expiresAt) }),
    };
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }

  async find(tokenHash: string): Promise<StaffSession | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(tokenHash), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    const session = { staffId: textOf(item, 'staffId'), expiresAt: textOf(item, 'endsAt') };
    return session.expiresAt > this.#clock.now() ? session : undefined;
  }

  async revoke(tokenHash: string): Promise<void> {
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: keyOf(tokenHash) }));
  }
}
