import { actionLinks, officerRows } from '../case-blocks.ts';
import { whatOf } from '../clock-words.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** To the unit that has let work lie. The applicant's page says so too, until somebody touches it. */
export const workStalled = templateFor(['TimerRang'], (event, facts) => {
  const holder = facts.holderOf(event.clockId);
  const what = whatOf(event.clockId, facts);
  return {
    subject: `Hồ sơ chưa được xử lý: ${what.vi}`,
    blocks: [
      text(
        'Hồ sơ này đến đơn vị đã lâu mà chưa có ai xử lý. Đề nghị đơn vị tiếp nhận xử lý ngay hoặc giao cho người khác. Trang theo dõi của người nộp đang ghi rằng hồ sơ chưa được xử lý.',
      ),
      officerRows(facts, [
        ['Việc', what.vi],
        ['Đơn vị', holder?.unit.vi],
        ['Người được giao', holder?.officer ?? 'chưa có'],
        ['Ở đơn vị từ', holder && inWords(holder.since)],
        ['Hạn', inWords(event.dueAt)],
      ]),
      actionLinks(facts),
    ],
    english: `Nobody has touched ${facts.code} yet (${what.en}, due ${inEnglish(event.dueAt)}), and the applicant’s page says so. Please take it on or give it to somebody.`,
  };
});
