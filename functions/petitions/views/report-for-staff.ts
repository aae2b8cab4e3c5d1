/** The report whole, for whoever works on it: what was suggested, who has which part, what was said, and what the reporter was told. */
import type { ReportForStaff } from '../../../shared/contracts/http/report-views.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { timelineOfReport } from '../../../shared/domain/report/report-timeline.ts';
import { runningReportClocks } from '../../../shared/domain/report/running-report-clocks.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { possibleActions } from '../acts/possible-report-actions.ts';
import type { FoundReport } from '../find-report.ts';
import { readPeople } from '../read-people.ts';
import { maySeePeople, type StaffCaller } from '../report-access.ts';
import type { ReportPorts } from '../report-ports.ts';
import { areaName, categoryNamed, staffNamed, unitNamed } from './report-names.ts';
import { sentMessages } from './sent-messages.ts';
import { sharedView } from './shared-view.ts';
import { similarReports } from './similar-reports.ts';
import { workView } from './work-view.ts';

type ViewPorts = Pick<ReportPorts, 'reports' | 'deliveries' | 'people' | 'listings' | 'publicBaseUrl'>;

export async function reportForStaff(
  ports: ViewPorts,
  { entityId, state, version }: FoundReport,
  caller: StaffCaller,
): Promise<ReportForStaff> {
  const { catalogue } = caller;
  const open = maySeePeople(state, caller);
  const [people, history] = await Promise.all([
    open ? readPeople(ports, entityId) : undefined,
    ports.reports.history(entityId),
  ]);
  const [similar, messages] = await Promise.all([
    similarReports(ports, state, catalogue),
    sentMessages(ports, { entityId, history }),
  ]);
  const downloadOf = (uploadId: string): string =>
    `${ports.publicBaseUrl}/reports/${state.core.reportId}/attachments/${uploadId}`;
  return {
    view: 'staff',
    ...sharedView({ state, version, catalogue, people, ...(open && { downloadOf }) }),
    ...coreView(state, catalogue),
    suggestion: { ...suggestionView(state, catalogue), similar: [...similar] },
    ...standingView(state, catalogue),
    work: state.work.map((work) => workView(work, catalogue)),
    declined: state.declined.map(({ unitId, reason, at }) => ({ unit: unitNamed(catalogue, unitId, at), reason, at })),
    subscribers: [...state.subscribers],
    notes: state.notes.map(({ by, at, text }) => ({ by: staffNamed(catalogue, by, at), at, text })),
    ...publicationView(state),
    ...(people && { people: peopleView(people) }),
    timeline: [...timelineOfReport(history, catalogue)],
    messages: [...messages],
    possible: [...possibleActions(state, caller)],
  };
}

function coreView(
  { core }: Report,
  catalogue: Catalogue,
): Pick<ReportForStaff, 'language' | 'hotline' | 'callId' | 'location' | 'marks'> {
  const { language, hotlineId, filedAt, call, location, marks } = core;
  return {
    language,
    hotline: unitNamed(catalogue, hotlineId, filedAt),
    ...(call && { callId: call.callId }),
    ...(location && { location: { ...location } }),
    marks: { ...marks },
  };
}

function suggestionView({ core }: Report, catalogue: Catalogue): Omit<ReportForStaff['suggestion'], 'similar'> {
  const { categories, areas, urgency } = core.suggestion;
  return {
    categories: categories.map(({ id, score }) => ({ ...categoryNamed(catalogue, id), score })),
    areas: areas.map((code) => ({ id: code, name: areaName(catalogue, code) })),
    urgency,
  };
}

function standingView(
  state: Report,
  catalogue: Catalogue,
): Pick<ReportForStaff, 'urgency' | 'dueAt' | 'question' | 'draft'> {
  const due = runningReportClocks(state).map(({ clock }) => clock.dueAt);
  const [dueAt] = due.sort();
  return {
    ...(state.triage && { urgency: state.triage.urgency }),
    ...(dueAt !== undefined && { dueAt }),
    ...(state.status === 'needs-info' && {
      question: { ...state.question, by: staffNamed(catalogue, state.question.by, state.question.at) },
    }),
    ...(state.status === 'in-review' && {
      draft: {
        outcome: state.draft.outcome,
        text: state.draft.text,
        by: staffNamed(catalogue, state.draft.by, state.draft.at),
      },
    }),
  };
}

function publicationView({ publication, notPublished }: Report): Pick<ReportForStaff, 'publication' | 'notPublished'> {
  return {
    ...(publication && {
      publication: { summary: publication.summary, answer: publication.answer, at: publication.at },
    }),
    ...(notPublished && { notPublished: { reason: notPublished.reason, at: notPublished.at } }),
  };
}

function peopleView({
  name,
  address,
  phone,
  email,
  summary,
  content,
  place,
  later,
  proven,
}: ReportPeople): NonNullable<ReportForStaff['people']> {
  return {
    name,
    address,
    phone,
    summary,
    content,
    ...(email !== undefined && { email }),
    ...(place !== undefined && { place }),
    later: later.map(({ at, text }) => ({ at, text })),
    proven: [...proven],
  };
}
