import { asObject, asText } from '../json-reading.ts';
import type { LocalPlaces } from './local-identity.ts';
import { planApi } from './plan-api.ts';
import { functionNameOf, planFunction, planMapping, planSchedules, type PlanningNotes } from './plan-compute.ts';
import { planEventRules, planReceiptRule } from './plan-mail.ts';
import { planBucket, planQueue, planSecret, planTable } from './plan-storage.ts';
import type { EventRulePlan, MappingPlan, QueuePlan, ReceiptRulePlan, RuntimePlan, SchedulePlan } from './plan.ts';
import type { Assembly } from './read-assembly.ts';
import { templateWorld, type WorldResource } from './template-world.ts';

/** Types that carry nothing to run: permissions, alarms, logs, and parts that are read together with their owner. */
const silentTypes = [
  /^AWS::IAM::/u,
  /^AWS::Logs::/u,
  /^AWS::CloudWatch::/u,
  /^AWS::SES::/u,
  /^AWS::SNS::/u,
  /^AWS::KMS::/u,
  /^AWS::CDK::Metadata$/u,
  /^AWS::Lambda::(Permission|Version|Alias|EventInvokeConfig)$/u,
  /^AWS::(SQS::Queue|S3::Bucket)Policy$/u,
  /^AWS::ApiGatewayV2::(Route|Integration|Stage)$/u,
  /^AWS::Scheduler::ScheduleGroup$/u,
  /^AWS::Budgets::/u,
];

/** Reads the whole app into a plan for this machine. `inlineCodeDirectory` takes the code that templates carry in themselves. */
export function makePlan(assembly: Assembly, places: LocalPlaces, inlineCodeDirectory: string): RuntimePlan {
  const world = templateWorld(assembly, places);
  const problems: string[] = [];
  const notes: PlanningNotes = { places, inlineCodeDirectory, problem: (text) => problems.push(text) };
  const ofType = (...types: string[]): WorldResource[] => world.filter((resource) => types.includes(resource.type));
  const plan = {
    region: places.region,
    tables: ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(planTable),
    queues: ofType('AWS::SQS::Queue').map(planQueue),
    buckets: ofType('AWS::S3::Bucket').map(planBucket),
    secrets: ofType('AWS::SecretsManager::Secret').map(planSecret),
    functions: ofType('AWS::Lambda::Function').flatMap((resource) => planFunction(resource, notes) ?? []),
    mappings: ofType('AWS::Lambda::EventSourceMapping').map(planMapping),
    apis: ofType('AWS::ApiGatewayV2::Api').map((api) => planApi(api, world, notes)),
    schedules: ofType('AWS::Scheduler::Schedule', 'AWS::Events::Rule').flatMap(planSchedules),
    eventRules: ofType('AWS::Events::Rule').flatMap(planEventRules),
    receiptRules: ofType('AWS::SES::ReceiptRule').flatMap(planReceiptRule),
  };
  const handled = new Set([
    ...['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'AWS::SQS::Queue', 'AWS::S3::Bucket'],
    ...['AWS::SecretsManager::Secret', 'AWS::Lambda::Function', 'AWS::Lambda::EventSourceMapping'],
    ...['AWS::ApiGatewayV2::Api', 'AWS::Scheduler::Schedule', 'AWS::Events::Rule'],
  ]);
  const ignoredTypes = new Set(
    world
      .map((resource) => resource.type)
      .filter((type) => !handled.has(type) && !silentTypes.some((silent) => silent.test(type))),
  );
  return {
    ...plan,
    problems: [...problems, ...looseEnds(plan, failureDestinations(world))],
    ignoredTypes: [...ignoredTypes].sort(),
  };
}

interface Connected {
  readonly queues: readonly QueuePlan[];
  readonly functions: readonly { readonly name: string }[];
  readonly mappings: readonly MappingPlan[];
  readonly schedules: readonly SchedulePlan[];
  readonly eventRules: readonly EventRulePlan[];
  readonly receiptRules: readonly ReceiptRulePlan[];
  readonly buckets: readonly { readonly name: string }[];
  readonly tables: readonly { readonly name: string; readonly streamView: string | undefined }[];
}

/** What was declared and is connected to nothing: a queue that nobody consumes, a mapping or schedule to a function that is not there. */
function looseEnds(plan: Connected, destinations: ReadonlySet<string>): string[] {
  const functions = new Set(plan.functions.map((known) => known.name));
  const deadLetters = new Set(plan.queues.map((queue) => queue.deadLetterArn));
  const consumed = new Set(
    plan.mappings.map((mapping) => (mapping.source.kind === 'queue' ? mapping.source.queueName : undefined)),
  );
  const streamed = new Set(plan.tables.filter((table) => table.streamView !== undefined).map((table) => table.name));
  return [
    ...plan.queues
      .filter((queue) => !consumed.has(queue.name) && !deadLetters.has(queue.arn) && !destinations.has(queue.arn))
      .map((queue) => `queue ${queue.name}: nobody consumes it and it is no dead-letter queue`),
    ...plan.mappings
      .filter((mapping) => !functions.has(mapping.functionName))
      .map((mapping) => `event source mapping ${mapping.id}: there is no function ${mapping.functionName}`),
    ...plan.mappings.flatMap((mapping) =>
      mapping.source.kind === 'stream' && !streamed.has(mapping.source.tableName)
        ? [`event source mapping ${mapping.id}: table ${mapping.source.tableName} has no stream`]
        : [],
    ),
    ...plan.schedules
      .filter(
        (schedule) => schedule.targetArn.includes(':lambda:') && !functions.has(functionNameOf(schedule.targetArn)),
      )
      .map((schedule) => `schedule ${schedule.name}: there is no function ${schedule.targetArn}`),
    ...plan.eventRules
      .filter(({ targetArn }) => !plan.queues.some(({ arn }) => arn === targetArn))
      .map(
        ({ name, targetArn }) =>
          `event rule ${name}: its target ${targetArn} is no queue (only queues are served here)`,
      ),
    ...plan.receiptRules
      .filter(({ bucket }) => !plan.buckets.some(({ name }) => name === bucket))
      .map(({ bucket }) => `receipt rule: there is no bucket ${bucket}`),
  ];
}

/** Where anything of the app sends what failed: of mappings, schedules, rules and functions. */
function failureDestinations(world: readonly WorldResource[]): ReadonlySet<string> {
  const found = new Set<string>();
  const search = (resource: WorldResource, value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) search(resource, entry);
    else {
      for (const [key, entry] of Object.entries(asObject(value))) {
        if (key !== 'DeadLetterConfig' && key !== 'OnFailure') search(resource, entry);
        else for (const arn of Object.values(asObject(resource.resolve(entry)))) found.add(asText(arn) ?? '');
      }
    }
  };
  for (const resource of world) search(resource, resource.properties);
  return found;
}
