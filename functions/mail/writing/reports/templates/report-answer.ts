/** The one answer: made of the parts, read over, sent back. */
import type { FinalAnswer } from '../../../../../shared/domain/report/state.ts';
import { text, type MailBlock } from '../../mail-content.ts';
import { inEnglish, inWords } from '../../words.ts';
import { partsBlock, quoted, reportActionLinks, reporterBlocks, reportRows } from '../report-blocks.ts';
import type { ReportFacts } from '../report-facts.ts';
import { reportTemplateFor } from '../report-template.ts';
import { outcomeWords } from '../report-words.ts';

export const reportConsolidate = reportTemplateFor(['ConsolidationBegun'], (event, facts) => ({
  subject: 'Các đơn vị đã trả lời, cần tổng hợp một câu trả lời',
  blocks: [
    text(
      'Các đơn vị cùng xử lý đều đã trả lời. Là đơn vị chủ trì, đề nghị ông/bà tổng hợp một câu trả lời cho người dân.',
    ),
    partsBlock(facts),
    reportRows(facts, [['Hạn tổng hợp', inWords(event.clock.dueAt)]]),
    ...reporterBlocks(facts),
    reportActionLinks(facts),
  ],
  english: `All units have answered ${facts.code}; please make one answer of theirs by ${inEnglish(event.clock.dueAt)}.`,
}));

export const reportReview = reportTemplateFor(['AnswerReviewBegun'], (event, facts) => ({
  subject: 'Câu trả lời chờ duyệt trước khi gửi người dân',
  blocks: [
    text('Lĩnh vực này cần tổng đài duyệt câu trả lời trước khi gửi cho người dân.'),
    answerBlock('Câu trả lời chờ duyệt', event.draft, facts),
    reportRows(facts, [['Hạn duyệt', inWords(event.clock.dueAt)]]),
    ...reporterBlocks(facts),
    reportActionLinks(facts),
  ],
  english: `The answer to ${facts.code} waits to be approved by ${inEnglish(event.clock.dueAt)}.`,
}));

export const reportReturned = reportTemplateFor(['AnswerReturned'], (event, facts) => {
  const dueAt = event.consolidation?.dueAt ?? event.work[0]?.clock.dueAt;
  return {
    subject: 'Câu trả lời được trả lại, cần làm lại',
    blocks: [
      text(`Câu trả lời chưa được gửi cho người dân; đề nghị làm lại.\nLý do: ${event.reason}`),
      reportRows(facts, [
        ['Người trả lại', facts.staffName(event.by)],
        ['Hạn trả lời lại', dueAt && inWords(dueAt)],
      ]),
      ...reporterBlocks(facts),
      reportActionLinks(facts),
    ],
    english: `The answer to ${facts.code} was returned; please write another one.`,
  };
});

function answerBlock(title: string, { outcome, text: words, by, unitIds }: FinalAnswer, facts: ReportFacts): MailBlock {
  const units = unitIds.map((unitId) => facts.unit(unitId).vi).join('; ');
  return text(`${title} (${outcomeWords[outcome].vi}; ${facts.staffName(by)}, ${units}):\n${quoted(words)}`);
}
