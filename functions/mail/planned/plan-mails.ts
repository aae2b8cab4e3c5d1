/**
 * Who gets a digest this morning, or the summary of the week. Here it is only found out; what it says is read when it is sent. Nobody without
 * anything late, due or waiting gets one: the number of mails is the cost. Planned twice, each is sent once, by its notice id.
 */
import type { PlannedNotice } from '../../../shared/contracts/messages.ts';
import { officeCalendarOf } from '../../../shared/domain/calendar/office-calendar-of.ts';
import { covers, isWorkingDay, officePeriods } from '../../../shared/domain/calendar/working-calendar.ts';
import type { Catalogue, Unit } from '../../../shared/domain/catalogue/catalogue.ts';
import { isValidOn } from '../../../shared/domain/catalogue/lookup.ts';
import { headOf } from '../../../shared/domain/catalogue/people.ts';
import type { NoticeRecipient } from '../../../shared/domain/dossier/recipient.ts';
import { localDateOf, type Instant, type LocalDate } from '../../../shared/domain/time.ts';
import type { CaseQueries } from '../../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { MessageQueue } from '../../../shared/ports/outside.ts';
import { recipientKey } from '../../relay/messages-of.ts';
import { decidedIn, openWorkOf } from './open-work-of.ts';
import { weekBefore } from './week.ts';
import { groupOf, holderOf } from './whose-digest.ts';

export interface PlanningPorts {
  readonly queries: Pick<CaseQueries, 'openWork' | 'decidedBy'>;
  readonly catalogue: CatalogueSource;
  readonly outgoing: MessageQueue<PlannedNotice>;
}

interface Morning {
  readonly catalogue: Catalogue;
  readonly now: Instant;
  readonly on: LocalDate;
}

/** @throws when the queue does not take them all: called again, it plans the same ones. */
export async function planMails(
  ports: PlanningPorts,
  { plan }: { readonly plan: 'digest' | 'weekly' },
  now: Instant,
): Promise<{ readonly planned: number }> {
  const catalogue = await ports.catalogue.load();
  const morning = { catalogue, now, on: localDateOf(now) };
  const notices = plan === 'digest' ? await digestsOf(ports, morning) : await summariesOf(ports, morning);
  const { failed } = await ports.outgoing.send(notices);
  if (failed.length > 0) throw new Error(`${String(failed.length)} mails could not be planned`);
  return { planned: notices.length };
}

async function digestsOf(ports: PlanningPorts, morning: Morning): Promise<readonly PlannedNotice[]> {
  const notices = new Map<string, PlannedNotice>();
  for (const unit of unitsOn(morning)) {
    if (isClosed(unit, morning)) continue;
    for (const work of await openWorkOf(ports.queries, unit.id)) {
      if (groupOf(work, morning.now) === undefined) continue;
      const notice = noticeOf('digest', morning.on, holderOf(work, unit.id, morning));
      notices.set(notice.noticeId, notice);
    }
  }
  return [...notices.values()];
}

async function summariesOf(ports: PlanningPorts, morning: Morning): Promise<readonly PlannedNotice[]> {
  const { catalogue, on } = morning;
  const week = weekBefore(on);
  const toHeads: PlannedNotice[] = [];
  for (const { id: unitId } of unitsOn(morning)) {
    if (headOf(catalogue, unitId, on) === undefined) continue;
    const isBusy =
      (await ports.queries.openWork(unitId, { limit: 1 })).items.length > 0 ||
      (await decidedIn(ports.queries, unitId, week)).length > 0;
    if (isBusy) toHeads.push(noticeOf('weekly-unit', week.monday, { kind: 'unit-head', unitId }));
  }
  const supervisors = catalogue.staff.filter(
    (person) => isValidOn(person, on) && person.roles.includes('province-supervisor'),
  );
  const staffIds = [...new Set(supervisors.map(({ id }) => id))];
  const toProvince = staffIds.map((staffId) => noticeOf('weekly-province', week.monday, { kind: 'staff', staffId }));
  return [...toHeads, ...toProvince];
}

function noticeOf(template: PlannedNotice['template'], day: LocalDate, recipient: NoticeRecipient): PlannedNotice {
  const noticeId = ['planned', template, day, recipientKey(recipient)].join('/');
  return { kind: 'planned', noticeId, template, recipient, day };
}

function unitsOn({ catalogue, on }: Morning): readonly Unit[] {
  return catalogue.units.filter((unit) => isValidOn(unit, on));
}

/** Nobody reads a digest on a holiday or at a weekend. A day that no calendar covers yet is taken for an open one. */
function isClosed(unit: Unit, { catalogue, on }: Morning): boolean {
  const calendar = officeCalendarOf(catalogue, unit);
  if (!covers(calendar, on)) return false;
  return !isWorkingDay(calendar, on) || officePeriods(calendar, on).length === 0;
}
