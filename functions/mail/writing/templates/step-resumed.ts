import { shortDateTime } from '../../../../shared/shell/format.ts';
import { actionLinks, officerRows } from '../case-blocks.ts';
import { text } from '../mail-content.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** The supplement is complete: the work is the officer's again, with a clock that runs anew. */
export const stepResumed = templateFor(['SupplementAccepted'], (event, facts) => {
  const due = event.resumed?.clock.dueAt ?? facts.dueAt;
  return {
    subject: `Hồ sơ đã bổ sung đủ, tiếp tục xử lý${due === undefined ? '' : `, hẹn trả ${shortDateTime(due)}`}`,
    blocks: [
      text('Người nộp đã bổ sung đủ giấy tờ. Đề nghị tiếp tục xử lý.'),
      officerRows(facts, [['Hẹn trả kết quả mới', due && inWords(due)]]),
      actionLinks(facts),
    ],
    english: `The supplement to ${facts.code} is complete; please go on.${due === undefined ? '' : ` It is now due ${inEnglish(due)}.`}`,
  };
});
