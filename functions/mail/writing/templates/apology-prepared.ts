import { actionLinks, officerRows } from '../case-blocks.ts';
import { facts as factRows, links, text, type MailBlock } from '../mail-content.ts';
import type { NoticeFacts, PreparedApologyFacts } from '../notice-facts.ts';
import { templateFor } from '../template.ts';
import { inEnglish, inWords } from '../words.ts';

/** To the head who decides: an officer will not be done in time and asks for the apology and another day (M04). */
export const apologyPrepared = templateFor(['ApologyPrepared'], ({ prepared }, facts) => {
  const { apology } = facts;
  const officer = prepared.by === undefined ? 'Cán bộ' : facts.staffName(prepared.by);
  const blocks =
    apology === undefined
      ? [text('Đề nghị này không còn thực hiện được: đã xin lỗi và hẹn lại, hoặc đã quá ngày còn được hẹn lại.')]
      : preparedApologyBlocks(apology, facts.formUrl);
  return {
    subject: 'Đề nghị xin lỗi và hẹn lại ngày trả kết quả',
    blocks: [
      text(`${officer} đề nghị xin lỗi và hẹn lại ngày trả kết quả, vì không kịp giải quyết đúng hẹn.`),
      ...blocks,
      officerRows(facts),
      actionLinks(facts),
    ],
    english: `An officer asks you to apologise and to appoint another day for ${facts.code}. ${apology === undefined ? 'It is too late for that now.' : inEnglishOf(apology)}`,
  };
});

/** The apology just as the applicant would get it, and that nothing is sent before the head says so. */
export function preparedApologyBlocks(
  apology: PreparedApologyFacts,
  formUrl: NoticeFacts['formUrl'],
): readonly MailBlock[] {
  return [
    text('Phiếu xin lỗi và hẹn lại ngày trả kết quả đã soạn sẵn:'),
    factRows([
      ['Lời xin lỗi', apology.text],
      ['Lý do chậm', apology.reason],
      ['Ngày hẹn trả mới', `${inWords(apology.dueAt)} (thêm ${String(apology.workingDays)} ngày làm việc)`],
    ]),
    links('Xem phiếu như khi in (sau khi đăng nhập bằng hộp thư công vụ):', [
      { label: 'Dự thảo phiếu xin lỗi và hẹn lại (the draft as it will be printed)', url: formUrl('apology-draft') },
    ]),
    text(
      'Phiếu chỉ được gửi cho người nộp khi lãnh đạo xác nhận: trả lời thư này với dòng đầu là ĐỒNG Ý, hoặc mở liên kết bên dưới (sửa được trước khi gửi).',
    ),
  ];
}

export function inEnglishOf(apology: PreparedApologyFacts): string {
  return `The apology is prepared, with ${inEnglish(apology.dueAt)} as the new day; it is sent as soon as you confirm it, by the link or by answering “ĐỒNG Ý”.`;
}
