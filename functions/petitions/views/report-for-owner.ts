/** The report as whoever sent it sees it: their words, what was done by which unit, the answer. No official is named. */
import type { ReportForOwner } from '../../../shared/contracts/http/report-views.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { timelineOfReport } from '../../../shared/domain/report/report-timeline.ts';
import { currentWork } from '../../../shared/domain/report/report-work.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { possibleForReporter } from '../acts/possible-for-reporter.ts';
import type { FoundReport } from '../find-report.ts';
import { readPeople } from '../read-people.ts';
import type { ReportPorts } from '../report-ports.ts';
import { unitNamed } from './report-names.ts';
import { sharedView } from './shared-view.ts';

type ViewPorts = Pick<ReportPorts, 'reports' | 'people' | 'publicBaseUrl'>;

export async function reportForOwner(
  ports: ViewPorts,
  { entityId, state, version }: FoundReport,
  /** `token` of the secret link: whoever proved only a phone may look, not act. */
  { catalogue, now, token }: { readonly catalogue: Catalogue; readonly now: Instant; readonly token?: string },
): Promise<ReportForOwner> {
  const [people, history] = await Promise.all([readPeople(ports, entityId), ports.reports.history(entityId)]);
  const downloadOf = (uploadId: string): string =>
    `${ports.publicBaseUrl}/reports/${state.core.reportId}/attachments/${uploadId}?k=${token ?? ''}`;
  return {
    view: 'owner',
    ...sharedView({ state, version, catalogue, people, ...(token !== undefined && { downloadOf }) }),
    ...(state.status === 'needs-info' && { question: { text: state.question.text, at: state.question.at } }),
    units: unitsOf(state, catalogue),
    ...(people && {
      words: {
        summary: people.summary,
        content: people.content,
        ...(people.place !== undefined && { place: people.place }),
        later: people.later.map(({ at, text }) => ({ at, text })),
      },
    }),
    timeline: [...timelineOfReport(history, catalogue)],
    possible: token === undefined ? [] : [...possibleForReporter(state, { catalogue, now })],
  };
}

/** While they work on it; what they did stands in the timeline. */
function unitsOf(state: Report, catalogue: Catalogue): ReportForOwner['units'] {
  if (state.status !== 'assigned' && state.status !== 'consolidating' && state.status !== 'in-review') return [];
  return currentWork(state).map(({ unitId, clock, status, openedAt }) => ({
    ...unitNamed(catalogue, unitId, openedAt),
    ...(status === 'open' && { dueAt: clock.dueAt }),
  }));
}
