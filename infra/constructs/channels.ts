import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { StageSettings } from '../settings/stage-settings.ts';
import type { FunctionName } from '../../shared/contracts/configuration.ts';
import { providerEndpoints } from '../settings/provider-endpoints.ts';
import { fiveMinutes } from './alarm-bell.ts';
import type { CapabilityContext } from './capability-context.ts';
import { CapabilityFunction } from './capability-function.ts';
import { allowSigning } from './signing-access.ts';
import { allowTable, catalogueActions, commitActions } from './table-access.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.seconds(30);

export interface ChannelsProps extends CapabilityContext {
  readonly settings: StageSettings;
}

/** Where citizens write and are answered: the providers' webhooks, texts that AWS receives, and the sender of messages. */
export class Channels extends Construct {
  readonly webhooks: CapabilityFunction<'channel-webhooks'>;
  readonly exchange: CapabilityFunction<'phone-exchange'>;
  /** What citizens are told on their channels. */
  readonly outgoing: WorkQueue;

  constructor(scope: Construct, id: string, context: ChannelsProps) {
    super(scope, id);
    this.webhooks = this.webhooksFunction(context);
    this.exchange = this.exchangeFunction(context);
    this.textsFromAws(context);
    this.outgoing = new WorkQueue(this, 'Outgoing', {
      name: 'outgoing-messages',
      stage: context.stage,
      bell: context.bell,
      consumerTimeout: timeout,
      maxReceives: 8,
      oldestAllowed: Duration.minutes(15),
    });
    const sender = this.sender(context);
    this.watchKeys(context, [this.webhooks, sender]);
    this.outgoing.feed(sender, { batchSize: 10, window: Duration.seconds(0), maxConcurrency: 5 });
  }

  private webhooksFunction({ data, ...context }: CapabilityContext): CapabilityFunction<'channel-webhooks'> {
    const webhooks = new CapabilityFunction(this, 'Webhooks', {
      ...context,
      name: 'channel-webhooks',
      capability: 'channels',
      description: 'Verifies and keeps what providers deliver',
      timeout: Duration.seconds(10),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        CHANNEL_SECRETS: data.channelSecrets.secretArn,
        PROVIDER_ENDPOINTS: JSON.stringify(providerEndpoints),
      },
    });
    allowTable(webhooks, data.cases, { actions: ['GetItem', 'PutItem'] });
    allowTable(webhooks, data.people, { actions: ['PutItem'] });
    allowSigning(webhooks, data);
    webhooks.allow(['secretsmanager:GetSecretValue'], [data.channelSecrets.secretArn]);
    return webhooks;
  }

  /** The telephone exchange tells of calls, and is told what to say to callers. */
  private exchangeFunction({ data, ...context }: CapabilityContext): CapabilityFunction<'phone-exchange'> {
    const exchange = new CapabilityFunction(this, 'Exchange', {
      ...context,
      name: 'phone-exchange',
      capability: 'channels',
      description: 'Counts calls and offers call-backs when the line is full',
      timeout: Duration.seconds(10),
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        CHANNEL_SECRETS: data.channelSecrets.secretArn,
      },
    });
    allowTable(exchange, data.cases, { actions: commitActions });
    allowTable(exchange, data.people, { actions: ['PutItem'] });
    allowTable(exchange, data.sessions, { actions: ['UpdateItem'] });
    allowTable(exchange, data.catalogue, { actions: catalogueActions });
    exchange.allow(['secretsmanager:GetSecretValue'], [data.channelSecrets.secretArn]);
    return exchange;
  }

  /** AWS End User Messaging publishes two-way texts to a topic; a queue keeps them until they are committed. */
  private textsFromAws({ data, ...context }: CapabilityContext): void {
    const receiver = new CapabilityFunction(this, 'SmsReceiver', {
      ...context,
      name: 'sms-receiver',
      capability: 'channels',
      description: 'Keeps texts that AWS received',
      timeout,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
      },
    });
    allowTable(receiver, data.cases, { actions: ['GetItem', 'PutItem'] });
    allowTable(receiver, data.people, { actions: ['PutItem'] });
    allowSigning(receiver, data);
    const texts = new WorkQueue(this, 'Texts', {
      name: 'sms-received',
      stage: context.stage,
      bell: context.bell,
      consumerTimeout: timeout,
      maxReceives: 5,
      oldestAllowed: Duration.minutes(15),
    });
    texts.feed(receiver, { batchSize: 10, window: Duration.seconds(0), maxConcurrency: 5 });
    const { key } = context.bell;
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // In a key's own policy this is the key.
        resources: ['*'],
      }),
    );
    const topic = new Topic(this, 'TextsTopic', { masterKey: key, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': topic.stack.account } },
      }),
    );
    topic.addSubscription(new SqsSubscription(texts.queue, { deadLetterQueue: texts.setAside }));
    new CfnOutput(topic.stack, 'IncomingTextsTopic', { value: topic.topicArn });
  }

  /** Nobody is answered on a channel whose keys are wrong or whose token is lost; the functions go on, so no error of theirs tells. */
  private watchKeys({ bell, stage }: ChannelsProps, functions: readonly CapabilityFunction<FunctionName>[]): void {
    const namespace = `MotCua/${stage}`;
    const metricName = 'ChannelKeyFaults';
    functions.forEach(({ logs }, index) => {
      new MetricFilter(this, `KeyFaults${String(index)}`, {
        logGroup: logs,
        filterPattern: FilterPattern.all(
          FilterPattern.stringValue('$.level', '=', 'error'),
          FilterPattern.any(
            FilterPattern.stringValue('$.event', '=', 'provider-token-*'),
            FilterPattern.stringValue('$.event', '=', 'channel-*'),
          ),
        ),
        metricNamespace: namespace,
        metricName,
        metricValue: '1',
      });
    });
    bell.watch(this, 'KeyFaults', {
      section: 'Channel keys or tokens',
      meaning: 'The keys of a channel are wrong or its token is lost: citizens there are not heard or not answered.',
      metric: new Metric({ namespace, metricName, statistic: 'Sum', period: fiveMinutes }),
      threshold: 1,
    });
  }

  private sender({ data, settings, ...context }: ChannelsProps): CapabilityFunction<'message-sender'> {
    const sender = new CapabilityFunction(this, 'Sender', {
      ...context,
      name: 'message-sender',
      capability: 'channels',
      description: 'Writes to citizens on their channels',
      timeout,
      configuration: {
        CASES_TABLE: data.cases.tableName,
        PEOPLE_TABLE: data.people.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        CATALOGUE_TABLE: data.catalogue.tableName,
        SIGNING_SECRET: data.signingSecret.secretArn,
        CHANNEL_SECRETS: data.channelSecrets.secretArn,
        PROVIDER_TOKENS: data.providerTokens.secretArn,
        PROVIDER_ENDPOINTS: JSON.stringify(providerEndpoints),
        PUBLIC_BASE_URL: context.publicBaseUrl,
      },
    });
    allowTable(sender, data.cases, { actions: commitActions });
    allowTable(sender, data.people, { actions: ['GetItem'] });
    allowTable(sender, data.sessions, { actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] });
    allowTable(sender, data.catalogue, { actions: catalogueActions });
    allowSigning(sender, data);
    sender.allow(['secretsmanager:GetSecretValue'], [data.channelSecrets.secretArn]);
    sender.allow(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], [data.providerTokens.secretArn]);
    const { id, country } = settings.smsSender;
    const smsSender = Stack.of(this).formatArn({
      service: 'sms-voice',
      resource: 'sender-id',
      resourceName: `${id}/${country}`,
    });
    sender.allow(['sms-voice:SendTextMessage'], [smsSender]);
    return sender;
  }
}
