import { describe, expect, it } from 'vitest';
import { testStaff } from '../../../shared/domain/catalogue/testing/small-catalogue.ts';
import { officeCatalogue } from '../../relay/testing/office-catalogue.ts';
import { recipientKey } from '../../relay/messages-of.ts';
import { planMails } from './plan-mails.ts';
import { MORNING, MorningOffice } from './testing/morning-office.ts';

/** Tuesday is a day of rest of the test calendar. */
const WEDNESDAY = '2026-11-24T23:30:00.000Z';
/** The reunification holiday, a Friday. */
const HOLIDAY = '2027-04-29T23:30:00.000Z';
const SATURDAY = '2026-11-27T23:30:00.000Z';

type Planned = Awaited<ReturnType<MorningOffice['plan']>>;
const recipients = (planned: Planned) => planned.map(({ recipient }) => recipientKey(recipient)).toSorted();

describe('the plan of the morning', () => {
  it('has one digest for each officer with work that is due today, and none for who has nothing', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    await office.assigned('CASE0000A2', 'an');
    expect(await office.plan('digest')).toEqual([
      {
        kind: 'planned',
        noticeId: 'planned/digest/2026-11-23/staff:an',
        template: 'digest',
        recipient: { kind: 'staff', staffId: 'an' },
        day: '2026-11-23',
      },
    ]);
  });

  it('has none for work that is due tomorrow, and one for the same work the morning after it was due', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    expect(await office.plan('digest', '2026-11-20T08:00:00.000Z')).toEqual([]);
    expect(recipients(await office.plan('digest', WEDNESDAY))).toEqual(['staff:an']);
  });

  it('has one for an officer of whose work only the applicant is waited for', async () => {
    const office = new MorningOffice();
    await office.asked('CASE0000A1', 'binh');
    expect(recipients(await office.plan('digest'))).toEqual(['staff:binh']);
  });

  it('gives work that nobody has, or whose officer has left, to the mailbox of the unit', async () => {
    const catalogue = officeCatalogue();
    const staff = catalogue.staff.map((one) => (one.id === 'an' ? { ...one, validTo: '2026-11-20' } : one));
    const office = new MorningOffice({ ...catalogue, staff });
    await office.assigned('CASE0000A1', 'an');
    expect(recipients(await office.plan('digest'))).toEqual(['unit-mailbox:ward-25750']);
    const another = new MorningOffice();
    await another.forwardedCase();
    expect(recipients(await another.plan('digest'))).toEqual(['unit-mailbox:ward-25750']);
  });

  it('finds the work of a stand-in from another unit', async () => {
    const catalogue = officeCatalogue();
    const away = [{ from: '2026-11-19', to: '2026-11-30', standIn: 'quang' }];
    const staff = catalogue.staff.flatMap((one) => {
      if (one.id === 'binh' || one.id === 'hoa') return [];
      return [one.id === 'an' ? { ...one, away } : one];
    });
    const office = new MorningOffice({ ...catalogue, staff });
    await office.forwardedCase();
    await office.settle();
    expect(recipients(await office.plan('digest'))).toEqual(['staff:quang']);
    const { to } = await office.sendPlanned();
    expect(to.get('quang@province.example')?.text).toContain('H29.18-261123-00A1');
  });

  it.each([
    ['a Saturday', SATURDAY],
    ['a holiday', HOLIDAY],
  ])('is empty on %s, however late the work', async (_day, at) => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    expect(await office.plan('digest', at)).toEqual([]);
  });

  it('made twice, sends each mail once', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    const first = await office.plan('digest');
    await office.sendPlanned();
    expect(await office.plan('digest')).toEqual(first);
    expect((await office.sendPlanned()).outcomes).toEqual([{ kind: 'already-sent' }]);
    expect(office.sender.sent).toEqual([]);
  });

  it('fails when the queue does not take a message, so that the schedule calls again', async () => {
    const office = new MorningOffice();
    await office.assigned('CASE0000A1', 'an');
    office.queues.mail.sent.length = 0;
    office.queues.mail.failNext();
    const ports = { queries: office.queries, catalogue: office.catalogue, outgoing: office.queues.mail };
    await expect(planMails(ports, { plan: 'digest' }, MORNING)).rejects.toThrow('1 mails could not be planned');
  });
});

describe('the plan of the week', () => {
  const withSupervisors = () => {
    const catalogue = officeCatalogue();
    const role = { unit: 'province', roles: ['province-supervisor'] } as const;
    const former = testStaff({ id: 'former', ...role, validTo: '2026-10-31' });
    return new MorningOffice({ ...catalogue, staff: [...catalogue.staff, testStaff({ id: 'son', ...role }), former] });
  };

  it('is for the heads of units with work, and for everybody who supervises the province', async () => {
    const office = withSupervisors();
    await office.assigned('CASE0000A1', 'an');
    const planned = await office.plan('weekly');
    expect(planned.map(({ noticeId }) => noticeId)).toEqual([
      'planned/weekly-unit/2026-11-16/unit-head:ward-25750',
      'planned/weekly-province/2026-11-16/staff:son',
    ]);
    expect(new Set(planned.map(({ day }) => day))).toEqual(new Set(['2026-11-16']));
  });

  it('counts a unit in that has nothing open but decided something in that week, and not the week after', async () => {
    const office = withSupervisors();
    const entityId = await office.assigned('CASE0000A1', 'an');
    const hoa = await office.staff('hoa');
    await office.done(office.act(entityId, await office.staff('an'), { type: 'CompleteStep', stepId: 'tham-tra' }));
    const routing = { kind: 'system', name: 'routing' } as const;
    await office.done(
      office.act(entityId, routing, { type: 'AssignStep', stepId: 'ky-duyet', staffId: 'hoa', why: 'head' }),
    );
    const decide = { type: 'Decide', stepId: 'ky-duyet', outcome: 'granted', resultNumber: '1' } as const;
    await office.done(office.act(entityId, hoa, decide));
    expect(recipients(await office.plan('weekly'))).toContain('unit-head:ward-25750');
    expect(recipients(await office.plan('weekly', '2026-11-29T23:00:00.000Z'))).not.toContain('unit-head:ward-25750');
  });
});
