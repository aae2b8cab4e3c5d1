import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { CapabilityFunction } from './capability-function.ts';

/** Signs and verifies links, cookies and form tokens. */
export function allowSigning(user: CapabilityFunction<FunctionName>, data: DataStack): void {
  user.allow(['secretsmanager:GetSecretValue'], [data.signingSecret.secretArn]);
}
