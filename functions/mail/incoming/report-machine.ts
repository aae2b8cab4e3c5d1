/**
 * An absence or a bounce that answers a notice says that mail does not reach its reader; the case goes on without that person. It moves
 * nothing else, and nobody answers it.
 */
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import type { MachineMail } from '../../../shared/domain/mail/incoming-mail.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { addressedTo } from './addressed-to.ts';
import { mailIdempotency } from '../mail-idempotency.ts';
import type { Arrived, ReceiverPorts } from './receiver-ports.ts';
import { MAIL } from './settle-mail.ts';
import type { ToCase } from './take-reply.ts';

/** @throws when the case stays busy. */
export async function reportMachine(ports: ReceiverPorts, arrived: Arrived, what: MachineMail): Promise<void> {
  if (what !== 'out-of-office' && what !== 'bounce') return;
  const { mail, mailId, now, catalogue } = arrived;
  const to = await addressedTo(ports, mail.recipients, arrived);
  if (to.kind !== 'valid') return;
  const command = commandOf(arrived, to, what);
  if (command === undefined) return;
  const outcome = await executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId: to.found.entityId,
    actor: MAIL,
    at: now,
    decide: (state) => decideDossier(command, state, { now, catalogue, actor: MAIL }),
    idempotency: mailIdempotency(mailId, now, { kind: 'machine', what }),
  });
  if (outcome.kind === 'busy' || outcome.kind === 'stale-version') throw new Error(`${command.type}: ${outcome.kind}`);
}

/**
 * An absence counts only from the registered mailbox itself. A bounce comes from a server that nothing vouches for: that it knows the
 * address, which only the notice carried, has to do.
 */
function commandOf(
  { verdict, catalogue, now }: Arrived,
  { address: { recipient } }: ToCase,
  what: 'out-of-office' | 'bounce',
): DossierCommand | undefined {
  if (recipient.kind === 'applicant') return undefined;
  if (recipient.kind === 'unit') {
    return what === 'bounce' ? { type: 'ReportMailboxUnreachable', unitId: recipient.unitId } : undefined;
  }
  const { staffId } = recipient;
  if (what === 'bounce') return { type: 'ReportUnreachable', staffId, why: 'bounced' };
  const mailbox = staffOn(catalogue, staffId, localDateOf(now))?.mailbox.toLowerCase();
  const own = verdict.authenticated && mailbox !== undefined && verdict.address === mailbox;
  return own ? { type: 'ReportUnreachable', staffId, why: 'out-of-office' } : undefined;
}
