import { asObject, asText, type JsonObject } from '../json-reading.ts';
import type { Assembly, AssemblyStack } from './read-assembly.ts';
import { identify, localAccount, type LocalIdentity, type LocalPlaces } from './local-identity.ts';
import {
  noValue,
  resolveCondition,
  resolveIntrinsics,
  UnresolvableReference,
  type Scope,
} from './resolve-intrinsics.ts';

/** One resource of the app with its place in it, its local identity and a way to resolve its properties. */
export interface WorldResource {
  readonly stack: AssemblyStack;
  readonly logicalId: string;
  readonly type: string;
  readonly identity: LocalIdentity;
  readonly properties: JsonObject;
  /** Resolves one property. @throws UnresolvableReference */
  readonly property: (name: string) => unknown;
  readonly resolve: (value: unknown) => unknown;
}

/** All resources of all stacks, with references between stacks resolved through their exports. */
export function templateWorld(assembly: Assembly, places: LocalPlaces): readonly WorldResource[] {
  const scopes = new Map<string, Scope>();
  const exportedValue = (name: string): unknown => {
    for (const stack of assembly.stacks) {
      for (const output of Object.values(asObject(stack.template['Outputs'])).map(asObject)) {
        const scope = scopes.get(stack.name);
        const exportName = asObject(output['Export'])['Name'];
        if (scope !== undefined && exportName !== undefined && resolveIntrinsics(exportName, scope) === name) {
          return resolveIntrinsics(output['Value'], scope);
        }
      }
    }
    throw new UnresolvableReference(`no stack exports ${name}`);
  };
  for (const stack of assembly.stacks) scopes.set(stack.name, stackScope(stack, places, exportedValue));
  return assembly.stacks.flatMap((stack) => {
    const scope = scopes.get(stack.name);
    return scope === undefined ? [] : stackResources(stack, scope, places);
  });
}

function stackResources(stack: AssemblyStack, scope: Scope, places: LocalPlaces): WorldResource[] {
  return Object.entries(asObject(stack.template['Resources'])).flatMap(([logicalId, raw]) => {
    const resource = asObject(raw);
    const condition = asText(resource['Condition']);
    if (condition !== undefined && !scope.condition(condition)) return [];
    const properties = asObject(resource['Properties']);
    const resolve = (value: unknown): unknown => {
      const resolved = resolveIntrinsics(value, scope);
      return resolved === noValue ? undefined : resolved;
    };
    return {
      stack,
      logicalId,
      type: asText(resource['Type']) ?? '',
      identity: identifyIn(stack, scope, places)(logicalId),
      properties,
      property: (name: string) => resolve(properties[name]),
      resolve,
    };
  });
}

const nameProperties = [
  'TableName',
  'QueueName',
  'FifoQueue',
  'BucketName',
  'FunctionName',
  'Name',
  'TopicName',
  'RoleName',
  'EmailIdentity',
];

function identifyIn(stack: AssemblyStack, scope: Scope, places: LocalPlaces): (logicalId: string) => LocalIdentity {
  return (logicalId) => identifyResource({ stack, logicalId, scope, places });
}

function identifyResource({
  stack,
  logicalId,
  scope,
  places,
}: {
  readonly stack: AssemblyStack;
  readonly logicalId: string;
  readonly scope: Scope;
  readonly places: LocalPlaces;
}): LocalIdentity {
  const resource = asObject(asObject(stack.template['Resources'])[logicalId]);
  const properties = asObject(resource['Properties']);
  const names = nameProperties.flatMap((name) =>
    name in properties ? [[name, resolveIntrinsics(properties[name], scope)] as const] : [],
  );
  const type = asText(resource['Type']) ?? '';
  if (type === 'AWS::Lambda::Alias' || type === 'AWS::Lambda::Version') {
    const functionArn = String(resolveIntrinsics(properties['FunctionName'], scope));
    return { name: logicalId, ref: functionArn, attributes: { FunctionArn: functionArn, Version: '1' } };
  }
  return identify({ stackName: stack.name, logicalId, type, properties: Object.fromEntries(names) }, places);
}

function stackScope(stack: AssemblyStack, places: LocalPlaces, exported: (name: string) => unknown): Scope {
  const { template } = stack;
  const resources = asObject(template['Resources']);
  const pseudo: Record<string, unknown> = {
    'AWS::Region': places.region,
    'AWS::AccountId': localAccount,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${places.region}:${localAccount}:stack/${stack.name}/local`,
    'AWS::NoValue': noValue,
  };
  const scope: Scope = {
    ref(logicalId) {
      if (logicalId in pseudo) return pseudo[logicalId];
      if (logicalId in resources) return identifyIn(stack, scope, places)(logicalId).ref;
      const parameter = asObject(asObject(template['Parameters'])[logicalId]);
      if ('Default' in parameter) return parameter['Default'];
      throw new UnresolvableReference(`${stack.name} has no resource or parameter ${logicalId}`);
    },
    attribute(logicalId, name) {
      const value = logicalId in resources ? identifyIn(stack, scope, places)(logicalId).attributes[name] : undefined;
      if (value === undefined)
        throw new UnresolvableReference(`${stack.name}: ${logicalId}.${name} is not known locally`);
      return value;
    },
    exported,
    condition: (name) => resolveCondition(asObject(template['Conditions'])[name], scope),
    mapped: (map, first, second) => asObject(asObject(asObject(template['Mappings'])[map])[first])[second],
  };
  return scope;
}
