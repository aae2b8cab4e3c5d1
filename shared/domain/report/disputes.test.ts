import { describe, expect, it } from 'vitest';
import { testStaff, testUnit, ALWAYS } from '../catalogue/testing/small-catalogue.ts';
import { commonSuperior } from './common-superior.ts';
import { availableReportActs } from './report-acts.ts';
import { listingsOfReport } from './report-listings.ts';
import { messagesForReport } from './report-messages.ts';
import { noticesForReport } from './report-notices.ts';
import { tasksForReport } from './report-tasks.ts';
import { clocksOfReport } from './running-report-clocks.ts';
import { hotlineCatalogue } from './testing/hotline-catalogue.ts';
import { MONDAY, ROUTING, sortedLife, TIMERS, triage, type ReportLife } from './testing/report-life.ts';

const decline = (workId: string, suggested?: string) =>
  ({ type: 'DeclineWork', workId, reason: 'Không thuộc đơn vị', ...(suggested && { suggested }) }) as const;
const settle = (workId: string, unitId: string, reason = 'Theo phân công') =>
  ({ type: 'SettleDispute', workId, unitId, reason }) as const;

function declinedLife(): ReportLife {
  const life = sortedLife();
  life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
  life.do(decline('w1', 'culture'), 'an');
  return life;
}

describe('"not ours"', () => {
  it('is for the hotline to decide within the hour, while the part is nobody’s to do', () => {
    const life = sortedLife();
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    const [declined] = life.do(decline('w1', 'culture'), 'an');
    expect(life.report()).toMatchObject({
      status: 'assigned',
      declined: [{ unitId: 'roads', by: 'an' }],
      work: [{ status: 'disputed', dispute: { suggested: 'culture', decidedBy: { kind: 'hotline' } } }],
    });
    expect(clocksOfReport(life.report())).toEqual([
      {
        clockId: 'dispute:w1',
        work: { unitId: 'hotline', dueAt: '2026-11-23T03:00:00.000Z' },
        timer: { level: 1, at: '2026-11-23T02:30:00.000Z' },
      },
    ]);
    expect(noticesForReport(declined!)).toEqual([
      { template: 'report-disputed', recipient: { kind: 'unit-mailbox', unitId: 'hotline' } },
    ]);
    expect(life.try({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'an')).toMatchObject({
      refusal: { rule: 'part-disputed', details: { by: 'an', at: MONDAY } },
    });
  });

  it.each([
    [{ reason: ' ' }, 'reason-missing'],
    [{ suggested: 'roads' }, 'suggests-itself'],
    [{ suggested: 'nowhere' }, 'unknown-unit'],
  ] as const)('with %o is refused: %s', (changes, rule) => {
    const command = { type: 'DeclineWork', workId: 'w1', reason: 'Không thuộc', ...changes } as const;
    expect(sortedLife().try(command, 'head-roads')).toMatchObject({ refusal: { rule } });
  });

  it('rings at half the hour and at its end: the hotline, then whoever is above it', () => {
    const life = declinedLife();
    const ring = (level: number) => ({ type: 'RingTimer', clockId: 'dispute:w1', level }) as const;
    life.later(30);
    expect(noticesForReport(life.do(ring(1), TIMERS)[0]!)).toEqual([
      { template: 'report-reminder', recipient: { kind: 'unit-mailbox', unitId: 'hotline' } },
    ]);
    life.later(30);
    expect(noticesForReport(life.do(ring(2), TIMERS)[0]!)).toEqual([
      { template: 'report-reminder', recipient: { kind: 'unit-head', unitId: 'province' } },
    ]);
    expect(clocksOfReport(life.report())[0]).not.toHaveProperty('timer');
  });

  it('goes to the unit that the hotline names, with a new clock; who had it hears of it, and so does the reporter', () => {
    const life = declinedLife();
    life.later(20);
    const [settled] = life.do(settle('w1', 'culture'), 'operator');
    expect(life.report().work).toMatchObject([
      { workId: 'w1', status: 'given-away', decided: { by: 'operator' } },
      { workId: 'w2', unitId: 'culture', lead: true, status: 'open', openedAt: '2026-11-23T02:20:00.000Z' },
    ]);
    expect(life.report().work[1]).not.toHaveProperty('settled');
    expect(noticesForReport(settled!)).toEqual([
      { template: 'report-settled', recipient: { kind: 'staff', staffId: 'an' } },
    ]);
    expect(messagesForReport(settled!, 'AAAA000001').map(({ template }) => template)).toEqual(['report-reassigned']);
    expect(listingsOfReport(life.report()).filter(({ list }) => list.startsWith('figures#'))).toMatchObject([
      { key: 'culture#AAAA000001#w2' },
    ]);
    expect(life.try({ type: 'AnswerWork', workId: 'w1', outcome: 'fixed', text: 'Xong' }, 'an')).toMatchObject({
      refusal: { rule: 'part-given-away', details: { by: 'operator' } },
    });
    expect(life.try(settle('w1', 'roads'), 'shift-head')).toMatchObject({ refusal: { rule: 'part-given-away' } });
  });

  it('may stay with the unit, on its old clock, and then cannot be declined again', () => {
    const life = declinedLife();
    const { clock } = life.report().work[0]!;
    life.later(50);
    const [settled] = life.do(settle('w1', 'roads'), 'shift-head');
    expect(life.report().work).toMatchObject([{ workId: 'w1', status: 'open', settled: true, clock, officerId: 'an' }]);
    expect(messagesForReport(settled!, 'AAAA000001')).toEqual([]);
    expect(life.try(decline('w1'), 'an')).toMatchObject({ refusal: { rule: 'competence-settled' } });
    expect(life.try(settle('w1', 'culture'), 'operator')).toMatchObject({
      refusal: { rule: 'no-dispute', sort: 'conflict', details: { by: 'shift-head', at: '2026-11-23T02:50:00.000Z' } },
    });
  });

  it('that comes back to a unit where nobody has it finds somebody there', () => {
    const life = sortedLife();
    life.do(decline('w1'), 'head-roads');
    const [settled] = life.do(settle('w1', 'roads'), 'operator');
    expect(tasksForReport(settled!, 'report#AAAA000001').levels).toEqual([{ level: 'commune', workId: 'w1' }]);
    life.do({ type: 'AssignWork', workId: 'w1', staffId: 'an', why: 'x' }, ROUTING);
    expect(life.report().work[0]).toMatchObject({ officerId: 'an', settled: true });
  });

  it('is not for somebody above to decide while it is the hotline’s turn', () => {
    expect(declinedLife().try(settle('w1', 'culture'), 'head-province')).toMatchObject({
      refusal: { rule: 'hotline-decides', sort: 'forbidden' },
    });
  });
});

describe('a report that goes to and fro', () => {
  function twiceDeclined(): ReportLife {
    const life = declinedLife();
    life.do(settle('w1', 'culture'), 'operator');
    life.do(decline('w2', 'roads'), 'head-culture');
    return life;
  }

  it('is decided by the head of the unit above both, and by nobody else', () => {
    const life = twiceDeclined();
    expect(life.report().work[1]?.dispute?.decidedBy).toEqual({ kind: 'superior', unitId: 'ward-25750' });
    expect(noticesForReport(life.events.at(-1)!)).toEqual([
      { template: 'report-disputed', recipient: { kind: 'unit-head', unitId: 'ward-25750' } },
      { template: 'report-disputed', recipient: { kind: 'unit-mailbox', unitId: 'hotline' } },
    ]);
    expect(clocksOfReport(life.report())).toMatchObject([{ clockId: 'dispute:w2', work: { unitId: 'ward-25750' } }]);
    for (const person of ['operator', 'shift-head', 'head-province'])
      expect(life.try(settle('w2', 'roads'), person)).toMatchObject({ refusal: { rule: 'superior-decides' } });
    const acts = (id: string) =>
      availableReportActs(life.report(), { now: life.now, catalogue: life.catalogue, actor: life.staff(id) });
    expect(acts('head-ward')).toEqual([{ action: 'settle-report', workId: 'w2' }]);
    expect(acts('operator').map(({ action }) => action)).not.toContain('settle-report');
    // Nor is it gone round by sorting again.
    expect(life.try(triage({ category: 'flood' }), 'operator')).toMatchObject({
      refusal: { rule: 'superior-decides' },
    });
  });

  it('ends there: whoever gets it cannot decline', () => {
    const life = twiceDeclined();
    life.do(settle('w2', 'roads', 'Đường do phòng kinh tế quản lý'), 'head-ward');
    expect(life.report().work.at(-1)).toMatchObject({ workId: 'w3', unitId: 'roads', settled: true, lead: true });
    expect(life.try(decline('w3'), 'head-roads')).toMatchObject({ refusal: { rule: 'competence-settled' } });
  });

  it('rises to the superior when the hotline would send it back to the one that declined', () => {
    const life = sortedLife(triage({ units: ['roads', 'culture'], reason: 'Cùng làm' }), {
      catalogue: hotlineCatalogue({ hotline: { ...hotlineCatalogue().hotline, declinesBeforeSuperior: 9 } }),
    });
    life.do(decline('w1'), 'head-roads');
    life.do(settle('w1', 'water'), 'operator');
    life.do(decline('w2'), 'head-culture');
    life.later(30);
    const [raised] = life.do(settle('w2', 'roads'), 'operator');
    expect(raised).toMatchObject({
      type: 'DisputeRaised',
      dispute: { decidedBy: { kind: 'superior', unitId: 'ward-25750' }, suggested: 'roads' },
    });
    expect(life.report().work[1]?.dispute?.clock.dueAt).toBe('2026-11-23T03:30:00.000Z');
    expect(life.try(settle('w2', 'water'), 'operator')).toMatchObject({ refusal: { rule: 'superior-decides' } });
  });

  it('is not begun by whoever sorts: a unit that declined is not named again', () => {
    const life = declinedLife();
    life.do(settle('w1', 'culture'), 'operator');
    expect(life.try(triage(), 'operator')).toMatchObject({ refusal: { rule: 'unit-has-declined' } });
    expect(life.try({ type: 'AddUnit', unitId: 'roads', reason: 'Thêm' }, 'operator')).toMatchObject({
      refusal: { rule: 'unit-has-declined' },
    });
  });

  it('ends whatever the units say: so many declines as there are units cannot outlast the superior', () => {
    const life = declinedLife();
    let declines = 1;
    for (const unitId of ['culture', 'water', 'roads', 'culture', 'water', 'roads']) {
      const work = life.report().work.find(({ status }) => status === 'disputed');
      if (work === undefined) break;
      const superior = work.dispute?.decidedBy.kind === 'superior';
      life.do(settle(work.workId, unitId), superior ? 'head-ward' : 'operator');
      const next = life.report().work.at(-1)!;
      const officer = { culture: 'head-culture', water: 'dung', roads: 'head-roads' }[next.unitId] ?? '';
      if (life.try(decline(next.workId), officer).kind !== 'accepted') break;
      life.do(decline(next.workId), officer);
      declines += 1;
    }
    expect(declines).toBe(2);
  });
});

describe('the common superior', () => {
  const catalogue = hotlineCatalogue();
  const superior = (...units: string[]) => commonSuperior(catalogue, units, '2026-11-23')?.id;

  it('is the nearest that stands above all, and never one of them', () => {
    expect(superior('roads', 'culture')).toBe('ward-25750');
    expect(superior('roads', 'justice-department')).toBe('province');
    expect(superior('roads', 'ward-25750')).toBe('province');
  });

  it('is the province’s authority where nothing stands above all', () => {
    expect(superior('roads', 'water')).toBe('province');
    expect(superior('water')).toBe('province');
  });

  it('has a head; where nobody has, the hotline decides', () => {
    const { staff } = catalogue;
    const without = (...ids: string[]) => hotlineCatalogue({ staff: staff.filter(({ id }) => !ids.includes(id)) });
    expect(commonSuperior(without('head-ward'), ['roads', 'culture'], '2026-11-23')?.id).toBe('province');
    expect(commonSuperior(without('head-ward', 'head-province'), ['roads', 'culture'], '2026-11-23')).toBeUndefined();
    const life = sortedLife(triage(), { catalogue: without('head-ward', 'head-province') });
    life.do(decline('w1'), 'head-roads');
    life.do(settle('w1', 'culture'), 'operator');
    life.do(decline('w2'), 'head-culture');
    expect(life.report().work[1]?.dispute?.decidedBy).toEqual({ kind: 'hotline' });
    life.do(settle('w2', 'roads'), 'operator');
    expect(life.report().work.at(-1)).toMatchObject({ unitId: 'roads', settled: true });
  });

  it('is found whichever unit is named first', () => {
    const more = hotlineCatalogue({
      units: [...catalogue.units, testUnit({ id: 'gate', level: 'commune', kind: 'gate', parent: 'roads', ...ALWAYS })],
      staff: [...catalogue.staff, testStaff({ id: 'x', unit: 'gate', roles: ['unit-head'] })],
    });
    for (const units of [
      ['gate', 'culture'],
      ['culture', 'gate'],
      ['culture', 'gate', 'roads'],
    ])
      expect(commonSuperior(more, units, '2026-11-23')?.id).toBe('ward-25750');
  });
});
