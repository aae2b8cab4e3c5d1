import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closed } from './closed-bucket.ts';

/** Where SES puts the raw message. */
export const ARRIVED = 'arrived/';
/** What was taken over lies with its case; the raw message is kept for whoever doubts it. */
const KEPT = Duration.days(400);

/**
 * Incoming mail as it came: `arrived/<SES's id>`. The bucket tells EventBridge of each new object; the queue behind it belongs to another
 * stack, and a notification to the queue itself could not be set up before that queue exists.
 */
export class MailArchive extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { readonly accessLogs: IBucket }) {
    super(scope, id);
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
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
