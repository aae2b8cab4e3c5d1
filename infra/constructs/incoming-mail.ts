import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { StageSettings } from '../settings/stage-settings.ts';
import { caseIndexes, peopleIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowBringingFiles } from './document-access.ts';
import { allowReadingMail } from './mail-access.ts';
import { ARRIVED } from './mail-archive.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.seconds(60);
/** A mail of 25 MB is read, decoded and hashed in memory. */
const memoryMegabytes = 1024;

export interface IncomingMailProps extends CapabilityContext {
  readonly settings: StageSettings;
}

/** Answers and letters: SES puts them into the bucket, a queue wakes the receiver, and an official sorts what it could not place. */
export class IncomingMail extends Construct {
  readonly desk: CapabilityFunction<'mail-desk'>;

  constructor(scope: Construct, id: string, props: IncomingMailProps) {
    super(scope, id);
    const arrived = new WorkQueue(this, 'Arrived', {
      name: 'incoming-mail',
      stage: props.stage,
      bell: props.bell,
      consumerTimeout: timeout,
      maxReceives: 5,
      oldestAllowed: Duration.minutes(15),
    });
    arrived.feed(this.receiver(props), { batchSize: 5, window: Duration.seconds(0), maxConcurrency: 10 });
    new Rule(this, 'OnArrival', {
      description: 'A mail lies in the bucket',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [props.data.mail.bucketName] },
          object: { key: [{ prefix: ARRIVED }] },
        },
      },
      targets: [
        new SqsQueue(arrived.queue, {
          message: RuleTargetInput.fromObject({ key: EventField.fromPath('$.detail.object.key') }),
          retryAttempts: 185,
          maxEventAge: Duration.hours(24),
          deadLetterQueue: arrived.setAside,
        }),
      ],
    });
    this.desk = this.deskFunction(props);
  }

  private receiver({ data, settings, ...context }: IncomingMailProps): CapabilityFunction<'mail-receiver'> {
    const receiver = new CapabilityFunction(this, 'Receiver', {
      ...context,
      name: 'mail-receiver',
      capability: 'mail',
      description: 'Reads answers and letters and does what they say',
      timeout,
      memoryMegabytes,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        DOCUMENTS_BUCKET: data.documents.bucketName,
        MAIL_BUCKET: data.mail.bucketName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        REPLY_DOMAIN: settings.mailDomain,
        MAIL_FROM: `${settings.mailSender}@${settings.mailDomain}`,
        HOTLINE_ADDRESS: `${settings.hotlineMailbox}@${settings.mailDomain}`,
      },
    });
    allowTable(receiver, data.cases, {
      actions: commitActions,
      indexes: [caseIndexes.openWork, caseIndexes.byDossierCode],
    });
    allowTable(receiver, data.people, { actions: ['GetItem', 'PutItem'], indexes: [peopleIndexes.byPhone] });
    allowTable(receiver, data.sessions, {
      actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    });
    allowTable(receiver, data.catalogue, { actions: catalogueActions });
    allowSigning(receiver, data);
    allowReadingMail(receiver, data);
    allowBringingFiles(receiver, data);
    return receiver;
  }

  private deskFunction({ data, ...context }: IncomingMailProps): CapabilityFunction<'mail-desk'> {
    const desk = new CapabilityFunction(this, 'Desk', {
      ...context,
      name: 'mail-desk',
      capability: 'mail',
      description: 'Shows a held mail to the official who says where it belongs',
      timeout: Duration.seconds(15),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        PUBLIC_BASE_URL: context.publicBaseUrl,
      },
    });
    allowTable(desk, data.cases, { actions: commitActions, indexes: [caseIndexes.byDossierCode] });
    allowTable(desk, data.people, { actions: ['GetItem'] });
    allowTable(desk, data.catalogue, { actions: catalogueActions });
    allowSigning(desk, data);
    return desk;
  }
}
