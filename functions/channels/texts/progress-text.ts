import { progressOfReport } from '../../../shared/domain/report/report-progress.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { lines, type MessageText } from './message-text.ts';

interface ProgressFacts {
  readonly report: Report;
  /** The page; with the secret only to the report's own citizen, others are told the degree of completion alone. */
  readonly link: string;
}

export function progressText({ report, link }: ProgressFacts): MessageText {
  const code = report.core.reportId;
  const { percent, statusVi, statusEn } = progressOfReport(report);
  const headline = {
    vi: `Phản ánh ${code}: ${statusVi} (${String(percent)}%)`,
    en: `Report ${code}: ${statusEn} (${String(percent)}%)`,
  };
  return { headline, body: lines(headline, { vi: `Xem: ${link}`, en: `See ${link}` }) };
}
