import { describe, expect, it } from 'vitest';
import type { StaffMember } from './catalogue.ts';
import { headOf, isAway, staffOf, staffOn, staffWithMailbox, standInFor } from './people.ts';
import { smallCatalogue, testStaff } from './testing/small-catalogue.ts';

const DAY = '2026-11-23';
const awayUntilFriday = (standIn: string): Pick<StaffMember, 'away'> => ({
  away: [{ from: '2026-11-23', to: '2026-11-27', standIn }],
});
const officer = (id: string, more: Partial<StaffMember> = {}): StaffMember =>
  testStaff({ id, unit: 'ward', roles: ['officer'], ...more });

describe('staff', () => {
  const head = testStaff({ id: 'head', unit: 'ward', roles: ['unit-head', 'officer'], mailbox: 'Head@Ward.example' });
  const catalogue = smallCatalogue({ staff: [head, officer('gone', { validTo: '2026-11-22' }), officer('an')] });

  it('of a unit are those who work there on the day', () => {
    expect(staffOf(catalogue, 'ward', DAY).map(({ id }) => id)).toEqual(['head', 'an']);
    expect(staffOf(catalogue, 'ward', '2026-11-22').map(({ id }) => id)).toEqual(['head', 'gone', 'an']);
    expect(staffOf(catalogue, 'elsewhere', DAY)).toEqual([]);
  });

  it('have a head where one is appointed', () => {
    expect(headOf(catalogue, 'ward', DAY)?.id).toBe('head');
    expect(headOf(catalogue, 'elsewhere', DAY)).toBeUndefined();
  });

  it('are found by id and by mailbox in any letter case, while they work there', () => {
    expect(staffOn(catalogue, 'an', DAY)?.id).toBe('an');
    expect(staffOn(catalogue, 'gone', DAY)).toBeUndefined();
    expect(staffWithMailbox(catalogue, 'head@WARD.example', DAY).map(({ id }) => id)).toEqual(['head']);
    expect(staffWithMailbox(catalogue, 'gone@province.example', DAY)).toEqual([]);
  });
});

describe('standing in', () => {
  const doing = (staff: readonly StaffMember[], on = DAY): string | undefined => {
    const [asked] = staff;
    return asked && standInFor(smallCatalogue({ staff }), asked, on)?.id;
  };

  it('is not needed for a person who is there', () => {
    expect(doing([officer('an'), officer('binh')])).toBe('an');
  });

  it('is done on the first and the last day of an absence, and not after it', () => {
    const staff = [officer('an', awayUntilFriday('binh')), officer('binh')];
    expect(doing(staff, '2026-11-22')).toBe('an');
    expect(doing(staff, '2026-11-23')).toBe('binh');
    expect(doing(staff, '2026-11-27')).toBe('binh');
    expect(doing(staff, '2026-11-28')).toBe('an');
    expect(staff[0] && isAway(staff[0], '2026-11-27')).toBe(true);
  });

  it('is passed on when the stand-in is away too', () => {
    expect(
      doing([officer('an', awayUntilFriday('binh')), officer('binh', awayUntilFriday('chi')), officer('chi')]),
    ).toBe('chi');
  });

  it('is done by nobody when the chain closes on itself or ends with someone who has left', () => {
    expect(doing([officer('an', awayUntilFriday('binh')), officer('binh', awayUntilFriday('an'))])).toBeUndefined();
    expect(doing([officer('an', awayUntilFriday('an'))])).toBeUndefined();
    expect(doing([officer('an', awayUntilFriday('binh')), officer('binh', { validTo: '2026-10-31' })])).toBeUndefined();
  });
});
