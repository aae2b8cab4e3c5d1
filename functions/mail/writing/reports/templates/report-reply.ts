/** Answers to what a member of staff wrote about a report: the receipt, and the question when it was not clear. */
import type {
  ReportReplyChoice,
  ReportReplyResult,
} from '../../../../../shared/domain/report/reply/report-reply-result.ts';
import type { ReportReplyAct } from '../../../../../shared/domain/report/reply/report-reply-acts.ts';
import { refusalText } from '../../../../../shared/shell/refusal-texts.ts';
import { facts as factRows, items, links, text, type MailBlock } from '../../mail-content.ts';
import type { MailBody } from '../../template.ts';
import { quoted, reportActionLinks, reportPageLink, reportRows } from '../report-blocks.ts';
import { changesOfReport } from '../report-changes.ts';
import { reportChoiceLabel, understoodOfReport } from '../report-choice-in-words.ts';
import { reportDoubtText } from '../report-doubt-texts.ts';
import type { ReportFacts } from '../report-facts.ts';
import { reportTemplateFor } from '../report-template.ts';
import { outcomeWords, reportActLabels } from '../report-words.ts';

type Taken = Extract<ReportReplyResult, { readonly kind: 'taken' }>;
type Noted = Extract<ReportReplyResult, { readonly kind: 'noted' }>;

export const reportReplyReceipt = reportTemplateFor(['ReportReplyAnswered'], ({ result }, facts) => {
  switch (result.kind) {
    case 'taken':
      return takenBody(result, facts);
    case 'noted':
      return notedBody(result, facts);
    case 'doubtful':
    case 'refused':
      throw new Error(`a receipt for a reply that was ${result.kind}`);
    default:
      return result satisfies never;
  }
});

/** Nothing was done: why not, and what could be meant, each behind a link of its own. */
export const reportReplyQuestion = reportTemplateFor(['ReportReplyAnswered'], ({ result }, facts) => {
  if (result.kind !== 'doubtful' && result.kind !== 'refused')
    throw new Error(`a question about a reply: ${result.kind}`);
  const choices = result.kind === 'doubtful' ? result.choices : [result.choice];
  const [only, another] = choices;
  return {
    subject: 'Chưa làm theo thư trả lời: xem lý do',
    blocks: [
      text('Thư trả lời của ông/bà chưa được thực hiện: phản ánh không thay đổi, người phản ánh không nhận được gì.'),
      text(result.kind === 'doubtful' ? reportDoubtText(result.why, result.detail) : refusalText(result.refusal, 'vi')),
      ...(result.kind === 'refused' ? [factRows([['Căn cứ', result.refusal.article]])] : []),
      ...(only !== undefined && another === undefined ? [factRows(understoodOfReport(only, facts))] : []),
      ...(only?.text === undefined ? [] : [text(`Nội dung ông/bà đã viết:\n${quoted(only.text)}`)]),
      reportRows(facts),
      choiceLinks(choices, facts),
    ],
    english: `Nothing was done on ${facts.code}: ${result.kind === 'refused' ? refusalText(result.refusal, 'en') : 'your answer was not clear or could not be accepted; the links show what it could mean.'}`,
  };
});

function takenBody({ choice, leftFiles }: Taken, facts: ReportFacts): MailBody {
  const { vi, en } = reportActLabels[choice.action];
  return {
    subject: `Đã làm theo thư trả lời: ${vi}`,
    withoutHowTo: true,
    blocks: [
      text('Hệ thống hiểu thư trả lời của ông/bà như sau và đã làm:'),
      factRows([['Mã phản ánh', facts.code], ...understoodOfReport(choice, facts)]),
      ...(choice.text === undefined ? [] : [toldBlock(choice, choice.text)]),
      items('Đã thay đổi:', changesOfReport(facts)),
      ...filesLeft(leftFiles),
      text(`Nếu hệ thống hiểu sai: ${HOW_TO_MEND[choice.action]}`),
      reportPageLink(facts),
    ],
    english: `Done as you wrote on ${facts.code}: ${en}. If it was understood wrongly, call the hotline (${facts.number}) at once.`,
  };
}

/** Word for word: what a citizen reads in an office's name, whoever sent it must be able to see. */
function toldBlock({ action, outcome }: ReportReplyChoice, words: string): MailBlock {
  const title = action === 'progress-report' ? 'Người phản ánh được báo' : 'Câu trả lời cho người phản ánh';
  const how = outcome === undefined ? '' : ` (${outcomeWords[outcome].vi})`;
  return text(`${title}${how}:\n${quoted(words)}`);
}

function notedBody({ perhaps, leftFiles }: Noted, facts: ReportFacts): MailBody {
  const asked = perhaps !== undefined;
  const url = asked ? facts.urlOf('answer-report', perhaps) : undefined;
  return {
    subject: asked
      ? 'Đã giữ ghi chú; đây có phải câu trả lời cho người dân?'
      : 'Đã giữ ghi chú, phản ánh không thay đổi',
    withoutHowTo: true,
    blocks: [
      text('Thư của ông/bà được giữ làm ghi chú nội bộ; không có gì được gửi cho người phản ánh.'),
      ...(asked
        ? [
            text(
              'Nếu đó là câu trả lời cho người dân, xin trả lời thư này: dòng đầu chỉ ghi ĐÃ XỬ LÝ: (hoặc HẸN XỬ LÝ:, GIẢI THÍCH:, KHÔNG CÓ CƠ SỞ:), các dòng sau là nội dung gửi người dân. Hoặc mở liên kết.',
            ),
          ]
        : []),
      ...(url === undefined ? [] : [links('Để trả lời người dân:', [answerLink(url)])]),
      reportRows(facts),
      ...filesLeft(leftFiles),
    ],
    english: asked
      ? `Your words on ${facts.code} were kept as an internal note and nothing was sent to the citizen. If they were meant as the answer, put ĐÃ XỬ LÝ: in the first line, or use the link.`
      : `Your note to ${facts.code} was kept; nothing else changed.`,
  };
}

function answerLink(url: string) {
  const { vi, en } = reportActLabels['answer-report'];
  return { label: `${vi} (${en})`, url };
}

function choiceLinks(choices: readonly ReportReplyChoice[], facts: ReportFacts): MailBlock {
  const pages = choices.flatMap((choice) => {
    const url = facts.urlOf(choice.action, choice.workId);
    return url === undefined ? [] : [{ label: reportChoiceLabel(choice, facts), url }];
  });
  if (pages.length === 0) return reportActionLinks(facts);
  return links('Nếu đúng ý ông/bà là việc sau, xin mở liên kết (trang có một nút):', pages);
}

const ASK_THE_HOTLINE = 'xin gọi tổng đài ngay.';

/** What a reply did cannot be taken back where a citizen may have read it; what can be put right, and how. */
const HOW_TO_MEND: Readonly<Record<ReportReplyAct, string>> = {
  note: ASK_THE_HOTLINE,
  'accept-report': 'xin giao cho đồng nghiệp (GIAO CHO <tên>), hoặc báo tổng đài.',
  'answer-report':
    'xin gọi tổng đài ngay; câu trả lời đã gửi không thu lại được, tổng đài mở lại phản ánh để trả lời lần nữa.',
  'progress-report': 'xin gửi tin tiến độ mới (TIẾN ĐỘ: …) để đính chính.',
  'decline-report': 'xin gọi tổng đài để giữ việc lại ở đơn vị, trước khi có quyết định.',
  'hand-report-over': 'người nhận giao lại cho ông/bà được, cũng bằng thư trả lời.',
  'settle-report': ASK_THE_HOTLINE,
  'consolidate-report':
    'xin gọi tổng đài ngay; câu trả lời đã gửi không thu lại được, tổng đài mở lại phản ánh để trả lời lần nữa.',
  'approve-answer': 'xin gọi tổng đài ngay; câu trả lời đã gửi không thu lại được.',
  'return-answer': 'đơn vị gửi lại câu trả lời, ông/bà duyệt lần nữa.',
};

/** A report keeps no files of the staff; what was sent along is only in the mail itself. */
function filesLeft(leftFiles: number | undefined): readonly MailBlock[] {
  return leftFiles === undefined
    ? []
    : [text(`${String(leftFiles)} tệp kèm theo thư chưa được lưu vào phản ánh và không gửi cho người phản ánh.`)];
}
