/**
 * A notice to staff about a report. The reporter's name, telephone and words stand only in a mail to a person who works on it or may have to ask,
 * by the same rule as on the pages; a shared mailbox reads the operator's summary and signs in for the rest.
 */
import type { EventNotice } from '../../../shared/contracts/messages.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import type { ReportReplyAct } from '../../../shared/domain/report/reply/report-reply-acts.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { reportAsItStandsToday } from '../../../shared/domain/report/transfer-report.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { reportAddress } from '../../../shared/shell/report-address.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { maySeePeople } from '../../petitions/report-access.ts';
import { reportActionUrl } from '../../petitions/report-link.ts';
import { buildReportFacts } from '../writing/reports/build-report-facts.ts';
import { reportTemplateNamed } from '../writing/reports/report-templates.ts';
import { composeMail } from './compose-mail.ts';
import { frameReportMail } from './frame-report-mail.ts';
import { isReportOutdated } from './is-report-outdated.ts';
import { addressReportActs, offeredReportActs, partOfEvent, placeOfActs } from './offered-report-acts.ts';
import type { MailPorts, Today } from './prepare-mail.ts';
import { reachableAddressee } from './reachable.ts';
import { addresseeOf, type Addressee } from './recipient-address.ts';
import { recipientOf } from './reply-to.ts';
import type { PreparedMail } from './send-notice.ts';

export async function prepareReportNotice(ports: MailPorts, notice: EventNotice, today: Today): Promise<PreparedMail> {
  const { entityId, noticeId } = notice;
  const [snapshot, history] = await Promise.all([ports.reports.load(entityId), ports.reports.history(entityId)]);
  const committed = history.find(({ version }) => version === notice.version)?.events;
  const event = committed?.[notice.eventIndex];
  if (snapshot === undefined || committed === undefined || event === undefined) {
    throw new Error('a notice about an event that is not there');
  }
  const { catalogue, keys, now } = today;
  const report = reportAsItStandsToday(snapshot.state, { catalogue, now });
  if (isReportOutdated(event, report)) return { kind: 'outdated' };

  const on = localDateOf(now);
  const named = addresseeOf(notice.recipient, undefined, { catalogue, on });
  // Who has just written is reached where they wrote from.
  const answers = event.type === 'ReportReplyAnswered';
  const addressee =
    named === undefined || answers ? named : await reachableAddressee(named, { marks: ports.marks, catalogue, on });
  if (addressee === undefined) return { kind: 'no-address' };

  const acts = offeredReportActs(addressee, { report, workId: partOfEvent(event), catalogue, now });
  const urlOf = linksFor(ports, { reportId: report.core.reportId, addressee }, today);
  const facts = buildReportFacts({
    report,
    people: await peopleFor(ports, { entityId, report, addressee }, today),
    catalogue,
    now,
    pageUrl: `${ports.publicBaseUrl}/hotline/r/${report.core.reportId}`,
    actions: acts.flatMap((act) => {
      const url = urlOf(act.action, act.workId);
      return url === undefined ? [] : [{ ...act, url }];
    }),
    alongside: committed.filter((one) => one !== event),
    urlOf,
  });
  const replyActs = addressReportActs(acts);
  const body = reportTemplateNamed(notice.template)(event, facts);
  const mail = await composeMail(frameReportMail(body, { facts, addressee, replyActs }), {
    from: ports.from,
    to: addressee.address,
    replyTo: reportAddress(keys, ports.replyDomain, {
      reportId: report.core.reportId,
      recipient: recipientOf(addressee),
      acts: replyActs,
      ...placeOfActs(acts),
      now,
    }),
    inAnswer: answers,
    noticeId,
    thread: `${entityId} ${addressee.address}`,
    date: new Date(now),
  });
  return { kind: 'mail', mail };
}

async function peopleFor(
  { people }: Pick<MailPorts, 'people'>,
  about: { readonly entityId: string; readonly report: Report; readonly addressee: Addressee },
  { catalogue, now }: Today,
): Promise<ReportPeople | undefined> {
  const { entityId, report, addressee } = about;
  if (addressee.kind !== 'staff') return undefined;
  const actor = staffActorOn(catalogue, { staffId: addressee.staffId, via: 'mail' }, now);
  if (actor === undefined || !maySeePeople(report, { actor, catalogue, now })) return undefined;
  return (await people.kept(entityId, 'PERSON')) as ReportPeople | undefined;
}

/** A link names a person: a shared mailbox gets none, it answers or signs in. A note has no page. */
function linksFor(
  { publicBaseUrl }: Pick<MailPorts, 'publicBaseUrl'>,
  { reportId, addressee }: { readonly reportId: string; readonly addressee: Addressee },
  { keys, now }: Today,
) {
  return (action: ReportReplyAct, workId: string | undefined): string | undefined => {
    if (addressee.kind !== 'staff' || action === 'note') return undefined;
    const { staffId } = addressee;
    return reportActionUrl(keys, publicBaseUrl, {
      action,
      reportId,
      ...(workId !== undefined && { workId }),
      staffId,
      now,
    });
  };
}
