/** Reports of the same thing become one: the merged one's reporter follows the other, wherever that goes. */
import { accept, ignore, refuse, type Decision, type Refused } from '../decision.ts';
import { isRefused, staffActor } from '../dossier/context.ts';
import { awaitsNoInfo } from './awaits.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { refuseOnceAnswered } from './refuse-once-answered.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { startServiceClock } from './service-clock.ts';
import type { Report } from './state.ts';
import { openHolders } from './told-of-report.ts';

export function mergeInto(
  command: ReportCommandOf<'MergeInto'>,
  state: ReportFor<'MergeInto'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const refused = refuseMerge(command, state) ?? refuseOnceAnswered(state);
  if (refused !== undefined) return refused;
  return accept({
    type: 'ReportMerged',
    into: command.into,
    subscribers: state.subscribers,
    by: actor.staffId,
    at: context.now,
    tell: openHolders(state),
    ...awaitsNoInfo(state),
  });
}

function refuseMerge({ into, other }: ReportCommandOf<'MergeInto'>, state: Report): Refused | undefined {
  const pointer = '/into';
  if (into === state.core.reportId) return refuse('merged-into-itself', { pointer });
  if (state.subscribers.includes(into)) return refuse('merged-in-a-circle', { pointer });
  switch (other.status) {
    case 'merged':
      return refuse('merged-into-merged', { pointer, details: { into: other.into ?? into } });
    case 'rejected':
    case 'redirected':
    case 'withdrawn':
      return refuse('merged-into-ended', { pointer });
    case 'new':
    case 'needs-info':
    case 'assigned':
    case 'consolidating':
    case 'in-review':
    case 'closed':
      return undefined;
    default:
      return other.status satisfies never;
  }
}

/**
 * A merged report arrives. Where this one was merged itself meanwhile, it is passed on; where this one ended without an answer, it is sent back, and
 * so is one that comes home to itself because two were merged into one another: nobody's report ends in silence.
 */
export function addSubscriber(
  { reportId }: ReportCommandOf<'AddSubscriber'>,
  state: Report,
  context: ReportContext,
): Decision<ReportEvent> {
  const { now: at } = context;
  if (reportId === state.core.reportId) return undoMerge(state, context);
  if (state.subscribers.includes(reportId)) return ignore('follows already');
  const added = { type: 'SubscriberAdded', reportId, at } as const;
  switch (state.status) {
    case 'merged':
      return accept({ ...added, passedTo: state.into });
    case 'rejected':
    case 'redirected':
    case 'withdrawn':
      return accept({ ...added, passedTo: reportId });
    case 'closed':
      return accept({ ...added, answer: state.answer });
    case 'new':
    case 'needs-info':
    case 'assigned':
    case 'consolidating':
    case 'in-review':
      return accept(added);
    default:
      return state satisfies never;
  }
}

function undoMerge(state: Report, context: ReportContext): Decision<ReportEvent> {
  if (state.status !== 'merged') return ignore('not merged');
  const check = startServiceClock(context, 'classify', state.core.hotlineId);
  return isRefused(check) ? check : accept({ type: 'MergeUndone', check, at: context.now });
}
