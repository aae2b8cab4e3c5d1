import { asList, asObject, asText } from '../json-reading.ts';
import type { EventRulePlan, ReceiptRulePlan } from './plan.ts';
import type { WorldResource } from './template-world.ts';

/** A rule of the default event bus that waits for events; one with a schedule is planned with the schedules. */
export function planEventRules(resource: WorldResource): EventRulePlan[] {
  const pattern = resource.property('EventPattern');
  if (pattern === undefined || asText(resource.property('State')) === 'DISABLED') return [];
  return asList(resource.property('Targets')).map((raw) => {
    const target = asObject(raw);
    const transformer = asObject(target['InputTransformer']);
    const template = asText(transformer['InputTemplate']);
    const paths = Object.entries(asObject(transformer['InputPathsMap'])).map(
      ([name, path]) => [name, asText(path) ?? ''] as const,
    );
    return {
      name: resource.identity.name,
      pattern: asObject(pattern),
      targetArn: asText(target['Arn']) ?? '',
      ...(template !== undefined && { transformer: { paths: new Map(paths), template } }),
    };
  });
}

/** A receipt rule of SES: for whom mail is taken in, and into which bucket. Other actions than S3 are not run here. */
export function planReceiptRule(resource: WorldResource): ReceiptRulePlan[] {
  const rule = asObject(resource.property('Rule'));
  return asList(rule['Actions']).flatMap((raw) => {
    const action = asObject(asObject(raw)['S3Action']);
    const bucket = asText(action['BucketName']);
    if (bucket === undefined) return [];
    const recipients = asList(rule['Recipients']).flatMap((one) => asText(one)?.toLowerCase() ?? []);
    return [{ recipients, bucket, prefix: asText(action['ObjectKeyPrefix']) ?? '' }];
  });
}
