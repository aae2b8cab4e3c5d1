import { describe, expect, it } from 'vitest';
import { configurationOf, type FunctionName } from '../../shared/contracts/configuration.ts';
import { at, ofType, synthesise, target, type Resource } from './synthesised-app.ts';

const resources = synthesise('pilot');
const functions = ofType(resources, 'AWS::Lambda::Function');
const named = functions.map((one) => [String(at(one.properties, 'FunctionName')), one] as const);

function contractOf(functionName: string): FunctionName {
  const names = Object.keys(configurationOf) as FunctionName[];
  const found = names.find(
    (name) => functionName === `mot-cua-pilot-${name}` || functionName.startsWith(`mot-cua-pilot-${name}-`),
  );
  if (found === undefined) throw new Error(`${functionName} has no contract`);
  return found;
}

const environmentOf = (one: Resource): Record<string, unknown> =>
  (at(one.properties, 'Environment', 'Variables') ?? {}) as Record<string, unknown>;

describe('functions', () => {
  it('each function of the contracts is deployed', () => {
    expect(new Set(named.map(([name]) => contractOf(name)))).toEqual(new Set(Object.keys(configurationOf)));
  });

  it.each(named)('%s is given exactly the configuration that it reads', (name, one) => {
    expect(Object.keys(environmentOf(one)).sort()).toEqual([...configurationOf[contractOf(name)]].sort());
  });

  it.each(named)('%s holds no secret in its environment', (_, one) => {
    for (const [name, value] of Object.entries(environmentOf(one))) {
      const text = JSON.stringify(value);
      expect(text).not.toContain('resolve:secretsmanager');
      // A key or a token is long and has no structure; names, addresses and URLs are not.
      expect(text.replaceAll(/ExportsOutput\w+/gu, '')).not.toMatch(/[A-Za-z0-9+/]{40,}/u);
      if (name === 'SIGNING_SECRET') expect(text).toContain('ExportsOutputRefSigningKeys');
    }
  });

  it.each(named)('%s runs on Node 24 for arm64, with memory and time written out', (_, one) => {
    expect(one.properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(at(one.properties, 'MemorySize')).toBeGreaterThanOrEqual(512);
    expect(at(one.properties, 'Timeout')).toBeTypeOf('number');
  });

  it.each(named)('%s logs as JSON to a group of its own that forgets after half a year', (_, one) => {
    const group = resources.find((resource) => resource.id === target(at(one.properties, 'LoggingConfig', 'LogGroup')));
    expect(at(one.properties, 'LoggingConfig', 'LogFormat')).toBe('JSON');
    expect(at(group?.properties, 'RetentionInDays')).toBe(180);
    const sharing = functions.filter(
      (other) => target(at(other.properties, 'LoggingConfig', 'LogGroup')) === group?.id,
    );
    expect(sharing).toHaveLength(1);
  });

  it('every log group forgets', () => {
    const forever = ofType(resources, 'AWS::Logs::LogGroup').filter(
      (group) => at(group.properties, 'RetentionInDays') === undefined,
    );
    expect(forever).toEqual([]);
  });
});
