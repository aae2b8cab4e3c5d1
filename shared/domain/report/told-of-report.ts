/** Who is told of what, as recipients: addresses are looked up when the mail is written. */
import { unitAbove } from '../catalogue/units.ts';
import type { NoticeRecipient } from '../dossier/recipient.ts';
import { lastKnownUnit, today, type ReportContext } from './report-context.ts';
import { openWorkOf } from './report-work.ts';
import type { Report, ReportWork } from './state.ts';

export function hotlineDesk({ core }: Pick<Report, 'core'>): NoticeRecipient {
  return { kind: 'unit-mailbox', unitId: core.hotlineId };
}

/** Trưởng ca. */
export function hotlineHead({ core }: Pick<Report, 'core'>): NoticeRecipient {
  return { kind: 'unit-head', unitId: core.hotlineId };
}

/** Its officer; the unit's mailbox while it has none. */
export function holderOf({ officerId, unitId }: Pick<ReportWork, 'officerId' | 'unitId'>): NoticeRecipient {
  return officerId === undefined ? { kind: 'unit-mailbox', unitId } : { kind: 'staff', staffId: officerId };
}

/** Those who have a part of it; nobody twice. */
export function holders(works: readonly ReportWork[]): readonly NoticeRecipient[] {
  return distinct(works.map(holderOf));
}

/** Those whose part is open and ends now. */
export function openHolders(state: Report): readonly NoticeRecipient[] {
  return holders(openWorkOf(state));
}

/** The head of the unit above; nobody is above the highest. */
export function headAbove(
  unitId: string,
  context: Pick<ReportContext, 'catalogue' | 'now'>,
): NoticeRecipient | undefined {
  const above = unitAbove(context.catalogue, lastKnownUnit(context, unitId), today(context));
  return above === undefined ? undefined : { kind: 'unit-head', unitId: above.id };
}

export function distinct(recipients: readonly NoticeRecipient[]): readonly NoticeRecipient[] {
  const seen = new Map(recipients.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
