import { Duration } from 'aws-cdk-lib';
import { Bucket, HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { closed } from './closed-bucket.ts';

/** Attachments: `incoming/<uploadId>` as they arrive, with `.seen` as they were checked, `dossiers/<code>/<sha256>` once a case has taken them. */
export class DocumentStore extends Construct {
  readonly bucket: Bucket;
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, props: { readonly origin: string }) {
    super(scope, id);
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    acknowledge(this.accessLogs, {
      'AwsSolutions-S1': 'This is the bucket that takes the access log; its own would log itself.',
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      // A file that a case holds is named by its hash and never written twice; a deletion by mistake can be undone for a month.
      versioned: true,
      // CDK's class does not satisfy its own interface under exactOptionalPropertyTypes.
      serverAccessLogsBucket: this.accessLogs as IBucket,
      serverAccessLogsPrefix: 'documents/',
      cors: [
        {
          // The page posts the file with the form that it was given.
          allowedOrigins: [props.origin],
          allowedMethods: [HttpMethods.POST],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { id: 'uploads-that-no-case-took', prefix: 'incoming/', expiration: Duration.days(30) },
        { id: 'deleted-by-mistake', noncurrentVersionExpiration: Duration.days(30) },
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(2) },
      ],
    });
  }
}
