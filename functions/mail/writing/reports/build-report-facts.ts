/** Looks up, once for each notice, what templates about a report may say. */
import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import { areaVersion, provinceOn, unitOn } from '../../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../../shared/domain/catalogue/people.ts';
import type { ReportPeople } from '../../../../shared/domain/report/people.ts';
import { categoryOn } from '../../../../shared/domain/report/report-context.ts';
import { currentWork } from '../../../../shared/domain/report/report-work.ts';
import { runningReportClocks } from '../../../../shared/domain/report/running-report-clocks.ts';
import type { Report, ReportWork, Triage } from '../../../../shared/domain/report/state.ts';
import { localDateOf, type Instant } from '../../../../shared/domain/time.ts';
import type { ReporterFacts, ReportFacts, UnitName, WorkFacts } from './report-facts.ts';
import { channelWords, clockWords, outcomeWords, urgencyWords } from './report-words.ts';

export interface ReportFactSource extends Pick<ReportFacts, 'actions' | 'alongside' | 'pageUrl' | 'urlOf'> {
  readonly report: Report;
  /** Only where the reader may know who reported. */
  readonly people: ReportPeople | undefined;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export function buildReportFacts(source: ReportFactSource): ReportFacts {
  const { report, people, catalogue, now, actions, alongside, pageUrl, urlOf } = source;
  const { core, triage, subscribers } = report;
  const on = localDateOf(now);
  const filedOn = localDateOf(core.filedAt);
  const unit = (id: string): UnitName => {
    const found = unitOn(catalogue, id, on) ?? unitOn(catalogue, id, filedOn);
    return { vi: found?.name ?? id, en: found?.nameEn ?? id, phone: found?.phone ?? '' };
  };
  const staffName = (id: string): string =>
    staffOn(catalogue, id, on)?.name ?? staffOn(catalogue, id, filedOn)?.name ?? id;
  const work = (one: ReportWork): WorkFacts => ({
    workId: one.workId,
    unit: unit(one.unitId),
    lead: one.lead,
    ...(one.officerId !== undefined && { officer: staffName(one.officerId) }),
    dueAt: one.clock.dueAt,
    open: one.status === 'open' || one.status === 'disputed',
    ...(one.answer && { answer: { outcome: outcomeWords[one.answer.outcome], text: one.answer.text } }),
  });
  return {
    code: core.reportId,
    filedAt: core.filedAt,
    channel: channelWords[core.channel],
    ...(triage && { sorted: sortedInWords(triage, catalogue) }),
    ...(core.marks.emergency !== undefined && { emergency: core.marks.emergency }),
    ...(people && { reporter: reporterOf(people) }),
    merged: subscribers.length,
    attachments: core.attachments.length + report.heard.flatMap(({ attachments }) => attachments).length,
    hotline: unit(core.hotlineId),
    number: provinceOn(catalogue, on)?.hotline ?? '1022',
    pageUrl,
    actions,
    alongside,
    works: currentWork(report)
      .map(work)
      .sort((left, right) => Number(right.lead) - Number(left.lead)),
    work: (workId) => report.work.filter((one) => one.workId === workId).map(work)[0],
    unit,
    staffName,
    waitsFor: (clockId) => {
      const found = runningReportClocks(report).find((clock) => clock.clockId === clockId);
      return (
        found && {
          what: clockWords[found.kind],
          unit: unit(found.unitId),
          dueAt: found.clock.dueAt,
          ...(found.officerId !== undefined && { officer: staffName(found.officerId) }),
        }
      );
    },
    urlOf,
  };
}

function sortedInWords(
  { category, area, areaVersion: version, urgency, summary, at }: Triage,
  catalogue: Catalogue,
): NonNullable<ReportFacts['sorted']> {
  const on = localDateOf(at);
  const named = categoryOn(catalogue, category, on);
  return {
    category: { vi: named?.name ?? category, en: named?.nameEn ?? category },
    area: areaVersion(catalogue, { code: area, validFrom: version }, on)?.name ?? area,
    urgency: urgencyWords[urgency],
    summary,
  };
}

function reporterOf({ name, phone, email, address, place, summary, content, later }: ReportPeople): ReporterFacts {
  const last = later.at(-1)?.text;
  return {
    name,
    phone,
    ...(email !== undefined && { email }),
    address,
    ...(place !== undefined && { place }),
    summary,
    content,
    ...(last !== undefined && { lastWords: last }),
  };
}
