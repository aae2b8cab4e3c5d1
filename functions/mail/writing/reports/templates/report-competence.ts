/** "Not ours": to who decides, and what was decided. */
import { text } from '../../mail-content.ts';
import { inEnglish, inWords } from '../../words.ts';
import { dueRow, reportActionLinks, reporterBlocks, reportRows } from '../report-blocks.ts';
import { reportTemplateFor } from '../report-template.ts';

export const reportDisputed = reportTemplateFor(['WorkDeclined', 'DisputeRaised'], (event, facts) => {
  const { dispute, workId } = event;
  const unit = facts.work(workId)?.unit.vi ?? '';
  const due = inWords(dispute.clock.dueAt);
  return {
    subject: 'Cần xác định đơn vị có thẩm quyền',
    blocks: [
      text(
        event.type === 'WorkDeclined'
          ? `${unit} trả lời rằng phản ánh này không thuộc thẩm quyền của mình. Đề nghị quyết định trước ${due}; trong lúc đó thời hạn trả lời người dân vẫn tính.`
          : `Phản ánh này đã qua nhiều đơn vị mà chưa rõ thuộc ai. Là cấp trên trực tiếp, đề nghị ông/bà quyết định đơn vị xử lý trước ${due}.\nLý do: ${event.reason}`,
      ),
      reportRows(facts, [
        ['Đơn vị từ chối', unit],
        ['Lý do từ chối', dispute.reason],
        ['Đơn vị được đề nghị', dispute.suggested && facts.unit(dispute.suggested).vi],
        ['Hạn quyết định', due],
      ]),
      ...reporterBlocks(facts),
      reportActionLinks(facts),
    ],
    english: `A unit says that ${facts.code} is not its competence; please decide whose it is by ${inEnglish(dispute.clock.dueAt)}.`,
  };
});

export const reportSettled = reportTemplateFor(['DisputeSettled'], (event, facts) => {
  const stays = facts.work(event.workId)?.open === true;
  const unit = facts.unit(event.unitId);
  return {
    subject: stays ? 'Đã xác định: phản ánh thuộc đơn vị ông/bà' : 'Đã xác định đơn vị xử lý phản ánh',
    blocks: [
      text(
        stays
          ? `Phản ánh này được xác định thuộc thẩm quyền của ${unit.vi}. Đề nghị xử lý và trả lời; đơn vị không từ chối lần nữa được.`
          : `Phản ánh này được xác định thuộc thẩm quyền của ${unit.vi}.`,
      ),
      text(`Lý do: ${event.reason}`),
      reportRows(facts, [dueRow(facts.work(event.workId))]),
      ...(stays ? reporterBlocks(facts) : []),
      reportActionLinks(facts),
    ],
    english: `It was decided that ${unit.en} deals with ${facts.code}.`,
  };
});
