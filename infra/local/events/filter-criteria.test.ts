import { describe, expect, it } from 'vitest';
import { passesFilters } from './filter-criteria.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: {
    Keys: { record: { S: 'EVENT#0000000001' }, entityId: { S: 'case#1' } },
    NewImage: { amount: 5, tags: ['a', 'b'] },
  },
};

describe('event filtering', () => {
  it('lets everything pass without a pattern', () => {
    expect(passesFilters(record, [])).toBe(true);
  });

  it.each([
    ['an exact value', { eventName: ['INSERT'] }, true],
    ['one of several values', { eventName: ['REMOVE', 'INSERT'] }, true],
    ['another value', { eventName: ['REMOVE'] }, false],
    ['a prefix deep inside', { dynamodb: { Keys: { record: { S: [{ prefix: 'EVENT#' }] } } } }, true],
    ['another prefix', { dynamodb: { Keys: { record: { S: [{ prefix: 'CLOCK#' }] } } } }, false],
    ['a suffix', { dynamodb: { Keys: { entityId: { S: [{ suffix: '#1' }] } } } }, true],
    ['all fields at once', { eventName: ['INSERT'], dynamodb: { Keys: { record: { S: ['other'] } } } }, false],
    ['presence', { dynamodb: { NewImage: { amount: [{ exists: true }] } } }, true],
    ['absence', { dynamodb: { OldImage: { amount: [{ exists: false }] } } }, true],
    ['absence of what is there', { eventName: [{ exists: false }] }, false],
    ['anything but', { eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    ['anything but a prefix', { eventName: [{ 'anything-but': { prefix: 'INS' } }] }, false],
    ['a number in a range', { dynamodb: { NewImage: { amount: [{ numeric: ['>', 4, '<=', 5] }] } } }, true],
    ['a number out of a range', { dynamodb: { NewImage: { amount: [{ numeric: ['>', 5] }] } } }, false],
    ['an entry of a list', { dynamodb: { NewImage: { tags: ['b'] } } }, true],
    ['case ignored', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    ['one of two branches', { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { NewImage: { amount: [5] } } }] }, true],
  ])('matches %s', (_, pattern, expected) => {
    expect(passesFilters(record, [pattern])).toBe(expected);
  });

  it('lets pass what one of several patterns matches', () => {
    expect(passesFilters(record, [{ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }])).toBe(true);
  });

  it('refuses an operator that it does not know', () => {
    expect(() => passesFilters(record, [{ eventName: [{ cidr: '10.0.0.0/8' }] }])).toThrow('cidr');
  });
});
