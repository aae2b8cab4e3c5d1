/** What one commit writes: the items of its transaction, each with what it means when its condition fails. */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { ClockItem } from '../domain/clock.ts';
import { addMinutes } from '../domain/time.ts';
import type { Answered, Commit, IdempotencyRecord, KeptRecord } from '../ports/entity-store.ts';
import { timerBucket } from '../ports/timer-bucket.ts';
import { attributes, epochSeconds, jsonOf, textOf, type Item } from './item-attributes.ts';

/** A worker is given only the tables that its commits write: personal data and short-lived records need not be among them. */
export interface EntityTables {
  readonly cases: string;
  readonly people?: string;
  readonly sessions?: string;
}

/** @throws when a commit writes to a table that this function was not given. */
export function tableFor(tables: EntityTables, name: 'people' | 'sessions'): string {
  const table = tables[name];
  if (table === undefined) throw new Error(`this function was not given the table of ${name}`);
  return table;
}

export interface CommitItem {
  /** `answer` idempotency, `version` snapshot and event, `consume` one-time key; `plain` has no condition. */
  readonly role: 'answer' | 'version' | 'consume' | 'plain' | { readonly uploadId: string };
  readonly write: TransactWriteItem;
}

export const keys = {
  state: (entityId: string) => attributes({ entityId, record: 'STATE' }),
  event: (entityId: string, version: number) =>
    attributes({ entityId, record: `EVENT#${String(version).padStart(10, '0')}` }),
  clock: (entityId: string, clockId: string) => attributes({ entityId, record: `CLOCK#${clockId}` }),
  reading: (mailId: string) => attributes({ entityId: `mail#${mailId}`, record: 'READING' }),
  listing: (list: string, key: string) => attributes({ entityId: `list#${list}`, record: key }),
  kept: (entityId: string, record: KeptRecord['record']) => attributes({ entityId, record }),
  parties: (entityId: string) => attributes({ entityId, record: 'PARTIES' }),
  answer: (key: string) => `idempotency#${key}`,
  upload: (uploadId: string) => `upload#${uploadId}`,
  consumed: (key: string) => `consumed#${key}`,
};

export function eventNumberOf(record: string): number {
  return Number(record.slice('EVENT#'.length));
}

/** How long a one-time key stays used up, in minutes: longer than any such key is valid. */
const CONSUMED_FOR = 90 * 24 * 60;

export function commitItems<State, Event>(commit: Commit<State, Event>, tables: EntityTables): readonly CommitItem[] {
  return [
    ...(commit.idempotency ? [answerItem(commit.idempotency, commit, tableFor(tables, 'sessions'))] : []),
    ...versionItems(commit, tables.cases),
    ...clockItems(commit, tables.cases),
    ...listingItems(commit, tables.cases),
    ...(commit.keep ?? []).map((kept) => keptItem(commit.entityId, kept, tableFor(tables, 'people'))),
    ...(commit.parties ? [partiesItem(commit.entityId, commit.parties, tableFor(tables, 'people'))] : []),
    ...(commit.consume === undefined ? [] : [consumeItem(commit.consume, commit, tableFor(tables, 'sessions'))]),
    ...[...new Set(commit.uploads)].map((uploadId) => uploadItem(uploadId, commit, tableFor(tables, 'sessions'))),
  ];
}

type AnyCommit = Commit<unknown, unknown>;

function versionItems(commit: AnyCommit, TableName: string): readonly CommitItem[] {
  const { entityId, expectedVersion, state, events, actor, at, index } = commit;
  const version = expectedVersion + 1;
  const expiresAt = expiryOf(commit);
  return [
    {
      role: 'version',
      write: {
        Put: {
          TableName,
          Item: {
            ...keys.state(entityId),
            ...attributes({ ...index, version, state: JSON.stringify(state), expiresAt }),
          },
          ...(expectedVersion === 0
            ? { ConditionExpression: 'attribute_not_exists(entityId)' }
            : {
                ConditionExpression: '#version = :expected',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: attributes({ ':expected': expectedVersion }),
              }),
        },
      },
    },
    {
      role: 'version',
      write: {
        Put: {
          TableName,
          Item: {
            ...keys.event(entityId, version),
            ...attributes({ events: JSON.stringify(events), committedAt: at, actor, expiresAt }),
          },
          ConditionExpression: 'attribute_not_exists(entityId)',
        },
      },
    },
  ];
}

function clockItems(commit: AnyCommit, TableName: string): readonly CommitItem[] {
  const { entityId, clocks } = commit;
  const put = clocks.put.map((clock) => ({
    Put: { TableName, Item: { ...keys.clock(entityId, clock.clockId), ...clockAttributes(commit, clock) } },
  }));
  const remove = clocks.remove.map((clockId) => ({ Delete: { TableName, Key: keys.clock(entityId, clockId) } }));
  return [...put, ...remove].map((write) => ({ role: 'plain', write }));
}

function clockAttributes(commit: AnyCommit, { work, timer }: ClockItem) {
  return attributes({
    workUnitId: work?.unitId,
    workDueAt: work?.dueAt,
    officerId: work?.officerId,
    timerBucket: timer && timerBucket(commit.entityId),
    timerAt: timer?.at,
    timerLevel: timer?.level,
    expiresAt: expiryOf(commit),
  });
}

function listingItems({ listings }: AnyCommit, TableName: string): readonly CommitItem[] {
  const put = (listings?.put ?? []).map(({ list, key, attributes: named }) => ({
    Put: { TableName, Item: { ...keys.listing(list, key), ...attributes({ listing: JSON.stringify(named) }) } },
  }));
  const remove = (listings?.remove ?? []).map(({ list, key }) => ({
    Delete: { TableName, Key: keys.listing(list, key) },
  }));
  return [...put, ...remove].map((write) => ({ role: 'plain', write }));
}

function keptItem(entityId: string, kept: KeptRecord, TableName: string): CommitItem {
  const { record, value, phone, expiresAt } = kept;
  const Item = {
    ...keys.kept(entityId, record),
    ...attributes({
      kept: JSON.stringify(value),
      phoneHash: phone?.hash,
      filedAt: phone?.filedAt,
      expiresAt: expiresAt && epochSeconds(expiresAt),
    }),
  };
  return { role: 'plain', write: { Put: { TableName, Item } } };
}

function partiesItem(entityId: string, parties: NonNullable<AnyCommit['parties']>, TableName: string): CommitItem {
  const { value, phoneHash, filedAt } = parties;
  const Item = { ...keys.parties(entityId), ...attributes({ parties: JSON.stringify(value), phoneHash, filedAt }) };
  return { role: 'plain', write: { Put: { TableName, Item } } };
}

/** Expired records may still lie there: time to live is late by up to days. The old item comes back with a failed condition. */
function answerItem(record: IdempotencyRecord, { at }: AnyCommit, TableName: string): CommitItem {
  const { key, fingerprint, response, expiresAt } = record;
  const Item = attributes({
    key: keys.answer(key),
    fingerprint,
    response: JSON.stringify(response),
    expiresAt: epochSeconds(expiresAt),
  });
  return {
    role: 'answer',
    write: {
      Put: {
        TableName,
        Item,
        ConditionExpression: 'attribute_not_exists(#key) OR expiresAt < :now',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: attributes({ ':now': epochSeconds(at) }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
  };
}

export function answeredBy(item: Item, fingerprint: string): Answered {
  return textOf(item, 'fingerprint') === fingerprint
    ? { kind: 'replayed', response: jsonOf(item, 'response') as IdempotencyRecord['response'] }
    : { kind: 'key-reused' };
}

function consumeItem(consumed: string, { entityId, at }: AnyCommit, TableName: string): CommitItem {
  const expiresAt = epochSeconds(addMinutes(at, CONSUMED_FOR));
  return {
    role: 'consume',
    write: {
      Put: {
        TableName,
        Item: attributes({ key: keys.consumed(consumed), entityId, expiresAt }),
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': 'key' },
      },
    },
  };
}

function uploadItem(uploadId: string, { entityId }: AnyCommit, TableName: string): CommitItem {
  return {
    role: { uploadId },
    write: {
      Update: {
        TableName,
        Key: attributes({ key: keys.upload(uploadId) }),
        UpdateExpression: 'SET takenBy = :entity',
        ConditionExpression: '#status = :complete AND (attribute_not_exists(takenBy) OR takenBy = :entity)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: attributes({ ':entity': entityId, ':complete': 'complete' }),
      },
    },
  };
}

function expiryOf({ expiresAt }: AnyCommit): number | undefined {
  return expiresAt === undefined ? undefined : epochSeconds(expiresAt);
}
