import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { caseIndexes } from '../stacks/data-stack.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { ScheduledCall } from './scheduled-call.ts';
import { allowTable, catalogueActions } from './table-access.ts';
import { DeadLetterQueue, type WorkQueue } from './work-queue.ts';

export interface MailPlanProps extends CapabilityContext {
  readonly outgoing: WorkQueue;
}

/** The morning digest of each officer and the weekly summary of each head: who gets one is found by the clock, what it says when it is sent. */
export class MailPlan extends Construct {
  constructor(scope: Construct, id: string, props: MailPlanProps) {
    super(scope, id);
    const { data, outgoing, ...context } = props;
    const planner = new CapabilityFunction(this, 'Planner', {
      ...context,
      name: 'mail-planner',
      capability: 'mail',
      description: 'Queues the morning digests and the weekly summaries',
      timeout: Duration.minutes(5),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        OUTGOING_MAIL_QUEUE: outgoing.queue.queueUrl,
      },
    });
    allowTable(planner, data.cases, { actions: [], indexes: [caseIndexes.openWork, caseIndexes.decidedBy] });
    allowTable(planner, data.catalogue, { actions: catalogueActions });
    outgoing.allowSending(planner);
    new ScheduledCall(this, 'Schedule', {
      target: planner,
      missed: new DeadLetterQueue(this, 'Missed', { name: `mot-cua-${props.stage}-mail-plan-dead`, bell: props.bell }),
      // Planned twice, each digest is still sent once.
      retries: 2,
      within: Duration.hours(2),
      times: [
        {
          id: 'Morning',
          description: 'The digest of the day, before the offices open',
          expression: 'cron(30 6 * * ? *)',
          input: { plan: 'digest' },
        },
        {
          id: 'Week',
          description: 'The summary of the week that has ended',
          expression: 'cron(0 6 ? * MON *)',
          input: { plan: 'weekly' },
        },
      ],
    });
  }
}
