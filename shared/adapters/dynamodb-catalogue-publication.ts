/** The writing side of the published catalogue: for the publish command, so that functions need not carry it. */
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { CataloguePublication, PublishResult } from '../ports/catalogue-source.ts';
import { manifestOf, splitCatalogue } from './catalogue-parts.ts';
import { pointerKey, readCatalogue, readPointer, type CatalogueTable } from './dynamodb-catalogue.ts';

export class DynamoDbCataloguePublication implements CataloguePublication {
  readonly #table: CatalogueTable;

  constructor(table: CatalogueTable) {
    this.#table = table;
  }

  async current(): Promise<Catalogue | undefined> {
    const pointer = await readPointer(this.#table);
    return pointer === undefined ? undefined : readCatalogue(this.#table, pointer);
  }

  /**
   * Parts first, pointer last. A version is named by its content, so writing a part again after a crash, or beside another
   * publisher of the same content, changes nothing.
   */
  async publish({ catalogue, replaces, at }: Parameters<CataloguePublication['publish']>[0]): Promise<PublishResult> {
    const { client, table } = this.#table;
    const { version } = catalogue;
    const parts = splitCatalogue(catalogue);
    const manifest = JSON.stringify(manifestOf(parts));
    for (const { part, content } of [...parts, { part: 'manifest', content: manifest }]) {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: { part: { S: part }, version: { S: version }, content: { S: content } },
        }),
      );
    }
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: { ...pointerKey, catalogueVersion: { S: version }, manifest: { S: manifest }, publishedAt: { S: at } },
          ...(replaces === undefined
            ? { ConditionExpression: 'attribute_not_exists(part)' }
            : {
                ConditionExpression: 'catalogueVersion = :replaced',
                ExpressionAttributeValues: { ':replaced': { S: replaces } },
              }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const current = (await readPointer(this.#table))?.version;
      // The client repeats a write whose answer was lost: then the condition fails on our own first attempt.
      return current === version ? { kind: 'published' } : { kind: 'overtaken', current };
    }
    return { kind: 'published' };
  }
}
