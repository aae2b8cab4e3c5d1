import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { DynamoDbPeople } from '../../shared/adapters/dynamodb-people.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { MemoryCaseQueries } from '../../shared/ports/memory/memory-case-queries.ts';
import { MemoryEntityStore, MemoryPeople } from '../../shared/ports/memory/memory-entity-store.ts';
import { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import { MemoryUploads } from '../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../shared/ports/memory/memory-world.ts';
import { dynoxideBinary, startDynoxide, whyNoDynoxide, type TestEngine } from '../engines/dynoxide.ts';
import { createTables } from '../engines/tables.ts';
import {
  at,
  commitTo,
  describeEntityStore,
  type Counted,
  type Counter,
  type StoreUnderTest,
} from './entity-store-contract.ts';

function inMemory(): StoreUnderTest {
  const clock = new SteppableClock(at);
  const world = new MemoryWorld(clock);
  return {
    clock,
    store: new MemoryEntityStore<Counter, Counted>(world),
    queries: new MemoryCaseQueries(world),
    people: new MemoryPeople(world),
    uploads: new MemoryUploads(world),
  };
}

describeEntityStore('in memory', () => Promise.resolve(inMemory()));

describe.skipIf(dynoxideBinary === undefined)(
  `DynamoDB${dynoxideBinary === undefined ? ` (${whyNoDynoxide})` : ''}`,
  () => {
    let engine: TestEngine;
    beforeAll(async () => {
      engine = await startDynoxide();
    });
    afterAll(() => engine.stop());

    const inDynamoDb = async (): Promise<StoreUnderTest> => {
      const { client } = engine;
      const tables = await createTables(client);
      const clock = new SteppableClock(at);
      return {
        clock,
        store: new DynamoDbEntityStore<Counter, Counted>(client, tables, clock),
        queries: new DynamoDbCaseQueries(client, tables),
        people: new DynamoDbPeople(client, tables.people),
        uploads: new DynamoDbUploads(client, tables.sessions, clock),
      };
    };

    describeEntityStore('in DynamoDB', inDynamoDb);

    it('answers any sequence of commits as the store in memory does', async () => {
      const step = fc.record({
        entity: fc.constantFrom('case#A', 'case#B', 'sign-in#C'),
        behind: fc.integer({ min: 0, max: 1 }),
        key: fc.option(fc.constantFrom('k1', 'k2', 'k3'), { nil: undefined }),
        fingerprint: fc.constantFrom('f1', 'f2'),
        upload: fc.option(fc.constantFrom('u1', 'u2', 'unknown'), { nil: undefined }),
        consume: fc.option(fc.constantFrom('c1', 'c2'), { nil: undefined }),
      });
      const real = await inDynamoDb();
      let round = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          round += 1;
          const own = (name: string) => `${name}-${String(round)}`;
          const model = inMemory();
          for (const { uploads } of [real, model]) {
            for (const uploadId of [own('u1'), own('u2')]) {
              await uploads.expect({
                uploadId,
                fileName: 'a',
                contentType: 'image/png',
                expiresAt: '2026-12-01T00:00:00.000Z',
              });
              await uploads.complete({ uploadId, contentType: 'image/png', bytes: 1, sha256: 's' });
            }
          }
          for (const { entity, behind, key, fingerprint, upload, consume } of steps) {
            const version = (await model.store.load(own(entity)))?.version ?? 0;
            const commit = commitTo(own(entity), Math.max(0, version - behind), {
              ...(key && {
                idempotency: {
                  key: own(key),
                  fingerprint,
                  expiresAt: '2026-12-01T00:00:00.000Z',
                  response: { status: 200, body: entity },
                },
              }),
              ...(upload && { uploads: [own(upload)] }),
              ...(consume && { consume: own(consume) }),
            });
            expect(await real.store.commit(commit)).toEqual(await model.store.commit(commit));
            expect(await real.store.load(own(entity))).toEqual(await model.store.load(own(entity)));
          }
          for (const entity of ['case#A', 'case#B', 'sign-in#C']) {
            expect(await real.store.history(own(entity))).toEqual(await model.store.history(own(entity)));
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);
