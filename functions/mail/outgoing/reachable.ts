import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn, standInFor } from '../../../shared/domain/catalogue/people.ts';
import type { Catalogue, UnitId } from '../../../shared/domain/catalogue/catalogue.ts';
import type { NoticeRecipient } from '../../../shared/domain/dossier/recipient.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import type { MailboxMarks } from '../../../shared/ports/short-lived.ts';
import { addresseeOf, type Addressee } from './recipient-address.ts';

interface Today {
  readonly marks: Pick<MailboxMarks, 'find'>;
  readonly catalogue: Catalogue;
  readonly on: LocalDate;
}

/**
 * Who reads a notice when the mailbox it is for takes no mail: the stand-in, then the mailbox of the unit, then its head, then the head of the
 * unit above. If none of them does, the head gets it all the same: a mark may be wrong, and work that nobody hears of lies for ever.
 *
 * @returns undefined only for an applicant whose mailbox sent our mail back or who complained of it: nobody else reads their mail, and the
 * counter telephones.
 */
export async function reachableAddressee(addressee: Addressee, today: Today): Promise<Addressee | undefined> {
  const colleagues = colleaguesOf(addressee, today);
  const heads = headsOf(addressee, today);
  for (const one of [addressee, ...colleagues, ...heads]) {
    if ((await today.marks.find(one.address)) === undefined) return one;
  }
  return addressee.kind === 'applicant' ? undefined : (heads[0] ?? addressee);
}

function colleaguesOf(addressee: Addressee, today: Today): readonly Addressee[] {
  const person = addressee.kind === 'staff' ? staffOn(today.catalogue, addressee.staffId, today.on) : undefined;
  if (person === undefined) return [];
  const standIn = standInFor(today.catalogue, person, today.on);
  return [
    ...(standIn === undefined ? [] : addressed({ kind: 'staff', staffId: standIn.id }, today)),
    ...addressed({ kind: 'unit-mailbox', unitId: person.unit }, today),
  ];
}

function headsOf(addressee: Addressee, today: Today): readonly Addressee[] {
  switch (addressee.kind) {
    case 'applicant':
      return [];
    case 'mailbox':
      return headsAbove(addressee.unitId, today);
    case 'staff': {
      const unitId = staffOn(today.catalogue, addressee.staffId, today.on)?.unit;
      const heads = unitId === undefined ? [] : headsAbove(unitId, today);
      return heads.filter(({ address }) => address !== addressee.address);
    }
    default:
      return addressee satisfies never;
  }
}

function headsAbove(unitId: UnitId, today: Today): readonly Addressee[] {
  const parent = unitOn(today.catalogue, unitId, today.on)?.parent;
  const units = parent === undefined ? [unitId] : [unitId, parent];
  return units
    .flatMap((id) => addressed({ kind: 'unit-head', unitId: id }, today))
    .filter(({ kind }) => kind === 'staff');
}

function addressed(recipient: NoticeRecipient, today: Today): readonly Addressee[] {
  const addressee = addresseeOf(recipient, undefined, today);
  return addressee === undefined ? [] : [addressee];
}
