/** To whom an answer to a notice belongs, about what, and which acts it is good for. */
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Act } from '../../../shared/domain/reply/available-acts.ts';
import { REPLY_ACTS, type ReplyAct } from '../../../shared/domain/reply/reply-acts.ts';
import type { ReplyAddress } from '../../../shared/shell/reply-address.ts';
import type { ReplyRecipient } from '../../../shared/shell/signed-address.ts';
import type { Addressee } from './recipient-address.ts';

/** @param about `acts`: what the recipient can do now about what the notice is about; a note is always possible for staff. */
export function replyTo(
  addressee: Addressee,
  about: { readonly caseId: string; readonly event: DossierEvent; readonly acts: readonly Act[] },
): ReplyAddress {
  const { caseId, event, acts } = about;
  const recipient = recipientOf(addressee);
  if (recipient.kind === 'applicant') return { caseId, recipient, acts: [] };
  return { caseId, recipient, acts: addressActs(acts), ...placeOf(event, acts) };
}

/** Each once, in the order of the address, with the note that staff may always add. */
export function addressActs(acts: readonly Act[]): readonly ReplyAct[] {
  const actions = new Set(['note', ...acts.map(({ action }) => action)]);
  return REPLY_ACTS.filter((act) => actions.has(act));
}

export function recipientOf(addressee: Addressee): ReplyRecipient {
  switch (addressee.kind) {
    case 'applicant':
      return { kind: 'applicant' };
    case 'staff':
      return { kind: 'staff', staffId: addressee.staffId };
    case 'mailbox':
      return { kind: 'unit', unitId: addressee.unitId };
    default:
      return addressee satisfies never;
  }
}

/** The one step or consultation that the acts are about; with several, the answer itself has to say. Without acts, the event's own. */
function placeOf(event: DossierEvent, acts: readonly Act[]): Pick<ReplyAddress, 'stepId' | 'consultationId'> {
  const places = acts.filter(({ stepId, consultationId }) => stepId !== undefined || consultationId !== undefined);
  const [first] = places;
  if (first === undefined) return 'stepId' in event ? { stepId: event.stepId } : {};
  const { stepId, consultationId } = first;
  if (places.some((one) => one.stepId !== stepId || one.consultationId !== consultationId)) return {};
  return { ...(stepId !== undefined && { stepId }), ...(consultationId !== undefined && { consultationId }) };
}
