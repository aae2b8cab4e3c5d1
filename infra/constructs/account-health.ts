import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';

/**
 * One alarm on the errors of all functions and one on their throttles, instead of one for each function: alarms are billed, and the first
 * look of the runbook tells which function it was. The metrics without a dimension count the whole account and region.
 */
export class AccountHealth extends Construct {
  constructor(scope: Construct, id: string, { bell }: CapabilityContext) {
    super(scope, id);
    const ofAllFunctions = (metricName: string): Metric =>
      new Metric({ namespace: 'AWS/Lambda', metricName, statistic: 'Sum', period: fiveMinutes });
    bell.watch(this, 'FunctionErrors', {
      section: 'Function errors',
      meaning: 'Functions crash or run out of time: requests fail, work is tried again.',
      metric: ofAllFunctions('Errors'),
      threshold: 3,
    });
    bell.watch(this, 'FunctionThrottles', {
      section: 'Function throttles',
      meaning: 'The account has no concurrency left: requests are refused, work waits.',
      metric: ofAllFunctions('Throttles'),
      threshold: 10,
    });
  }
}
