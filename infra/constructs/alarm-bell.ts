import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmRule {
  /** Heading of the section of infra/runbook.md that says what to do. */
  readonly section: string;
  /** What it means for people, in one sentence. */
  readonly meaning: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Of the metric's own periods; 1 unless it may be a passing thing. */
  readonly periods?: number;
  /** `below` alarms when the value is under the threshold, and when there is none at all. */
  readonly when?: 'at-least' | 'below';
}

/** Where every alarm rings. The key is a customer-managed one because CloudWatch cannot publish through the AWS-managed key of SNS. */
export class AlarmBell extends Construct {
  /** Of the topics of this stage: services of AWS cannot publish through the AWS-managed one, and a key costs a dollar a month. */
  readonly key: Key;
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { readonly address: string }) {
    super(scope, id);
    this.key = new Key(this, 'Key', { description: 'Messages of topics on their way', enableKeyRotation: true });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // In a key's own policy this is the key.
        resources: ['*'],
      }),
    );
    this.topic = new Topic(this, 'Topic', { masterKey: this.key, enforceSSL: true });
    // A topic with a policy of its own loses the default one that let CloudWatch publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.topic.stack.account } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(props.address));
  }

  watch(scope: Construct, id: string, rule: AlarmRule): Alarm {
    const below = rule.when === 'below';
    const alarm = new Alarm(scope, id, {
      metric: rule.metric,
      threshold: rule.threshold,
      evaluationPeriods: rule.periods ?? 1,
      datapointsToAlarm: rule.periods ?? 1,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${rule.meaning} Runbook: infra/runbook.md#${anchorOf(rule.section)}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

/** A metric's period: CloudWatch bills alarms of a minute like those of five. */
export const fiveMinutes = Duration.minutes(5);

/** The anchor that a Markdown heading gets. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/gu, '')
    .replaceAll(' ', '-');
}
