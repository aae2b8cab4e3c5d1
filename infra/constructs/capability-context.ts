import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { DataStack } from '../stacks/data-stack.ts';
import type { AlarmBell } from './alarm-bell.ts';

/** What every capability is built with. */
export interface CapabilityContext {
  readonly stage: string;
  readonly data: DataStack;
  readonly publicBaseUrl: string;
  readonly logRetention: RetentionDays;
  readonly bell: AlarmBell;
}
