/** Blocks that several templates about reports share. */
import { facts as factRows, items, links, text, type MailBlock } from '../mail-content.ts';
import { inWords } from '../words.ts';
import type { ReportFacts, WorkFacts } from './report-facts.ts';
import { reportActLabels } from './report-words.ts';

type Rows = readonly (readonly [label: string, value: string | undefined])[];

/** What somebody needs to decide whether to open it now; nothing of it names the reporter. */
export function reportRows(facts: ReportFacts, more: Rows = []): MailBlock {
  const { sorted, merged } = facts;
  return factRows([
    ['Mã phản ánh', facts.code],
    ['Lĩnh vực', sorted?.category.vi],
    ['Địa bàn', sorted?.area],
    ['Mức độ', sorted?.urgency],
    ['Tóm tắt', sorted?.summary],
    ...more,
    ['Tiếp nhận', `${inWords(facts.filedAt)}, qua ${facts.channel}`],
    ['Phản ánh cùng việc', merged === 0 ? undefined : `${String(merged)} phản ánh khác đã gộp vào`],
  ]);
}

export function dueRow(work: WorkFacts | undefined): readonly [string, string | undefined] {
  return ['Hạn trả lời', work?.open === true ? inWords(work.dueAt) : undefined];
}

/** For whoever works on it and may have to ask; empty in a mail to a shared mailbox, whose readers nobody knows. */
export function reporterBlocks({ reporter, attachments }: ReportFacts): readonly MailBlock[] {
  if (reporter === undefined) return [];
  const { name, phone, email, address, place, summary, content, lastWords } = reporter;
  return [
    factRows([
      ['Người phản ánh', name],
      ['Điện thoại', phone],
      ['Thư điện tử', email],
      ['Địa chỉ', address],
      ['Nơi xảy ra, theo lời người phản ánh', place],
      ['Tóm tắt của người phản ánh', summary],
      ['Tệp gửi kèm', attachments === 0 ? undefined : `${String(attachments)} tệp, xem trên trang phản ánh`],
    ]),
    text(`Nội dung phản ánh (nguyên văn):\n${quoted(content)}`),
    ...(lastWords === undefined ? [] : [text(`Người phản ánh nói thêm sau cùng:\n${quoted(lastWords)}`)]),
    text('Thông tin người phản ánh chỉ để xử lý việc này, xin đừng chuyển tiếp thư.'),
  ];
}

/** Of what a citizen wrote, in a mail; the page of the report has the whole. Characters. */
const LONGEST = 5000;

/** Indented, so that no line of it can be taken for one of ours. */
export function quoted(words: string): string {
  const shown = words.length > LONGEST ? `${words.slice(0, LONGEST)} […] (xem tiếp trên trang phản ánh)` : words;
  return shown
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** What each unit said, for whoever makes or reads the one answer. */
export function partsBlock({ works }: ReportFacts): MailBlock {
  return items(
    'Trả lời của các đơn vị:',
    works.flatMap(({ unit, answer, lead }) =>
      answer === undefined
        ? []
        : [`${unit.vi}${lead ? ' (đơn vị chủ trì)' : ''}: ${answer.outcome.vi}. ${answer.text}`],
    ),
  );
}

/** One link for each act; a link opens a page with one button. A shared mailbox is nobody in person and gets the page that asks who is there. */
export function reportActionLinks(facts: ReportFacts): MailBlock {
  if (facts.actions.length === 0) return reportPageLink(facts);
  const several = new Set(facts.actions.map(({ workId }) => workId)).size > 1;
  return links(
    'Ông/bà có thể (mỗi liên kết mở một trang có một nút; chỉ dành riêng cho ông/bà, xin đừng chuyển tiếp):',
    facts.actions.map(({ action, workId, url }) => {
      const { vi, en } = reportActLabels[action];
      const unit = several && workId !== undefined ? facts.work(workId)?.unit.vi : undefined;
      return { label: `${vi}${unit === undefined ? '' : `, phần của ${unit}`} (${en})`, url };
    }),
  );
}

export function reportPageLink(facts: ReportFacts): MailBlock {
  return links('Xem phản ánh (sau khi đăng nhập bằng hộp thư công vụ):', [
    { label: 'Mở trang phản ánh (open the report)', url: facts.pageUrl },
  ]);
}
