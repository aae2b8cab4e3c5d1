import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';

/** The applicant has not answered a supplement request. */
export const supplementReminder = templateFor(['TimerRang'], (_event, facts) => ({
  subject: 'Nhắc bổ sung hồ sơ',
  blocks: [
    text(
      'Hồ sơ của ông/bà vẫn đang chờ giấy tờ bổ sung. Xin mở trang hồ sơ để xem những gì còn thiếu và gửi bổ sung, hoặc nộp tại nơi đã tiếp nhận.',
    ),
    applicantRows(facts, [['Nơi tiếp nhận', facts.counter.vi]]),
    followLinks(facts),
  ],
  english: `Your application ${facts.code} still waits for the papers that were asked for.`,
}));
