import { shortDateTime } from '../../../../shared/shell/format.ts';
import { actionLinks, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** Another unit asks for an opinion (lấy ý kiến, 61/2018/NĐ-CP art. 19.5). */
export const consultationAssigned = templateFor(['ConsultationAssigned'], (event, facts) => {
  const consultation = facts.consultation(event.consultationId);
  return {
    subject: `Xin ý kiến về hồ sơ${consultation === undefined ? '' : `, hạn ${shortDateTime(consultation.dueAt)}`}`,
    blocks: [
      text('Ông/bà được đề nghị cho ý kiến về hồ sơ sau:'),
      text(consultation === undefined ? '' : `Nội dung cần ý kiến: ${consultation.question}`),
      officerRows(facts, [['Hạn trả lời', consultation && inWords(consultation.dueAt)]]),
      actionLinks(facts),
    ],
    english: `Your opinion on ${facts.code} is asked for${consultation === undefined ? '' : ` by ${inEnglish(consultation.dueAt)}`}.`,
  };
});

/** The officer who asked can go on. */
export const consultationAnswered = templateFor(['ConsultationAnswered'], (event, facts) => ({
  subject: 'Đã có ý kiến trả lời về hồ sơ',
  blocks: [text('Đơn vị được lấy ý kiến đã trả lời:'), text(event.answer), officerRows(facts), actionLinks(facts)],
  english: `The unit that was consulted on ${facts.code} has answered.`,
}));

/** Nobody in the unit that was asked can answer. */
export const consultationUnassignable = templateFor(['ConsultationUnassignable'], (event, facts) => {
  const consultation = facts.consultation(event.consultationId);
  return {
    subject: 'Việc lấy ý kiến chưa có người trả lời',
    blocks: [
      text(
        'Đơn vị được lấy ý kiến về hồ sơ sau nhưng không có cán bộ nào có mặt để trả lời. Đề nghị lãnh đạo phân công hoặc trả lời.',
      ),
      text(consultation === undefined ? '' : `Nội dung cần ý kiến: ${consultation.question}`),
      officerRows(facts, [['Hạn trả lời', consultation && inWords(consultation.dueAt)]]),
      actionLinks(facts),
    ],
    english: `Your unit is asked for an opinion on ${facts.code}, but nobody is there to answer.`,
  };
});
