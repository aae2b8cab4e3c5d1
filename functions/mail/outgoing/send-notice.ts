/**
 * Sends one notice: claim, send, record. SES takes no idempotency token, so the claim is ours: a notice delivered five times by its
 * queue is one mail.
 *
 * What remains: between SES accepting a mail and `record` writing that down there are some milliseconds in which the process can
 * die. Nobody can know then whether the mail went out. After the claim's lease the queue delivers again and the mail is sent a
 * second time, rather than perhaps never. Both carry the same `X-Notice-Id` and stand in the same thread. The window for a crash
 * before sending costs only the lease's delay.
 */
import type { OutgoingNotice } from '../../../shared/contracts/messages.ts';
import type { ComposedMail, MailSender } from '../../../shared/ports/outside.ts';
import type { SendClaims } from '../../../shared/ports/short-lived.ts';

export type PreparedMail =
  | { readonly kind: 'mail'; readonly mail: ComposedMail }
  /** The applicant gave no e-mail address, or the person has left. */
  | { readonly kind: 'no-address' }
  /** What it would ask for has been done, or is somebody else's by now. */
  | { readonly kind: 'outdated' }
  /** An address that nobody has proven has had its mails for today. */
  | { readonly kind: 'over-limit' };

export type NoticeOutcome =
  | { readonly kind: 'sent' | 'already-sent' | 'no-address' | 'outdated' }
  /** The provider will never take this mail, or it is one too many for its address. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** Another delivery of the same notice is being sent: ask again later. */
  | { readonly kind: 'busy' };

export interface SendingPorts {
  readonly claims: SendClaims;
  readonly sender: MailSender;
  prepare(notice: OutgoingNotice): Promise<PreparedMail>;
  /** Told before it is written down that the notice is done with, so that a crash between them forgets nobody. */
  neverSent?(notice: OutgoingNotice, reason: string): Promise<unknown>;
}

/** Longer than the function may run (60 s), so that a living sender is never overtaken. Seconds. */
export const CLAIM_LEASE_SECONDS = 120;
const RECORD_ATTEMPTS = 3;

/** @throws on a temporary fault; the claim is then given back, and the queue delivers again. */
export async function sendNotice(ports: SendingPorts, notice: OutgoingNotice): Promise<NoticeOutcome> {
  const { noticeId } = notice;
  const claim = await ports.claims.claim(noticeId, CLAIM_LEASE_SECONDS);
  if (claim.kind === 'sent') return { kind: 'already-sent' };
  if (claim.kind === 'busy') return { kind: 'busy' };
  const outcome = await sendOrGiveUp(ports, notice).catch(async (fault: unknown) => {
    // Should giving it back fail too, the lease ends by itself.
    await ports.claims.release(noticeId).catch(() => undefined);
    throw fault;
  });
  await record(ports.claims, noticeId, outcome.providerId);
  return outcome.answer;
}

interface Done {
  readonly answer: NoticeOutcome;
  readonly providerId: string;
}

async function sendOrGiveUp(ports: SendingPorts, notice: OutgoingNotice): Promise<Done> {
  const done = await sendClaimed(ports, notice);
  const { answer } = done;
  if (answer.kind === 'rejected') await ports.neverSent?.(notice, answer.reason);
  if (answer.kind === 'no-address') await ports.neverSent?.(notice, answer.kind);
  return done;
}

async function sendClaimed(ports: SendingPorts, notice: OutgoingNotice): Promise<Done> {
  const prepared = await ports.prepare(notice);
  if (prepared.kind === 'over-limit') {
    return { answer: { kind: 'rejected', reason: prepared.kind }, providerId: 'rejected' };
  }
  if (prepared.kind !== 'mail') return { answer: { kind: prepared.kind }, providerId: prepared.kind };
  const sent = await ports.sender.send(prepared.mail);
  return sent.kind === 'sent'
    ? { answer: { kind: 'sent' }, providerId: sent.messageId }
    : { answer: { kind: 'rejected', reason: sent.reason }, providerId: 'rejected' };
}

/** Not recorded means sent twice: worth trying again at once. */
async function record(claims: SendClaims, noticeId: string, providerId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await claims.record(noticeId, providerId);
      return;
    } catch (fault) {
      if (attempt === RECORD_ATTEMPTS) throw new Error('sent but not recorded', { cause: fault });
    }
  }
}
