import { applicantRows, followLinks } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { dayInEnglish, dayInWords } from '../words.ts';

/** Two invitations, two working days apart, then back to the authority's counter, where the applicant is known (Circular 17/2017/TT-BTTTT art. 5). */
export const deliveryFailed = templateFor(['DeliveryFailed'], (event, facts) => {
  const next = event.nextAttemptFrom;
  return {
    subject:
      next === undefined
        ? 'Không phát được kết quả: kết quả chuyển về nơi tiếp nhận'
        : 'Chưa phát được kết quả, sẽ phát lại',
    blocks: [
      text(`Bưu chính chưa phát được kết quả cho ông/bà (lần ${String(event.attempt)}). Lý do: ${event.reason}`),
      text(
        next === undefined
          ? `Đã hết số lần phát. Kết quả được chuyển hoàn về ${facts.counter.vi}; xin đến nhận tại đó hoặc liên hệ ${facts.counter.phone}.`
          : `Bưu chính sẽ phát lại từ ${dayInWords(next)}.`,
      ),
      applicantRows(facts),
      followLinks(facts),
    ],
    english:
      next === undefined
        ? `The post could not deliver the result of ${facts.code}; it goes back to ${facts.counter.en}.`
        : `The post could not deliver the result of ${facts.code}; the next attempt is from ${dayInEnglish(next)}.`,
  };
});
