import type { ReportForStaff } from '../../../shared/contracts/http/report-views.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { ReportWork } from '../../../shared/domain/report/state.ts';
import { staffNamed, unitNamed } from './report-names.ts';

type WorkView = ReportForStaff['work'][number];

/** One unit's part, with why the unit has it: a rule or a person's word, never a machine's guess. */
export function workView(work: ReportWork, catalogue: Catalogue): WorkView {
  const { workId, unitId, lead, status, openedAt, clock, officerId, acceptedAt, answer } = work;
  return {
    workId,
    unit: unitNamed(catalogue, unitId, openedAt),
    lead,
    status,
    openedAt,
    dueAt: clock.dueAt,
    ...(officerId !== undefined && { officer: staffNamed(catalogue, officerId, openedAt) }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(answer && {
      answer: {
        outcome: answer.outcome,
        text: answer.text,
        by: staffNamed(catalogue, answer.by, answer.at),
        at: answer.at,
      },
    }),
    ...disputeOf(work, catalogue),
    settled: work.settled === true,
    why: whyOf(work, catalogue),
  };
}

function disputeOf({ dispute }: ReportWork, catalogue: Catalogue): Pick<WorkView, 'dispute'> {
  if (dispute === undefined) return {};
  const { reason, suggested, by, at, clock, decidedBy } = dispute;
  return {
    dispute: {
      reason,
      ...(suggested !== undefined && { suggested: unitNamed(catalogue, suggested, at) }),
      by: staffNamed(catalogue, by, at),
      dueAt: clock.dueAt,
      decidedBy: decidedBy.kind,
      ...(decidedBy.kind === 'superior' && { superior: unitNamed(catalogue, decidedBy.unitId, at) }),
    },
  };
}

function whyOf({ origin, openedAt }: ReportWork, catalogue: Catalogue): string {
  if (origin.kind === 'person') return `${staffNamed(catalogue, origin.staffId, openedAt).name}: ${origin.reason}`;
  return `Theo quy tắc thẩm quyền ${origin.ruleId}`;
}
