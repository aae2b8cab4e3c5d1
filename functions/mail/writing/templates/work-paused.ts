/** To whoever has open work, when somebody else stopped the time limit or let it go on. */
import { actionLinks, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

export const workPaused = templateFor(['DossierPaused'], (event, facts) => {
  const { name } = facts.pauseReason(event.reason);
  return {
    subject: 'Hồ sơ tạm dừng tính thời hạn',
    blocks: [
      text(
        `${facts.staffName(event.by)} đã tạm dừng tính thời hạn của hồ sơ ông/bà đang xử lý. Khi lý do tạm dừng không còn, đề nghị cho tiếp tục.`,
      ),
      officerRows(facts, [
        ['Lý do', name.vi],
        ['Ghi chú', event.note],
        ['Hệ thống hỏi lại vào', inWords(event.review.dueAt)],
      ]),
      actionLinks(facts),
    ],
    english: `The time limit of ${facts.code} stands still: ${name.en}. It will be asked about on ${inEnglish(event.review.dueAt)}.`,
  };
});

export const workResumed = templateFor(['DossierResumed'], (event, facts) => ({
  subject: 'Hồ sơ hết tạm dừng, tiếp tục xử lý',
  blocks: [
    text(`${facts.staffName(event.by)} đã cho hồ sơ tiếp tục. Đề nghị ông/bà tiếp tục xử lý.`),
    officerRows(facts, [['Ghi chú', event.note]]),
    actionLinks(facts),
  ],
  english: `${facts.code} goes on; please continue. It is now due ${inEnglish(event.clock.dueAt)}.`,
}));
