/** Who of the staff answers a notice, by the two proofs: whom the address was made for, and whose registered mailbox the mail is from. */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn, staffWithMailbox } from '../../../shared/domain/catalogue/people.ts';
import type { ReplyDoubt } from '../../../shared/domain/dossier/reply-result.ts';
import type { HeldReason } from '../../../shared/domain/mail/incoming-mail.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import type { ReplyRecipient } from '../../../shared/shell/signed-address.ts';
import { writtenTo } from '../reading/mail-addresses.ts';
import type { Arrived } from './receiver-ports.ts';

export type MailDoubt = Extract<
  ReplyDoubt,
  'virus' | 'address-expired' | 'not-addressed' | 'too-large' | 'not-authenticated' | 'other-sender'
>;

export interface ReplyingStaff {
  /** The person that the address was made for, or the member of the unit who wrote. */
  readonly actor: StaffActor;
  /** Why it may not act; undefined when both proofs are there. */
  readonly doubt: MailDoubt | undefined;
  /** Written from the person's own registered mailbox, as far as that can be known. */
  readonly own: boolean;
}

export type WhoReplies =
  | { readonly kind: 'staff'; readonly from: ReplyingStaff }
  | { readonly kind: 'hold'; readonly why: HeldReason; readonly quiet?: true };

/** What is known of the address that the mail was written to. */
export interface WrittenTo {
  readonly kind: 'valid' | 'expired';
  readonly written: string;
}

export function whoReplies(
  arrived: Arrived,
  to: WrittenTo,
  recipient: Exclude<ReplyRecipient, { readonly kind: 'applicant' }>,
): WhoReplies {
  return recipient.kind === 'staff'
    ? asPerson(arrived, to, recipient.staffId)
    : asMemberOf(arrived, to, recipient.unitId);
}

/** The member of staff whose own mailbox it comes from beyond doubt, and whom the address was made for; of a mail that nobody opens. */
export function writerOf(arrived: Arrived, recipient: ReplyRecipient): StaffActor | undefined {
  const { catalogue, verdict, now } = arrived;
  if (verdict.by === 'none') return undefined;
  if (recipient.kind === 'unit') return memberOf(recipient.unitId, arrived);
  if (recipient.kind !== 'staff') return undefined;
  const { staffId } = recipient;
  const mailbox = staffOn(catalogue, staffId, localDateOf(now))?.mailbox.toLowerCase();
  return verdict.address === mailbox ? staffActorOn(catalogue, { staffId, via: 'mail' }, now) : undefined;
}

function asPerson(arrived: Arrived, to: WrittenTo, staffId: string): WhoReplies {
  const { catalogue, now, verdict } = arrived;
  const person = staffOn(catalogue, staffId, localDateOf(now));
  const actor = staffActorOn(catalogue, { staffId, via: 'mail' }, now);
  // Who has left has no mailbox to be told at.
  if (person === undefined || actor === undefined) return { kind: 'hold', why: 'other-sender' };
  const sameMailbox = verdict.address === person.mailbox.toLowerCase();
  const stranger = sameMailbox ? ('not-authenticated' as const) : ('other-sender' as const);
  const own = sameMailbox && verdict.authenticated;
  return { kind: 'staff', from: { actor, own, doubt: own ? doubtOf(arrived, to) : stranger } };
}

/** Whoever of the unit answers from a registered mailbox of their own is who acts. */
function asMemberOf(arrived: Arrived, to: WrittenTo, unitId: string): WhoReplies {
  const { verdict, catalogue, now } = arrived;
  if (!verdict.authenticated) return { kind: 'hold', why: 'not-authenticated' };
  const actor = memberOf(unitId, arrived);
  const shared = unitOn(catalogue, unitId, localDateOf(now))?.mailbox.toLowerCase();
  if (actor === undefined && verdict.address === shared) return { kind: 'hold', why: 'shared-mailbox', quiet: true };
  if (actor === undefined) return { kind: 'hold', why: 'other-sender' };
  return { kind: 'staff', from: { actor, own: true, doubt: doubtOf(arrived, to) } };
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
function doubtOf({ mail, tooLarge }: Arrived, { kind, written }: WrittenTo): MailDoubt | undefined {
  if (kind === 'expired') return 'address-expired';
  if (!writtenTo(mail.headers).includes(written)) return 'not-addressed';
  return tooLarge || mail.incomplete === true ? 'too-large' : undefined;
}
