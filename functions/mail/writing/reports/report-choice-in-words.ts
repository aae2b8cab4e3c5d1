/** An act on a report with what was read of it, in words: what was understood, or what a link offers. */
import type { ReportReplyChoice } from '../../../../shared/domain/report/reply/report-reply-result.ts';
import type { FactRow } from '../mail-content.ts';
import type { ReportFacts } from './report-facts.ts';
import { outcomeWords, reportActLabels } from './report-words.ts';

export function understoodOfReport(choice: ReportReplyChoice, facts: ReportFacts): readonly FactRow[] {
  const { action, outcome, reason, unitId, to } = choice;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Việc', reportActLabels[action].vi],
    ['Kết quả', outcome && outcomeWords[outcome].vi],
    ['Đơn vị', unitId && facts.unit(unitId).vi],
    ['Người nhận việc', to && facts.staffName(to)],
    ['Lý do', reason],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

/** `Giao cho đồng nghiệp: Trần Thị Bình (hand over to a colleague)`: enough to tell the choices apart. */
export function reportChoiceLabel(
  { action, outcome, unitId, to, workId }: ReportReplyChoice,
  facts: ReportFacts,
): string {
  const { vi, en } = reportActLabels[action];
  const several = facts.works.filter(({ open }) => open).length > 1;
  const telling = [
    to && facts.staffName(to),
    unitId && facts.unit(unitId).vi,
    outcome && outcomeWords[outcome].vi,
    several ? workId && facts.work(workId)?.unit.vi : undefined,
  ].filter((one) => one !== undefined && one !== '');
  return `${vi}${telling.length === 0 ? '' : `: ${telling.join('; ')}`} (${en})`;
}
