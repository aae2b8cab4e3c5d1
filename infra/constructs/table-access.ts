import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { CapabilityFunction } from './capability-function.ts';
import type { FunctionName } from '../../shared/contracts/configuration.ts';

/** What a function does with a table, named by purpose; a transaction is authorised by the actions of its parts. */
const purposes = {
  read: ['GetItem', 'BatchGetItem', 'Query'],
  write: ['PutItem', 'UpdateItem', 'DeleteItem'],
  scan: ['Scan'],
} as const;

export interface TableUse {
  readonly purposes: readonly (keyof typeof purposes)[];
  /** Indexes that are queried, each by name. */
  readonly indexes?: readonly string[];
}

export function allowTable(user: CapabilityFunction<FunctionName>, table: TableV2, use: TableUse): void {
  const actions = use.purposes.flatMap((purpose) => purposes[purpose]).map((action) => `dynamodb:${action}`);
  user.allow(actions, [table.tableArn]);
  if (use.indexes !== undefined) {
    const arns = use.indexes.map((index) => `${table.tableArn}/index/${index}`);
    user.allow(['dynamodb:Query'], arns);
  }
}
