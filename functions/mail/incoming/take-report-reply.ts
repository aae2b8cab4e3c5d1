/**
 * An answer of staff to a notice about a report. As with dossiers it acts only when two proofs agree (replying-staff.ts); otherwise nothing happens
 * and the registered mailbox is told. What a citizen is told stands in the first line or below its colon, and nowhere else.
 */
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import { readReportReply } from '../../../shared/domain/report/reply/read-report-reply.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { mailIdempotency } from '../mail-idempotency.ts';
import { newTextOf } from '../new-text/new-text.ts';
import type { ToReport } from './addressed-report.ts';
import { mayAnswerReply } from './answer-budget.ts';
import type { AfterCase } from './commit-to-case.ts';
import { decideReportReply, doubtAboutReport, refusalOfReply, type ReportReplyContext } from './decide-report-reply.ts';
import { holdMail } from './hold-mail.ts';
import { readFiles } from './mail-attachments.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import type { ReplyingStaff } from './replying-staff.ts';
import { MAIL } from './settle-mail.ts';
import { finishReply } from './take-reply.ts';

/** A mail that belongs to a report is no dossier's, whatever else it is written to. */
const NO_CASE = { kind: 'none' } as const;

/** @throws when the report stays busy: the message comes again. */
export async function takeReportReply(
  ports: ReceiverPorts,
  arrived: Arrived,
  { to, from }: { readonly to: ToReport; readonly from: ReplyingStaff },
): Promise<MailDone> {
  const { address, found } = to;
  const { actor, own, doubt } = from;
  const { staffId } = actor;
  const { mailId, now, catalogue } = arrived;
  const answer = await mayAnswerReply(ports.throttle, { caseId: address.reportId, staffId, own });
  const outcome = outcomeOf(from, address.reportId);
  // Whoever floods an address that is not theirs fills neither the report nor the mailbox.
  if (!answer && outcome.kind === 'held') {
    return holdMail(ports, arrived, { to: NO_CASE, why: outcome.why, answer: false, quiet: true });
  }
  const context: ReportReplyContext = { now, catalogue, actor };
  const reply = { mailId, address, answer };
  const done =
    doubt === undefined
      ? await commitReply(ports, arrived, { to, context, outcome, answer })
      : await commit(ports, arrived, {
          entityId: found.entityId,
          // Written by the machine: the person named did nothing.
          actor: MAIL,
          outcome,
          decide: (state) => doubtAboutReport({ ...reply, why: doubt }, state, context),
        });
  if (done.kind !== 'done' && done.kind !== 'replayed') throw new Error(`a reply about a report came to ${done.kind}`);
  return finishReply(ports, arrived, { outcome, to: NO_CASE });
}

async function commitReply(
  ports: ReceiverPorts,
  arrived: Arrived,
  about: {
    readonly to: ToReport;
    readonly context: ReportReplyContext;
    readonly outcome: AfterCase;
    readonly answer: boolean;
  },
): Promise<Execute<Report>> {
  const { to, context, outcome, answer } = about;
  const { mail, mailId, catalogue } = arrived;
  const { refused } = await readFiles({ mailId, attachments: mail.attachments }, { limits: catalogue.limits, room: 0 });
  const given = {
    mailId,
    reply: readReportReply(newTextOf(mail).text),
    address: to.address,
    leftFiles: refused.length,
    answer,
  };
  const { entityId } = to.found;
  const done = await commit(ports, arrived, {
    entityId,
    actor: context.actor,
    outcome,
    decide: (state) => decideReportReply(given, state, context),
  });
  if (done.kind !== 'refused') return done;
  // Only the record itself can be too full by now; the person is told that much.
  const { refusal } = done;
  return commit(ports, arrived, {
    entityId,
    actor: MAIL,
    outcome,
    decide: (state) => refusalOfReply({ mailId, answer, refusal }, state, context),
  });
}

/** A mail that may be anybody's is kept where a person looks, besides the question to the registered mailbox. */
function outcomeOf({ actor: { staffId }, own, doubt }: ReplyingStaff, reportId: string): AfterCase {
  if (doubt === 'virus') return { kind: 'virus' };
  if (!own && (doubt === 'other-sender' || doubt === 'not-authenticated')) return { kind: 'held', why: doubt };
  return { kind: 'report-answered', reportId, staffId };
}

/** Understood anew by the report as it then stands, should somebody be faster. */
function commit(
  ports: Pick<ReceiverPorts, 'reports'>,
  { mailId, now }: Arrived,
  about: {
    readonly entityId: string;
    readonly actor: Actor;
    readonly outcome: AfterCase;
    readonly decide: (state: Report) => Decision<ReportEvent>;
  },
): Promise<Execute<Report>> {
  const { entityId, actor, outcome, decide } = about;
  return executeCommand({
    store: ports.reports,
    decider: reportDecider,
    entityId,
    actor,
    at: now,
    decide: (state) => {
      if (state === undefined) throw new Error('the report is gone');
      return decide(state);
    },
    idempotency: mailIdempotency(mailId, now, outcome),
  });
}
