import { asList, asObject, asText, type JsonObject } from '../json-reading.ts';

/** What CloudFormation's functions are answered from. Each may throw `UnresolvableReference`. */
export interface Scope {
  readonly ref: (logicalId: string) => unknown;
  readonly attribute: (logicalId: string, name: string) => unknown;
  readonly exported: (name: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapped: (map: string, first: string, second: string) => unknown;
}

export class UnresolvableReference extends Error {
  override readonly name = 'UnresolvableReference';
}

/** A value that CloudFormation would leave out (`AWS::NoValue`). */
export const noValue: unique symbol = Symbol('AWS::NoValue');

/** Replaces every intrinsic function in a template's value by what it stands for on this machine. */
export function resolveIntrinsics(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((entry: unknown) => resolveIntrinsics(entry, scope)).filter((entry) => entry !== noValue);
  }
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    return callIntrinsic(name, (value as JsonObject)[name], scope);
  }
  const entries = Object.entries(value).map(([key, entry]) => [key, resolveIntrinsics(entry, scope)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== noValue));
}

function callIntrinsic(name: string, argument: unknown, scope: Scope): unknown {
  const resolved = (part: unknown): unknown => resolveIntrinsics(part, scope);
  const items = (): readonly unknown[] => asList(argument);
  switch (name) {
    case 'Ref':
      return scope.ref(String(argument));
    case 'Fn::GetAtt': {
      const [logicalId, ...path] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return scope.attribute(logicalId ?? '', path.join('.'));
    }
    case 'Fn::ImportValue':
      return scope.exported(text(resolved(argument)));
    case 'Fn::Join':
      return asList(resolved(items()[1])).map(text).join(text(items()[0]));
    case 'Fn::Split':
      return text(resolved(items()[1])).split(text(items()[0]));
    case 'Fn::Select':
      return asList(resolved(items()[1]))[Number(resolved(items()[0]))];
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Base64':
      return Buffer.from(text(resolved(argument))).toString('base64');
    case 'Fn::FindInMap':
      return scope.mapped(text(resolved(items()[0])), text(resolved(items()[1])), text(resolved(items()[2])));
    case 'Fn::If':
      return resolved(scope.condition(text(items()[0])) ? items()[1] : items()[2]);
    case 'Fn::Equals':
      return JSON.stringify(resolved(items()[0])) === JSON.stringify(resolved(items()[1]));
    case 'Fn::And':
      return items().every((part) => resolveCondition(part, scope));
    case 'Fn::Or':
      return items().some((part) => resolveCondition(part, scope));
    case 'Fn::Not':
      return !resolveCondition(items()[0], scope);
    case 'Fn::GetAZs':
      return ['local-a', 'local-b', 'local-c'];
    default:
      throw new UnresolvableReference(`${name} is not known to the local runtime`);
  }
}

export function resolveCondition(value: unknown, scope: Scope): boolean {
  const named = asText(asObject(value)['Condition']);
  return named === undefined ? resolveIntrinsics(value, scope) === true : scope.condition(named);
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
  const known = asObject(variables);
  return String(template).replace(/\$\{([^!}][^}]*)\}/gu, (_, name: string) => {
    if (name in known) return text(resolveIntrinsics(known[name], scope));
    const [logicalId, ...path] = name.split('.');
    return text(path.length === 0 ? scope.ref(name) : scope.attribute(logicalId ?? '', path.join('.')));
  });
}

function text(value: unknown): string {
  const found = asText(value);
  if (found === undefined) throw new UnresolvableReference(`text expected, found ${JSON.stringify(value)}`);
  return found;
}
