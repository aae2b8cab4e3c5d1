import { describe, expect, it } from 'vitest';
import { noValue, resolveIntrinsics, UnresolvableReference, type Scope } from './resolve-intrinsics.ts';

const scope: Scope = {
  ref: (logicalId) => {
    if (logicalId === 'AWS::NoValue') return noValue;
    if (logicalId === 'Unknown') throw new UnresolvableReference('no Unknown');
    return `ref-${logicalId}`;
  },
  attribute: (logicalId, name) => `${logicalId}.${name}`,
  exported: (name) => `exported ${name}`,
  condition: (name) => name === 'IsPilot',
  mapped: (map, first, second) => `${map}/${first}/${second}`,
};

describe("CloudFormation's functions", () => {
  it.each([
    ['a reference', { Ref: 'Table' }, 'ref-Table'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table.Arn'],
    ['an attribute written with a point', { 'Fn::GetAtt': 'Nested.Outputs.Arn' }, 'Nested.Outputs.Arn'],
    ['joined parts', { 'Fn::Join': ['-', ['a', { Ref: 'B' }, 3]] }, 'a-ref-B-3'],
    ['a part of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['a part chosen by text', { 'Fn::Select': ['0', ['x', 'y']] }, 'x'],
    ['a substitution', { 'Fn::Sub': '${Api}/${Api.Endpoint}/${!Literal}' }, 'ref-Api/Api.Endpoint/${!Literal}'],
    ['a substitution with variables', { 'Fn::Sub': ['${Mine}-${Other}', { Mine: { Ref: 'M' } }] }, 'ref-M-ref-Other'],
    ['an import', { 'Fn::ImportValue': { 'Fn::Sub': '${Stack}-x' } }, 'exported ref-Stack-x'],
    ['the true branch', { 'Fn::If': ['IsPilot', 'yes', { Ref: 'Unknown' }] }, 'yes'],
    ['the false branch', { 'Fn::If': ['IsOther', { Ref: 'Unknown' }, 'no'] }, 'no'],
    ['a mapped value', { 'Fn::FindInMap': ['Map', { Ref: 'R' }, 'key'] }, 'Map/ref-R/key'],
    ['base64', { 'Fn::Base64': 'xin chào' }, 'eGluIGNow6Bv'],
    ['equality', { 'Fn::Equals': [{ Ref: 'A' }, 'ref-A'] }, true],
    ['negation of a named condition', { 'Fn::Not': [{ Condition: 'IsPilot' }] }, false],
  ])('resolves %s', (_, value, expected) => {
    expect(resolveIntrinsics(value, scope)).toEqual(expected);
  });

  it('works inside objects and lists, and leaves out what has no value', () => {
    const value = {
      list: [{ Ref: 'AWS::NoValue' }, { Ref: 'A' }],
      gone: { Ref: 'AWS::NoValue' },
      kept: { deep: { Ref: 'B' } },
    };
    expect(resolveIntrinsics(value, scope)).toEqual({ list: ['ref-A'], kept: { deep: 'ref-B' } });
  });

  it('does not take an ordinary object for a function', () => {
    const value = { Ref: 'A', Other: 1 };
    expect(resolveIntrinsics(value, scope)).toEqual(value);
  });

  it.each([[{ Ref: 'Unknown' }], [{ 'Fn::Transform': {} }], [{ 'Fn::Join': ['', [{ a: 1, b: 2 }]] }]])(
    'says that %j cannot be resolved',
    (value) => {
      expect(() => resolveIntrinsics(value, scope)).toThrow(UnresolvableReference);
    },
  );
});
