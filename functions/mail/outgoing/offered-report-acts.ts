/** The acts that a notice about a report offers its recipient: what is theirs now, about what the notice is about. */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { staffOf } from '../../../shared/domain/catalogue/people.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import { availableReportActs } from '../../../shared/domain/report/report-acts.ts';
import { workOf } from '../../../shared/domain/report/report-work.ts';
import { REPORT_REPLY_ACTS, type ReportReplyAct } from '../../../shared/domain/report/reply/report-reply-acts.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import type { Addressee } from './recipient-address.ts';

export interface OfferedReportAct {
  /** `note` has no page; only an answer makes one. */
  readonly action: ReportReplyAct;
  readonly workId?: string;
}

export interface ReportOffer {
  readonly report: Report;
  /** Only what is about this part; undefined when the notice is about the whole report. */
  readonly workId: string | undefined;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export function offeredReportActs(addressee: Addressee, offer: ReportOffer): readonly OfferedReportAct[] {
  switch (addressee.kind) {
    case 'applicant':
      return [];
    case 'staff':
      return offeredTo(addressee.staffId, offer);
    // What the people behind a shared mailbox may do between them: whoever of them answers, from their own mailbox, is asked again.
    case 'mailbox':
      return staffOf(offer.catalogue, addressee.unitId, localDateOf(offer.now))
        .flatMap(({ id }) => offeredTo(id, offer))
        .reduce<readonly OfferedReportAct[]>(
          (all, act) => (all.some((one) => isSame(one, act)) ? all : [...all, act]),
          [],
        );
    default:
      return addressee satisfies never;
  }
}

/** Each once, in the order of the address. */
export function addressReportActs(acts: readonly OfferedReportAct[]): readonly ReportReplyAct[] {
  const actions = new Set(acts.map(({ action }) => action));
  return REPORT_REPLY_ACTS.filter((act) => actions.has(act));
}

/** The one part that the acts are about; with several, the answer itself has to say. */
export function placeOfActs(acts: readonly OfferedReportAct[]): { readonly workId?: string } {
  const [first, ...others] = [...new Set(acts.flatMap(({ workId }) => workId ?? []))];
  return first === undefined || others.length > 0 ? {} : { workId: first };
}

/** The part that an event is about. */
export function partOfEvent(event: ReportEvent): string | undefined {
  if (event.type === 'DisputeSettled') return event.next?.workId ?? event.workId;
  if (event.type === 'UnitAdded') return event.work.workId;
  if (event.type === 'ReportTimerRang') return partOfClock(event.clockId);
  if (event.type === 'ReportReplyAnswered') return partOfReply(event);
  return 'workId' in event ? event.workId : undefined;
}

export function partOfClock(clockId: string): string | undefined {
  return /^(?:work|dispute):(.+)$/u.exec(clockId)?.[1];
}

function partOfReply({ result }: Extract<ReportEvent, { readonly type: 'ReportReplyAnswered' }>): string | undefined {
  if (result.kind === 'noted') return result.perhaps;
  return result.kind === 'doubtful' ? undefined : result.choice.workId;
}

function offeredTo(staffId: string, { report, workId, catalogue, now }: ReportOffer): readonly OfferedReportAct[] {
  const actor = staffActorOn(catalogue, { staffId, via: 'link' }, now);
  if (actor === undefined) return [];
  const context = { now, actor, catalogue };
  const mayNote = decideReport({ type: 'AddNote', text: '…' }, report, context).kind === 'accepted';
  return [
    ...(mayNote ? [{ action: 'note' } as const] : []),
    ...availableReportActs(report, context).filter(
      (act) =>
        (act.workId === undefined || workId === undefined || act.workId === workId) && isForThem(act, report, actor),
    ),
  ];
}

/** The head may do an officer's work too, but is offered it only where nobody has it; giving it to somebody else always. */
function isForThem({ action, workId }: OfferedReportAct, report: Report, { staffId }: StaffActor): boolean {
  const officerId = workId === undefined ? undefined : workOf(report, workId)?.officerId;
  return (
    officerId === undefined || officerId === staffId || action === 'hand-report-over' || action === 'settle-report'
  );
}

function isSame(left: OfferedReportAct, right: OfferedReportAct): boolean {
  return left.action === right.action && left.workId === right.workId;
}
