/** What reporters are told, by template. */
import type { ReportMessageTemplate } from '../../../shared/domain/report/report-messages.ts';
import { answered } from './answer-text.ts';
import { merged, redirected, rejected } from './closing-texts.ts';
import { asWritten, lines } from './message-text.ts';
import { followLine, textFor, type ReportText } from './report-facts.ts';
import { saidTime } from './said-time.ts';
import { assigned, progress, reassigned, reopened } from './work-texts.ts';

const filed = textFor(['ReportFiled'], ({ core }, facts) => {
  const at = saidTime(core.filedAt);
  return {
    headline: { vi: `Đã nhận phản ánh, mã ${facts.code}`, en: `Report received, code ${facts.code}` },
    body: lines(
      {
        vi: `Tổng đài 1022 đã nhận phản ánh của ông/bà lúc ${at.vi}.`,
        en: `Hotline 1022 received your report on ${at.en}.`,
      },
      { vi: `Mã tra cứu: ${facts.code}`, en: `Code: ${facts.code}` },
      facts.answersHere
        ? {
            vi: 'Muốn bổ sung, xin nhắn "bổ sung: ..." tại đây; hỏi tiến độ, xin nhắn mã này.',
            en: 'To add something, write "add: ..." here; to ask how far it is, write the code.',
          }
        : undefined,
      followLine(facts),
    ),
  };
});

const asked = textFor(['ReporterAsked'], ({ question, wait }, facts) => {
  const until = saidTime(wait.dueAt);
  return {
    headline: { vi: `Phản ánh ${facts.code}: cần hỏi thêm`, en: `Report ${facts.code}: a question` },
    body: lines(
      {
        vi: `Tổng đài 1022 cần hỏi thêm về phản ánh ${facts.code}:`,
        en: `We have a question on report ${facts.code}:`,
      },
      asWritten(question),
      facts.answersHere
        ? { vi: `Xin trả lời tại đây trước ${until.vi}.`, en: `Please answer here before ${until.en}.` }
        : {
            vi: `Xin trả lời qua đường dẫn dưới đây hoặc gọi ${facts.hotline} trước ${until.vi}.`,
            en: `Please answer by the link below or call ${facts.hotline} before ${until.en}.`,
          },
      followLine(facts),
    ),
  };
});

const TEXTS: Readonly<Record<ReportMessageTemplate, ReportText>> = {
  'report-filed': filed,
  'report-assigned': assigned,
  'report-reassigned': reassigned,
  'report-asked': asked,
  'report-rejected': rejected,
  'report-redirected': redirected,
  'report-merged': merged,
  'report-progress': progress,
  'report-answered': answered,
  'report-reopened': reopened,
};

/** @throws for a template that is not one of a report. */
export function reportText(template: string): ReportText {
  const text = Object.entries(TEXTS).find(([name]) => name === template)?.[1];
  if (text === undefined) throw new Error(`no text ${template}`);
  return text;
}
