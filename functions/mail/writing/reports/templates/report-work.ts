/** A unit's part: given to somebody, to nobody yet, to another. */
import { shortDateTime } from '../../../../../shared/shell/format.ts';
import { text } from '../../mail-content.ts';
import { inEnglish } from '../../words.ts';
import { dueRow, reportActionLinks, reporterBlocks, reportRows } from '../report-blocks.ts';
import type { ReportFacts, WorkFacts } from '../report-facts.ts';
import { reportTemplateFor } from '../report-template.ts';

/** Complete enough to act on without another system. */
export const reportAssigned = reportTemplateFor(['WorkAssigned'], (event, facts) => {
  const work = facts.work(event.workId);
  return {
    subject: `Phản ánh mới cần xử lý${dueIn(work)}`,
    blocks: [
      text(
        `Ông/bà được giao xử lý và trả lời phản ánh sau của người dân${work?.lead === false ? ' (phần của đơn vị; đơn vị khác chủ trì)' : ''}.`,
      ),
      ...workBlocks(facts, work),
    ],
    english: `You were given the report ${facts.code} (${categoryOf(facts)})${dueInEnglish(work)}. Please answer the citizen in time.`,
  };
});

export const reportHandedOver = reportTemplateFor(['WorkHandedOver'], (event, facts) => {
  const work = facts.work(event.workId);
  return {
    subject: `Phản ánh được chuyển cho ông/bà xử lý${dueIn(work)}`,
    blocks: [
      text(`${facts.staffName(event.by)} chuyển phản ánh này cho ông/bà xử lý.\nLý do: ${event.reason}`),
      ...workBlocks(facts, work),
    ],
    english: `The report ${facts.code} (${categoryOf(facts)}) was handed over to you${dueInEnglish(work)}.`,
  };
});

export const reportUnassignable = reportTemplateFor(['WorkAssigned'], (event, facts) => {
  const work = facts.work(event.workId);
  return {
    subject: `Phản ánh chưa có người xử lý${dueIn(work)}`,
    blocks: [
      text(
        `Phản ánh chuyển đến ${facts.unit(event.unitId).vi} chưa phân công được cho ai: không có cán bộ nào có mặt. Thời hạn vẫn tính. Đề nghị phân công người xử lý.`,
      ),
      ...workBlocks(facts, work),
    ],
    english: `Nobody in the unit can take the report ${facts.code}${dueInEnglish(work)}; its time runs. Please give it to somebody.`,
  };
});

function workBlocks(facts: ReportFacts, work: WorkFacts | undefined) {
  return [
    reportRows(facts, [dueRow(work), ['Đơn vị', work?.unit.vi]]),
    ...reporterBlocks(facts),
    reportActionLinks(facts),
  ];
}

function dueIn(work: WorkFacts | undefined): string {
  return work?.open === true ? `, hạn ${shortDateTime(work.dueAt)}` : '';
}

function dueInEnglish(work: WorkFacts | undefined): string {
  return work?.open === true ? `, due ${inEnglish(work.dueAt)}` : '';
}

function categoryOf({ sorted }: ReportFacts): string {
  return sorted?.category.en ?? 'not sorted yet';
}
