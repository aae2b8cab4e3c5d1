import { applicantRows, followLinks, whereReturned } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The receipt in words (giấy tiếp nhận hồ sơ và hẹn trả kết quả, M01): the legal code and the date that was promised. */
export const received = templateFor(['DossierReceived'], (event, facts) => ({
  subject: 'Đã tiếp nhận hồ sơ và hẹn trả kết quả',
  blocks: [
    text('Hồ sơ của ông/bà đã đầy đủ và được tiếp nhận.'),
    applicantRows(facts, [
      ['Thời gian nhận hồ sơ', inWords(event.receivedAt)],
      ['Hẹn trả kết quả', inWords(event.clock.dueAt)],
      ['Nhận kết quả', whereReturned(facts)],
    ]),
    followLinks(facts),
    text('Ông/bà sẽ được báo qua thư này nếu có thay đổi và khi có kết quả.'),
  ],
  english: `Your application was received under code ${event.dossierCode}. The result is due by ${inEnglish(event.clock.dueAt)}.`,
}));
