/** A mail to the reply address of a report: an answer of staff, or the reporter's own words, which go where all words to the hotline go. */
import { staffWithMailbox } from '../../../shared/domain/catalogue/people.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { addressedReport, type ToReport } from './addressed-report.ts';
import { holdMail } from './hold-mail.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import { whoReplies } from './replying-staff.ts';
import { takeHotlineMail } from './take-hotline-mail.ts';
import { takeReportReply } from './take-report-reply.ts';

/** @returns undefined when it is no mail about a report. */
export async function receiveOfReport(ports: ReceiverPorts, arrived: Arrived): Promise<MailDone | undefined> {
  const to = await addressedReport(ports, arrived.mail.recipients, arrived);
  if (to.kind === 'none') return undefined;
  // A colleague is told which addresses act; anybody else wrote to the hotline, whatever became of the address.
  if (to.kind === 'lost') return isColleague(arrived) ? undefined : takeHotlineMail(ports, arrived);
  const { recipient, reportId } = to.address;
  if (recipient.kind === 'applicant') {
    const own = await isReporter(ports, arrived, to);
    return takeHotlineMail(ports, arrived, own ? reportId : undefined);
  }
  const who = whoReplies(arrived, to, recipient);
  if (who.kind === 'staff') return takeReportReply(ports, arrived, { to, from: who.from });
  const { why, quiet = false } = who;
  return holdMail(ports, arrived, { to: { kind: 'none' }, why, quiet });
}

function isColleague({ catalogue, verdict, now }: Arrived): boolean {
  const { address, authenticated } = verdict;
  return authenticated && address !== undefined && staffWithMailbox(catalogue, address, localDateOf(now)).length > 0;
}

/** From the mailbox that the report came from, or that its reporter gave: whoever else has the address says nothing about the report. */
async function isReporter(
  ports: Pick<ReceiverPorts, 'people' | 'secrets'>,
  { verdict: { address, authenticated } }: Arrived,
  { found }: ToReport,
): Promise<boolean> {
  if (address === undefined || !authenticated) return false;
  const { conversationId } = found.state.core;
  if (conversationId === conversationIdOf(await ports.secrets.signingKeys(), 'email', address)) return true;
  const people = (await ports.people.kept(found.entityId, 'PERSON')) as ReportPeople | undefined;
  return people?.email?.toLowerCase() === address;
}
