/** Who works on a report, and until when. */
import { followLine, textFor, type ReportFacts } from './report-facts.ts';
import { asWritten, lines, type MessageText } from './message-text.ts';
import { saidTime } from './said-time.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';

export const assigned = textFor(['ReportTriaged'], (_event, facts) =>
  atWork(facts, {
    headline: { vi: `Phản ánh ${facts.code} đã được chuyển xử lý`, en: `Report ${facts.code} is being dealt with` },
    said: {
      vi: `Phản ánh ${facts.code} đã được chuyển đến: {units}.`,
      en: `Report ${facts.code} is now with: {units}.`,
    },
  }),
);

export const reassigned = textFor(['ReportTriaged', 'DisputeSettled'], (_event, facts) =>
  atWork(facts, {
    headline: { vi: `Phản ánh ${facts.code} được chuyển đơn vị khác`, en: `Report ${facts.code} went to another unit` },
    said: {
      vi: `Đơn vị xử lý phản ánh ${facts.code} nay là: {units}.`,
      en: `Report ${facts.code} is now dealt with by: {units}.`,
    },
  }),
);

export const reopened = textFor(['ReportReopened'], (_event, facts) =>
  atWork(facts, {
    headline: { vi: `Phản ánh ${facts.code} đã được mở lại`, en: `Report ${facts.code} is open again` },
    said: isWithUnits(facts)
      ? {
          vi: `Phản ánh ${facts.code} đã được mở lại và giao cho: {units}.`,
          en: `Report ${facts.code} is open again, with: {units}.`,
        }
      : {
          vi: `Phản ánh ${facts.code} đã được mở lại; tổng đài đang chọn đơn vị xử lý.`,
          en: `Report ${facts.code} is open again; the hotline is choosing who deals with it.`,
        },
  }),
);

export const progress = textFor(['ProgressReported'], (event, facts) => {
  const { code, report } = facts;
  const unitId = report.work.find(({ workId }) => workId === event.workId)?.unitId;
  const { vi, en } = facts.unitNames(unitId === undefined ? [] : [unitId]);
  return {
    headline: { vi: `Phản ánh ${code}: tin mới`, en: `Report ${code}: news` },
    body: lines(
      { vi: `Tin về phản ánh ${code}, từ ${vi}:`, en: `News on report ${code}, from ${en}:` },
      asWritten(event.text),
      followLine(facts),
    ),
  };
});

function atWork(facts: ReportFacts, { headline, said }: { headline: SaidText; said: SaidText }): MessageText {
  const names = facts.unitNames([...new Set(openWork(facts).map(({ unitId }) => unitId))]);
  const due = lastDue(facts);
  return {
    headline,
    body: lines(
      { vi: said.vi.replace('{units}', names.vi), en: said.en.replace('{units}', names.en) },
      due && { vi: `Hạn trả lời: ${due.vi}.`, en: `Answer due: ${due.en}.` },
      followLine(facts),
    ),
  };
}

/** One answer is made of all parts: it is due when the last of them is. */
function lastDue(facts: ReportFacts): SaidText | undefined {
  const last = openWork(facts)
    .map(({ clock }) => clock.dueAt)
    .toSorted()
    .at(-1);
  return last && saidTime(last);
}

function isWithUnits(facts: ReportFacts): boolean {
  return openWork(facts).length > 0;
}

function openWork({ report }: ReportFacts) {
  return report.work.filter(({ status }) => status === 'open' || status === 'disputed');
}
