import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import type { StaffMember } from '../domain/catalogue/catalogue.ts';
import { contentHash, joinParts, manifestOf, splitCatalogue } from './catalogue-parts.ts';

const catalogue = shippedCatalogue('v1');

describe('the parts of a catalogue', () => {
  it('fit an item of DynamoDB with room to spare, however many people there are', () => {
    const template = catalogue.staff[0]!;
    const staff = Array.from({ length: 5000 }, (_, index): StaffMember => ({ ...template, id: `nv-${index}` }));
    const crowded = { ...catalogue, staff };
    const parts = splitCatalogue(crowded);
    expect(Math.max(...parts.map(({ content }) => Buffer.byteLength(content)))).toBeLessThanOrEqual(300_000);
    expect(parts.filter(({ part }) => part.startsWith('staff-')).length).toBeGreaterThan(3);
    expect(joinParts('v1', manifestOf(parts), parts)).toEqual(crowded);
  });

  it('keep a list that is empty', () => {
    const parts = splitCatalogue({ ...catalogue, competence: [] });
    expect(joinParts('v1', manifestOf(parts), parts).competence).toEqual([]);
  });

  it('hash the content and not the version', () => {
    const hash = (version: string, change = {}): string =>
      contentHash(manifestOf(splitCatalogue({ ...catalogue, version, ...change })));
    expect(hash('v1')).toBe(hash('v2'));
    expect(hash('v1', { limits: { ...catalogue.limits, reappointments: 2 } })).not.toBe(hash('v1'));
  });

  it('are refused in another order of content, even if each is intact', () => {
    const parts = splitCatalogue(catalogue);
    const [first, second, ...rest] = parts;
    const swapped = [
      { part: first!.part, content: second!.content },
      { part: second!.part, content: first!.content },
      ...rest,
    ];
    expect(() => joinParts('v1', manifestOf(parts), swapped)).toThrow(/is damaged/u);
  });
});
