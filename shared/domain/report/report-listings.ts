/**
 * The lists that a report stands in: what may be the same thing nearby, what everybody may read, and the figures of its units. Items of an ended
 * month stay; whoever looks for what is near looks only as far back as the hotline's policy says.
 */
import type { UnitId } from '../catalogue/catalogue.ts';
import type { ReportCategoryId } from '../catalogue/hotline.ts';
import { nearbyListing } from '../report-text/similar.ts';
import { localDateOf, type Instant } from '../time.ts';
import { isGivenAway } from './report-work.ts';
import type { Publication, Report, ReportWork, Triage } from './state.ts';

export interface ReportListing {
  readonly list: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

export function listingsOfReport(state: Report): readonly ReportListing[] {
  return [...nearby(state), ...toPublish(state), ...published(state), ...figures(state)];
}

/** What was rejected, or is somebody else's, is no thing that another report could be merged into. */
function nearby({ status, core, triage }: Report): readonly ReportListing[] {
  if (status === 'rejected' || status === 'redirected' || status === 'merged' || status === 'withdrawn') return [];
  const area = triage?.area ?? core.suggestion.areas[0];
  if (area === undefined) return [];
  const category: ReportCategoryId | undefined = triage?.category ?? core.suggestion.categories[0]?.id;
  return [
    nearbyListing(core.reportId, {
      at: core.filedAt,
      area,
      words: core.fingerprint ?? '',
      ...(category !== undefined && { category }),
      ...(core.location && { location: core.location }),
    }),
  ];
}

/** Answered, and nobody has said yet whether everybody may read it. */
export function toPublishList(hotlineId: UnitId): string {
  return `to-publish#${hotlineId}`;
}

function toPublish(state: Report): readonly ReportListing[] {
  if (state.status !== 'closed' || state.publication !== undefined || state.notPublished !== undefined) return [];
  const { core, triage, answer } = state;
  return [
    {
      list: toPublishList(core.hotlineId),
      key: `${answer.at}#${core.reportId}`,
      attributes: {
        summary: triage?.summary ?? '',
        outcome: answer.outcome,
        ...(triage && { category: triage.category }),
      },
    },
  ];
}

function published({ core, triage, publication }: Report): readonly ReportListing[] {
  if (publication === undefined || triage === undefined) return [];
  return [publicationListing(core.reportId, triage, publication)];
}

function publicationListing(
  reportId: string,
  { category, area }: Triage,
  { summary, answer, outcome, answeredAt, unitIds, at }: Publication,
): ReportListing {
  return {
    list: `published#${monthOf(at)}`,
    key: `${at}#${reportId}`,
    attributes: { summary, answer, category, area, unitIds: unitIds.join(' '), answeredAt, outcome },
  };
}

/** What a unit was given and kept, by the month in which it came; whoever counts "fixed" looks at the outcome, not at the answer. */
function figures({ core, work }: Report): readonly ReportListing[] {
  return work.filter((part) => !isGivenAway(part)).map((part) => figureOf(core.reportId, part));
}

function figureOf(reportId: string, { workId, unitId, openedAt, clock, answer }: ReportWork): ReportListing {
  return {
    list: `figures#${monthOf(openedAt)}`,
    key: `${unitId}#${reportId}#${workId}`,
    attributes: {
      openedAt,
      dueAt: clock.dueAt,
      ...(answer && { answeredAt: answer.at, outcome: answer.outcome }),
    },
  };
}

/** `YYYY-MM` in Viet Nam. */
function monthOf(at: Instant): string {
  return localDateOf(at).slice(0, 7);
}
