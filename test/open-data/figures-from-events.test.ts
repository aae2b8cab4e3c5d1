/**
 * The public figures come from lists that each commit keeps. Here they are counted again from nothing but the log of events, by another way of
 * counting, over random histories of many reports: what the public sees is what happened.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDataApiRoutes } from '../../functions/open-data/open-data-routes.ts';
import { PublicFiguresAnswer } from '../../shared/contracts/http/open-data.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { ReportCommand } from '../../shared/domain/report/commands.ts';
import { decideReport } from '../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import { reportDecider } from '../../shared/domain/report/report-decider.ts';
import type { Report, ReportWork } from '../../shared/domain/report/state.ts';
import { hotlineCatalogue } from '../../shared/domain/report/testing/hotline-catalogue.ts';
import { CITIZEN, filing, HOTLINE_WORKER, triage } from '../../shared/domain/report/testing/report-life.ts';
import { MemoryCatalogue } from '../../shared/ports/memory/memory-catalogue.ts';
import { MemoryListings } from '../../shared/ports/memory/memory-case-queries.ts';
import { MemoryEntityStore } from '../../shared/ports/memory/memory-entity-store.ts';
import { SteppableClock } from '../../shared/ports/memory/memory-outside.ts';
import { MemoryWorld } from '../../shared/ports/memory/memory-world.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { httpFunction } from '../../shared/shell/http-pipeline.ts';
import { httpEvent, lambdaContext } from '../../shared/shell/testing/http-event.ts';

const START = '2026-11-16T02:00:00.000Z';
const MONTHS = ['2026-11', '2026-12', '2027-01'];

/** An act of somebody on one of the reports; most are refused where the report stands, and nothing happens then. */
interface Step {
  readonly report: number;
  readonly act: (workId: string) => readonly [ReportCommand, string | Actor];
  readonly workId: string;
  readonly minutesLater: number;
}

const outcome = fc.constantFrom('fixed', 'scheduled', 'explained', 'no-basis', 'not-competent' as const);
const text = 'Đã xem';
const reason = 'Theo phân công';
const units = fc.constantFrom('roads', 'culture', 'water');
const head = { roads: 'head-roads', culture: 'head-culture', water: 'dung' } as const;

const act: fc.Arbitrary<Step['act']> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('roads', 'flood', 'conduct')
      .map((category) => () => [triage({ category }), 'operator'] as const),
  },
  {
    weight: 2,
    arbitrary: fc.constant(() => [triage({ units: ['roads', 'culture'], reason }), 'operator'] as const),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(outcome, fc.constantFrom('head-roads', 'head-culture', 'dung', 'giang')).map(
      ([came, who]) =>
        (workId: string) =>
          [{ type: 'AnswerWork', workId, outcome: came, text }, who] as const,
    ),
  },
  {
    weight: 2,
    arbitrary: units.map((unit) => (workId: string) => [{ type: 'DeclineWork', workId, reason }, head[unit]] as const),
  },
  {
    weight: 3,
    arbitrary: units.map(
      (unitId) => (workId: string) => [{ type: 'SettleDispute', workId, unitId, reason }, 'operator'] as const,
    ),
  },
  { weight: 1, arbitrary: units.map((unitId) => () => [{ type: 'AddUnit', unitId, reason }, 'operator'] as const) },
  {
    weight: 3,
    arbitrary: outcome.map((came) => () => [{ type: 'Consolidate', outcome: came, text }, 'operator'] as const),
  },
  { weight: 3, arbitrary: fc.constant(() => [{ type: 'ApproveAnswer' }, 'shift-head'] as const) },
  { weight: 3, arbitrary: fc.constant(() => [{ type: 'ReturnAnswer', reason }, 'shift-head'] as const) },
  { weight: 3, arbitrary: fc.constant(() => [{ type: 'Reopen' }, CITIZEN] as const) },
  // Seldom: nothing is told of a report after it.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      () => [{ type: 'Withdraw' }, CITIZEN] as const,
      () => [{ type: 'Reject', reason: 'test', text }, 'operator'] as const,
    ),
  },
);

/** Long ones, without a bias towards the shortest: short histories tell little. */
const history = fc.noBias(
  fc.record({
    reports: fc.integer({ min: 4, max: 16 }),
    steps: fc.array(
      fc.record({
        report: fc.nat(),
        act,
        workId: fc.constantFrom('w1', 'w1', 'w1', 'w2', 'w3'),
        minutesLater: fc.constantFrom(0, 7, 90, 60 * 26, 60 * 24 * 4),
      }),
      { minLength: 60, maxLength: 200, size: 'max' },
    ),
  }),
);

async function lived(
  { reports, steps }: { readonly reports: number; readonly steps: readonly Step[] },
  smallest: number,
) {
  const hotline = hotlineCatalogue().hotline;
  const catalogue = hotlineCatalogue({ hotline: { ...hotline, smallestFigure: smallest } });
  const clock = new SteppableClock(START);
  const world = new MemoryWorld(clock);
  const store = new MemoryEntityStore<Report, ReportEvent>(world);
  const ids = Array.from({ length: reports }, (_, index) => `AAAA${String(index).padStart(6, '0')}`);
  const run = async (reportId: string, command: ReportCommand, who: string | Actor) => {
    const person = catalogue.staff.find(({ id }) => id === who);
    const actor: Actor =
      typeof who !== 'string'
        ? who
        : { kind: 'staff', staffId: who, unitId: person?.unit ?? '', roles: person?.roles ?? [], via: 'session' };
    const now = clock.now();
    return executeCommand<Report, ReportEvent>({
      store,
      decider: reportDecider,
      entityId: `report#${reportId}`,
      actor,
      at: now,
      ...(command.type === 'FileReport' && { create: true }),
      decide: (state) => decideReport(command, state, { now, actor, catalogue }),
    });
  };
  for (const reportId of ids) await run(reportId, filing({ reportId }), HOTLINE_WORKER);
  for (const step of steps) {
    clock.step({ minutes: step.minutesLater });
    await run(ids[step.report % ids.length] ?? '', ...step.act(step.workId));
  }
  const handler = httpFunction({
    routes: openDataApiRoutes({
      listings: new MemoryListings(world),
      catalogue: new MemoryCatalogue(catalogue),
      clock,
      baseUrl: 'https://mot-cua.test',
    }),
  });
  const shown = async (month: string) => {
    const route = '/open-data/reports/figures';
    const answer = await handler(httpEvent({ method: 'GET', route, query: { month } }), lambdaContext);
    return PublicFiguresAnswer.parse(JSON.parse(answer.body ?? ''));
  };
  const logs = await Promise.all(ids.map((reportId) => store.history(`report#${reportId}`)));
  return { now: clock.now(), shown, log: logs.map((commits) => commits.flatMap(({ events }) => events)) };
}

/** What became of one part of a report, by the events alone. */
interface Part {
  unitId: string;
  openedAt: string;
  dueAt: string;
  gone: boolean;
  answered?: { readonly at: string; readonly outcome: string };
}

function partsOf(events: readonly ReportEvent[]): readonly Part[] {
  const parts = new Map<string, Part>();
  const given = (work: readonly ReportWork[]) => {
    for (const { workId, unitId, openedAt, clock, status, answer } of work) {
      parts.set(workId, {
        unitId,
        openedAt,
        dueAt: clock.dueAt,
        gone: status === 'given-away',
        ...(status === 'answered' && answer && { answered: answer }),
      });
    }
  };
  const restGoes = (except: readonly ReportWork[] = []) => {
    const kept = new Set(except.map(({ workId }) => workId));
    for (const [workId, part] of parts) if (part.answered === undefined && !kept.has(workId)) part.gone = true;
  };
  for (const event of events) {
    switch (event.type) {
      case 'ReportTriaged':
        restGoes(event.work);
        given(event.work);
        break;
      case 'ReportTransferred':
      case 'ReportReopened':
      case 'AnswerReturned':
        given(event.work);
        break;
      case 'UnitAdded':
        given([event.work]);
        break;
      case 'DisputeSettled': {
        const part = parts.get(event.workId);
        if (part !== undefined && part.unitId !== event.unitId) part.gone = true;
        given(event.next === undefined ? [] : [event.next]);
        break;
      }
      case 'WorkAnswered': {
        const part = parts.get(event.workId);
        if (part !== undefined) part.answered = event.answer;
        break;
      }
      case 'ReportRejected':
      case 'ReportRedirected':
      case 'ReportMerged':
      case 'ReportWithdrawn':
        restGoes();
        break;
      case 'AnswerReviewBegun':
      case 'ConsolidationBegun':
      case 'DisputeRaised':
      case 'DossierLinked':
      case 'MergeUndone':
      case 'ProgressReported':
      case 'ReportAnswered':
      case 'ReporterAsked':
      case 'ReporterWordsRecorded':
      case 'ReportFiled':
      case 'ReportNoted':
      case 'ReportNotPublished':
      case 'ReportPublished':
      case 'ReportRated':
      case 'ReportReplyAnswered':
      case 'ReportTimerRang':
      case 'SubscriberAdded':
      case 'WorkAccepted':
      case 'WorkAssigned':
      case 'WorkDeclined':
      case 'WorkHandedOver':
        break;
      default:
        event satisfies never;
    }
  }
  return [...parts.values()].filter(({ gone }) => !gone);
}

/** Viet Nam is seven hours ahead. */
const monthOf = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 7);

function counted(parts: readonly Part[], now: string) {
  const row = {
    received: 0,
    answered: 0,
    open: 0,
    onTime: 0,
    late: 0,
    overdue: 0,
    notYetDue: 0,
    fixed: 0,
    notFixed: 0,
  };
  const waits: number[] = [];
  for (const { openedAt, dueAt, answered } of parts) {
    row.received++;
    if (answered === undefined) {
      row.open++;
      row[Date.parse(dueAt) < Date.parse(now) ? 'overdue' : 'notYetDue']++;
      continue;
    }
    row.answered++;
    row[Date.parse(answered.at) > Date.parse(dueAt) ? 'late' : 'onTime']++;
    row[answered.outcome === 'fixed' ? 'fixed' : 'notFixed']++;
    waits.push(Date.parse(answered.at) - Date.parse(openedAt));
  }
  waits.sort((left, right) => left - right);
  const [low, high] = [waits[Math.ceil(waits.length / 2) - 1], waits[Math.floor(waits.length / 2)]];
  // Whole milliseconds up to the one division: in hours, 1027.45 would round to either side.
  const medianHours = low === undefined || high === undefined ? null : Math.round((low + high) / 720_000) / 10;
  return { ...row, medianHours };
}

function byUnit(log: readonly (readonly ReportEvent[])[], month: string, now: string) {
  const parts = log.flatMap(partsOf).filter(({ openedAt }) => monthOf(openedAt) === month);
  const units = [...new Set(parts.map(({ unitId }) => unitId))].sort();
  return {
    units: units.map((id) => ({
      id,
      ...counted(
        parts.filter(({ unitId }) => unitId === id),
        now,
      ),
    })),
    total: counted(parts, now),
  };
}

describe('the figures that everybody may see', () => {
  it('are what the log of events says, for every unit and month', async () => {
    const happened = new Set<string>();
    let parts = 0;
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        const { shown, log, now } = await lived(plan, 1);
        for (const { type } of log.flat()) happened.add(type);
        for (const month of MONTHS) {
          const { units, total } = await shown(month);
          const again = byUnit(log, month, now);
          expect(units.map(({ unit, ...figures }) => ({ id: unit.id, ...figures }))).toEqual(again.units);
          expect(total).toEqual(again.total);
          parts += again.total.received;
        }
      }),
      { numRuns: 200 },
    );
    // The histories are no empty ones.
    expect(parts).toBeGreaterThan(350);
    const telling = [
      'WorkAnswered',
      'DisputeSettled',
      'UnitAdded',
      'ReportReopened',
      'AnswerReturned',
      'ReportWithdrawn',
    ];
    expect([...happened]).toEqual(expect.arrayContaining(telling));
  });

  it('show with small numbers left out no other number than the log has, and none that is small', async () => {
    let shownNumbers = 0;
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        const smallest = 3;
        const { shown, log, now } = await lived(plan, smallest);
        for (const month of MONTHS) {
          const { units, total } = await shown(month);
          const again = byUnit(log, month, now);
          const rows = [
            ...units.map(({ unit, ...figures }) => [figures, again.units.find(({ id }) => id === unit.id)] as const),
            [total, again.total] as const,
          ];
          expect(units.map(({ unit }) => unit.id)).toEqual(again.units.map(({ id }) => id));
          for (const [figures, true_] of rows) {
            for (const [name, value] of Object.entries(figures)) {
              if (value === null) continue;
              shownNumbers++;
              expect(value, name).toBe(true_?.[name as keyof typeof figures]);
              if (name !== 'medianHours') expect(value === 0 || value >= smallest, `${name} ${value}`).toBe(true);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(shownNumbers).toBeGreaterThan(100);
  });
});
