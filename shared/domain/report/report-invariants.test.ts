/** Random lives of a report: whatever anybody asks for, and however often and late, these things stay true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { timersLeft } from '../dossier/clock-timers.ts';
import { addMinutes } from '../time.ts';
import { availableReportActs } from './report-acts.ts';
import type { ReportCommand } from './commands.ts';
import { decideReport } from './decide-report.ts';
import type { ReportEvent } from './events.ts';
import { evolveReport } from './evolve-report.ts';
import { messagesForReport } from './report-messages.ts';
import { noticesForReport } from './report-notices.ts';
import { listingsOfReport } from './report-listings.ts';
import { progressOfReport } from './report-progress.ts';
import { possibleReportCommands } from './report-transitions.ts';
import { tasksForReport } from './report-tasks.ts';
import { timelineOfReport } from './report-timeline.ts';
import { currentWork, openWorkOf } from './report-work.ts';
import { clocksOfReport, runningReportClocks } from './running-report-clocks.ts';
import type { Report } from './state.ts';
import { hotlineCatalogue } from './testing/hotline-catalogue.ts';
import { CITIZEN, filing, HOTLINE_WORKER, MONDAY, ROUTING, TIMERS } from './testing/report-life.ts';

/** One more unit may decline before the superior decides than in the shipped policy: so the hotline can go astray as well. */
const catalogue = hotlineCatalogue({ hotline: { ...hotlineCatalogue().hotline, declinesBeforeSuperior: 3 } });
const ID = 'AAAA000001';
const people: readonly Actor[] = catalogue.staff.map(({ id, unit, roles }) => ({
  kind: 'staff',
  staffId: id,
  unitId: unit,
  roles,
  via: 'session',
}));
const anybody: readonly Actor[] = [...people, CITIZEN, HOTLINE_WORKER, ROUTING, TIMERS];

/** `open`: one of those that are, by the step's own number. */
const workId = fc.constantFrom('open', 'open', 'open', 'open', 'w1', 'w2', 'none');
const unitId = fc.constantFrom('roads', 'culture', 'water', 'justice-department', 'hotline', 'urban-718');
const reason = fc.constantFrom('Lý do', 'Lý do khác', 'Lý do nữa', ' ');
const text = fc.constantFrom('Nội dung', 'Nội dung khác', 'Nội dung nữa', '');
const outcome = fc.constantFrom('fixed', 'scheduled', 'explained', 'no-basis', 'not-competent');
const staffId = fc.constantFrom(...catalogue.staff.map(({ id }) => id), 'nobody');
const messageId = fc.constantFrom('m1', 'm2', 'm3', 'm4');
const reportId = fc.constantFrom('BBBB', 'CCCC');
const other = fc.constantFrom({ status: 'new' }, { status: 'merged', into: 'CCCC' }, { status: 'closed' });
const type = <Type extends ReportCommand['type']>(value: Type) => fc.constant(value);
const triage = fc.record(
  {
    type: type('Triage'),
    category: fc.constantFrom('roads', 'flood', 'conduct'),
    urgency: fc.constantFrom('urgent', 'normal', 'complex'),
    area: fc.constant('25750'),
    summary: fc.constantFrom('Ổ gà', 'Ổ gà sâu'),
    units: fc.array(unitId, { minLength: 1, maxLength: 3 }),
    reason,
  },
  { requiredKeys: ['type', 'category', 'urgency', 'area', 'summary'] },
);

const command: fc.Arbitrary<ReportCommand> = fc.oneof(
  { weight: 12, arbitrary: triage },
  fc.record({ type: type('AskReporter'), question: text }),
  fc.record({ type: type('RecordReporterWords'), messageId, attachments: fc.constant([]) }),
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ type: type('Reject'), reason: fc.constant('test'), text }),
      fc.record({ type: type('Redirect'), to: fc.constant('complaint'), text }),
      fc.record({ type: type('MergeInto'), into: fc.constantFrom(ID, 'BBBB'), other }) as fc.Arbitrary<ReportCommand>,
      fc.record({ type: type('Withdraw') }),
    ),
  },
  fc.record({ type: type('AddSubscriber'), reportId }),
  {
    weight: 5,
    arbitrary: fc.record(
      { type: type('AssignWork'), workId, staffId, why: fc.constant('x') },
      { requiredKeys: ['type', 'workId', 'why'] },
    ),
  },
  { weight: 2, arbitrary: fc.record({ type: type('AcceptWork'), workId }) },
  fc.record({ type: type('HandWorkOver'), workId, to: staffId, reason }),
  { weight: 2, arbitrary: fc.record({ type: type('ReportProgress'), workId, text }) },
  { weight: 20, arbitrary: fc.record({ type: type('AnswerWork'), workId, outcome, text }) },
  {
    weight: 10,
    arbitrary: fc.record(
      { type: type('DeclineWork'), workId, reason, suggested: unitId },
      { requiredKeys: ['type', 'workId', 'reason'] },
    ),
  },
  { weight: 16, arbitrary: fc.record({ type: type('SettleDispute'), workId, unitId, reason }) },
  { weight: 2, arbitrary: fc.record({ type: type('AddUnit'), unitId, reason }) },
  { weight: 4, arbitrary: fc.record({ type: type('Consolidate'), outcome, text }) },
  { weight: 3, arbitrary: fc.record({ type: type('ApproveAnswer'), text }, { requiredKeys: ['type'] }) },
  { weight: 3, arbitrary: fc.record({ type: type('ReturnAnswer'), reason }) },
  { weight: 2, arbitrary: fc.record({ type: type('Rate'), stars: fc.integer({ min: 0, max: 6 }), messageId }) },
  { weight: 5, arbitrary: fc.record({ type: type('Reopen'), messageId }, { requiredKeys: ['type'] }) },
  fc.record({ type: type('AddNote'), text }),
  fc.record({ type: type('LinkDossier'), caseId: fc.constantFrom('D1', 'D2') }),
  fc.record({ type: type('Publish'), summary: text, answer: text, personal: fc.constant([]), reason }),
  fc.record({ type: type('DoNotPublish'), reason }),
);

interface Step {
  /** The first that somebody may do now is done, so that lives get far; or whoever it is tries the first one. */
  readonly commands: readonly ReportCommand[];
  readonly actor: number;
  readonly anybody: boolean;
  readonly minutes: number;
}

const lives = fc.array(
  fc.record<Step>({
    commands: fc.array(command, { minLength: 4, maxLength: 4 }),
    actor: fc.nat(),
    anybody: fc.boolean(),
    minutes: fc.constantFrom(0, 0, 3, 25, 240, 3000),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

interface Moment {
  readonly before: Report | undefined;
  readonly after: Report;
  readonly events: readonly ReportEvent[];
  readonly now: string;
}

function live(steps: readonly Step[]): readonly Moment[] {
  const moments: Moment[] = [];
  let now = MONDAY;
  let state: Report | undefined;
  const act = (asked: ReportCommand, actor: Actor): boolean => {
    const decision = decideReport(asked, state, { now, actor, catalogue });
    if (decision.kind !== 'accepted') return false;
    const before = state;
    const after = decision.events.reduce<Report | undefined>(evolveReport, state);
    if (after === undefined) throw new Error('events that leave nothing');
    moments.push({ before, after, events: decision.events, now });
    state = after;
    return true;
  };
  act(filing({ reportId: ID }), HOTLINE_WORKER);
  for (const step of steps) {
    now = addMinutes(now, step.minutes);
    ringWhatIsDue(() => state, now, act);
    const asked = step.commands.map((one) => aboutSomethingOpen(one, step.actor, state));
    if (step.anybody) act(asked[0]!, anybody[step.actor % anybody.length]!);
    else asked.some((one) => anybody.some((actor) => act(one, actor)));
  }
  return moments;
}

function aboutSomethingOpen(asked: ReportCommand, number: number, state: Report | undefined): ReportCommand {
  if (!('workId' in asked) || asked.workId !== 'open' || state === undefined) return asked;
  const open = openWorkOf(state);
  return { ...asked, workId: open[number % Math.max(1, open.length)]?.workId ?? 'none' };
}

function ringWhatIsDue(
  stateNow: () => Report | undefined,
  now: string,
  act: (asked: ReportCommand, actor: Actor) => boolean,
): void {
  for (let rung = true; rung;) {
    const state = stateNow();
    const due = state && clocksOfReport(state).find(({ timer }) => timer !== undefined && timer.at <= now);
    rung = due?.timer !== undefined && act({ type: 'RingTimer', clockId: due.clockId, level: due.timer.level }, TIMERS);
    if (due !== undefined && !rung) throw new Error(`${due.clockId} is due and does not ring`);
  }
}

const always = (property: (moment: Moment, moments: readonly Moment[]) => void): void => {
  fc.assert(
    fc.property(lives, (steps) => {
      const moments = live(steps);
      for (const moment of moments) property(moment, moments);
    }),
    { numRuns: 70 },
  );
};

const AT_WORK: readonly Report['status'][] = ['assigned', 'consolidating', 'in-review', 'closed'];

describe('a report, whatever is asked of it', () => {
  it('has exactly one lead among its parts while units are at work', () => {
    always(({ before, after, events }) => {
      const parts = currentWork(after);
      if (AT_WORK.includes(after.status)) expect(parts.filter(({ lead }) => lead)).toHaveLength(1);
      expect(new Set(parts.map(({ unitId: unit }) => unit)).size).toBe(parts.length);
      expect(new Set(after.work.map((work) => work.workId)).size).toBe(after.work.length);
      for (const event of events) {
        if (event.type === 'UnitAdded')
          expect(before?.work.map((work) => work.workId)).not.toContain(event.work.workId);
      }
    });
  });

  it('is assigned exactly while a part is open, and never ends with one', () => {
    always(({ after }) => {
      expect(openWorkOf(after).length > 0).toBe(after.status === 'assigned');
    });
  });

  it('is never closed without an answer of a unit, nor without words for the reporter', () => {
    always(({ after, events }) => {
      if (after.status === 'closed') {
        expect(after.answer.text.trim()).not.toBe('');
        expect(after.answer.unitIds.length).toBeGreaterThan(0);
        expect(currentWork(after).every(({ answer }) => answer !== undefined)).toBe(true);
      }
      for (const event of events) {
        const ends = ['ReportAnswered', 'ReportRejected', 'ReportRedirected', 'ReportMerged'].includes(event.type);
        if (ends) expect(messagesForReport(event, ID)).not.toEqual([]);
      }
    });
  });

  it('never calls "not competent" an answer that nobody has read over', () => {
    always(({ after }) => {
      if (after.status === 'closed' && after.answer.outcome === 'not-competent')
        expect(after.answer.approvedBy).toBe('shift-head');
    });
  });

  it('has a running clock for whatever waits, on the list of whoever is to act, and none once it has ended', () => {
    always(({ after }) => {
      const items = clocksOfReport(after);
      const ended = ['closed', 'rejected', 'redirected', 'merged', 'withdrawn'].includes(after.status);
      expect(items.length > 0).toBe(!ended);
      expect(new Set(items.map(({ clockId }) => clockId)).size).toBe(items.length);
      expect(items.every(({ work }) => work !== undefined)).toBe(true);
      const parts = openWorkOf(after).map(
        ({ workId: id, status }) => `${status === 'open' ? 'work' : 'dispute'}:${id}`,
      );
      if (after.status === 'assigned') expect(items.map(({ clockId }) => clockId)).toEqual(parts);
      for (const { clock } of runningReportClocks(after)) {
        const times = timersLeft(clock).map(({ at }) => at);
        expect(times).toEqual(times.toSorted());
      }
    });
  });

  it('lets the public progress only grow, but for a reopening', () => {
    always(({ before, after, events }) => {
      if (before === undefined || events.some((event) => event.type === 'ReportReopened')) return;
      expect(progressOfReport(after).percent).toBeGreaterThanOrEqual(progressOfReport(before).percent);
    });
  });

  it('keeps its published times: nothing moves a due time of a part but a new clock', () => {
    always(({ before, after, events, now }) => {
      const known = new Map(before?.work.map((work) => [work.workId, work.clock]));
      for (const { workId: id, clock } of after.work) {
        const was = known.get(id);
        if (was === undefined || was.dueAt === clock.dueAt) continue;
        expect(events[0]?.type).toMatch(/^(ReportTriaged|AnswerReturned)$/);
        expect(clock.startedAt).toBe(now);
      }
    });
  });

  it('does not go to and fro: nobody declines after a settlement, and a unit that declined gets it back only so', () => {
    always(({ before, events }) => {
      for (const event of events) {
        if (event.type === 'WorkDeclined')
          expect(before?.work.find((work) => work.workId === event.workId)?.settled).not.toBe(true);
        if (event.type !== 'DisputeSettled' || event.next === undefined) continue;
        const declinedBefore = before?.declined.some((one) => one.unitId === event.unitId) === true;
        if (declinedBefore) expect(event.next.settled).toBe(true);
      }
    });
  });

  it('rings each warning of a clock once', () => {
    always((_, moments) => {
      const rung = moments.flatMap(({ before, events }) =>
        events.flatMap((event) => {
          if (event.type !== 'ReportTimerRang' || before === undefined) return [];
          const clock = runningReportClocks(before).find((one) => one.clockId === event.clockId)?.clock;
          return [`${event.clockId} ${clock?.startedAt ?? ''} ${event.level}`];
        }),
      );
      expect(rung).toEqual([...new Set(rung)]);
    });
  });

  it('says the same of itself however it is asked: acts, lists, tasks and timeline follow from state and events', () => {
    always(({ after, events, now }, moments) => {
      for (const actor of people)
        for (const { action, workId: id } of availableReportActs(after, { now, actor, catalogue }))
          if (id !== undefined)
            expect(
              openWorkOf(after).map((work) => work.workId),
              action,
            ).toContain(id);
      expect(possibleReportCommands(after)).toContain('AddNote');
      const listings = listingsOfReport(after).map(({ list, key }) => `${list} ${key}`);
      expect(listings).toEqual([...new Set(listings)]);
      for (const event of events) {
        for (const { workId: id } of tasksForReport(event, `report#${ID}`).levels)
          expect(after.work.some((work) => work.workId === id)).toBe(true);
        const told = noticesForReport(event).map((notice) => JSON.stringify(notice));
        expect(told).toEqual([...new Set(told)]);
      }
      expect(timelineOfReport(moments, catalogue)[0]?.at).toBe(MONDAY);
    });
  });

  it('reaches every status in these lives, or they would prove little', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after, events } of live(steps)) {
          seen.add(after.status);
          for (const event of events) seen.add(event.type);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
    for (const expected of [
      ...['new', 'needs-info', 'assigned', 'consolidating', 'in-review', 'closed', 'rejected', 'redirected'],
      ...['merged', 'withdrawn', 'WorkDeclined', 'DisputeSettled', 'DisputeRaised', 'AnswerReturned', 'UnitAdded'],
      ...['ReportReopened', 'ReportRated', 'ReportPublished', 'WorkHandedOver', 'ReportTimerRang'],
    ])
      expect(seen, expected).toContain(expected);
  });
});
