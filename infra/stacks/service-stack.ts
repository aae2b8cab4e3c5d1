import { Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { allRoutes } from '../../shared/contracts/all-routes.ts';
import { AccountHealth } from '../constructs/account-health.ts';
import { AlarmBell } from '../constructs/alarm-bell.ts';
import type { CapabilityContext } from '../constructs/capability-context.ts';
import { Attachments } from '../constructs/attachments.ts';
import { Catalogue } from '../constructs/catalogue.ts';
import { Channels } from '../constructs/channels.ts';
import { Dossiers } from '../constructs/dossiers.ts';
import { IncomingMail } from '../constructs/incoming-mail.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { MailPlan } from '../constructs/mail-plan.ts';
import { Mail } from '../constructs/mail.ts';
import { OpenData } from '../constructs/open-data.ts';
import { Petitions } from '../constructs/petitions.ts';
import { Post } from '../constructs/post.ts';
import { PublicApi } from '../constructs/public-api.ts';
import { Relay } from '../constructs/relay.ts';
import { Routing } from '../constructs/routing.ts';
import { Site } from '../constructs/site.ts';
import { Staff } from '../constructs/staff.ts';
import { Timers } from '../constructs/timers.ts';
import { levelsOfGovernment } from '../settings/levels.ts';
import { logRetention } from '../settings/log-retention.ts';
import type { StageSettings } from '../settings/stage-settings.ts';
import type { DataStack } from './data-stack.ts';
import type { MailStack } from './mail-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly data: DataStack;
  readonly mail: MailStack;
}

/** Everything that can be thrown away and deployed again: the API, the functions, their queues, the alarms. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { settings, data } = props;
    const context: CapabilityContext = {
      stage: settings.stage,
      data,
      publicBaseUrl: `https://${settings.hostName}`,
      logRetention: logRetention(settings.logRetentionDays),
      bell: new AlarmBell(this, 'AlarmBell', { address: settings.alarmAddress }),
    };

    const dossiers = new Dossiers(this, 'Dossiers', context);
    const attachments = new Attachments(this, 'Attachments', context);
    const post = new Post(this, 'Post', context);
    const staff = new Staff(this, 'Staff', context);
    const site = new Site(this, 'Site', context);
    const catalogue = new Catalogue(this, 'Catalogue', context);
    const routing = new Routing(this, 'Routing', { ...context, levels: levelsOfGovernment() });
    const mail = new Mail(this, 'Mail', { ...context, settings, mail: props.mail });
    const incoming = new IncomingMail(this, 'IncomingMail', { ...context, settings });
    new MailFeedback(this, 'MailFeedback', { ...context, mail: props.mail });
    new MailPlan(this, 'MailPlan', { ...context, outgoing: mail.outgoing });
    const channels = new Channels(this, 'Channels', { ...context, settings });
    const petitions = new Petitions(this, 'Petitions', { ...context, settings });
    const openData = new OpenData(this, 'OpenData', context);
    const timers = new Timers(this, 'Timers', { ...context, caseTasks: dossiers.tasks });

    const relay = new Relay(this, 'Relay', {
      ...context,
      levelQueues: routing.queues,
      outgoingMail: mail.outgoing,
      caseTasks: dossiers.tasks,
      reportTasks: petitions.tasks,
      outgoingMessages: channels.outgoing,
    });

    const api = new PublicApi(this, 'Api', {
      ...context,
      settings,
      routes: allRoutes,
      functions: {
        'dossiers-api': dossiers.api,
        'attachments-api': attachments.api,
        'post-api': post.api,
        'staff-api': staff.api,
        site: site.pages,
        'catalogue-api': catalogue.api,
        'mail-desk': incoming.desk,
        'channel-webhooks': channels.webhooks,
        'phone-exchange': channels.exchange,
        'reports-api': petitions.api,
        'report-desk': petitions.desk,
        'open-data-api': openData.api,
      },
    });
    new AccountHealth(this, 'AccountHealth', context);

    new CfnOutput(this, 'ApiTarget', { value: api.target, description: `CNAME of ${settings.hostName}` });
    new CfnOutput(this, 'RebuildQueuesFunction', { value: relay.rebuildQueuesName });
    new CfnOutput(this, 'ClockRecomputerFunction', { value: timers.recomputerName });
    new CfnOutput(this, 'Region', { value: Aws.REGION });
  }
}
