/** A clock of a report rang: soon due, or overdue; to whoever the service level names. */
import { text } from '../../mail-content.ts';
import { inEnglish, inWords } from '../../words.ts';
import { reportActionLinks, reporterBlocks, reportRows } from '../report-blocks.ts';
import { reportTemplateFor } from '../report-template.ts';

export const reportReminder = reportTemplateFor(['ReportTimerRang'], (event, facts) => {
  const waits = facts.waitsFor(event.clockId);
  const late = waits !== undefined && event.at > waits.dueAt;
  const what = waits?.what ?? { vi: 'phản ánh', en: 'the report' };
  return {
    subject: `${late ? 'Quá hạn' : 'Sắp đến hạn'}: ${what.vi}`,
    blocks: [
      text(
        late
          ? 'Phản ánh của người dân đã quá hạn. Đề nghị xử lý ngay; người phản ánh và số liệu công khai đều thấy việc chậm trễ.'
          : 'Phản ánh của người dân sắp đến hạn. Đề nghị xử lý.',
      ),
      reportRows(facts, [
        ['Việc', what.vi],
        ['Hạn', waits && inWords(waits.dueAt)],
        ['Đơn vị', waits?.unit.vi],
        ['Người xử lý', waits === undefined ? undefined : (waits.officer ?? 'chưa phân công')],
      ]),
      ...reporterBlocks(facts),
      reportActionLinks(facts),
    ],
    english: `${facts.code}: ${what.en} ${late ? 'is overdue' : 'is due soon'}${waits === undefined ? '' : ` (${inEnglish(waits.dueAt)})`}. Please act on it.`,
  };
});
