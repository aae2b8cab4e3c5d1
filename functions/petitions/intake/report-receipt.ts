/** The receipt of a report. What is stored for a retry holds neither the secret link nor a word of the reporter. */
import type { ReportReceipt } from '../../../shared/contracts/http/report-views.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { reportLink } from '../../../shared/shell/dossier-link.ts';
import type { HttpReply } from '../../../shared/shell/http.ts';
import type { ReportPorts } from '../report-ports.ts';

export type StoredReceipt = Omit<ReportReceipt, 'link'>;

export function storedReceipt(state: Report, version: number, { hotline }: Pick<Catalogue, 'hotline'>): StoredReceipt {
  const { reportId, filedAt, marks } = state.core;
  const emergency = hotline.emergencies.find(({ number }) => number === marks.emergency);
  return {
    code: reportId,
    version,
    status: state.status,
    filedAt,
    ...(state.status === 'new' && { checkBy: state.check.dueAt }),
    ...(emergency && {
      emergency: { number: emergency.number, name: emergency.name, nameEn: emergency.nameEn },
    }),
  };
}

export async function receiptReply(
  { secrets, publicBaseUrl }: Pick<ReportPorts, 'secrets' | 'publicBaseUrl'>,
  receipt: StoredReceipt,
): Promise<HttpReply> {
  const { code, version } = receipt;
  const body: ReportReceipt = { ...receipt, link: reportLink(await secrets.signingKeys(), publicBaseUrl, code) };
  const headers = { location: `/reports/${code}`, etag: `"${String(version)}"` };
  return { kind: 'json', status: 201, body, headers };
}
