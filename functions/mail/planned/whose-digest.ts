/** Which open work stands in a digest, under which heading, and in whose: asked the same way when it is planned and when it is written. */
import type { Catalogue, StaffId, UnitId } from '../../../shared/domain/catalogue/catalogue.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import type { NoticeRecipient } from '../../../shared/domain/dossier/recipient.ts';
import { standsStill, waitsForApplicant } from '../../../shared/domain/dossier/running-clocks.ts';
import { instantAt, localDateOf, type Instant, type LocalDate } from '../../../shared/domain/time.ts';
import type { OpenWork } from '../../../shared/ports/case-queries.ts';

export type DigestGroup = 'late' | 'today' | 'waiting';

/**
 * Undefined for what is not worth a mail today. An applicant who let the time pass is still waited for; a pause is work once its reason is to be
 * looked at again, and until then it waits for whom the reason says, which only the case knows.
 */
export function groupOf({ clockId, dueAt }: OpenWork, now: Instant): DigestGroup | undefined {
  if (waitsForApplicant(clockId)) return 'waiting';
  if (dueAt < now) return 'late';
  if (dueAt <= instantAt(localDateOf(now), '24:00')) return 'today';
  return standsStill(clockId) ? 'waiting' : undefined;
}

/** The officer who has it, while they serve that unit; else whoever reads the unit's mailbox, so that no work is nobody's. */
export function holderOf(
  { officerId }: OpenWork,
  unitId: UnitId,
  today: { readonly catalogue: Catalogue; readonly on: LocalDate },
): Extract<NoticeRecipient, { readonly kind: 'staff' | 'unit-mailbox' }> {
  const serves = officerId !== undefined && unitsServedBy(officerId, today).includes(unitId);
  return serves ? { kind: 'staff', staffId: officerId } : { kind: 'unit-mailbox', unitId };
}

/** The unit of the person's post, and those of the people whom they stand in for. Nothing for somebody who has left. */
export function unitsServedBy(
  staffId: StaffId,
  { catalogue, on }: { readonly catalogue: Catalogue; readonly on: LocalDate },
): readonly UnitId[] {
  const person = staffOn(catalogue, staffId, on);
  if (person === undefined) return [];
  // A stand-in may stand in for a stand-in, and keeps the work when the absence is over.
  const others = catalogue.staff.filter(({ away = [] }) => away.some(({ standIn }) => standIn === staffId));
  const further = catalogue.staff.filter(({ away = [] }) =>
    away.some(({ standIn }) => others.some(({ id }) => id === standIn)),
  );
  return [...new Set([person, ...others, ...further].map(({ unit }) => unit))];
}
