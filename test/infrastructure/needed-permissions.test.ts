import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/constructs/bundling.ts';
import { reachableActions } from './reachable-calls.ts';
import { at, list, ofType, synthesise, target } from './synthesised-app.ts';

const resources = synthesise('pilot');

/** What the platform does in a function's name: logs, event sources, what became of a failed call; and S3's honest 404. */
const platformActions =
  /^(logs:|sqs:(?!SendMessage)|s3:ListBucket$|dynamodb:(DescribeStream|ListStreams|GetRecords|GetShardIterator)$)/u;

/** Calls that come with an adapter and are never made by this function: its code imports the other half of the class. */
const neverMade: Readonly<Record<string, readonly string[]>> = {
  'level-worker': ['dynamodb:UpdateItem'],
  'clock-recomputer': ['dynamodb:UpdateItem'],
  'mail-desk': ['dynamodb:UpdateItem', 's3:PutObject'],
  'mail-feedback': ['dynamodb:UpdateItem'],
  'mail-planner': ['dynamodb:UpdateItem'],
  'mail-sender': ['s3:PutObject'],
  // They only make entities that are new.
  'channel-webhooks': ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
  'sms-receiver': ['dynamodb:Query', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
  // It brings files and files none.
  'report-worker': ['s3:GetObject'],
  site: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
  'attachments-api': ['dynamodb:DeleteItem'],
};

function grantedActions(functionName: string): ReadonlySet<string> {
  const found = ofType(resources, 'AWS::Lambda::Function').find((one) =>
    String(at(one.properties, 'FunctionName')).startsWith(`mot-cua-pilot-${functionName}`),
  );
  const role = target(at(found?.properties, 'Role'));
  return new Set(
    ofType(resources, 'AWS::IAM::Policy')
      .filter((policy) => list(at(policy.properties, 'Roles')).some((one) => target(one) === role))
      .flatMap((policy) => list(at(policy.properties, 'PolicyDocument', 'Statement')))
      .filter((statement) => !list(at(statement, 'Resource')).every(isDeadLetterQueue))
      .flatMap((statement) => list(at(statement, 'Action')).map(String))
      .filter((action) => !platformActions.test(action)),
  );
}

/** The platform sends there what a function could not do. */
function isDeadLetterQueue(resource: unknown): boolean {
  const queue = ofType(resources, 'AWS::SQS::Queue').find((one) => one.id === target(resource));
  return String(at(queue?.properties, 'QueueName')).endsWith('-dead');
}

describe('permissions follow from the calls in the code', () => {
  it.each(
    globSync('functions/*/*.entry.ts', { cwd: projectRoot }).map(
      (entry) => [basename(entry, '.entry.ts'), entry] as const,
    ),
  )('%s may do what its code asks for, and nothing that it cannot ask for', async (name, entry) => {
    const reachable = await reachableActions(entry);
    const granted = grantedActions(name);
    const superfluous = [...granted].filter((action) => !reachable.has(action));
    const missing = [...reachable].filter(
      (action) => !granted.has(action) && neverMade[name]?.includes(action) !== true,
    );
    expect({ superfluous, missing }).toEqual({ superfluous: [], missing: [] });
  });
});
