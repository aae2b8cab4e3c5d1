import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The dossier is complete again; the date promised is a new one (61/2018/NĐ-CP art. 19.4). */
export const supplementAccepted = templateFor(['SupplementAccepted'], (event, facts) => {
  const due = event.resumed?.clock.dueAt ?? facts.dueAt;
  return {
    subject: 'Đã nhận đủ giấy tờ bổ sung',
    blocks: [
      text('Giấy tờ bổ sung của ông/bà đã đầy đủ. Hồ sơ được tiếp tục giải quyết.'),
      applicantRows(facts, [['Ngày hẹn trả kết quả mới', due && inWords(due)]]),
      followLinks(facts),
    ],
    english: `Your supplement to ${facts.code} was accepted.${due === undefined ? '' : ` The new due date is ${inEnglish(due)}.`}`,
  };
});
