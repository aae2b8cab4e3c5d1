import { applicantRows, followLinks } from '../case-blocks.ts';
import { links, text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** Apology and one new date (phiếu xin lỗi và hẹn lại ngày trả kết quả, M04; 61/2018/NĐ-CP art. 19.9). */
export const extended = templateFor(['DeadlineExtended'], (event, facts) => ({
  subject: 'Xin lỗi và hẹn lại ngày trả kết quả',
  blocks: [
    text(event.apology),
    text(`Lý do chậm: ${event.reason}`),
    applicantRows(facts, [
      ['Ngày hẹn cũ', inWords(event.from)],
      ['Ngày hẹn trả kết quả mới', inWords(event.clock.dueAt)],
    ]),
    links('Giấy tờ để in:', [
      {
        label: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả (liên kết riêng, xin đừng chuyển tiếp)',
        url: facts.formUrl('apology'),
      },
    ]),
    followLinks(facts),
  ],
  english: `We apologise: the result of ${facts.code} will be late. The new due date is ${inEnglish(event.clock.dueAt)}.`,
}));
