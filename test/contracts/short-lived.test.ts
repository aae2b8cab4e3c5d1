import { afterAll, beforeAll, describe } from 'vitest';
import { DynamoDbMailboxMarks } from '../../shared/adapters/dynamodb-mailbox-marks.ts';
import { DynamoDbMailReadings } from '../../shared/adapters/dynamodb-mail-readings.ts';
import { DynamoDbProviderMessages } from '../../shared/adapters/dynamodb-provider-messages.ts';
import { DynamoDbRunningNumbers } from '../../shared/adapters/dynamodb-running-numbers.ts';
import { DynamoDbSendClaims } from '../../shared/adapters/dynamodb-send-claims.ts';
import { DynamoDbSessions } from '../../shared/adapters/dynamodb-sessions.ts';
import { DynamoDbThrottle } from '../../shared/adapters/dynamodb-throttle.ts';
import { DynamoDbUploads } from '../../shared/adapters/dynamodb-uploads.ts';
import { MemoryMailReadings, SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import {
  MemoryMailboxMarks,
  MemoryProviderMessages,
  MemoryRunningNumbers,
  MemorySendClaims,
  MemorySessions,
  MemoryThrottle,
  MemoryUploads,
} from '../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../shared/ports/memory/memory-world.ts';
import { dynoxideBinary, startDynoxide, whyNoDynoxide, type TestEngine } from '../engines/dynoxide.ts';
import { createTables } from '../engines/tables.ts';
import { describeShortLived, start } from './short-lived-contract.ts';

describeShortLived('in memory', () => {
  const clock = new SteppableClock(start);
  return Promise.resolve({
    clock,
    sessions: new MemorySessions(clock),
    throttle: new MemoryThrottle(clock),
    numbers: new MemoryRunningNumbers(),
    uploads: new MemoryUploads(new MemoryWorld(clock)),
    claims: new MemorySendClaims(clock),
    marks: new MemoryMailboxMarks(clock),
    readings: new MemoryMailReadings(),
    providerMessages: new MemoryProviderMessages(),
  });
});

describe.skipIf(dynoxideBinary === undefined)(
  `DynamoDB${dynoxideBinary === undefined ? ` (${whyNoDynoxide})` : ''}`,
  () => {
    let engine: TestEngine;
    beforeAll(async () => {
      engine = await startDynoxide();
    });
    afterAll(() => engine.stop());

    describeShortLived('in DynamoDB', async () => {
      const { client } = engine;
      const { sessions: table, people } = await createTables(client);
      const clock = new SteppableClock(start);
      return {
        clock,
        sessions: new DynamoDbSessions(client, table, clock),
        throttle: new DynamoDbThrottle(client, table, clock),
        numbers: new DynamoDbRunningNumbers(client, table),
        uploads: new DynamoDbUploads(client, table, clock),
        claims: new DynamoDbSendClaims(client, table, clock),
        marks: new DynamoDbMailboxMarks(client, table, clock),
        readings: new DynamoDbMailReadings(client, people, clock),
        providerMessages: new DynamoDbProviderMessages(client, table, clock),
      };
    });
  },
);
