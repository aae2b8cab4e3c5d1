import { DynamoDbCaseQueries } from '../../shared/adapters/dynamodb-case-queries.ts';
import { dynamoDbClient } from '../../shared/adapters/dynamodb-client.ts';
import { sqsClient } from '../../shared/adapters/sqs-client.ts';
import { SqsQueue } from '../../shared/adapters/sqs-queue.ts';
import { readConfiguration } from '../../shared/contracts/configuration.ts';
import { askAllCases } from './recompute-clocks.ts';

const configuration = readConfiguration('clock-recomputer', process.env);
const queries = new DynamoDbCaseQueries(dynamoDbClient(), { cases: configuration.CASES_TABLE });
const tasks = new SqsQueue(sqsClient(), configuration.CASE_TASKS_QUEUE);

export const handler = (): Promise<{ readonly cases: number }> => askAllCases({ queries, tasks });
