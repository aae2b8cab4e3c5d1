import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import type { Catalogue, Unit } from '../../../shared/domain/catalogue/catalogue.ts';
import type { DeliverySubject, Rung } from '../../../shared/domain/delivery/state.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import { reportLink } from '../../../shared/shell/dossier-link.ts';
import { reportText } from '../texts/report-texts.ts';
import { unprovenText } from '../texts/short-text.ts';
import type { Worded } from './delivery-text.ts';
import { hotlineNumber } from './hotline-number.ts';
import { isOutdatedForReporter } from './is-outdated-message.ts';
import type { TextPorts } from './message-ports.ts';
import { eventOf } from './event-of.ts';

/** Somebody whose report was merged into another reads of that one under their own code, in their own language. */
export async function reportMessage(
  ports: TextPorts,
  subject: DeliverySubject,
  rung: Rung,
): Promise<Worded | 'outdated'> {
  const { entityId, to } = subject;
  if (to.kind !== 'reporter') throw new Error('an event of a report is told to its reporters only');
  const ownEntity = `report#${to.reportId}`;
  const [snapshot, own, event, catalogue, keys] = await Promise.all([
    ports.reports.load(entityId),
    ownEntity === entityId ? undefined : ports.reports.load(ownEntity),
    eventOf(ports.reports, subject),
    ports.catalogue.load(),
    ports.secrets.signingKeys(),
  ]);
  const report = snapshot?.state;
  const reader = own?.state ?? report;
  if (report === undefined || reader === undefined) throw new Error('a message about a report that is not there');
  if (isOutdatedForReporter(event, report)) return 'outdated';
  const { language } = reader.core;
  const now = ports.clock.now();
  const hotline = hotlineNumber(catalogue, now);
  const code = to.reportId;
  const page = `${ports.publicBaseUrl}/1022/${code}`;
  if (!rung.proven) return { said: unprovenText({ code, page, hotline }), language };
  const link = reportLink(keys, ports.publicBaseUrl, code);
  const said = reportText(subject.template)({
    code,
    report,
    event,
    link,
    answersHere: rung.via.kind === 'conversation',
    hotline,
    policy: catalogue.hotline,
    unitNames: (unitIds) => unitNames(unitIds, { catalogue, now }),
  });
  return { said, language, link };
}

function unitNames(unitIds: readonly string[], { catalogue, now }: { catalogue: Catalogue; now: Instant }) {
  const units = unitIds.map((unitId) => unitNamed(unitId, catalogue, now));
  return { vi: units.map(({ name }) => name).join(', '), en: units.map(({ nameEn }) => nameEn).join(', ') };
}

/** One that a reform has ended keeps the name that it had last. @throws when a published unit was taken away. */
function unitNamed(unitId: string, catalogue: Catalogue, now: Instant): Unit {
  const unit = unitOn(catalogue, unitId, localDateOf(now)) ?? catalogue.units.findLast(({ id }) => id === unitId);
  if (unit === undefined) throw new Error(`the catalogue has lost unit ${unitId}`);
  return unit;
}
