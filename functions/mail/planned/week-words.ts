import type { FactRow } from '../writing/mail-content.ts';
import { decidedIn, shareOnTime, type WeekTotals } from './week-figures.ts';

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });

export function rowsOf(totals: WeekTotals): readonly FactRow[] {
  return [
    ['Đã giải quyết trong tuần', decidedInWords(totals)],
    ['Việc đang mở', String(totals.open)],
    ['Trong đó quá hạn', String(totals.late)],
    ['Đang chờ người nộp hồ sơ', String(totals.waiting)],
    ['Đang tạm dừng', String(totals.paused)],
  ];
}

/** All in one line, for a table of several. */
export function inOneLine(totals: WeekTotals): string {
  const { open, late, waiting, paused } = totals;
  return `đã giải quyết ${decidedInWords(totals)}; đang mở ${String(open)}, quá hạn ${String(late)}, chờ người nộp hồ sơ ${String(waiting)}, tạm dừng ${String(paused)}`;
}

function decidedInWords(totals: WeekTotals): string {
  const share = shareOnTime(totals);
  if (share === undefined) return '0';
  const { early, onTime, decidedLate } = totals;
  return `${String(decidedIn(totals))} (trước hạn ${String(early)}, đúng hạn ${String(onTime)}, quá hạn ${String(decidedLate)}; ${percent.format(share)} không trễ hạn)`;
}

export function inEnglishOf(totals: WeekTotals): string {
  const { early, onTime, decidedLate, open, late, waiting, paused } = totals;
  return `Decided: ${String(early)} early, ${String(onTime)} on time, ${String(decidedLate)} late. Open now: ${String(open)}, of which ${String(late)} overdue; ${String(waiting)} waiting for the applicant, ${String(paused)} paused.`;
}
