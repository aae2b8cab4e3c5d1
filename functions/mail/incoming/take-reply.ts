/**
 * An answer of staff to a notice. It acts only when two proofs agree: the address, which names one case and one recipient, and the sender's
 * domain, which vouches for that recipient's registered mailbox. Otherwise nothing happens and the registered mailbox is told, never the
 * sender of the mail.
 */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { ReplyDoubt } from '../../../shared/domain/dossier/reply-result.ts';
import { asItStandsToday } from '../../../shared/domain/dossier/transfer-competence.ts';
import type { HeldReason } from '../../../shared/domain/mail/incoming-mail.ts';
import { readReply } from '../../../shared/domain/reply/read-reply.ts';
import { probeDossierCode, takeDossierCode } from '../../dossiers/dossier-numbers.ts';
import type { FoundDossier } from '../../dossiers/find-dossier.ts';
import type { AddressedTo } from './addressed-to.ts';
import { mayAnswerReply } from './answer-budget.ts';
import { commitToCase, type AfterCase, type CaseCommit } from './commit-to-case.ts';
import { decideReply, doubtAbout, recorded, resolve, type ReplyContext, type StaffReply } from './decide-reply.ts';
import { holdMail, type Holding } from './hold-mail.ts';
import { filedAs, readFiles, type MailFiles } from './mail-attachments.ts';
import { newTextOf } from '../new-text/new-text.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import type { ReplyingStaff } from './replying-staff.ts';
import { MAIL, settleMail } from './settle-mail.ts';

export type ToCase = Extract<AddressedTo, { readonly kind: 'valid' | 'expired' }>;

const ATTEMPTS = 3;

/** @throws when the case stays busy: the message comes again. */
export async function takeReply(
  ports: ReceiverPorts,
  arrived: Arrived,
  { to, from }: { readonly to: ToCase; readonly from: ReplyingStaff },
): Promise<MailDone> {
  const { actor, own, doubt } = from;
  const { caseId } = to.address;
  const { staffId } = actor;
  const answer = await mayAnswerReply(ports.throttle, { caseId, staffId, own });
  const outcome = outcomeOf(from, caseId);
  // Whoever floods an address that is not theirs fills neither the case nor the mailbox.
  if (!answer && outcome.kind === 'held')
    return holdMail(ports, arrived, { ...strangers(to, outcome.why), quiet: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = attempt === 0 ? to.found : await reloaded(ports, to.found);
    const asked = { found, outcome, answer };
    const done =
      doubt === undefined
        ? await commitReply(ports, arrived, { ...asked, to, actor })
        : await commitDoubt(ports, arrived, { ...asked, actor, doubt });
    if (done.kind === 'stale-version') continue;
    if (done.kind !== 'done' && done.kind !== 'replayed') throw new Error(`a reply came to ${done.kind}`);
    return finishReply(ports, arrived, { outcome, to });
  }
  throw new Error('the case moves faster than the reply is read');
}

/** The last of what is to be made of the mail, also by a redelivery that finds the case told. */
export async function finishReply(
  ports: ReceiverPorts,
  arrived: Arrived,
  { outcome, to }: { readonly outcome: AfterCase; readonly to: AddressedTo },
): Promise<MailDone> {
  if (outcome.kind === 'held') return holdMail(ports, arrived, strangers(to, outcome.why));
  await settleMail(ports, arrived, outcome);
  return { kind: outcome.kind };
}

/** A mail that may be anybody's is kept where a person looks, besides the question to the registered mailbox. */
function outcomeOf({ actor: { staffId }, own, doubt }: ReplyingStaff, caseId: string): AfterCase {
  if (doubt === 'virus') return { kind: 'virus' };
  if (!own && (doubt === 'other-sender' || doubt === 'not-authenticated')) return { kind: 'held', why: doubt };
  return { kind: 'answered', caseId, staffId };
}

function strangers(to: AddressedTo, why: HeldReason): Holding {
  return { to, why, answer: false };
}

interface Asked {
  readonly found: FoundDossier;
  readonly actor: StaffActor;
  readonly outcome: AfterCase;
  readonly answer: boolean;
}

/** Written by the machine: the person named did nothing. */
function commitDoubt(
  ports: ReceiverPorts,
  arrived: Arrived,
  { found, actor, outcome, answer, doubt }: Asked & { readonly doubt: ReplyDoubt },
): ReturnType<typeof commitToCase> {
  const { mailId } = arrived;
  const context = contextOf(arrived, actor);
  const decide: CaseCommit['decide'] = (state) => doubtAbout({ mailId, why: doubt, answer }, state, context);
  return commitToCase(ports, arrived, { found, actor: MAIL, files: [], outcome, decide });
}

async function commitReply(
  ports: ReceiverPorts,
  arrived: Arrived,
  { found, actor, outcome, answer, to }: Asked & { readonly to: ToCase },
): ReturnType<typeof commitToCase> {
  const { mail, mailId, catalogue } = arrived;
  const { limits } = catalogue;
  const room = limits.attachmentsPerDossier - found.state.attachments.length;
  const files = await readFiles({ mailId, attachments: mail.attachments }, { limits, room });
  await keepNames(ports, arrived, files.refused);
  const reply: StaffReply = {
    mailId,
    reply: readReply(newTextOf(mail).text),
    address: to.address,
    attachments: files.taken.map(filedAs),
    refusedFiles: files.refused.length,
    answer,
  };
  const context = contextOf(arrived, actor);
  const dossierCode = await codeFor(ports, { reply, found, context });
  const decision = decideReply(reply, found.state, { context, dossierCode });
  const filed = decision.events.some((event) => event.type === 'NoteAdded') ? files : NO_FILES;
  const commit = { found, outcome, files: filed.taken };
  const done = await commitToCase(ports, arrived, { ...commit, actor, decide: () => decision });
  if (done.kind !== 'refused') return done;
  // Only the record itself can be too full by now; the person is told that much.
  const result = { kind: 'refused', choice: { action: 'note', fields: {} }, refusal: done.refusal } as const;
  const { staffId } = actor;
  const told = () => recorded({ mailId, staffId, result, answer }, found.state, { context, events: [] });
  return commitToCase(ports, arrived, { ...commit, files: [], actor: MAIL, decide: told });
}

/** The receipt names the files that were not taken; names are no matter for an event. Before the commit, from which the receipt starts. */
async function keepNames(
  ports: Pick<ReceiverPorts, 'readings'>,
  { mail, mailId, verdict, now: receivedAt }: Arrived,
  refused: MailFiles['refused'],
): Promise<void> {
  if (refused.length === 0) return;
  const from = verdict.address ?? '';
  await ports.readings.keepReading(mailId, {
    from,
    subject: mail.subject,
    text: '',
    receivedAt,
    attachments: [],
    refused,
  });
}

const NO_FILES: MailFiles = { taken: [], refused: [] };

/** A number is taken only for a reply that receives the dossier and may, as at the counter (dossier-numbers.ts). */
async function codeFor(
  ports: ReceiverPorts,
  {
    reply,
    found,
    context,
  }: { readonly reply: StaffReply; readonly found: FoundDossier; readonly context: ReplyContext },
): Promise<string> {
  const { counterId } = asItStandsToday(found.state, context);
  const place = { catalogue: context.catalogue, counterId, at: context.now };
  const probe = probeDossierCode(place);
  if (resolve(reply, found.state, context).kind !== 'receive') return probe;
  const { events } = decideReply(reply, found.state, { context, dossierCode: probe });
  const receives = events.some((event) => event.type === 'DossierReceived');
  return receives ? takeDossierCode(ports.numbers, place) : probe;
}

function contextOf({ now, catalogue }: Arrived, actor: StaffActor): ReplyContext {
  return { now, catalogue, actor };
}

async function reloaded(ports: Pick<ReceiverPorts, 'cases'>, { entityId }: FoundDossier): Promise<FoundDossier> {
  const snapshot = await ports.cases.load(entityId);
  if (snapshot === undefined) throw new Error('the case is gone');
  return { entityId, ...snapshot };
}
