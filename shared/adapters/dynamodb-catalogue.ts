/**
 * The published catalogue in DynamoDB. Table: PK `part`, SK `version`. An item per part and version holds its JSON text in
 * `content`; the item `current`/`pointer` says which version is current and lists its parts with their hashes. A publication
 * writes the parts, which nobody reads yet, and then moves the pointer under a condition.
 */
import { BatchGetItemCommand, GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { setTimeout as pause } from 'node:timers/promises';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import type { Clock } from '../ports/outside.ts';
import { joinParts, type CataloguePart, type PartName } from './catalogue-parts.ts';

export const pointerKey = { part: { S: 'current' }, version: { S: 'pointer' } };
const RECHECK_MS = 60_000;
const BATCH = 100;
const ATTEMPTS = 6;

export interface CatalogueTable {
  readonly client: DynamoDBClient;
  readonly table: string;
}

export interface Pointer {
  readonly version: string;
  readonly manifest: readonly PartName[];
}

/** Keeps one catalogue in memory and asks at most once a minute whether it is still current. */
export class DynamoDbCatalogue implements CatalogueSource {
  readonly #table: CatalogueTable;
  readonly #clock: Clock;
  #known: { readonly catalogue: Catalogue; readonly checkedAt: number } | undefined;
  #loading: Promise<Catalogue> | undefined;

  constructor(table: CatalogueTable, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async load(): Promise<Catalogue> {
    const now = Date.parse(this.#clock.now());
    if (this.#known !== undefined && now - this.#known.checkedAt < RECHECK_MS) return this.#known.catalogue;
    this.#loading ??= this.#read(now).finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #read(now: number): Promise<Catalogue> {
    const pointer = await readPointer(this.#table);
    if (pointer === undefined) throw new Error(`No catalogue has been published to table ${this.#table.table}.`);
    const kept = this.#known?.catalogue;
    const catalogue = kept?.version === pointer.version ? kept : await readCatalogue(this.#table, pointer);
    this.#known = { catalogue, checkedAt: now };
    return catalogue;
  }
}

export async function readPointer({ client, table }: CatalogueTable): Promise<Pointer | undefined> {
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: table, Key: pointerKey, ConsistentRead: true }),
  );
  if (item === undefined) return undefined;
  const version = item['catalogueVersion']?.S;
  const manifest = item['manifest']?.S;
  if (version === undefined || manifest === undefined) throw new Error(`The pointer in table ${table} is damaged.`);
  return { version, manifest: JSON.parse(manifest) as readonly PartName[] };
}

/** @throws Error when a part is missing or damaged, or DynamoDB keeps leaving parts out. */
export async function readCatalogue(table: CatalogueTable, { version, manifest }: Pointer): Promise<Catalogue> {
  const parts: CataloguePart[] = [];
  for (let from = 0; from < manifest.length; from += BATCH) {
    parts.push(...(await readParts(table, version, manifest.slice(from, from + BATCH))));
  }
  return joinParts(version, manifest, parts);
}

/** BatchGetItem may leave keys out (16 MB, or a throttled table) and says so: those are asked for again. */
async function readParts(
  { client, table }: CatalogueTable,
  version: string,
  names: readonly PartName[],
): Promise<readonly CataloguePart[]> {
  const found: CataloguePart[] = [];
  let keys = names.map(({ part }) => ({ part: { S: part }, version: { S: version } }));
  for (let attempt = 0; keys.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS)
      throw new Error(`Parts of catalogue ${version} were not delivered in ${ATTEMPTS} attempts.`);
    if (attempt > 0) await pause(25 * 2 ** attempt);
    const { Responses: responses, UnprocessedKeys: unprocessed } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
    );
    for (const { part, content } of responses?.[table] ?? []) {
      if (part?.S !== undefined && content?.S !== undefined) found.push({ part: part.S, content: content.S });
    }
    keys = (unprocessed?.[table]?.Keys ?? []).flatMap(({ part }) =>
      part?.S === undefined ? [] : [{ part: { S: part.S }, version: { S: version } }],
    );
  }
  return found;
}
