/** The permission table, asked for a command on a report: the same answer at the API, by mail and in the decider. */
import { refuse, type Refused } from '../decision.ts';
import { authorise, type PermissionSubject } from '../staff/permissions.ts';
import type { ReportCommand } from './commands.ts';
import { hotlineOn, today, type ReportContext } from './report-context.ts';
import { REPORT_TRANSITIONS } from './report-transitions.ts';
import { currentWork, workOf } from './report-work.ts';
import type { Report, ReportWork } from './state.ts';
import { reportAsItStandsToday } from './transfer-report.ts';

/** What a permission about this report is asked of: the hotline, and whoever works or has worked on it. */
export function reportPermissionSubject(
  stored: Report,
  context: Pick<ReportContext, 'catalogue' | 'now'>,
): PermissionSubject {
  const state = reportAsItStandsToday(stored, context);
  return subjectOf(state, state.work);
}

export function refuseReportCommand(
  command: ReportCommand,
  state: Report | undefined,
  context: ReportContext,
): Refused | undefined {
  const { operation } = REPORT_TRANSITIONS[command.type];
  const { actor, catalogue, now } = context;
  const subject = state === undefined ? atTheHotline(context) : subjectOf(state, worksOf(command, state));
  const authorisation = authorise({ operation, actor, catalogue, now, subject });
  if (authorisation.kind === 'allowed') return undefined;
  const work = state !== undefined && 'workId' in command ? workOf(state, command.workId) : undefined;
  if (work === undefined || authorisation.why === 'role') {
    return refuse('not-permitted', { sort: 'forbidden', details: { operation, why: authorisation.why } });
  }
  const { unitId, officerId } = work;
  const details = { operation, unitId, ...(officerId !== undefined && { officer: officerId }) };
  return refuse('work-of-another', { sort: 'forbidden', details });
}

function atTheHotline({ catalogue, now }: ReportContext): PermissionSubject {
  const hotline = hotlineOn(catalogue, today({ now }));
  return hotline === undefined ? {} : { counterId: hotline.id };
}

/** A command about one part is judged by that alone; the one answer of all is the lead's. */
function worksOf(command: ReportCommand, state: Report): readonly ReportWork[] {
  if ('workId' in command) return [workOf(state, command.workId) ?? []].flat();
  const current = currentWork(state);
  return command.type === 'Consolidate' ? current.filter(({ lead }) => lead) : current;
}

function subjectOf({ core }: Report, works: readonly ReportWork[]): PermissionSubject {
  return {
    counterId: core.hotlineId,
    workUnitIds: works.map(({ unitId }) => unitId),
    officerIds: works.flatMap(({ officerId }) => officerId ?? []),
  };
}
