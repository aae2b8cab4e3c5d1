import {
  GetItemCommand,
  paginateQuery,
  TransactWriteItemsCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { ActorRef } from '../domain/actor.ts';
import type {
  Answered,
  Commit,
  CommitOutcome,
  CommittedEvents,
  EntityStore,
  IdempotencyRecord,
  Snapshot,
} from '../ports/entity-store.ts';
import type { Clock } from '../ports/outside.ts';
import { isCancellation, outcomeOfCancellation, retryPause } from './commit-cancellation.ts';
import { answeredBy, commitItems, eventNumberOf, keys, tableFor, type EntityTables } from './commit-items.ts';
import { epochSeconds, jsonOf, numberOf, textOf } from './item-attributes.ts';

const ATTEMPTS = 5;

/**
 * Entities in the table `cases`, one TransactWriteItems per commit. No ClientRequestToken is set here: the SDK makes one per call and repeats
 * it in its own retries, so that a lost answer is not taken for a conflict (kept ten minutes by DynamoDB); a retry by another process finds
 * the idempotency record instead, which lives as long as clients may retry.
 */
export class DynamoDbEntityStore<State, Event> implements EntityStore<State, Event> {
  readonly #client: DynamoDBClient;
  readonly #tables: EntityTables;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, tables: EntityTables, clock: Clock) {
    this.#client = client;
    this.#tables = tables;
    this.#clock = clock;
  }

  async load(entityId: string): Promise<Snapshot<State> | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#tables.cases,
        Key: keys.state(entityId),
        ConsistentRead: true,
        ProjectionExpression: '#version, #state',
        ExpressionAttributeNames: { '#version': 'version', '#state': 'state' },
      }),
    );
    return item && { version: numberOf(item, 'version'), state: jsonOf(item, 'state') as State };
  }

  async history(entityId: string): Promise<readonly CommittedEvents<Event>[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#tables.cases,
        ConsistentRead: true,
        KeyConditionExpression: 'entityId = :entity AND begins_with(#record, :event)',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':entity': { S: entityId }, ':event': { S: 'EVENT#' } },
      },
    );
    const commits: CommittedEvents<Event>[] = [];
    for await (const { Items: items = [] } of pages) {
      for (const item of items) {
        commits.push({
          version: eventNumberOf(textOf(item, 'record')),
          at: textOf(item, 'committedAt'),
          actor: textOf(item, 'actor') as ActorRef,
          events: jsonOf(item, 'events') as readonly Event[],
        });
      }
    }
    return commits;
  }

  async commit(commit: Commit<State, Event>): Promise<CommitOutcome> {
    const items = commitItems(commit, this.#tables);
    const command = () => new TransactWriteItemsCommand({ TransactItems: items.map(({ write }) => write) });
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#client.send(command());
        return { kind: 'committed', version: commit.expectedVersion + 1 };
      } catch (error) {
        if (!isCancellation(error)) throw error;
        const outcome = outcomeOfCancellation(error, items, commit);
        if (outcome.kind !== 'retry') return outcome;
        if (attempt === ATTEMPTS) {
          if (outcome.why === 'contention') return { kind: 'conflict' };
          throw new Error('the tables are overloaded', { cause: error });
        }
        await retryPause(attempt);
      }
    }
  }

  async answered(request: Pick<IdempotencyRecord, 'key' | 'fingerprint'>): Promise<Answered | undefined> {
    const { Item: item } = await this.#client.send(
      new GetItemCommand({
        TableName: tableFor(this.#tables, 'sessions'),
        Key: { key: { S: keys.answer(request.key) } },
        ConsistentRead: true,
      }),
    );
    if (item === undefined || numberOf(item, 'expiresAt') < epochSeconds(this.#clock.now())) return undefined;
    return answeredBy(item, request.fingerprint);
  }
}
