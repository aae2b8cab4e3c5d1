/** A report in the morning's digest: what the hotline made of it, never what the citizen wrote, and an address of its own to answer to. */
import { categoryOn } from '../../../shared/domain/report/report-context.ts';
import { runningReportClocks } from '../../../shared/domain/report/running-report-clocks.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { reportAsItStandsToday } from '../../../shared/domain/report/transfer-report.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import type { OpenWork } from '../../../shared/ports/case-queries.ts';
import { shortDateTime } from '../../../shared/shell/format.ts';
import { reportAddress } from '../../../shared/shell/report-address.ts';
import type { MailLine } from '../writing/mail-content.ts';
import { upperFirst } from '../writing/words.ts';
import { clockWords } from '../writing/reports/report-words.ts';
import { addressReportActs, offeredReportActs, partOfClock, placeOfActs } from '../outgoing/offered-report-acts.ts';
import type { OfferedReportAct } from '../outgoing/offered-report-acts.ts';
import type { MailPorts, Today } from '../outgoing/prepare-mail.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';
import { recipientOf } from '../outgoing/reply-to.ts';

export interface OpenReport {
  readonly kind: 'report';
  readonly state: Report;
  readonly acts: readonly OfferedReportAct[];
}

/** As it stands now, with the unit that has it; undefined when that clock has stopped meanwhile. */
export async function openReport(
  ports: Pick<MailPorts, 'reports'>,
  { entityId, clockId }: OpenWork,
  { reader, today }: { readonly reader: Addressee; readonly today: Today },
): Promise<{ readonly about: OpenReport; readonly work: OpenWork; readonly unitId: string } | undefined> {
  const stored = (await ports.reports.load(entityId))?.state;
  const { catalogue, now } = today;
  const state = stored && reportAsItStandsToday(stored, { catalogue, now });
  const open = state && runningReportClocks(state).find((one) => one.clockId === clockId);
  if (state === undefined || open === undefined) return undefined;
  const { unitId, officerId } = open;
  const work = { entityId, clockId, dueAt: open.clock.dueAt, ...(officerId !== undefined && { officerId }) };
  const acts = offeredReportActs(reader, { report: state, workId: partOfClock(clockId), catalogue, now });
  return { about: { kind: 'report', state, acts }, work, unitId };
}

export function reportLine(
  { state, acts }: OpenReport,
  work: OpenWork,
  writing: { readonly ports: Pick<MailPorts, 'replyDomain'>; readonly reader: Addressee; readonly today: Today },
): MailLine {
  const { ports, reader, today } = writing;
  const { code, matter, what } = reportInWords(state, work.clockId, today);
  const address = reportAddress(today.keys, ports.replyDomain, {
    reportId: code,
    recipient: recipientOf(reader),
    acts: addressReportActs(acts),
    ...placeOfActs(acts),
    now: today.now,
  });
  return {
    words: [`${code} – ${matter}`, `${upperFirst(what)}. Hạn: ${shortDateTime(work.dueAt)}`],
    answer: { label: 'Trả lời riêng phản ánh này', address, subject: `[${code}]` },
  };
}

export function reportInWords(
  { core, triage }: Report,
  clockId: string,
  { catalogue }: Pick<Today, 'catalogue'>,
): { readonly code: string; readonly matter: string; readonly what: string } {
  const category = triage && categoryOn(catalogue, triage.category, localDateOf(triage.at));
  const kind = Object.entries(clockWords).find(([name]) => name === clockId.split(':')[0]);
  return {
    code: core.reportId,
    matter: category === undefined ? 'Phản ánh 1022' : `Phản ánh 1022: ${category.name}`,
    what: kind?.[1].vi ?? 'xử lý phản ánh',
  };
}
