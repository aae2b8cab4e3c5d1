import { describe, expect, it } from 'vitest';
import { testStaff } from '../../../shared/domain/catalogue/testing/small-catalogue.ts';
import { SteppableClock } from '../../../shared/ports/memory/memory-outside.ts';
import { MemoryMailboxMarks } from '../../../shared/ports/memory/memory-short-lived.ts';
import { officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { MONDAY } from '../../relay/testing/running-office.ts';
import { reachableAddressee } from './reachable.ts';
import { addresseeOf } from './recipient-address.ts';

const on = '2026-11-23';
const WARD = 'ward-25750';
const at = (name: string) => `${name}@province.example`;
const away = [{ from: '2026-11-20', to: '2026-11-30', standIn: 'binh' }];

/** `an` is away, `binh` stands in for them; `hoa` leads the ward, `minh` the province. */
async function readerOf(recipient: Parameters<typeof addresseeOf>[0], marked: readonly string[], anIsAway = true) {
  const base = officeCatalogue();
  const an = testStaff({ id: 'an', unit: WARD, roles: ['officer'], ...(anIsAway && { away }) });
  const ward = base.units.map((unit) => (unit.id === WARD ? { ...unit, parent: 'province' } : unit));
  const catalogue = officeCatalogue({ staff: [an, ...base.staff.filter(({ id }) => id !== 'an')], units: ward });
  const marks = new MemoryMailboxMarks(new SteppableClock(MONDAY));
  for (const name of marked) await marks.mark(name, { why: 'bounced', at: MONDAY });
  const applicant = { name: 'N', phone: '1', email: 'n@example.com', address: 'x' };
  const parties = {
    applicant,
    owner: { kind: 'citizen', name: 'N', address: 'x' },
    request: '',
    fileNames: {},
  } as const;
  const addressee = addresseeOf(recipient, parties, { catalogue, on });
  if (addressee === undefined) throw new Error('nobody');
  return (await reachableAddressee(addressee, { marks, catalogue, on }))?.address;
}

const AN = { kind: 'staff', staffId: 'an' } as const;

describe('who reads a notice', () => {
  it.each([
    ['whom it is for', [], at('an')],
    ['the stand-in', [at('an')], at('binh')],
    ["the unit's mailbox", [at('an'), at('binh')], at(WARD)],
    ['the head', [at('an'), at('binh'), at(WARD)], at('hoa')],
    ['the head of the unit above', [at('an'), at('binh'), at(WARD), at('hoa')], at('minh')],
  ])('is %s, by whose mailbox takes mail', async (_who, marked, reader) => {
    expect(await readerOf(AN, marked)).toBe(reader);
  });

  it('is never nobody: with every mailbox marked it is the head', async () => {
    const everybody = ['an', 'binh', WARD, 'hoa', 'province', 'minh'].map(at);
    expect(await readerOf(AN, everybody)).toBe(at('hoa'));
    expect(await readerOf({ kind: 'staff', staffId: 'hoa' }, everybody)).toBe(at('minh'));
    expect(await readerOf({ kind: 'staff', staffId: 'minh' }, everybody)).toBe(at('minh'));
    expect(await readerOf({ kind: 'unit-mailbox', unitId: WARD }, everybody)).toBe(at('hoa'));
  });

  it('is the unit when nobody stands in for the officer', async () => {
    expect(await readerOf(AN, [at('an')], false)).toBe(at(WARD));
  });

  it('of a unit is its head when the mailbox takes none', async () => {
    expect(await readerOf({ kind: 'unit-mailbox', unitId: WARD }, [at(WARD)])).toBe(at('hoa'));
    expect(await readerOf({ kind: 'unit-head', unitId: WARD }, [at('hoa')])).toBe(at(WARD));
    expect(await readerOf({ kind: 'unit-head', unitId: WARD }, [at('hoa'), at(WARD)])).toBe(at('minh'));
  });

  it('of an applicant is the applicant or nobody', async () => {
    expect(await readerOf({ kind: 'applicant' }, [])).toBe('n@example.com');
    expect(await readerOf({ kind: 'applicant' }, ['n@example.com'])).toBeUndefined();
  });
});
