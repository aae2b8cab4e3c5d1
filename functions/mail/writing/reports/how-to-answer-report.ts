/** What a mail about a report says about answering it: the first lines that fit what its reader can do. */
import type { ReportReplyAct } from '../../../../shared/domain/report/reply/report-reply-acts.ts';
import { text, type MailBlock } from '../mail-content.ts';

/** As the grammar reads them (shared/domain/report/reply); an act without a line has only its link. */
const FIRST_LINES: Readonly<Partial<Record<ReportReplyAct, readonly string[]>>> = {
  'accept-report': ['TIẾP NHẬN'],
  'answer-report': [
    'ĐÃ XỬ LÝ: <câu trả lời gửi người dân>',
    'HẸN XỬ LÝ: <câu trả lời gửi người dân>',
    'GIẢI THÍCH: <câu trả lời gửi người dân>',
    'KHÔNG CÓ CƠ SỞ: <câu trả lời gửi người dân>',
  ],
  'consolidate-report': ['TỔNG HỢP: <câu trả lời chung gửi người dân>'],
  'progress-report': ['TIẾN ĐỘ: <nội dung báo người dân>'],
  'decline-report': ['KHÔNG THUỘC THẨM QUYỀN: <lý do>; thuộc <đơn vị>'],
  'settle-report': ['CHUYỂN <đơn vị>: <lý do>', 'GIỮ NGUYÊN: <lý do>'],
  'hand-report-over': ['GIAO CHO <tên>: <lý do>'],
  'approve-answer': ['DUYỆT'],
  'return-answer': ['TRẢ LẠI: <lý do>'],
};
const TELLS_CITIZENS: ReadonlySet<ReportReplyAct> = new Set(['answer-report', 'consolidate-report', 'progress-report']);

export function reportFirstLines(acts: readonly ReportReplyAct[]): readonly string[] {
  return Object.entries(FIRST_LINES).flatMap(([act, lines]) => (acts.some((one) => one === act) ? lines : []));
}

/** Undefined for who can do nothing by answering. @param shared a mailbox that is nobody in person. */
export function howToAnswerReport(
  acts: readonly ReportReplyAct[],
  { shared }: { readonly shared: boolean },
): MailBlock | undefined {
  if (acts.length === 0) return undefined;
  const lines = reportFirstLines(acts);
  const own = shared ? ' từ hộp thư công vụ riêng của ông/bà, không từ hộp thư chung này' : '';
  if (lines.length === 0) return text(`Thư trả lời${own} được giữ làm ghi chú nội bộ của phản ánh.`);
  return text(
    [
      `Trả lời thư này${own}; dòng đầu là một trong các câu:`,
      ...lines.map((line) => `  ${line}`),
      ...(acts.some((act) => TELLS_CITIZENS.has(act))
        ? [
            'Câu trả lời nhiều đoạn: dòng đầu chỉ ghi câu lệnh và dấu hai chấm, viết nội dung từ dòng dưới.',
            'Ngoài nội dung đó, không có gì trong thư của ông/bà được gửi cho người dân; phần khác là ghi chú nội bộ.',
          ]
        : ['Các dòng sau, hoặc thư không có câu nào ở trên, được giữ làm ghi chú nội bộ.']),
    ].join('\n'),
  );
}
