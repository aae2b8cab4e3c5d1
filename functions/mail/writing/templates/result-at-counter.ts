import { applicantRows, followLinks, placeRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** The result can be collected (trả kết quả tại quầy). */
export const resultAtCounter = templateFor(['ResultArrived'], (_event, facts) => ({
  subject: 'Mời đến nhận kết quả',
  blocks: [
    text('Kết quả đã về nơi tiếp nhận. Mời ông/bà đến nhận trong giờ làm việc.'),
    placeRows('Nơi trả kết quả', facts.counter),
    text('Khi đi xin mang theo giấy tiếp nhận hồ sơ và giấy tờ tùy thân. Người nhận thay cần có giấy ủy quyền.'),
    applicantRows(facts),
    followLinks(facts),
  ],
  english: `The result of ${facts.code} can be collected at ${facts.counter.en}, ${facts.counter.address}.`,
}));
