import {
  ConditionalCheckFailedException,
  QueryCommand,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { UnitId } from '../domain/catalogue/catalogue.ts';
import type { Instant } from '../domain/time.ts';
import type { CaseQueries, CounterPage, DecidedCase, DueTimer, OpenWork, Page } from '../ports/case-queries.ts';
import { keys, tableFor, type EntityTables } from './commit-items.ts';
import { attributes, optionalText, textOf, type Item } from './item-attributes.ts';

interface PageRequest {
  readonly limit: number;
  readonly next?: string;
}

/**
 * Questions to the sparse indexes. An index follows its table within moments, not at once: a case filed this second may be missing from a
 * list, and whoever acts on what a list says loads the case first.
 */
export class DynamoDbCaseQueries implements CaseQueries {
  readonly #client: DynamoDBClient;
  readonly #tables: Pick<EntityTables, 'cases' | 'people'>;

  constructor(client: DynamoDBClient, tables: Pick<EntityTables, 'cases' | 'people'>) {
    this.#client = client;
    this.#tables = tables;
  }

  async entityByDossierCode(dossierCode: string): Promise<string | undefined> {
    const { Items: [item] = [] } = await this.#client.send(
      new QueryCommand({ ...this.#index('by-dossier-code', { dossierCode }), Limit: 1 }),
    );
    return item && textOf(item, 'entityId');
  }

  async casesAtCounter(counterId: UnitId, { limit, next, filed }: CounterPage): Promise<Page<string>> {
    const start = startOf(next, ['entityId', 'record', 'filedAt']);
    return this.#page(
      {
        ...this.#index('by-counter', { counterId }),
        ...(filed && {
          KeyConditionExpression: 'counterId = :key AND filedAt BETWEEN :from AND :to',
          ExpressionAttributeValues: attributes({ ':key': counterId, ':from': filed[0], ':to': filed[1] }),
        }),
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: start && { ...start, ...attributes({ counterId }) },
      },
      { position: ['entityId', 'record', 'filedAt'], read: (item) => textOf(item, 'entityId') },
    );
  }

  async openWork(unitId: UnitId, page: PageRequest): Promise<Page<OpenWork>> {
    const start = startOf(page.next, ['entityId', 'record', 'workDueAt']);
    return this.#page(
      {
        ...this.#index('open-work', { workUnitId: unitId }),
        Limit: page.limit,
        ExclusiveStartKey: start && { ...start, ...attributes({ workUnitId: unitId }) },
      },
      { position: ['entityId', 'record', 'workDueAt'], read: openWorkOf },
    );
  }

  async casesByPhone(phoneHash: string, limit: number): Promise<readonly string[]> {
    const { Items: items = [] } = await this.#client.send(
      new QueryCommand({
        ...this.#index('by-phone', { phoneHash }),
        TableName: tableFor(this.#tables, 'people'),
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return items.map((item) => textOf(item, 'entityId'));
  }

  async dueTimers(bucket: number, now: Instant, limit: number): Promise<readonly DueTimer[]> {
    const { Items: items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#tables.cases,
        IndexName: 'due-timers',
        KeyConditionExpression: 'timerBucket = :bucket AND timerAt <= :now',
        ExpressionAttributeValues: attributes({ ':bucket': bucket, ':now': now }),
        Limit: limit,
      }),
    );
    return items.map((item) => ({ ...clockOf(item), at: textOf(item, 'timerAt') }));
  }

  async runningTimers(bucket: number, page: PageRequest): Promise<Page<DueTimer>> {
    const start = startOf(page.next, ['entityId', 'record', 'timerAt']);
    return this.#page(
      {
        TableName: this.#tables.cases,
        IndexName: 'due-timers',
        KeyConditionExpression: 'timerBucket = :bucket',
        ExpressionAttributeValues: attributes({ ':bucket': bucket }),
        Limit: page.limit,
        ExclusiveStartKey: start && { ...start, ...attributes({ timerBucket: bucket }) },
      },
      {
        position: ['entityId', 'record', 'timerAt'],
        read: (item) => ({ ...clockOf(item), at: textOf(item, 'timerAt') }),
      },
    );
  }

  async decidedBy(
    unitId: UnitId,
    page: PageRequest & { readonly from: Instant; readonly to: Instant },
  ): Promise<Page<DecidedCase>> {
    const start = startOf(page.next, ['entityId', 'record', 'decidedAt']);
    return this.#page(
      {
        TableName: this.#tables.cases,
        IndexName: 'decided-by',
        KeyConditionExpression: 'decidedBy = :key AND decidedAt BETWEEN :from AND :to',
        ExpressionAttributeValues: attributes({ ':key': unitId, ':from': page.from, ':to': page.to }),
        Limit: page.limit,
        ExclusiveStartKey: start && { ...start, ...attributes({ decidedBy: unitId }) },
      },
      { position: ['entityId', 'record', 'decidedAt'], read: decidedCaseOf },
    );
  }

  async postponeTimer(timer: DueTimer, to: Instant): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#tables.cases,
          Key: keys.clock(timer.entityId, timer.clockId),
          UpdateExpression: 'SET timerAt = :to',
          ConditionExpression: 'timerAt = :from',
          ExpressionAttributeValues: attributes({ ':from': timer.at, ':to': to }),
        }),
      );
    } catch (error) {
      // The clock was stopped or set anew in the meantime: nothing is left to postpone.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  #index(IndexName: string, key: Readonly<Record<string, string>>): QueryCommandInput {
    const [[name, value] = ['', '']] = Object.entries(key);
    return {
      TableName: this.#tables.cases,
      IndexName,
      KeyConditionExpression: `${name} = :key`,
      ExpressionAttributeValues: attributes({ ':key': value }),
    };
  }

  async #page<Row>(
    query: QueryCommandInput,
    rows: { readonly position: readonly string[]; read(item: Item): Row },
  ): Promise<Page<Row>> {
    const { Items: items = [], LastEvaluatedKey: last } = await this.#client.send(new QueryCommand(query));
    const page = { items: items.map((item) => rows.read(item)) };
    if (last === undefined) return page;
    const position = rows.position.map((name) => textOf(last, name));
    return { ...page, next: Buffer.from(JSON.stringify(position)).toString('base64url') };
  }
}

/** Of a key or an instant of ours; the tables refuse a longer key with a fault. Characters. */
const LONGEST_KEY = 200;

/** A position that somebody made up starts from the beginning; the index's own key is never taken from it. */
function startOf(next: string | undefined, names: readonly string[]): Record<string, AttributeValue> | undefined {
  if (next === undefined) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(next, 'base64url').toString('utf8'));
    if (!Array.isArray(position) || position.length !== names.length) return undefined;
    const isKey = (value: unknown) => typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY;
    if (!position.every(isKey)) return undefined;
    return attributes(Object.fromEntries(names.map((name, index) => [name, String(position[index])])));
  } catch {
    return undefined;
  }
}

function clockOf(item: Item): { readonly entityId: string; readonly clockId: string } {
  return { entityId: textOf(item, 'entityId'), clockId: textOf(item, 'record').slice('CLOCK#'.length) };
}

function decidedCaseOf(item: Item): DecidedCase {
  const punctuality = textOf(item, 'punctuality') as DecidedCase['punctuality'];
  return { entityId: textOf(item, 'entityId'), decidedAt: textOf(item, 'decidedAt'), punctuality };
}

function openWorkOf(item: Item): OpenWork {
  const officerId = optionalText(item, 'officerId');
  return { ...clockOf(item), dueAt: textOf(item, 'workDueAt'), ...(officerId !== undefined && { officerId }) };
}
