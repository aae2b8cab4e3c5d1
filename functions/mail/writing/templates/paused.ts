import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The time limit stands still: why, and whose turn it is. */
export const paused = templateFor(['DossierPaused'], (event, facts) => {
  const reason = facts.pauseReason(event.reason);
  return {
    subject: 'Tạm dừng tính thời hạn giải quyết',
    blocks: [
      text('Thời hạn giải quyết hồ sơ của ông/bà tạm dừng tính từ hôm nay.'),
      applicantRows(facts, [['Lý do', reason.name.vi]]),
      text(
        reason.waitsFor === 'applicant'
          ? 'Xin ông/bà thực hiện việc nêu trên; khi xong, thời hạn được tính tiếp và ông/bà nhận được thư báo ngày hẹn trả mới.'
          : 'Ông/bà không phải làm gì thêm. Khi thời hạn được tính tiếp, ông/bà nhận được thư báo ngày hẹn trả mới.',
      ),
      followLinks(facts),
    ],
    english: `The time limit of ${facts.code} stands still: ${reason.name.en}. You will be told the new date when it goes on.`,
  };
});

/** It goes on, with the date that was moved by the time of the pause. */
export const resumed = templateFor(['DossierResumed'], (event, facts) => ({
  subject: 'Hồ sơ được tiếp tục giải quyết',
  blocks: [
    text('Thời hạn giải quyết hồ sơ của ông/bà được tính tiếp.'),
    applicantRows(facts, [['Ngày hẹn trả kết quả mới', inWords(event.clock.dueAt)]]),
    followLinks(facts),
  ],
  english: `${facts.code} goes on. The new due date is ${inEnglish(event.clock.dueAt)}.`,
}));
