import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { CapabilityFunction } from './capability-function.ts';

type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan' | 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** Loading a state and its history, and committing: a transaction is authorised by the actions of its parts. */
export const commitActions = ['GetItem', 'Query', 'PutItem', 'DeleteItem'] as const;
export const readingActions = ['GetItem', 'Query'] as const;
/** The published parts of a version, and which version is the current one. */
export const catalogueActions = ['GetItem', 'BatchGetItem'] as const;

export interface TableUse {
  readonly actions: readonly TableAction[];
  /** Indexes that are queried, each by name. */
  readonly indexes?: readonly string[];
}

export function allowTable(user: CapabilityFunction<FunctionName>, table: TableV2, use: TableUse): void {
  const actions = use.actions.map((action) => `dynamodb:${action}`);
  if (actions.length > 0) user.allow(actions, [table.tableArn]);
  if (use.indexes !== undefined) {
    const arns = use.indexes.map((index) => `${table.tableArn}/index/${index}`);
    user.allow(['dynamodb:Query'], arns);
  }
}
