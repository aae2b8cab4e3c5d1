import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pilotAtRest } from '../../infra/cost/estimated-units.ts';
import { at, list, ofType, synthesise, target, type Resource } from './synthesised-app.ts';

const resources = synthesise('pilot');
const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/gu, '')
    .replaceAll(' ', '-');

/** Sections of the runbook's chapter on alarms, by anchor. */
const sections = new Map(
  (/^## Alarms$(.*?)^## /msu.exec(runbook)?.[1] ?? '')
    .split(/^### /mu)
    .slice(1)
    .map((section) => [anchorOf(section.split('\n')[0] ?? ''), section]),
);

const sectionOf = (alarm: Resource): string =>
  /infra\/runbook\.md#([a-z0-9-]+)/u.exec(String(at(alarm.properties, 'AlarmDescription')))?.[1] ?? 'none';

function alarmsOn(metric: string, dimension: string): readonly (string | undefined)[] {
  return alarms
    .filter((alarm) => at(alarm.properties, 'MetricName') === metric)
    .flatMap((alarm) => list(at(alarm.properties, 'Dimensions')))
    .filter((one) => at(one, 'Name') === dimension)
    .map((one) => target(at(one, 'Value')));
}

function policyOf(topicId: string): Resource | undefined {
  return ofType(resources, 'AWS::SNS::TopicPolicy').find((policy) =>
    list(at(policy.properties, 'Topics')).some((topic) => target(topic) === topicId),
  );
}

describe('alarms', () => {
  it('each has a section of the runbook, and each section an alarm', () => {
    expect(new Set(alarms.map(sectionOf))).toEqual(new Set(sections.keys()));
  });

  it.each([...sections])('the section %s describes, investigates and resolves', (_, section) => {
    for (const part of ['**Description.**', '**Investigation.**', '**Resolution.**']) expect(section).toContain(part);
  });

  it('each rings at one topic, encrypted, to which CloudWatch may publish', () => {
    const rung = new Set(alarms.flatMap((alarm) => list(at(alarm.properties, 'AlarmActions')).map(target)));
    const [topic] = ofType(resources, 'AWS::SNS::Topic').filter(({ id }) => rung.has(id)) as [Resource];
    for (const alarm of alarms) expect(list(at(alarm.properties, 'AlarmActions')).map(target)).toEqual([topic.id]);
    expect(at(topic.properties, 'KmsMasterKeyId')).toBeDefined();
    const allowed = list(at(policyOf(topic.id)?.properties, 'PolicyDocument', 'Statement')).filter(
      (statement) => at(statement, 'Effect') === 'Allow',
    );
    expect(allowed.map((statement) => at(statement, 'Principal', 'Service'))).toEqual(['cloudwatch.amazonaws.com']);
    const subscribed = ofType(resources, 'AWS::SNS::Subscription').filter(
      (one) => target(at(one.properties, 'TopicArn')) === topic.id,
    );
    expect(subscribed).toHaveLength(1);
  });

  it.each(ofType(resources, 'AWS::SNS::Topic').map(({ id }) => id))('the topic %s refuses plain HTTP', (topicId) => {
    const denied = list(at(policyOf(topicId)?.properties, 'PolicyDocument', 'Statement')).filter(
      (statement) => at(statement, 'Effect') === 'Deny',
    );
    expect(denied.map((statement) => at(statement, 'Condition'))).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
    ]);
  });

  it('every dead-letter queue has one for a single message', () => {
    const dead = ofType(resources, 'AWS::SQS::Queue').filter((queue) =>
      String(at(queue.properties, 'QueueName')).endsWith('-dead'),
    );
    expect([...alarmsOn('ApproximateNumberOfMessagesVisible', 'QueueName')].sort()).toEqual(
      dead.map((queue) => queue.id).sort(),
    );
    for (const alarm of alarms.filter((one) => sectionOf(one) === 'dead-letter-queue-not-empty')) {
      expect(alarm.properties).toMatchObject({ Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
    }
  });

  it('every other queue has one on the age of its oldest message', () => {
    const queues = ofType(resources, 'AWS::SQS::Queue').filter(
      (queue) => !String(at(queue.properties, 'QueueName')).endsWith('-dead'),
    );
    expect([...alarmsOn('ApproximateAgeOfOldestMessage', 'QueueName')].sort()).toEqual(
      queues.map((queue) => queue.id).sort(),
    );
  });

  it('a sweeper that does not run rings although there is no metric', () => {
    const alarm = alarms.find((one) => sectionOf(one) === 'timer-sweeper-not-run');
    expect(alarm?.properties).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
  });
});

describe('the cost model', () => {
  it('counts the alarms, keys, secrets and queues that there are', () => {
    const workQueues = ofType(resources, 'AWS::Lambda::EventSourceMapping').filter(
      (mapping) => at(mapping.properties, 'StartingPosition') === undefined,
    );
    expect(pilotAtRest).toEqual({
      alarms: alarms.length,
      keys: ofType(resources, 'AWS::KMS::Key').length,
      secrets: ofType(resources, 'AWS::SecretsManager::Secret').length,
      polledQueues: workQueues.length,
    });
  });
});
