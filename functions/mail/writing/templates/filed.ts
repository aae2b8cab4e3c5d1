import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The dossier is on its way in. Not a receipt: reception (M01) comes with the legal code. */
export const filed = templateFor(['DossierFiled'], (event, facts) => {
  const checkedBy = event.as.status === 'submitted' ? event.as.check.dueAt : undefined;
  return {
    subject: 'Đã nộp hồ sơ, chờ kiểm tra',
    blocks: [
      text(
        event.as.status === 'submitted'
          ? `Hồ sơ của ông/bà đã được gửi đến ${facts.counter.vi}. Bộ phận một cửa sẽ kiểm tra và trả lời chậm nhất ${checkedBy === undefined ? '' : inWords(checkedBy)}.`
          : `Hồ sơ của ông/bà đã được nhân viên bưu chính nhận tại ${facts.counter.vi} và sẽ được bàn giao cho bộ phận một cửa. Thời hạn giải quyết được tính từ khi ký biên bản giao nhận.`,
      ),
      text(
        'Đây chưa phải là giấy tiếp nhận hồ sơ. Ông/bà sẽ nhận được giấy tiếp nhận và ngày hẹn trả kết quả khi hồ sơ đầy đủ.',
      ),
      applicantRows(facts),
      followLinks(facts),
    ],
    english: `Your application (${facts.procedure.en}) was filed with code ${facts.code}. This is not a receipt yet${checkedBy === undefined ? '' : `; it will be checked by ${inEnglish(checkedBy)}`}.`,
  };
});
