import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StageSettings } from './stage-settings.ts';

const retentions = {
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
  180: RetentionDays.SIX_MONTHS,
  365: RetentionDays.ONE_YEAR,
} satisfies Record<StageSettings['logRetentionDays'], RetentionDays>;

export function logRetention(days: StageSettings['logRetentionDays']): RetentionDays {
  return retentions[days];
}
