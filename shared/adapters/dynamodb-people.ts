import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Parties } from '../domain/dossier/parties.ts';
import type { PeopleStore } from '../ports/case-queries.ts';
import type { KeptRecord } from '../ports/entity-store.ts';
import { keys } from './commit-items.ts';
import { jsonOf } from './item-attributes.ts';

/** Personal data in the table `people`; written only by the commit of a case. */
export class DynamoDbPeople implements PeopleStore {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async parties(entityId: string): Promise<Parties | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: keys.parties(entityId), ConsistentRead: true }),
    );
    return item && (jsonOf(item, 'parties') as Parties);
  }

  async kept(entityId: string, record: KeptRecord['record']): Promise<unknown> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: keys.kept(entityId, record), ConsistentRead: true }),
    );
    return item && jsonOf(item, 'kept');
  }
}
