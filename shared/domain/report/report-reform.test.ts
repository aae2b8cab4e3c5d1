import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../actor.ts';
import { reportPermissionSubject } from './permission-of-report.ts';
import { tasksForReport } from './report-tasks.ts';
import { clocksOfReport } from './running-report-clocks.ts';
import { CITIZEN, filing, HOTLINE_WORKER, reportLife, TIMERS, triage, type ReportLife } from './testing/report-life.ts';

/** Monday 23 June 2025, a week before the districts ended. */
const BEFORE_REFORM = '2025-06-23T02:00:00.000Z';
const AFTER_REFORM = '2025-07-02T02:00:00.000Z';
const oldOperator: StaffActor = {
  kind: 'staff',
  staffId: 'old-operator',
  unitId: 'old-hotline',
  roles: ['hotline-operator'],
  via: 'session',
};

function overTheReform(area = '25744'): ReportLife {
  const life = reportLife({ now: BEFORE_REFORM });
  life.do(filing(), HOTLINE_WORKER);
  life.do(triage({ area, urgency: 'complex' }), oldOperator);
  return life;
}

describe('a report over the reform', () => {
  it('was with the district’s office, of an area whose code has changed its meaning since', () => {
    const life = overTheReform();
    expect(life.report()).toMatchObject({ core: { hotlineId: 'old-hotline' }, triage: { areaVersion: '2018-01-01' } });
    expect(life.report().work).toMatchObject([{ unitId: 'urban-718', level: 'district' }]);
  });

  it('goes on with the units that took over, recorded before whatever is done first, and its clock as it was', () => {
    const life = overTheReform();
    const { clock } = life.report().work[0]!;
    life.now = AFTER_REFORM;
    expect(reportPermissionSubject(life.report(), life)).toMatchObject({
      counterId: 'hotline',
      workUnitIds: ['roads'],
    });
    const events = life.do({ type: 'AcceptWork', workId: 'w1' }, 'head-roads');
    expect(events.map(({ type }) => type)).toEqual(['ReportTransferred', 'WorkAccepted']);
    expect(tasksForReport(events[0]!, 'report#AAAA000001').levels).toEqual([{ level: 'commune', workId: 'w1' }]);
    expect(life.report()).toMatchObject({
      core: { hotlineId: 'hotline' },
      work: [{ unitId: 'roads', level: 'commune', clock }],
    });
  });

  it('rings for those that took over; where nobody did, nothing breaks and the hotline hears', () => {
    const life = overTheReform();
    life.now = '2025-07-03T02:00:00.000Z';
    const ring = (level: number) => ({ type: 'RingTimer', clockId: 'work:w1', level }) as const;
    expect(life.do(ring(1), TIMERS).at(-1)).toMatchObject({ tell: [{ kind: 'unit-mailbox', unitId: 'roads' }] });

    const split = overTheReform('25741');
    split.now = '2025-07-10T02:00:00.000Z';
    split.do(ring(1), TIMERS);
    split.do(ring(2), TIMERS);
    expect(split.do(ring(3), TIMERS).at(-1)).toMatchObject({ tell: [{ kind: 'unit-head', unitId: 'province' }] });
    expect(split.report().work).toMatchObject([{ unitId: 'urban-718' }]);
    expect(clocksOfReport(split.report())).toHaveLength(1);
    // A person says whose it is.
    split.do(triage({ area: '25750' }), 'operator');
    expect(split.report().work.map(({ unitId, status }) => `${unitId} ${status}`)).toEqual([
      'urban-718 given-away',
      'roads open',
    ]);
  });

  it('is opened again for the unit that took over, and goes to the hotline where nobody did', () => {
    for (const [area, expected] of [
      ['25744', { status: 'assigned', work: [{ unitId: 'urban-718' }, { unitId: 'roads', workId: 'w2' }] }],
      ['25741', { status: 'new', check: { startedAt: AFTER_REFORM } }],
    ] as const) {
      const life = overTheReform(area);
      const head: StaffActor = { ...oldOperator, unitId: 'urban-718', staffId: 'x', roles: ['unit-head'] };
      life.do({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Đã vá' }, head);
      life.now = AFTER_REFORM;
      life.do({ type: 'Reopen' }, CITIZEN);
      expect(life.report()).toMatchObject(expected);
    }
  });

  it('that two units had which became one has one part of it, which leads', () => {
    const life = reportLife({ now: BEFORE_REFORM });
    life.do(filing(), HOTLINE_WORKER);
    life.do(triage({ area: '25744', units: ['justice-718', 'urban-718'], reason: 'Hai phòng' }), oldOperator);
    life.now = AFTER_REFORM;
    life.do({ type: 'AcceptWork', workId: 'w1' }, 'head-roads');
    expect(life.report().work.map(({ unitId, status, lead }) => [unitId, status, lead])).toEqual([
      ['roads', 'open', true],
      ['roads', 'given-away', false],
    ]);
  });
});
