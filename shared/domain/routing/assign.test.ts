import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffMember } from '../catalogue/catalogue.ts';
import { smallCatalogue, testStaff, testUnit, BEFORE } from '../catalogue/testing/small-catalogue.ts';
import { chooseAssignee } from './assign.ts';
import type { Assignment } from './assign.ts';

const DAY = '2024-11-25';
const unit = testUnit({
  id: 'ward-25744',
  level: 'commune',
  kind: 'authority',
  parent: 'district-718',
  areas: ['25744'],
  ...BEFORE,
});
const officer = (id: string, standIn?: string): StaffMember =>
  testStaff({ id, unit: unit.id, roles: ['officer'], ...absent(standIn) });
const head = (standIn?: string): StaffMember =>
  testStaff({ id: 'head', unit: unit.id, roles: ['unit-head'], ...absent(standIn) });
const absent = (standIn?: string): Pick<StaffMember, 'away'> =>
  standIn === undefined ? {} : { away: [{ from: DAY, to: DAY, standIn }] };

function choose(
  staff: readonly StaffMember[],
  more: { readonly actor?: 'officer' | 'head'; readonly loads?: Record<string, number>; readonly seed?: string } = {},
): Assignment {
  const { actor = 'officer', loads = {}, seed = 'case-1 step-1' } = more;
  return chooseAssignee({
    unit,
    actor,
    on: DAY,
    loads: new Map(Object.entries(loads)),
    seed,
    catalogue: smallCatalogue({ staff }),
  });
}

describe('an officer’s step', () => {
  it('goes to the least loaded officer who is there', () => {
    const staff = [officer('an'), officer('binh'), officer('chi'), head()];
    expect(choose(staff, { loads: { an: 3, binh: 1, chi: 2 } })).toEqual({
      kind: 'assigned',
      staffId: 'binh',
      why: 'least-loaded',
    });
    expect(choose(staff, { loads: { an: 3, binh: 1 } })).toMatchObject({ staffId: 'chi' });
  });

  it('passes over the officer who is away, however little loaded', () => {
    const staff = [officer('an', 'binh'), officer('binh'), officer('chi')];
    expect(choose(staff, { loads: { an: 0, binh: 5, chi: 4 } })).toEqual({
      kind: 'assigned',
      staffId: 'chi',
      why: 'least-loaded',
    });
  });

  it('goes to a stand-in, named as such, when all officers are away', () => {
    const staff = [officer('an', 'dung'), testStaff({ id: 'dung', unit: 'elsewhere', roles: ['officer'] }), head()];
    expect(choose(staff)).toEqual({ kind: 'assigned', staffId: 'dung', standInFor: 'an', why: 'stand-in' });
  });

  it('goes to the head when there is no officer, or no stand-in for any', () => {
    expect(choose([head()])).toEqual({ kind: 'assigned', staffId: 'head', why: 'head-for-officer' });
    expect(choose([officer('an', 'binh'), officer('binh', 'an'), head()])).toMatchObject({
      staffId: 'head',
      why: 'head-for-officer',
    });
  });

  it('goes to the head’s stand-in when the head is away too', () => {
    const deputy = testStaff({ id: 'deputy', unit: unit.id, roles: [] });
    expect(choose([head('deputy'), deputy])).toEqual({
      kind: 'assigned',
      staffId: 'deputy',
      standInFor: 'head',
      why: 'stand-in',
    });
  });

  it('goes to nobody when nobody is left, and says whose heads to tell', () => {
    expect(choose([])).toEqual({ kind: 'nobody', tellHeadOf: ['ward-25744', 'district-718'] });
    expect(choose([head('head')])).toMatchObject({ kind: 'nobody' });
  });

  it('never goes to a clerk or another unit’s officer', () => {
    const clerk = testStaff({ id: 'clerk', unit: unit.id, roles: ['postal-clerk'] });
    const stranger = testStaff({ id: 'stranger', unit: 'elsewhere', roles: ['officer'] });
    expect(choose([clerk, stranger])).toMatchObject({ kind: 'nobody' });
  });
});

describe('a head’s step', () => {
  it('goes to the head, or the stand-in, never to the least loaded officer', () => {
    expect(choose([officer('an'), head()], { actor: 'head' })).toEqual({
      kind: 'assigned',
      staffId: 'head',
      why: 'head',
    });
    expect(choose([officer('an'), head('an')], { actor: 'head' })).toEqual({
      kind: 'assigned',
      staffId: 'an',
      standInFor: 'head',
      why: 'stand-in',
    });
    expect(choose([officer('an')], { actor: 'head' })).toMatchObject({ kind: 'nobody' });
  });
});

describe('a tie', () => {
  const staff = ['an', 'binh', 'chi', 'dung'].map((id) => officer(id));

  it('is broken the same way each time, whatever the order of the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(staff, { minLength: 4 }), (seed, shuffled) => {
        expect(choose(shuffled, { seed })).toEqual(choose(staff, { seed }));
      }),
    );
  });

  it('spreads the cases over the officers', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < 400; number += 1) {
      const chosen = choose(staff, { seed: `case-${String(number)}` });
      if (chosen.kind === 'assigned') counts.set(chosen.staffId, (counts.get(chosen.staffId) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['an', 'binh', 'chi', 'dung']);
    for (const count of counts.values()) expect(count).toBeGreaterThan(50);
  });

  it('always goes to someone with the least load who is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
        fc.string(),
        ([a = 0, b = 0, c = 0, d = 0], seed) => {
          const loads: Record<string, number> = { an: a, binh: b, chi: c, dung: d };
          const chosen = choose(staff, { loads, seed });
          if (chosen.kind !== 'assigned') throw new Error('nobody');
          expect(loads[chosen.staffId]).toBe(Math.min(a, b, c, d));
        },
      ),
    );
  });
});
