import { DeleteItemCommand, GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mailboxHash } from '../ports/mailbox-hash.ts';
import type { Clock } from '../ports/outside.ts';
import { mailboxMarkEnds, type MailboxMark, type MailboxMarks } from '../ports/short-lived.ts';
import { attributes, epochSeconds, textOf } from './item-attributes.ts';

const keyOf = (address: string) => attributes({ key: `mailbox#${mailboxHash(address)}` });

/** Marks in the table `sessions`. Read consistently: the next notice after a bounce must see it. */
export class DynamoDbMailboxMarks implements MailboxMarks {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async mark(address: string, mark: MailboxMark): Promise<void> {
    const { why, at } = mark;
    const Item = { ...keyOf(address), ...attributes({ why, at, expiresAt: epochSeconds(mailboxMarkEnds(mark)) }) };
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }

  async clear(address: string): Promise<void> {
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: keyOf(address) }));
  }

  async find(address: string): Promise<MailboxMark | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(address), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    const mark = { why: textOf(item, 'why') as MailboxMark['why'], at: textOf(item, 'at') };
    return mailboxMarkEnds(mark) > this.#clock.now() ? mark : undefined;
  }
}
