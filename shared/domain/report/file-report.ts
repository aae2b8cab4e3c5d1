import { accept, refuse, type Decision } from '../decision.ts';
import { isRefused } from '../dossier/context.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { hotlineOn, today, type ReportContext } from './report-context.ts';
import { startServiceClock } from './service-clock.ts';

/** The hotline has minutes, day and night, to sort it; that it arrived the citizen is told at once. */
export function fileReport({ core }: ReportCommandOf<'FileReport'>, context: ReportContext): Decision<ReportEvent> {
  const hotline = hotlineOn(context.catalogue, today(context));
  if (hotline === undefined) return refuse('no-hotline');
  const check = startServiceClock(context, 'classify', hotline.id);
  if (isRefused(check)) return check;
  return accept({ type: 'ReportFiled', core: { ...core, filedAt: context.now, hotlineId: hotline.id }, check });
}
