import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The post carries the result to the door (trả kết quả tại nhà). */
export const resultWithPost = templateFor(['ResultHandedToPost'], (event, facts) => ({
  subject: 'Kết quả đang được bưu chính chuyển đến',
  blocks: [
    text('Kết quả đã được giao cho bưu chính để trả tại địa chỉ ông/bà đã đăng ký.'),
    applicantRows(facts, [
      ['Số hiệu bưu gửi', event.parcelNumber],
      ['Dự kiến phát chậm nhất', inWords(event.transit.dueAt)],
    ]),
    text('Khi nhận xin xuất trình giấy tờ tùy thân. Người nhận thay cần có giấy ủy quyền.'),
    followLinks(facts),
  ],
  english: `The result of ${facts.code} is with the post, parcel ${event.parcelNumber}, expected by ${inEnglish(event.transit.dueAt)}.`,
}));
