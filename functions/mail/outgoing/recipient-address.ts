/** Where a notice goes today. Addresses are looked up when it is sent: no event and no message holds one. */
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { headOf, staffOn, standInFor } from '../../../shared/domain/catalogue/people.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';
import type { NoticeRecipient } from '../../../shared/domain/dossier/recipient.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

export type Addressee =
  | { readonly kind: 'applicant'; readonly address: string; readonly name: string }
  | { readonly kind: 'staff'; readonly address: string; readonly name: string; readonly staffId: string }
  | { readonly kind: 'mailbox'; readonly address: string; readonly name: string; readonly unitId: string };

/**
 * @returns undefined when there is no address: an applicant who gave none follows the case by its code and the counter's phone
 * call; somebody who has left is replaced by the reminders to the head.
 */
export function addresseeOf(
  recipient: NoticeRecipient,
  parties: Parties | undefined,
  today: { readonly catalogue: Catalogue; readonly on: LocalDate },
): Addressee | undefined {
  const { catalogue, on } = today;
  switch (recipient.kind) {
    case 'applicant': {
      const { email, name } = parties?.applicant ?? {};
      return email === undefined || name === undefined ? undefined : { kind: 'applicant', address: email, name };
    }
    case 'staff': {
      const person = staffOn(catalogue, recipient.staffId, on);
      return person && { kind: 'staff', address: person.mailbox, name: person.name, staffId: person.id };
    }
    case 'unit-head': {
      const head = headOf(catalogue, recipient.unitId, on);
      const acting = head && (standInFor(catalogue, head, on) ?? head);
      if (acting === undefined) return mailboxOf(recipient.unitId, today);
      return { kind: 'staff', address: acting.mailbox, name: acting.name, staffId: acting.id };
    }
    case 'unit-mailbox':
      return mailboxOf(recipient.unitId, today);
    case 'mail-sender':
    case 'reporter':
      throw new Error('a notice about a case knows no sender of a mail');
    default:
      return recipient satisfies never;
  }
}

function mailboxOf(
  unitId: string,
  { catalogue, on }: { readonly catalogue: Catalogue; readonly on: LocalDate },
): Addressee | undefined {
  const unit = unitOn(catalogue, unitId, on);
  return unit && { kind: 'mailbox', address: unit.mailbox, name: unit.name, unitId };
}
