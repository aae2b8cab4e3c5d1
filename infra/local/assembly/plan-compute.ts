import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asNumber, asObject, asText, asTruth, type JsonObject } from '../json-reading.ts';
import { withLocalAddress, type LocalPlaces } from './local-identity.ts';
import type { FunctionPlan, MappingPlan, SchedulePlan } from './plan.ts';
import { UnresolvableReference } from './resolve-intrinsics.ts';
import type { WorldResource } from './template-world.ts';

export interface PlanningNotes {
  readonly places: LocalPlaces;
  readonly inlineCodeDirectory: string;
  readonly problem: (text: string) => void;
}

export function planFunction(resource: WorldResource, notes: PlanningNotes): FunctionPlan | undefined {
  const name = resource.identity.name;
  const codeDirectory = locateCode(resource, notes.inlineCodeDirectory);
  if (codeDirectory === undefined) {
    notes.problem(`function ${name}: its code is not a folder of the assembly (container images are not run here)`);
    return undefined;
  }
  const runtime = asText(resource.property('Runtime')) ?? '';
  if (!runtime.startsWith('nodejs')) {
    notes.problem(`function ${name}: runtime ${runtime} cannot be run here, only Node.js`);
    return undefined;
  }
  if (asList(resource.property('Layers')).length > 0) notes.problem(`function ${name}: layers are not loaded here`);
  return {
    name,
    logicalId: resource.logicalId,
    arn: resource.identity.attributes['Arn'] ?? '',
    codeDirectory,
    handler: asText(resource.property('Handler')) ?? 'index.handler',
    environment: planEnvironment(resource, notes),
    memoryMegabytes: asNumber(resource.property('MemorySize')) ?? 128,
    timeoutSeconds: asNumber(resource.property('Timeout')) ?? 3,
    reservedConcurrency: asNumber(resource.property('ReservedConcurrentExecutions')),
  };
}

function planEnvironment(resource: WorldResource, notes: PlanningNotes): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [key, raw] of Object.entries(asObject(asObject(resource.properties['Environment'])['Variables']))) {
    try {
      const value = asText(resource.resolve(raw));
      if (value === undefined) notes.problem(`function ${resource.identity.name}: ${key} has no text value`);
      else environment[key] = withLocalAddress(value, notes.places);
    } catch (error) {
      if (!(error instanceof UnresolvableReference)) throw error;
      notes.problem(`function ${resource.identity.name}: ${key} cannot be resolved (${error.message})`);
    }
  }
  if ('PUBLIC_BASE_URL' in environment) environment['PUBLIC_BASE_URL'] = notes.places.baseUrl;
  return environment;
}

function locateCode(resource: WorldResource, inlineCodeDirectory: string): string | undefined {
  const code = asObject(resource.property('Code'));
  const inline = asText(code['ZipFile']);
  if (inline !== undefined) {
    const directory = join(inlineCodeDirectory, resource.identity.name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'index.js'), inline);
    writeFileSync(join(directory, 'package.json'), '{}\n');
    return directory;
  }
  const path = resource.stack.assets.get(asText(code['S3Key']) ?? '');
  return path?.endsWith('.zip') === true ? undefined : path;
}

export function planMapping(resource: WorldResource): MappingPlan {
  const number = (name: string, fallback: number): number => asNumber(resource.property(name)) ?? fallback;
  const patterns = asList(asObject(resource.property('FilterCriteria'))['Filters']).map(
    (filter) => asObject(JSON.parse(asText(asObject(filter)['Pattern']) ?? '{}')) satisfies JsonObject,
  );
  const source = asText(resource.property('EventSourceArn')) ?? '';
  const isStream = source.includes(':dynamodb:');
  return {
    id: `${resource.stack.name}/${resource.logicalId}`,
    functionName: functionNameOf(asText(resource.property('FunctionName')) ?? ''),
    source: isStream
      ? { kind: 'stream', tableName: source.split('/')[1] ?? '' }
      : { kind: 'queue', queueName: source.split(':').at(-1) ?? '' },
    batchSize: number('BatchSize', isStream ? 100 : 10),
    batchingWindowSeconds: number('MaximumBatchingWindowInSeconds', 0),
    patterns,
    reportsItemFailures: asList(resource.property('FunctionResponseTypes')).includes('ReportBatchItemFailures'),
    bisectsOnError: asTruth(resource.property('BisectBatchOnFunctionError')) === true,
    retryAttempts: number('MaximumRetryAttempts', -1),
    maximumRecordAgeSeconds: number('MaximumRecordAgeInSeconds', -1),
    startsAtOldest: asText(resource.property('StartingPosition')) !== 'LATEST',
    failureDestinationArn: asText(
      asObject(asObject(resource.property('DestinationConfig'))['OnFailure'])['Destination'],
    ),
    maximumConcurrency: asNumber(asObject(resource.property('ScalingConfig'))['MaximumConcurrency']),
    enabled: asTruth(resource.property('Enabled')) !== false,
  };
}

export function planSchedules(resource: WorldResource): SchedulePlan[] {
  const expression = asText(resource.property('ScheduleExpression'));
  if (expression === undefined || asText(resource.property('State')) === 'DISABLED') return [];
  const isRule = resource.type === 'AWS::Events::Rule';
  const targets = isRule ? asList(resource.property('Targets')) : [resource.property('Target')];
  return targets.map((raw) => {
    const target = asObject(raw);
    const input = asText(target['Input']);
    return {
      name: resource.identity.name,
      expression,
      timeZone: asText(resource.property('ScheduleExpressionTimezone')) ?? 'UTC',
      targetArn: asText(target['Arn']) ?? '',
      input: input === undefined ? undefined : (JSON.parse(input) as unknown),
      origin: isRule ? 'rule' : 'schedule',
    };
  });
}

/** The function's name out of a name, an ARN, or an ARN with a version or alias. */
export function functionNameOf(reference: string): string {
  return /:function:([^:]+)/u.exec(reference)?.[1] ?? reference;
}
