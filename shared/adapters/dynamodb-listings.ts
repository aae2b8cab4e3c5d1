import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Listings, Page } from '../ports/case-queries.ts';
import type { ListingItem } from '../ports/entity-store.ts';
import { jsonOf, textOf } from './item-attributes.ts';

/** The lists in the table of cases; each is a partition in the order of its keys. */
export class DynamoDbListings implements Listings {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: { readonly cases: string }) {
    this.#client = client;
    this.#table = tables.cases;
  }

  async page(list: string, page: Parameters<Listings['page']>[1]): Promise<Page<ListingItem>> {
    const { from = ' ', to = '\u{10FFFF}', limit, next, newestFirst = false } = page;
    const entityId = `list#${list}`;
    const { Items: items = [], LastEvaluatedKey: last } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'entityId = :list AND #record BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':list': { S: entityId }, ':from': { S: from }, ':to': { S: to } },
        ScanIndexForward: !newestFirst,
        Limit: limit,
        ...(next !== undefined && { ExclusiveStartKey: { entityId: { S: entityId }, record: { S: next } } }),
      }),
    );
    const found = items.map((item) => ({
      list,
      key: textOf(item, 'record'),
      attributes: jsonOf(item, 'listing') as ListingItem['attributes'],
    }));
    const after = last?.['record']?.S;
    return after === undefined ? { items: found } : { items: found, next: after };
  }
}
