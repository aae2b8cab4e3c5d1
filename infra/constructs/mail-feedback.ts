import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { MailStack } from '../stacks/mail-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.seconds(30);

export interface MailFeedbackProps extends CapabilityContext {
  readonly mail: MailStack;
}

/**
 * Bounces and complaints come back from SES through EventBridge. The rules take out of each event only which notice it was: the addresses
 * in it never reach the queue.
 */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, props: MailFeedbackProps) {
    super(scope, id);
    const queue = new WorkQueue(this, 'Queue', {
      name: 'mail-feedback',
      stage: props.stage,
      bell: props.bell,
      consumerTimeout: timeout,
      maxReceives: 5,
      oldestAllowed: Duration.minutes(60),
    });
    queue.feed(this.reader(props), { batchSize: 10, window: Duration.seconds(0), maxConcurrency: 2 });
    const notice = {
      notice: EventField.fromPath('$.detail.mail.tags.notice[0]'),
      messageId: EventField.fromPath('$.detail.mail.messageId'),
    };
    const told = [
      {
        id: 'OnBounce',
        detailType: 'Email Bounced',
        message: { kind: 'bounce', bounceType: EventField.fromPath('$.detail.bounce.bounceType'), ...notice },
      },
      { id: 'OnComplaint', detailType: 'Email Complaint Received', message: { kind: 'complaint', ...notice } },
    ];
    for (const { id: ruleId, detailType, message } of told) {
      new Rule(this, ruleId, {
        description: `${detailType}, of a notice of ours`,
        eventPattern: {
          source: ['aws.ses'],
          detailType: [detailType],
          detail: {
            mail: {
              tags: {
                'ses:configuration-set': [props.mail.configurationSet.configurationSetName],
                notice: [{ exists: true }],
              },
            },
          },
        },
        targets: [
          new SqsQueue(queue.queue, {
            message: RuleTargetInput.fromObject(message),
            retryAttempts: 185,
            maxEventAge: Duration.hours(24),
            deadLetterQueue: queue.setAside,
          }),
        ],
      });
    }
  }

  private reader({ data, ...context }: MailFeedbackProps): CapabilityFunction<'mail-feedback'> {
    const reader = new CapabilityFunction(this, 'Reader', {
      ...context,
      name: 'mail-feedback',
      capability: 'mail',
      description: 'Marks mailboxes that send our mail back and finds somebody else for the work',
      timeout,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
      },
    });
    allowTable(reader, data.cases, { actions: commitActions });
    // The mailbox of an applicant, to be marked.
    allowTable(reader, data.people, { actions: ['GetItem'] });
    allowTable(reader, data.sessions, { actions: ['GetItem', 'PutItem'] });
    allowTable(reader, data.catalogue, { actions: catalogueActions });
    return reader;
  }
}
