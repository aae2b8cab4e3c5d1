/**
 * A unit's part of a report waits for somebody. Whoever of the unit had the report before it was reopened has it again; else the least loaded
 * officer who is there. The message is a wake-up: a late, repeated or reordered one finds nothing left and changes nothing.
 */
import type { ReportAssignment } from '../../shared/contracts/messages.ts';
import type { SystemActor } from '../../shared/domain/actor.ts';
import { isAway, staffOf } from '../../shared/domain/catalogue/people.ts';
import { decideReport } from '../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import { lastKnownUnit, type ReportContext } from '../../shared/domain/report/report-context.ts';
import { reportDecider } from '../../shared/domain/report/report-decider.ts';
import { workOf } from '../../shared/domain/report/report-work.ts';
import type { Report, ReportWork } from '../../shared/domain/report/state.ts';
import { reportAsItStandsToday } from '../../shared/domain/report/transfer-report.ts';
import { chooseAssignee, type Assignment } from '../../shared/domain/routing/assign.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { CaseQueries } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import type { AssignmentOutcome } from './assign-work.ts';
import { loadsIn } from './loads-in.ts';

export interface ReportAssignmentPorts {
  readonly reports: EntityStore<Report, ReportEvent>;
  readonly queries: Pick<CaseQueries, 'openWork'>;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

const ROUTING: SystemActor = { kind: 'system', name: 'routing' };

/** @throws when the report is busy or the store is in trouble: the queue delivers again. */
export async function assignReport(ports: ReportAssignmentPorts, task: ReportAssignment): Promise<AssignmentOutcome> {
  const { entityId, workId } = task;
  const [before, catalogue] = await Promise.all([ports.reports.load(entityId), ports.catalogue.load()]);
  const context: ReportContext = { now: ports.clock.now(), actor: ROUTING, catalogue };
  const state = before && reportAsItStandsToday(before.state, context);
  const work = state && waiting(state, workId);
  if (state === undefined || work === undefined) return { kind: 'ignored', reason: 'nothing waits' };

  const assignment = hadItBefore(work, state, context) ?? (await leastLoaded(ports, work, { context, entityId }));
  const staffId = assignment.kind === 'assigned' ? assignment.staffId : undefined;
  const why = assignment.kind === 'assigned' ? assignment.why : 'nobody-present';
  const command = { type: 'AssignWork', workId, ...(staffId !== undefined && { staffId }), why } as const;

  const outcome = await executeCommand({
    store: ports.reports,
    decider: reportDecider,
    entityId,
    actor: ROUTING,
    at: context.now,
    decide: (current) => decideReport(command, current, context),
  });
  if (outcome.kind === 'done') return staffId === undefined ? { kind: 'nobody' } : { kind: 'assigned', staffId };
  if (outcome.kind === 'ignored') return { kind: 'ignored', reason: outcome.reason };
  if (outcome.kind !== 'refused') throw new Error(`not assigned: ${outcome.kind}`);
  throw new Error(`routing was refused: ${outcome.refusal.rule}`);
}

function waiting(state: Report, workId: string): ReportWork | undefined {
  if (state.status !== 'assigned') return undefined;
  const work = workOf(state, workId);
  return work?.status === 'open' && work.officerId === undefined ? work : undefined;
}

type Found = Assignment | { readonly kind: 'assigned'; readonly staffId: string; readonly why: 'had-it-before' };

function hadItBefore(work: ReportWork, state: Report, { catalogue, now }: ReportContext): Found | undefined {
  const on = localDateOf(now);
  const earlier = state.work.findLast(
    ({ unitId, round, officerId }) => unitId === work.unitId && round < work.round && officerId !== undefined,
  );
  const person = staffOf(catalogue, work.unitId, on).find(({ id }) => id === earlier?.officerId);
  if (person === undefined || isAway(person, on)) return undefined;
  return { kind: 'assigned', staffId: person.id, why: 'had-it-before' };
}

async function leastLoaded(
  { queries }: Pick<ReportAssignmentPorts, 'queries'>,
  { unitId, workId }: ReportWork,
  { context, entityId }: { readonly context: ReportContext; readonly entityId: string },
): Promise<Found> {
  return chooseAssignee({
    unit: lastKnownUnit(context, unitId),
    actor: 'officer',
    on: localDateOf(context.now),
    loads: await loadsIn(queries, unitId),
    seed: `${entityId} ${workId}`,
    catalogue: context.catalogue,
  });
}
