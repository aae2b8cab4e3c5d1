/**
 * One mail that lies in the bucket: read, recognised, and either acted upon in one commit of its case, settled as nobody's business, or held
 * for a person. Nothing is dropped and nothing is done twice: the case's commit carries the mail's key, and the mail's own entity is the last
 * thing written, so that a redelivery after any crash finishes what was begun.
 */
import type { HeldReason } from '../../../shared/domain/mail/incoming-mail.ts';
import type { ArrivedMail } from '../../../shared/contracts/messages.ts';
import { MAIL_BYTES } from '../../../shared/contracts/incoming-mail-limits.ts';
import { mailEntityId } from '../mail-entity.ts';
import { addressedReport } from './addressed-report.ts';
import { addressedTo, type AddressedTo } from './addressed-to.ts';
import type { AfterCase } from './commit-to-case.ts';
import { headOf } from '../reading/head-of-mail.ts';
import { holdMail } from './hold-mail.ts';
import { domainOfAddress } from '../sender/mail-domain.ts';
import { mailIdOf } from '../reading/mail-id.ts';
import { mailKey } from '../mail-idempotency.ts';
import { parseMail } from '../reading/parse-mail.ts';
import type { Arrived, MailDone, ReceiverPorts } from './receiver-ports.ts';
import { recognise, type Recognised } from '../sender/recognise.ts';
import { receiveOfReport } from './receive-of-report.ts';
import { whoReplies, writerOf } from './replying-staff.ts';
import { reportMachine } from './report-machine.ts';
import { senderVerdict } from '../sender/sender-verdict.ts';
import { settleMail } from './settle-mail.ts';
import { isToHotline, takeHotlineMail } from './take-hotline-mail.ts';
import { takeLetter } from './take-letter.ts';
import { takeReportReply } from './take-report-reply.ts';
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
  const recognised = recognise(mail, {
    domains: [ownDomain(ports), ports.replyDomain],
    addresses: [ports.hotlineAddress],
  });
  if (verdict.virus) return withVirus(ports, arrived, recognised);
  if (verdict.authenticated && verdict.address !== undefined) await ports.marks.clear(verdict.address);
  if (recognised.kind === 'machine') {
    const { what } = recognised;
    await reportMachine(ports, arrived, recognised);
    await settleMail(ports, arrived, { kind: 'machine', what });
    return { kind: 'machine' };
  }
  const ofReport = await receiveOfReport(ports, arrived);
  if (ofReport !== undefined) return ofReport;
  const to = await addressedTo(ports, mail.recipients, arrived);
  if (to.kind !== 'valid' && to.kind !== 'expired') {
    if (isToHotline(ports, arrived)) return takeHotlineMail(ports, arrived);
    return holdMail(ports, arrived, { to, why: whyHeld(arrived, to) });
  }
  const { recipient } = to.address;
  if (recipient.kind === 'applicant') return toApplicant(ports, arrived, to);
  const who = whoReplies(arrived, to, recipient);
  if (who.kind === 'staff') return takeReply(ports, arrived, { to, from: who.from });
  const { why, quiet = false } = who;
  return holdMail(ports, arrived, { to, why, quiet });
}

/** Never opened further. Who certainly wrote it is told at the registered mailbox; nobody else is. */
async function withVirus(ports: ReceiverPorts, arrived: Arrived, { kind }: Recognised): Promise<MailDone> {
  const done = kind === 'person' ? await toldOfVirus(ports, arrived) : undefined;
  if (done !== undefined) return done;
  await settleMail(ports, arrived, { kind: 'virus' });
  return { kind: 'virus' };
}

async function toldOfVirus(ports: ReceiverPorts, arrived: Arrived): Promise<MailDone | undefined> {
  const report = await addressedReport(ports, arrived.mail.recipients, arrived);
  if (report.kind === 'valid' || report.kind === 'expired') {
    const actor = writerOf(arrived, report.address.recipient);
    return actor && takeReportReply(ports, arrived, { to: report, from: { actor, own: true, doubt: 'virus' } });
  }
  const to = await addressedTo(ports, arrived.mail.recipients, arrived);
  if (to.kind !== 'valid' && to.kind !== 'expired') return undefined;
  const actor = writerOf(arrived, to.address.recipient);
  return actor && takeReply(ports, arrived, { to, from: { actor, own: true, doubt: 'virus' } });
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
