import { actionLinks, applicantRows, followLinks, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inWords } from '../words.ts';

/** A reform moved the dossier: the applicant hears who has it now and that the promised day stands. */
export const transferred = templateFor(['CompetenceTransferred'], (event, facts) => ({
  subject: 'Hồ sơ được chuyển giao cho đơn vị mới, thời hạn giữ nguyên',
  blocks: [
    text(
      `Do sắp xếp đơn vị hành chính, hồ sơ của ông/bà được chuyển giao từ ${facts.unit(event.from.unitId).vi} cho ${facts.unit(event.deciding.unitId).vi} tiếp tục giải quyết. Ông/bà không phải nộp lại giấy tờ; ngày hẹn trả kết quả không thay đổi.`,
    ),
    applicantRows(facts, [
      ['Nơi tiếp nhận và trả kết quả', facts.unit(event.counterId).vi],
      ['Hẹn trả kết quả', facts.dueAt && inWords(facts.dueAt)],
    ]),
    followLinks(facts),
  ],
  english: `After the reform of administrative units, ${facts.code} goes on with ${facts.unit(event.deciding.unitId).en}. Its due date stays; nothing has to be filed again.`,
}));

/** To the mailbox of the one-stop section that has it from now on. */
export const transferredAtCounter = templateFor(['CompetenceTransferred'], (event, facts) => ({
  subject: 'Nhận chuyển giao hồ sơ sau sắp xếp đơn vị hành chính',
  blocks: [
    text(
      `Hồ sơ do ${facts.unit(event.from.counterId).vi} tiếp nhận nay thuộc bộ phận một cửa của ông/bà. Thời hạn giữ nguyên.`,
    ),
    officerRows(facts, [['Cơ quan giải quyết', facts.unit(event.deciding.unitId).vi]]),
    actionLinks(facts),
  ],
  english: `${facts.code}, received by ${facts.unit(event.from.counterId).en}, is now with your counter; its deadline stays.`,
}));
