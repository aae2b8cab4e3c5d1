/** What is missing is asked of the reporter; the answer brings the report back to be sorted. */
import type { RunningClock } from '../clock.ts';
import { accept, ignore, refuse, type Decision, type Refused } from '../decision.ts';
import { isBlank, isRefused, staffActor } from '../dossier/context.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import { awaits, awaitsNoInfo } from './awaits.ts';
import type { ReportCommandOf } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { hasHeard } from './has-heard.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportFor } from './report-transitions.ts';
import { leadOf } from './report-work.ts';
import { startServiceClock } from './service-clock.ts';
import type { Report } from './state.ts';
import { holderOf, hotlineDesk, hotlineHead, openHolders } from './told-of-report.ts';

export function askReporter(
  { question }: ReportCommandOf<'AskReporter'>,
  state: ReportFor<'AskReporter'>,
  context: ReportContext,
): Decision<ReportEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  if (isBlank(question)) return refuse('question-missing', { pointer: '/question' });
  const wait = startServiceClock(context, 'info', state.core.hotlineId);
  if (isRefused(wait)) return wait;
  const asked = { question, wait, by: actor.staffId, at: context.now };
  return accept({ type: 'ReporterAsked', ...asked, ...awaits(state, 'info') });
}

export function recordReporterWords(
  { messageId, attachments }: ReportCommandOf<'RecordReporterWords'>,
  state: Report,
  context: ReportContext,
): Decision<ReportEvent> {
  if (hasHeard(state, messageId)) return ignore('taken already');
  const check = checkAgain(state, context);
  if (isRefused(check)) return check;
  return accept({
    type: 'ReporterWordsRecorded',
    messageId,
    attachments,
    at: context.now,
    ...(check && { check }),
    tell: whoHears(state),
    ...awaitsNoInfo(state),
  });
}

function checkAgain(state: Report, context: ReportContext): RunningClock | Refused | undefined {
  return state.status === 'needs-info' ? startServiceClock(context, 'classify', state.core.hotlineId) : undefined;
}

/** Whoever has it in hand. Nobody while it waits to be sorted: whoever sorts it reads all there is. */
function whoHears(state: Report): readonly NoticeRecipient[] {
  switch (state.status) {
    case 'new':
      return [];
    case 'assigned':
      return openHolders(state);
    case 'consolidating':
      return [holderOf(leadOf(state))];
    case 'in-review':
      return [hotlineHead(state)];
    case 'needs-info':
    case 'closed':
    case 'rejected':
    case 'redirected':
    case 'merged':
    case 'withdrawn':
      return [hotlineDesk(state)];
    default:
      return state satisfies never;
  }
}
