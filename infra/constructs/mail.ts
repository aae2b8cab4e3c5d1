import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageSettings } from '../settings/stage-settings.ts';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { MailStack } from '../stacks/mail-stack.ts';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.seconds(60);

/** What one sender can well do in a second, several messages at a time: claim, compose, send, record. */
const mailsPerSecondOfOneSender = 4;

/** No more than the account's rate feeds; two is the least that SQS allows. */
function sendersFor({ mailsPerSecond }: StageSettings): number {
  return Math.max(2, Math.floor(mailsPerSecond / mailsPerSecondOfOneSender));
}

export interface MailProps extends CapabilityContext {
  readonly settings: StageSettings;
  readonly mail: MailStack;
}

/** Outgoing mail: notices wait in a queue, one sender claims, composes, sends and records each. */
export class Mail extends Construct {
  readonly outgoing: WorkQueue;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    this.outgoing = new WorkQueue(this, 'Outgoing', {
      name: 'outgoing-mail',
      stage: props.stage,
      bell: props.bell,
      consumerTimeout: timeout,
      maxReceives: 8,
      oldestAllowed: Duration.minutes(30),
    });
    this.outgoing.feed(this.sender(props), {
      batchSize: 10,
      window: Duration.seconds(1),
      maxConcurrency: sendersFor(props.settings),
    });
    this.watchReputation(props);
  }

  private sender(props: MailProps): CapabilityFunction<'mail-sender'> {
    const { data, settings, mail } = props;
    const from = `${settings.mailSender}@${settings.mailDomain}`;
    const sender = new CapabilityFunction(this, 'Sender', {
      ...props,
      name: 'mail-sender',
      capability: 'mail',
      description: 'Composes and sends notices',
      timeout,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        PUBLIC_BASE_URL: props.publicBaseUrl,
        MAIL_FROM: from,
        REPLY_DOMAIN: settings.mailDomain,
        HOTLINE_ADDRESS: `${settings.hotlineMailbox}@${settings.mailDomain}`,
        SES_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
        // Together the senders keep to the account's rate.
        MAILS_PER_SECOND: String(Math.floor((100 * settings.mailsPerSecond) / sendersFor(settings)) / 100),
      },
    });
    // It commits to deliveries only: what it will never send.
    allowTable(sender, data.cases, { actions: commitActions, indexes: [caseIndexes.openWork, caseIndexes.decidedBy] });
    allowTable(sender, data.people, { actions: ['GetItem'] });
    allowTable(sender, data.sessions, { actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] });
    allowTable(sender, data.catalogue, { actions: catalogueActions });
    allowSigning(sender, data);
    const configurationSetArn = mail.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: mail.configurationSet.configurationSetName,
    });
    sender.allow(['ses:SendRawEmail'], [mail.identity.emailIdentityArn, configurationSetArn], {
      StringEquals: { 'ses:FromAddress': from },
    });
    return sender;
  }

  /** AWS reviews an account at 5 % bounces or 0.1 % complaints and stops it at 10 % or 0.5 %. */
  private watchReputation({ bell }: MailProps): void {
    const ofAccount = (metricName: string): Metric =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', period: Duration.hours(1) });
    bell.watch(this, 'Bounces', {
      section: 'Mail bounces',
      meaning: 'Of the mails sent, 3 % or more come back: AWS stops the account at 10 %.',
      metric: ofAccount('Reputation.BounceRate'),
      threshold: 0.03,
    });
    bell.watch(this, 'Complaints', {
      section: 'Mail complaints',
      meaning: 'Recipients mark our mails as spam: AWS stops the account at 0.5 %.',
      metric: ofAccount('Reputation.ComplaintRate'),
      threshold: 0.0008,
    });
    bell.watch(this, 'Refused', {
      section: 'Mail refused by SES',
      meaning: 'SES rejects mails for their content.',
      metric: new Metric({ namespace: 'AWS/SES', metricName: 'Reject', statistic: 'Sum', period: fiveMinutes }),
      threshold: 1,
    });
  }
}
