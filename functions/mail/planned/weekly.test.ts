import { describe, expect, it } from 'vitest';
import { testStaff } from '../../../shared/domain/catalogue/testing/small-catalogue.ts';
import { APPLICANT, officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { MorningOffice } from './testing/morning-office.ts';

const ROUTING = { kind: 'system', name: 'routing' } as const;
/** The Monday after the one of the digests, 06:00. */
const NEXT_MONDAY = '2026-11-29T23:00:00.000Z';

/** In the week of 23 November: one decided in time; open are two late steps, one waiting for the citizen. */
async function afterAWeek(): Promise<MorningOffice> {
  const catalogue = officeCatalogue();
  const supervisor = testStaff({ id: 'son', name: 'Phan Sơn', unit: 'province', roles: ['province-supervisor'] });
  const office = new MorningOffice({ ...catalogue, staff: [...catalogue.staff, supervisor] });
  office.clock.set('2026-11-23T01:00:00.000Z');
  const granted = await office.assigned('CASE0000A1', 'an');
  await office.assigned('CASE0000A2', 'an');
  await office.forwardedCase('CASE0000A3');
  await office.asked('CASE0000A4', 'binh');
  await office.done(office.act(granted, await office.staff('an'), { type: 'CompleteStep', stepId: 'tham-tra' }));
  const assign = { type: 'AssignStep', stepId: 'ky-duyet', staffId: 'hoa', why: 'head' } as const;
  await office.done(office.act(granted, ROUTING, assign));
  const decide = { type: 'Decide', stepId: 'ky-duyet', outcome: 'granted', resultNumber: '1' } as const;
  await office.done(office.act(granted, await office.staff('hoa'), decide));
  return office;
}

describe('the week of a unit', () => {
  it('tells its head what was decided, what is late and with whom, and names no citizen', async () => {
    const office = await afterAWeek();
    await office.plan('weekly', NEXT_MONDAY);
    const { to } = await office.sendPlanned();
    const mail = to.get('hoa@province.example');
    expect(mail?.subject).toBe('Tổng hợp tuần 23/11/2026–29/11/2026: 2 việc quá hạn');
    expect(mail?.text).toMatchSnapshot();
    expect(mail?.text).not.toContain(APPLICANT.applicant.name);
  });

  it('is not sent in another week', async () => {
    const office = await afterAWeek();
    await office.plan('weekly', NEXT_MONDAY);
    office.clock.step({ days: 7 });
    const { outcomes } = await office.sendPlanned();
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['outdated']));
  });
});

describe('the week of the province', () => {
  it('has the same figures for each level of government, and the units with the most late work', async () => {
    const office = await afterAWeek();
    await office.plan('weekly', NEXT_MONDAY);
    const { to } = await office.sendPlanned();
    expect(to.get('son@province.example')?.text).toMatchSnapshot();
  });
});
