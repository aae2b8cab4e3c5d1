import type { Catalogue } from '../../../../shared/domain/catalogue/catalogue.ts';
import { workOf } from '../../../../shared/domain/report/report-work.ts';
import type { Report } from '../../../../shared/domain/report/state.ts';
import { longDateTime, shortDateTime } from '../../../../shared/shell/format.ts';
import { outcomeWords, urgencyWords } from '../../../mail/writing/reports/report-words.ts';
import type { Essentials } from '../../../staff/essentials.ts';
import { displayTrackingCode } from '../../../../shared/domain/codes/tracking-code.ts';
import { areaName, categoryNamed, staffNamed, unitNamed } from '../../views/report-names.ts';
import { statusWords } from '../desk-words.ts';

/** A report in a few rows for the person who acts: what the hotline made of it, never a word of the citizen. */
export function reportEssentials(state: Report, workId: string | undefined, catalogue: Catalogue): Essentials {
  const { core, triage } = state;
  const work = workId === undefined ? undefined : workOf(state, workId);
  return [
    ['Mã phản ánh', displayTrackingCode(core.reportId)],
    ...(triage
      ? ([
          ['Nội dung', triage.summary],
          ['Lĩnh vực', categoryNamed(catalogue, triage.category).name],
          ['Địa bàn', areaName(catalogue, triage.area, triage.areaVersion)],
          ['Mức độ', urgencyWords[triage.urgency]],
        ] as const)
      : []),
    ['Nhận lúc', shortDateTime(core.filedAt)],
    ['Trạng thái', statusWords[state.status].vi],
    ...(work === undefined ? [] : workRows(work, catalogue)),
    ...(state.status === 'in-review'
      ? ([['Dự thảo trả lời', `${outcomeWords[state.draft.outcome].vi}: ${state.draft.text}`]] as const)
      : []),
  ];
}

function workRows(work: Report['work'][number], catalogue: Catalogue): Essentials {
  const { unitId, openedAt, officerId, clock, dispute } = work;
  return [
    ['Đơn vị', unitNamed(catalogue, unitId, openedAt).name],
    ['Người xử lý', officerId === undefined ? 'chờ phân công' : staffNamed(catalogue, officerId, openedAt).name],
    ['Hạn', longDateTime(clock.dueAt)],
    ...(dispute === undefined
      ? []
      : ([
          ['Không nhận thẩm quyền', dispute.reason],
          ...(dispute.suggested === undefined
            ? []
            : [['Đơn vị được đề nghị', unitNamed(catalogue, dispute.suggested, dispute.at).name] as const]),
          ['Quyết định trước', longDateTime(dispute.clock.dueAt)],
        ] as const)),
  ];
}
