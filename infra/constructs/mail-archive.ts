import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageSettings } from '../settings/stage-settings.ts';
import { closed } from './closed-bucket.ts';

/** Where SES puts the raw message. */
export const ARRIVED = 'arrived/';
/** The one rule that may put mail here; the stack of mail makes it. */
export function receiptRuleName({ stage }: Pick<StageSettings, 'stage'>): string {
  return `mot-cua-${stage}-incoming`;
}

/** What was taken over lies with its case; the raw message is kept for whoever doubts it. */
const KEPT = Duration.days(400);

/**
 * Incoming mail as it came: `arrived/<SES's id>`. The bucket tells EventBridge of each new object; the queue behind it belongs to another
 * stack, and a notification to the queue itself could not be set up before that queue exists.
 */
export class MailArchive extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { readonly accessLogs: IBucket; readonly settings: StageSettings }) {
    super(scope, id);
    const { settings } = props;
    const rule = `receipt-rule-set/${settings.receiptRuleSet}:receipt-rule/${receiptRuleName(settings)}`;
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      versioned: false,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'mail/',
      lifecycleRules: [
        { id: 'kept-for-a-year', expiration: KEPT },
        { id: 'unfinished', abortIncompleteMultipartUploadAfter: Duration.days(2) },
      ],
    });
    // CDK's own switch brings a function of its own that sets this; the property needs none.
    const bucket = this.bucket.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${ARRIVED}*`)],
        // What lies here is believed to carry SES's verdicts: no other rule of the account may write it.
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Aws.ACCOUNT_ID,
            'aws:SourceArn': `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:${rule}`,
          },
        },
      }),
    );
  }
}
