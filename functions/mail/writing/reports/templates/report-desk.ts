/** To the hotline, and to whoever works on a report: it came, its reporter spoke, it goes on, it has gone. */
import { text } from '../../mail-content.ts';
import { inWords } from '../../words.ts';
import { reportActionLinks, reporterBlocks, reportPageLink, reportRows } from '../report-blocks.ts';
import type { ReportFacts } from '../report-facts.ts';
import { reportTemplateFor } from '../report-template.ts';

/** Words of an emergency: the desk looks at once, though the reporter was told whom to call. */
export const reportNew = reportTemplateFor(['ReportFiled'], (event, facts) => ({
  subject: facts.emergency === undefined ? 'Phản ánh mới chờ phân loại' : 'Phản ánh có dấu hiệu khẩn cấp, xem ngay',
  blocks: [
    text(
      facts.emergency === undefined
        ? 'Có phản ánh mới chờ phân loại.'
        : `Phản ánh mới có từ ngữ của trường hợp khẩn cấp (${facts.emergency}). Người phản ánh đã được nhắc gọi số này ngay. Đề nghị xem và phân loại trước các việc khác.`,
    ),
    reportRows(facts, [['Hạn phân loại', inWords(event.check.dueAt)]]),
    reportPageLink(facts),
  ],
  english: `A new report, ${facts.code}, ${facts.emergency === undefined ? 'waits to be sorted' : `reads like an emergency (${facts.emergency}); please look at it at once`}.`,
}));

export const reportWords = reportTemplateFor(['ReporterWordsRecorded'], (event, facts) => ({
  subject: event.check === undefined ? 'Người phản ánh gửi thêm thông tin' : 'Người phản ánh đã trả lời, chờ phân loại',
  blocks: [
    text(
      `Người phản ánh đã gửi thêm thông tin${event.attachments.length === 0 ? '' : ` và ${String(event.attachments.length)} tệp`} về phản ánh này.`,
    ),
    reportRows(facts, [['Hạn phân loại', event.check && inWords(event.check.dueAt)]]),
    ...reporterBlocks(facts),
    reportActionLinks(facts),
  ],
  english: `Whoever reported ${facts.code} has added something; please read it.`,
}));

export const reportReopened = reportTemplateFor(['ReportReopened'], (event, facts) => ({
  subject: 'Người phản ánh chưa đồng ý, phản ánh được mở lại',
  blocks: [
    text(
      event.check === undefined
        ? 'Người phản ánh chưa đồng ý với câu trả lời, nên phản ánh được mở lại. Đề nghị kiểm tra lại trên thực tế và trả lời lần nữa.'
        : 'Người phản ánh chưa đồng ý với câu trả lời, nên phản ánh được mở lại. Không còn đơn vị nào đang xử lý: đề nghị phân loại lại.',
    ),
    reportRows(facts, [...dueRows(facts), ['Hạn phân loại', event.check && inWords(event.check.dueAt)]]),
    ...reporterBlocks(facts),
    reportActionLinks(facts),
  ],
  english: `The citizen does not accept the answer to ${facts.code}; it is open again. Please look into it once more.`,
}));

export const reportWithdrawn = reportTemplateFor(['ReportWithdrawn'], (_event, facts) => ({
  subject: 'Người phản ánh đã rút phản ánh',
  withoutHowTo: true,
  blocks: [
    text('Người phản ánh đã rút phản ánh này. Ông/bà không phải làm gì thêm.'),
    reportRows(facts),
    reportPageLink(facts),
  ],
  english: `The report ${facts.code} was withdrawn by whoever made it; nothing is left to do.`,
}));

export const reportTakenAway = reportTemplateFor(
  ['ReportTriaged', 'ReportRejected', 'ReportRedirected', 'ReportMerged'],
  (event, facts) => ({
    subject: 'Phản ánh không còn thuộc việc của ông/bà',
    withoutHowTo: true,
    blocks: [text(`${WHY_GONE[event.type]} Ông/bà không phải làm gì thêm.`), reportRows(facts), reportPageLink(facts)],
    english: `The report ${facts.code} is no longer yours to deal with.`,
  }),
);

const WHY_GONE = {
  ReportTriaged: 'Tổng đài đã phân loại lại phản ánh này và chuyển cho đơn vị khác.',
  ReportRejected: 'Tổng đài đã kết thúc phản ánh này: không thuộc loại được xử lý.',
  ReportRedirected: 'Tổng đài đã hướng dẫn người phản ánh đến thủ tục riêng của việc này.',
  ReportMerged: 'Phản ánh này đã được gộp vào một phản ánh khác về cùng việc.',
} as const;

function dueRows({ works }: ReportFacts): readonly (readonly [string, string])[] {
  return works
    .filter(({ open }) => open)
    .map(({ unit, dueAt }) => [`Hạn trả lời của ${unit.vi}`, inWords(dueAt)] as const);
}
