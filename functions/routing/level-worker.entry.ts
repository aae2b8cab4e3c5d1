import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { DynamoDbCatalogue } from '../../shared/adapters/dynamodb-catalogue.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { DynamoDbEntityStore } from '../../shared/adapters/dynamodb-entity-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { LevelTask } from '../../shared/contracts/messages.ts';
import { queueFunction } from '../../shared/shell/batch-runner.ts';
import { assignReport, type ReportAssignmentPorts } from './assign-report.ts';
import { assignWork, type AssignmentPorts } from './assign-work.ts';

const configuration = readConfiguration('level-worker', process.env);
const client = dynamoDbClient();
// No people, no sessions: assigning writes neither, and the role may touch neither.
const tables = { cases: configuration.CASES_TABLE };
const shared = {
  queries: new DynamoDbCaseQueries(client, tables),
  catalogue: new DynamoDbCatalogue({ client, table: configuration.CATALOGUE_TABLE }, systemClock),
  clock: systemClock,
};
const dossiers: AssignmentPorts = { ...shared, cases: new DynamoDbEntityStore(client, tables, systemClock) };
const reports: ReportAssignmentPorts = { ...shared, reports: new DynamoDbEntityStore(client, tables, systemClock) };

/** One after another: the least loaded officer is chosen from an index that must have seen the last choice. */
export const handler = queueFunction({
  schema: LevelTask,
  handle: (task) => (task.kind === 'assign-report' ? assignReport(reports, task) : assignWork(dossiers, task)),
  concurrency: 1,
});
