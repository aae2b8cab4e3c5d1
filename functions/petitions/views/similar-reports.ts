/** Reports that may tell of the same thing, as they stand now: looked for again, because others have come since. */
import type { ReportForStaff } from '../../../shared/contracts/http/report-views.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { findReport } from '../find-report.ts';
import { findSimilar } from '../intake/find-similar.ts';
import type { ReportPorts } from '../report-ports.ts';

type Similar = ReportForStaff['suggestion']['similar'];

export async function similarReports(
  ports: Pick<ReportPorts, 'reports' | 'listings'>,
  { core, triage, status }: Report,
  catalogue: Catalogue,
): Promise<Similar> {
  // Answered or ended, it is merged into nothing.
  if (status !== 'new' && status !== 'needs-info' && status !== 'assigned') return [];
  const { suggestion, filedAt, fingerprint = '', location, reportId } = core;
  const category = triage?.category ?? suggestion.categories[0]?.id;
  const found = await findSimilar(
    ports.listings,
    {
      at: filedAt,
      areas: triage === undefined ? suggestion.areas : [triage.area],
      words: fingerprint,
      except: reportId,
      ...(category !== undefined && { category }),
      ...(location && { location }),
    },
    catalogue.hotline.nearby,
  );
  return Promise.all(
    found.map(async ({ reportId: code, score }) => {
      const other = (await findReport(ports, code))?.state;
      const summary = other?.triage?.summary;
      return { code, score, status: other?.status ?? 'unknown', ...(summary !== undefined && { summary }) };
    }),
  );
}
