/** The week of a unit, for its head. Officers are named, citizens are not. */
import type { UnitId } from '../../../shared/domain/catalogue/catalogue.ts';
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { addDays, localDateOf } from '../../../shared/domain/time.ts';
import type { OpenWork } from '../../../shared/ports/case-queries.ts';
import { shortDate, shortDateTime } from '../../../shared/shell/format.ts';
import { greetingOf } from '../outgoing/frame-mail.ts';
import { facts, items, links, text, type MailContent } from '../writing/mail-content.ts';
import type { MailPorts, Today } from '../outgoing/prepare-mail.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';
import { decidedIn, openWorkOf } from './open-work-of.ts';
import { reportInWords } from './report-line.ts';
import { signatureOf } from './signature.ts';
import type { Week } from './week.ts';
import { loadsOf, overdueIn, weekTotals } from './week-figures.ts';
import { inEnglishOf, rowsOf } from './week-words.ts';
import { caseInWords } from './work-in-words.ts';

const LONGEST = 5;

/** @returns undefined for a unit that has nothing open and decided nothing. */
export async function unitSummary(
  ports: Pick<MailPorts, 'queries' | 'cases' | 'reports' | 'publicBaseUrl'>,
  { unitId, week, reader }: { readonly unitId: UnitId; readonly week: Week; readonly reader: Addressee },
  today: Today,
): Promise<MailContent | undefined> {
  const { now } = today;
  const [open, decided] = await Promise.all([
    openWorkOf(ports.queries, unitId),
    decidedIn(ports.queries, unitId, week),
  ]);
  if (open.length === 0 && decided.length === 0) return undefined;
  const totals = weekTotals({ open, decided, now });
  const longest = overdueIn({ open, now }).slice(0, LONGEST);
  const unit = unitOn(today.catalogue, unitId, localDateOf(now))?.name ?? unitId;
  return {
    subject: `Tổng hợp tuần ${periodOf(week)}: ${String(totals.late)} việc quá hạn`,
    greeting: greetingOf(reader),
    blocks: [
      text(`Tổng hợp tuần ${periodOf(week)} của ${unit}:`),
      facts(rowsOf(totals)),
      items('Quá hạn lâu nhất:', await Promise.all(longest.map((work) => overdueInWords(ports, work, today)))),
      items(
        'Theo người xử lý:',
        loadsOf({ open, now }).map(
          ({ officerId, open: mine, late }) =>
            `${nameOf(officerId, today)}: ${String(mine)} việc đang mở, ${String(late)} quá hạn`,
        ),
      ),
      links('Danh sách việc của đơn vị (sau khi đăng nhập bằng hộp thư công vụ):', [
        {
          label: 'Mở danh sách việc (open the work list)',
          url: `${ports.publicBaseUrl}/staff?unit=${encodeURIComponent(unitId)}`,
        },
      ]),
    ],
    english: `The week of your unit. ${inEnglishOf(totals)}`,
    signature: signatureOf(reader, today),
  };
}

/** `16/11/2026–22/11/2026` */
export function periodOf({ monday }: Week): string {
  return `${shortDate(monday)}–${shortDate(addDays(monday, 6))}`;
}

async function overdueInWords(
  ports: Pick<MailPorts, 'cases' | 'reports'>,
  work: OpenWork,
  today: Today,
): Promise<string> {
  const since = `quá hạn từ ${shortDateTime(work.dueAt)}`;
  const officer = nameOf(work.officerId, today);
  const [kind, id = ''] = work.entityId.split('#');
  if (kind === 'handover') return `Túi hồ sơ bàn giao ${id}; ${officer}; ${since}`;
  if (kind === 'mail') return `Thư chờ phân loại; ${officer}; ${since}`;
  if (kind === 'call') return `Cuộc gọi cần gọi lại; ${officer}; ${since}`;
  if (kind === 'report') {
    const report = (await ports.reports.load(work.entityId))?.state;
    if (report === undefined) throw new Error('open work of a report that is not there');
    const { code, matter, what } = reportInWords(report, work.clockId, today);
    return `${code}: ${matter}, ${what}; ${officer}; ${since}`;
  }
  const state = (await ports.cases.load(work.entityId))?.state;
  if (state === undefined) throw new Error('open work of a case that is not there');
  const { code, what } = caseInWords(state, work.clockId, today.catalogue);
  return `${code}: ${what}; ${officer}; ${since}`;
}

function nameOf(staffId: string | undefined, { catalogue, now }: Today): string {
  if (staffId === undefined) return 'chưa phân công';
  return staffOn(catalogue, staffId, localDateOf(now))?.name ?? staffId;
}
