/** Calls the function until it has gone through everything: one call lasts 15 minutes at most and says where to go on. */
export interface Report {
  readonly commits: number;
  readonly levels: number;
  readonly mail: number;
  readonly tasks: number;
  readonly reports: number;
  readonly messages: number;
  readonly tooOldForMail: number;
  readonly failed: number;
  readonly finished: boolean;
  readonly resume?: readonly (string | null)[];
}

type Totals = Omit<Report, 'finished' | 'resume'>;

/** @param invoke calls the function with the request and gives its answer. @throws when the answer is not a report. */
export async function rebuildAll(
  request: Readonly<Record<string, unknown>>,
  invoke: (request: Readonly<Record<string, unknown>>) => Promise<unknown>,
): Promise<Totals> {
  let totals: Totals = {
    commits: 0,
    levels: 0,
    mail: 0,
    tasks: 0,
    reports: 0,
    messages: 0,
    tooOldForMail: 0,
    failed: 0,
  };
  let resume: Report['resume'];
  for (;;) {
    const report = readReport(await invoke({ ...request, ...(resume && { resume }) }));
    totals = {
      commits: totals.commits + report.commits,
      levels: totals.levels + report.levels,
      mail: totals.mail + report.mail,
      tasks: totals.tasks + report.tasks,
      reports: totals.reports + report.reports,
      messages: totals.messages + report.messages,
      tooOldForMail: totals.tooOldForMail + report.tooOldForMail,
      failed: totals.failed + report.failed,
    };
    if (report.finished || report.resume === undefined) return totals;
    resume = report.resume;
  }
}

function readReport(answer: unknown): Report {
  if (typeof answer === 'object' && answer !== null && 'commits' in answer && 'finished' in answer)
    return answer as Report;
  throw new Error(`the function answered: ${JSON.stringify(answer)}`);
}
