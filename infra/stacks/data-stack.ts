import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type TablePropsV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { GENERATED_MEMBER } from '../../shared/contracts/entered-secret.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { DocumentStore } from '../constructs/document-store.ts';
import { MailArchive } from '../constructs/mail-archive.ts';
import type { StageSettings } from '../settings/stage-settings.ts';

const text = (name: string): { name: string; type: AttributeType } => ({ name, type: AttributeType.STRING });
const number = (name: string): { name: string; type: AttributeType } => ({ name, type: AttributeType.NUMBER });

/** The sparse indexes of the table of cases, one for each question that somebody asks. */
export const caseIndexes = {
  byDossierCode: 'by-dossier-code',
  byCounter: 'by-counter',
  openWork: 'open-work',
  dueTimers: 'due-timers',
  decidedBy: 'decided-by',
} as const;

export const peopleIndexes = { byPhone: 'by-phone' } as const;

/**
 * Everything that must outlive a deployment: retained when the stack goes, protected against deletion, with point-in-time recovery. Tables are
 * cut by how they are operated (infra/decisions/0001-tables.md).
 */
export class DataStack extends Stack {
  /** Cases, hand-overs and sign-ins: snapshot, events and running clocks. Its stream is the outbox. */
  readonly cases: TableV2;
  /** Personal data, apart from cases. */
  readonly people: TableV2;
  /** Idempotency records, sessions, throttles, uploads, claims; and the running numbers, which must never start again. */
  readonly sessions: TableV2;
  /** The province's published data. */
  readonly catalogue: TableV2;
  readonly documents: Bucket;
  /** Exported under a name that people can read: acknowledgements name it. */
  readonly documentsArn: string;
  readonly documentsArnExport: string;
  /** Incoming mail as it came. */
  readonly mail: Bucket;
  readonly mailArn: string;
  readonly mailArnExport: string;
  /** Keys of links and cookies: `{"current":"k1","k1":"<random>"}`; every member but `current` is a key. */
  readonly signingSecret: Secret;
  /** Keys and passwords of the hotline's channels, entered by hand (infra/runbook.md, Switch a channel on); a channel without its member is off. */
  readonly channelSecrets: Secret;
  /** Access tokens of providers, renewed by the system itself; the first ones are entered by hand. */
  readonly providerTokens: Secret;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: StageSettings }) {
    super(scope, id, props);
    this.cases = this.protectedTable('Cases', {
      partitionKey: text('entityId'),
      sortKey: text('record'),
      timeToLiveAttribute: 'expiresAt',
      dynamoStream: StreamViewType.NEW_IMAGE,
      globalSecondaryIndexes: [
        {
          indexName: caseIndexes.byDossierCode,
          partitionKey: text('dossierCode'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: caseIndexes.byCounter,
          partitionKey: text('counterId'),
          sortKey: text('filedAt'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: caseIndexes.openWork,
          partitionKey: text('workUnitId'),
          sortKey: text('workDueAt'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['officerId'],
        },
        {
          indexName: caseIndexes.dueTimers,
          partitionKey: number('timerBucket'),
          sortKey: text('timerAt'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: caseIndexes.decidedBy,
          partitionKey: text('decidedBy'),
          sortKey: text('decidedAt'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['punctuality'],
        },
      ],
    });
    this.people = this.protectedTable('People', {
      partitionKey: text('entityId'),
      sortKey: text('record'),
      // Of what was read out of a mail; nothing else here has a time.
      timeToLiveAttribute: 'expiresAt',
      globalSecondaryIndexes: [
        {
          indexName: peopleIndexes.byPhone,
          partitionKey: text('phoneHash'),
          sortKey: text('filedAt'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.sessions = this.protectedTable('Sessions', { partitionKey: text('key'), timeToLiveAttribute: 'expiresAt' });
    this.catalogue = this.protectedTable('Catalogue', { partitionKey: text('part'), sortKey: text('version') });
    const documents = new DocumentStore(this, 'Documents', { origin: `https://${props.settings.hostName}` });
    this.documents = documents.bucket;
    // CDK's class does not satisfy its own interface under exactOptionalPropertyTypes.
    this.mail = new MailArchive(this, 'Mail', {
      accessLogs: documents.accessLogs as IBucket,
      settings: props.settings,
    }).bucket;
    this.mailArnExport = `${this.stackName}:MailArn`;
    this.mailArn = this.exportValue(this.mail.bucketArn, { name: this.mailArnExport });
    this.documentsArnExport = `${this.stackName}:DocumentsArn`;
    this.documentsArn = this.exportValue(this.documents.bucketArn, { name: this.documentsArnExport });
    this.signingSecret = this.generatedSigningSecret();
    this.channelSecrets = this.enteredSecret('ChannelSecrets', 'Keys and passwords of the hotline’s channels', {
      'AwsSolutions-SMG4':
        'Providers give these keys out; whoever has them enters them (infra/runbook.md, Switch a channel on).',
    });
    this.providerTokens = this.enteredSecret('ProviderTokens', 'Access tokens of providers', {
      'AwsSolutions-SMG4': 'The sender of messages renews them itself, each time one runs out.',
    });
    new CfnOutput(this, 'ChannelSecretsArn', { value: this.channelSecrets.secretArn });
    new CfnOutput(this, 'ProviderTokensArn', { value: this.providerTokens.secretArn });
    new CfnOutput(this, 'CatalogueTableName', { value: this.catalogue.tableName });
    new CfnOutput(this, 'CasesTableName', { value: this.cases.tableName });
    new CfnOutput(this, 'DocumentsBucketName', { value: this.documents.bucketName });
  }

  private protectedTable(id: string, props: TablePropsV2): TableV2 {
    return new TableV2(this, id, {
      ...props,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** An empty JSON object until somebody enters what belongs there: the member that CloudFormation must generate means nothing. */
  private enteredSecret(id: string, description: string, acknowledged: Readonly<Record<string, string>>): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: GENERATED_MEMBER,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(secret, acknowledged);
    return secret;
  }

  private generatedSigningSecret(): Secret {
    const secret = new Secret(this, 'SigningKeys', {
      description: 'Signs citizens’ secret links, officers’ action links and form tokens',
      generateSecretString: {
        // CloudFormation fills in one top-level member only, so that member is the first key itself.
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'Rotation adds a key beside the old one, which must go on verifying the links already in letters and mails; it is done by hand once a year (infra/runbook.md, Rotate the signing key).',
    });
    return secret;
  }
}
