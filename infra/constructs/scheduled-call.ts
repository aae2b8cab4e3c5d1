import type { Duration } from 'aws-cdk-lib';
import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import type { CapabilityFunction } from './capability-function.ts';
import type { DeadLetterQueue } from './work-queue.ts';

export interface ScheduledCallProps {
  readonly target: CapabilityFunction<FunctionName>;
  /** Where a call goes that could not be made, or failed after its tries. */
  readonly missed: DeadLetterQueue;
  /** How often a failed run is tried again, and until how long after its time. */
  readonly retries: number;
  readonly within: Duration;
  readonly times: readonly {
    readonly id: string;
    readonly description: string;
    /** `rate(…)` or `cron(…)`, in Viet Nam's time. */
    readonly expression: string;
    readonly input: Readonly<Record<string, string>>;
  }[];
}

/** Calls a function by the clock of Viet Nam. The scheduler hands over asynchronously; what it cannot hand over is kept and told. */
export class ScheduledCall extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledCallProps) {
    super(scope, id);
    const { target, missed, retries, within } = props;
    target.function.configureAsyncInvoke({
      retryAttempts: retries,
      maxEventAge: within,
      onFailure: new SqsDestination(missed.queue),
    });
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description: 'Lets the schedule call its function',
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.function.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [missed.queue.queueArn] }));
    for (const time of props.times) {
      const schedule = new CfnSchedule(this, time.id, {
        description: time.description,
        scheduleExpression: time.expression,
        scheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        flexibleTimeWindow: { mode: 'OFF' },
        state: 'ENABLED',
        target: {
          arn: target.function.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify(time.input),
          retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: within.toSeconds() },
          deadLetterConfig: { arn: missed.queue.queueArn },
        },
      });
      schedule.node.addDependency(role);
    }
  }
}
