/** From what a person typed or dictated to the report. */
import { parseTrackingCode } from '../../shared/domain/codes/tracking-code.ts';
import type { Report, ReportId } from '../../shared/domain/report/state.ts';
import type { Snapshot } from '../../shared/ports/entity-store.ts';
import type { ReportPorts } from './report-ports.ts';

export interface FoundReport extends Snapshot<Report> {
  readonly entityId: string;
}

export function reportEntityId(reportId: ReportId): string {
  return `report#${reportId}`;
}

export async function findReport(
  { reports }: { readonly reports: Pick<ReportPorts['reports'], 'load'> },
  code: string,
): Promise<FoundReport | undefined> {
  const parsed = parseTrackingCode(code);
  if (parsed.kind !== 'tracking-code') return undefined;
  const entityId = reportEntityId(parsed.code);
  const snapshot = await reports.load(entityId);
  return snapshot && { entityId, ...snapshot };
}
