/** The part of a report that its owner and staff both see. */
import type { ReportForOwner } from '../../../shared/contracts/http/report-views.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { FiledAttachment } from '../../../shared/domain/dossier/state.ts';
import { progressOfReport } from '../../../shared/domain/report/report-progress.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { attachmentsOf, fileNameOf } from './report-files.ts';
import { areaName, categoryNamed, unitNamed } from './report-names.ts';

type SharedView = Omit<ReportForOwner, 'view' | 'question' | 'units' | 'words' | 'timeline' | 'possible'>;

export interface SeenReport {
  readonly state: Report;
  readonly version: number;
  readonly catalogue: Catalogue;
  readonly people: ReportPeople | undefined;
  /** The address of a file; undefined for whoever may see only that there is one. */
  readonly downloadOf?: (uploadId: string) => string;
}

export function sharedView(seen: SeenReport): SharedView {
  const { state, version, catalogue } = seen;
  const { core, triage } = state;
  const progress = progressOfReport(state);
  return {
    code: core.reportId,
    version,
    status: state.status,
    progress: progress.percent,
    statusText: progress.statusVi,
    statusTextEn: progress.statusEn,
    channel: core.channel,
    filedAt: core.filedAt,
    ...(triage && {
      category: categoryNamed(catalogue, triage.category),
      area: areaName(catalogue, triage.area, triage.areaVersion),
      understoodAs: triage.summary,
    }),
    ...endingOf(seen),
    attachments: attachmentsOf(state).map((attachment) => fileOf(attachment, seen)),
    dossiers: [...state.dossiers],
  };
}

function endingOf({
  state,
  catalogue,
}: SeenReport): Pick<SharedView, 'answer' | 'reopenUntil' | 'rating' | 'ended' | 'mergedInto'> {
  switch (state.status) {
    case 'closed': {
      const { outcome, text, unitIds, at } = state.answer;
      const units = unitIds.map((id) => unitNamed(catalogue, id, at));
      return {
        answer: { outcome, text, units, at },
        reopenUntil: state.reopenUntil,
        ...(state.rating && { rating: { stars: state.rating.stars, at: state.rating.at } }),
      };
    }
    case 'rejected':
      return { ended: { why: state.reason, text: state.text, at: state.at } };
    case 'redirected':
      return { ended: { why: state.to, text: state.text, at: state.at } };
    case 'merged':
      return { mergedInto: state.into };
    case 'new':
    case 'needs-info':
    case 'assigned':
    case 'consolidating':
    case 'in-review':
    case 'withdrawn':
      return {};
    default:
      return state satisfies never;
  }
}

function fileOf(
  { uploadId, contentType, bytes }: FiledAttachment,
  { people, downloadOf, state }: SeenReport,
): SharedView['attachments'][number] {
  return {
    uploadId,
    contentType,
    bytes,
    fileName: fileNameOf(state, uploadId, people),
    ...(downloadOf && { download: downloadOf(uploadId) }),
  };
}
