/** Whose it is, decided: by the hotline, or finally by the head of the common superior. */
import type { StaffActor } from '../actor.ts';
import type { Unit } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { accept, refuse, type Decision, type Refused } from '../decision.ts';
import { isBlank, isHeadOf, isRefused, staffActor } from '../dossier/context.ts';
import type { ReportCommandOf } from './commands.ts';
import { superiorOf, whoDecidesTold } from './decline-work.ts';
import type { ReportEvent } from './events.ts';
import { newWork } from './new-work.ts';
import { openPart, whoWasFirst } from './open-part.ts';
import { hasDeclined } from './refuse-unit.ts';
import { today, type ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { currentWork, nextWorkId, workOf } from './report-work.ts';
import { startServiceClock } from './service-clock.ts';
import type { Dispute, ReportWork } from './state.ts';
import { holderOf } from './told-of-report.ts';

type Command = ReportCommandOf<'SettleDispute'>;
type State = ReportFor<'SettleDispute'>;

interface Settling {
  readonly command: Command;
  readonly state: State;
  readonly context: ReportContext;
  readonly actor: StaffActor;
  readonly work: ReportWork;
  readonly dispute: Dispute;
}

export function settleDispute(command: Command, state: State, context: ReportContext): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const work = workOf(state, command.workId);
  const dispute = work?.dispute;
  if (work === undefined || dispute === undefined) return noDispute(command.workId, state);
  const settling: Settling = { command, state, context, actor, work, dispute };
  const refused = refuseDecider(settling);
  if (refused !== undefined) return refused;
  if (isBlank(command.reason)) return refuse('reason-missing', { pointer: '/reason' });
  if (command.unitId === work.unitId) return accept(settled(settling));
  const unit = unitOn(context.catalogue, command.unitId, today(context));
  if (unit === undefined) return refuse('unknown-unit', { pointer: '/unitId', details: { unit: command.unitId } });
  return raised(settling) ?? givenTo(unit, settling);
}

function noDispute(workId: string, state: State): Refused {
  const part = openPart(workId, state);
  if (isRefused(part)) return part;
  return refuse('no-dispute', { sort: 'conflict', details: { ...whoWasFirst(part.decided) } });
}

/** A superior that has ended in a reform decides nothing any more: then the hotline does. */
function isForSuperior({ dispute, context }: Pick<Settling, 'dispute' | 'context'>): boolean {
  const { decidedBy } = dispute;
  return decidedBy.kind === 'superior' && unitOn(context.catalogue, decidedBy.unitId, today(context)) !== undefined;
}

function refuseDecider({ state, context, actor, dispute }: Settling): Refused | undefined {
  const { decidedBy } = dispute;
  if (decidedBy.kind === 'superior' && isForSuperior({ dispute, context })) {
    const { unitId } = decidedBy;
    return isHeadOf(context, unitId)
      ? undefined
      : refuse('superior-decides', { sort: 'forbidden', details: { unitId } });
  }
  return actor.unitId === state.core.hotlineId ? undefined : refuse('hotline-decides', { sort: 'forbidden' });
}

/** The hotline may not send it back to one that has declined: the report would go to and fro. */
function raised({ command, state, context, actor, work, dispute }: Settling): Decision<ReportEvent> | undefined {
  if (isForSuperior({ dispute, context }) || !hasDeclined(state, command.unitId)) return undefined;
  const units = [...new Set(state.declined.map(({ unitId }) => unitId))];
  const decidedBy = superiorOf(units, context);
  if (decidedBy === undefined) return undefined;
  const clock = startServiceClock(context, 'dispute', state.core.hotlineId);
  if (isRefused(clock)) return clock;
  return accept({
    type: 'DisputeRaised',
    workId: work.workId,
    dispute: { ...dispute, suggested: command.unitId, clock, decidedBy },
    reason: command.reason,
    tell: whoDecidesTold(decidedBy, state),
    by: actor.staffId,
    at: context.now,
  });
}

/** To a unit that is at work on it already no second part is given. */
function givenTo(unit: Unit, settling: Settling): Decision<ReportEvent> {
  const { command, state, context, actor, work } = settling;
  const there = currentWork(state).find(({ unitId }) => unitId === unit.id);
  if (there?.answer !== undefined) {
    return refuse('unit-has-answered', {
      sort: 'conflict',
      details: { unitId: unit.id, ...whoWasFirst(there.answer) },
    });
  }
  if (there !== undefined) return accept(settled(settling));
  const { lead, serviceLevel, round } = work;
  const origin = { kind: 'person', staffId: actor.staffId, reason: command.reason } as const;
  const next = newWork(unit, { workId: nextWorkId(state.work), lead, origin, serviceLevel, round }, context);
  if (isRefused(next)) return next;
  const final = isForSuperior(settling) || hasDeclined(state, unit.id);
  return accept(settled(settling, final ? { ...next, settled: true } : next));
}

function settled({ command, state, context, actor, work }: Settling, next?: ReportWork): ReportEvent {
  const stays = command.unitId === work.unitId;
  return {
    type: 'DisputeSettled',
    workId: work.workId,
    reason: command.reason,
    unitId: command.unitId,
    ...(next && { next }),
    ...(stays && work.officerId === undefined && { waits: { workId: work.workId, level: work.level } }),
    subscribers: state.subscribers,
    tell: [holderOf(work)],
    by: actor.staffId,
    at: context.now,
  };
}
