/**
 * An absence or a bounce that answers a notice says that mail does not reach its reader; the case goes on without that person. It moves
 * nothing else, and nobody answers it.
 */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import { localDateOf, type LocalDate } from '../../../shared/domain/time.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { addressedTo } from './addressed-to.ts';
import { isMailServer } from '../sender/machine-signs.ts';
import { domainOfAddress, isWithin } from '../sender/mail-domain.ts';
import { mailIdempotency } from '../mail-idempotency.ts';
import type { Arrived, ReceiverPorts } from './receiver-ports.ts';
import type { Recognised } from '../sender/recognise.ts';
import { MAIL } from './settle-mail.ts';
import type { ToCase } from './take-reply.ts';

type Machine = Extract<Recognised, { readonly kind: 'machine' }>;

/** @throws when the case stays busy. */
export async function reportMachine(ports: ReceiverPorts, arrived: Arrived, { what, until }: Machine): Promise<void> {
  if (what !== 'out-of-office' && what !== 'bounce') return;
  const { mail, mailId, now, catalogue } = arrived;
  const to = await addressedTo(ports, mail.recipients, arrived);
  if (to.kind !== 'valid') return;
  const command = commandOf(arrived, to, { what, until });
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
 * An absence counts only from the registered mailbox itself, a bounce only from the mail server of that mailbox's domain: an address that has got
 * about must not let a stranger take somebody's work away. Servers that nothing vouches for are heard by SES, to whom bounces go anyway
 * (feedback/take-feedback.ts).
 */
function commandOf(
  { verdict, catalogue, now }: Arrived,
  { address: { recipient } }: ToCase,
  { what, until }: { readonly what: 'out-of-office' | 'bounce'; readonly until: LocalDate | undefined },
): DossierCommand | undefined {
  if (recipient.kind === 'applicant' || !verdict.authenticated || verdict.address === undefined) return undefined;
  const on = localDateOf(now);
  const mailbox =
    recipient.kind === 'unit'
      ? unitOn(catalogue, recipient.unitId, on)?.mailbox.toLowerCase()
      : staffOn(catalogue, recipient.staffId, on)?.mailbox.toLowerCase();
  if (mailbox === undefined) return undefined;
  if (what === 'out-of-office') {
    const own = recipient.kind === 'staff' && verdict.address === mailbox;
    if (!own) return undefined;
    const absent = { type: 'ReportUnreachable', staffId: recipient.staffId, why: 'out-of-office' } as const;
    return until === undefined ? absent : { ...absent, until };
  }
  if (!isServerOf(domainOfAddress(mailbox), verdict.address)) return undefined;
  return recipient.kind === 'unit'
    ? { type: 'ReportMailboxUnreachable', unitId: recipient.unitId }
    : { type: 'ReportUnreachable', staffId: recipient.staffId, why: 'bounced' };
}

/** Not everybody of the domain, which may be a public provider's: only a name that no person gets. */
function isServerOf(domain: string, address: string): boolean {
  return isMailServer(address) && isWithin(domainOfAddress(address), domain);
}
