import { asList, asNumber, asObject, asText, asTruth, type JsonObject } from '../json-reading.ts';
import type { BucketPlan, QueuePlan, SecretPlan, TablePlan } from './plan.ts';
import type { WorldResource } from './template-world.ts';

export function planTable(resource: WorldResource): TablePlan {
  const indexes = [...asList(resource.property('GlobalSecondaryIndexes'))].map((index) => {
    const { IndexName, KeySchema, Projection } = asObject(index);
    return { IndexName, KeySchema, Projection } satisfies JsonObject;
  });
  const expiry = asObject(resource.property('TimeToLiveSpecification'));
  return {
    name: resource.identity.name,
    keySchema: asList(resource.property('KeySchema')) as TablePlan['keySchema'],
    attributeDefinitions: asList(resource.property('AttributeDefinitions')) as TablePlan['attributeDefinitions'],
    indexes,
    streamView: asText(asObject(resource.property('StreamSpecification'))['StreamViewType']),
    expiryAttribute: asTruth(expiry['Enabled']) === true ? asText(expiry['AttributeName']) : undefined,
  };
}

const queueAttributes = {
  VisibilityTimeout: 'VisibilityTimeout',
  MessageRetentionPeriod: 'MessageRetentionPeriod',
  MaximumMessageSize: 'MaximumMessageSize',
  DelaySeconds: 'DelaySeconds',
  ReceiveMessageWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
  FifoQueue: 'FifoQueue',
  ContentBasedDeduplication: 'ContentBasedDeduplication',
} as const;

export function planQueue(resource: WorldResource): QueuePlan {
  const attributes: Record<string, string> = {};
  for (const [property, attribute] of Object.entries(queueAttributes)) {
    const value = asText(resource.property(property));
    if (value !== undefined) attributes[attribute] = value;
  }
  const redrive = asObject(resource.property('RedrivePolicy'));
  const deadLetterArn = asText(redrive['deadLetterTargetArn']);
  if (deadLetterArn !== undefined) {
    const maxReceiveCount = asNumber(redrive['maxReceiveCount']) ?? 1;
    attributes['RedrivePolicy'] = JSON.stringify({ deadLetterTargetArn: deadLetterArn, maxReceiveCount });
  }
  return { name: resource.identity.name, arn: resource.identity.attributes['Arn'] ?? '', attributes, deadLetterArn };
}

export function planBucket(resource: WorldResource): BucketPlan {
  return { name: resource.identity.name };
}

export function planSecret(resource: WorldResource): SecretPlan {
  const generate = resource.property('GenerateSecretString');
  return {
    arn: resource.identity.ref,
    name: resource.identity.name,
    plainText: asText(resource.property('SecretString')),
    generate: generate === undefined ? undefined : asObject(generate),
  };
}
