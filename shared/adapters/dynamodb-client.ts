import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientDefaults } from './client-defaults.ts';

let client: DynamoDBClient | undefined;

/** One for the whole process: connections are kept alive from one invocation to the next. */
export function dynamoDbClient(): DynamoDBClient {
  client ??= new DynamoDBClient(clientDefaults);
  return client;
}
