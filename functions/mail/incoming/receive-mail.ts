/**
 * One mail that lies in the bucket: read, recognised, and either acted upon in one commit of its case, settled as nobody's business, or held
 * for a person. Nothing is dropped and nothing is done twice: the case's commit carries the mail's key, and the mail's own entity is the last
 * thing written, so that a redelivery after any crash finishes what was begun.
 */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn, staffWithMailbox } from '../../../shared/domain/catalogue/people.ts';
import type { ReplyDoubt } from '../../../shared/domain/dossier/reply-result.ts';
import type { HeldReason } from '../../../shared/domain/mail/incoming-mail.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import type { ArrivedMail } from '../../../shared/contracts/messages.ts';
import { MAIL_BYTES } from '../../../shared/contracts/incoming-mail-limits.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { mailEntityId } from '../mail-entity.ts';
import { addressedTo, type AddressedTo } from './addressed-to.ts';
import type { AfterCase } from './commit-to-case.ts';
import { headOf } from '../reading/head-of-mail.ts';
import { holdMail } from './hold-mail.ts';
import { writtenTo } from '../reading/mail-addresses.ts';
import { domainOfAddress } from '../sender/mail-domain.ts';
import { mailIdOf } from '../reading/mail-id.ts';
import { mailKey } from '../mail-idempotency.ts';
import { parseMail } from '../reading/parse-mail.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import { recognise, type Recognised } from '../sender/recognise.ts';
import { reportMachine } from './report-machine.ts';
import { senderVerdict } from '../sender/sender-verdict.ts';
import { settleMail } from './settle-mail.ts';
import { takeLetter } from './take-letter.ts';
import { finishReply, takeReply, type ToCase } from './take-reply.ts';

/** @throws on a fault: the message comes again, and at last lies where a person sees it. */
export async function receiveMail(ports: ReceiverPorts, { key }: ArrivedMail): Promise<MailDone> {
  const raw = await ports.archive.read(key, MAIL_BYTES);
  // Its time in the bucket is over: an old message of the queue, or a replay that goes too far back.
  if (raw === undefined) return { kind: 'gone' };
  const mail = await parseMail(raw.tooLarge ? headOf(raw.bytes) : raw.bytes);
  const mailId = mailIdOf(mail);
  if ((await ports.mails.load(mailEntityId(mailId))) !== undefined) return { kind: 'duplicate' };
  const verdict = senderVerdict(mail, ownDomain(ports));
  const now = ports.clock.now();
  const catalogue = await ports.catalogue.load();
  const arrived: Arrived = { mail, mailId, objectKey: key, verdict, tooLarge: raw.tooLarge, now, catalogue };
  return (await begunBefore(ports, arrived)) ?? understand(ports, arrived);
}

/** A crash between the case's commit and the mail's: only the second is still to be made. */
async function begunBefore(ports: ReceiverPorts, arrived: Arrived): Promise<MailDone | undefined> {
  const answered = await ports.cases.answered(mailKey(arrived.mailId));
  if (answered?.kind !== 'replayed') return undefined;
  const outcome = answered.response.body as AfterCase;
  return finishReply(ports, arrived, { outcome, to: await addressedTo(ports, arrived.mail.recipients, arrived) });
}

async function understand(ports: ReceiverPorts, arrived: Arrived): Promise<MailDone> {
  const { mail, verdict } = arrived;
  const recognised = recognise(mail, { domains: [ownDomain(ports), ports.replyDomain] });
  if (verdict.virus) return withVirus(ports, arrived, recognised);
  if (verdict.authenticated && verdict.address !== undefined) await ports.marks.clear(verdict.address);
  if (recognised.kind === 'machine') {
    const { what } = recognised;
    await reportMachine(ports, arrived, recognised);
    await settleMail(ports, arrived, { kind: 'machine', what });
    return { kind: 'machine' };
  }
  const to = await addressedTo(ports, mail.recipients, arrived);
  if (to.kind !== 'valid' && to.kind !== 'expired') return holdMail(ports, arrived, { to, why: whyHeld(arrived, to) });
  switch (to.address.recipient.kind) {
    case 'staff':
      return toStaff(ports, arrived, { to, staffId: to.address.recipient.staffId });
    case 'unit':
      return toUnit(ports, arrived, { to, unitId: to.address.recipient.unitId });
    case 'applicant':
      return toApplicant(ports, arrived, to);
    default:
      return to.address.recipient satisfies never;
  }
}

/** Never opened further. Who certainly wrote it is told at the registered mailbox; nobody else is. */
async function withVirus(ports: ReceiverPorts, arrived: Arrived, { kind }: Recognised): Promise<MailDone> {
  const to = await addressedTo(ports, arrived.mail.recipients, arrived);
  if (kind === 'person' && (to.kind === 'valid' || to.kind === 'expired')) {
    const actor = writerOf(arrived, to);
    if (actor !== undefined) return takeReply(ports, arrived, { to, from: { actor, own: true, doubt: 'virus' } });
  }
  await settleMail(ports, arrived, { kind: 'virus' });
  return { kind: 'virus' };
}

/** The member of staff whose own mailbox it comes from beyond doubt, and whom the address was made for. */
function writerOf(arrived: Arrived, { address: { recipient } }: ToCase): StaffActor | undefined {
  const { catalogue, verdict, now } = arrived;
  if (verdict.by === 'none') return undefined;
  if (recipient.kind === 'unit') return memberOf(recipient.unitId, arrived);
  if (recipient.kind !== 'staff') return undefined;
  const { staffId } = recipient;
  const mailbox = staffOn(catalogue, staffId, localDateOf(now))?.mailbox.toLowerCase();
  return verdict.address === mailbox ? staffActorOn(catalogue, { staffId, via: 'mail' }, now) : undefined;
}

async function toStaff(
  ports: ReceiverPorts,
  arrived: Arrived,
  { to, staffId }: { readonly to: ToCase; readonly staffId: string },
): Promise<MailDone> {
  const { catalogue, now, verdict } = arrived;
  const person = staffOn(catalogue, staffId, localDateOf(now));
  const actor = staffActorOn(catalogue, { staffId, via: 'mail' }, now);
  // Who has left has no mailbox to be told at.
  if (person === undefined || actor === undefined) return holdMail(ports, arrived, { to, why: 'other-sender' });
  const sameMailbox = verdict.address === person.mailbox.toLowerCase();
  const stranger = sameMailbox ? ('not-authenticated' as const) : ('other-sender' as const);
  const own = sameMailbox && verdict.authenticated;
  return takeReply(ports, arrived, { to, from: { actor, own, doubt: own ? doubtOf(arrived, to) : stranger } });
}

/** Whoever of the unit answers from a registered mailbox of their own is who acts. */
async function toUnit(
  ports: ReceiverPorts,
  arrived: Arrived,
  { to, unitId }: { readonly to: ToCase; readonly unitId: string },
): Promise<MailDone> {
  const { verdict, catalogue, now } = arrived;
  if (!verdict.authenticated) return holdMail(ports, arrived, { to, why: 'not-authenticated' });
  const actor = memberOf(unitId, arrived);
  const shared = unitOn(catalogue, unitId, localDateOf(now))?.mailbox.toLowerCase();
  if (actor === undefined && verdict.address === shared) {
    return holdMail(ports, arrived, { to, why: 'shared-mailbox', quiet: true });
  }
  if (actor === undefined) return holdMail(ports, arrived, { to, why: 'other-sender' });
  return takeReply(ports, arrived, { to, from: { actor, own: true, doubt: doubtOf(arrived, to) } });
}

function memberOf(unitId: string, { catalogue, verdict, now }: Arrived): StaffActor | undefined {
  const posts = staffWithMailbox(catalogue, verdict.address ?? '', localDateOf(now));
  const post = posts.find(({ unit }) => unit === unitId);
  return post && staffActorOn(catalogue, { staffId: post.id, via: 'mail' }, now);
}

/**
 * What still speaks against a mail from the right mailbox. One that only has us among its copies, or was sent on to us by whoever has it, says its
 * first line to somebody else.
 */
function doubtOf({ mail, tooLarge }: Arrived, to: ToCase): ReplyDoubt | undefined {
  if (to.kind === 'expired') return 'address-expired';
  if (!writtenTo(mail.headers).includes(to.written)) return 'not-addressed';
  return tooLarge || mail.incomplete === true ? 'too-large' : undefined;
}

async function toApplicant(ports: ReceiverPorts, arrived: Arrived, to: ToCase): Promise<MailDone> {
  const { mail, verdict, tooLarge } = arrived;
  const hold = (why: HeldReason) => holdMail(ports, arrived, { to, why });
  if (!verdict.authenticated) return hold('not-authenticated');
  const applicant = (await ports.people.parties(to.found.entityId))?.applicant.email?.toLowerCase();
  if (applicant === undefined || applicant !== verdict.address) return hold('other-sender');
  if (tooLarge) return hold('too-large');
  if (mail.incomplete === true) return hold('unreadable');
  if (to.kind === 'expired') return hold('address-expired');
  const taken = await takeLetter(ports, arrived, to);
  return taken.kind === 'letter' ? { kind: 'letter' } : hold('unreadable');
}

function whyHeld({ mail, tooLarge }: Arrived, to: AddressedTo): HeldReason {
  if (tooLarge) return 'too-large';
  if (mail.from.length === 0 || mail.incomplete === true) return 'unreadable';
  return to.kind === 'unknown-case' ? 'unknown-case' : 'no-address';
}

/** `Một cửa <mot-cua@province.example>` is of province.example. */
function ownDomain({ mailFrom }: Pick<ReceiverPorts, 'mailFrom'>): string {
  return domainOfAddress(/<([^<>]+)>\s*$/u.exec(mailFrom)?.[1] ?? mailFrom);
}
