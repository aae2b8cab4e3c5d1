/** One act on a report, whoever asks and from where: read, decide, commit with the words that came along. */
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { addMinutes, type Instant } from '../../../shared/domain/time.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import type { HttpRequest } from '../../../shared/shell/http.ts';
import type { FoundReport } from '../find-report.ts';
import type { ReportPorts } from '../report-ports.ts';
import type { ActMaterial } from './act-material.ts';
import { keptWords } from './kept-words.ts';

/** How long a retry is recognised. Minutes. */
const IDEMPOTENCY_LIFE = 48 * 60;

export interface ReportAct {
  readonly command: ReportCommand;
  readonly material: ActMaterial;
  /** Words of the reporter that go with it. */
  readonly words?: string;
  readonly actor: Actor;
  readonly now: Instant;
  readonly catalogue: Catalogue;
  readonly request: Pick<HttpRequest, 'idempotency' | 'expectedVersion'>;
  /** What a retry is told. */
  answer(state: Report, version: number): unknown;
}

export async function executeReportAct(
  ports: Pick<ReportPorts, 'reports' | 'secrets'>,
  found: FoundReport,
  act: ReportAct,
): Promise<Execute<Report>> {
  const { command, material, words, actor, now, catalogue, request } = act;
  const { people, fileNames, attachments } = material;
  const brings = words !== undefined || attachments.length > 0;
  // Erased after their time: there is nobody to keep words of.
  const kept =
    brings && people !== undefined
      ? keptWords(people, { text: words, fileNames, at: now }, await about(ports, found))
      : undefined;
  if (kept?.kind === 'refused') return kept;
  const expectedVersion = request.expectedVersion ?? (kept && found.version);
  return executeCommand({
    store: ports.reports,
    decider: reportDecider,
    entityId: found.entityId,
    actor,
    at: now,
    decide: (state) => decideReport(command, state, { now, actor, catalogue }),
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(request.idempotency && {
      idempotency: {
        ...request.idempotency,
        expiresAt: addMinutes(now, IDEMPOTENCY_LIFE),
        response: (state: Report, version: number) => ({ status: 200, body: act.answer(state, version) }),
      },
    }),
    alongside: { uploads: attachments.map(({ uploadId }) => uploadId), ...(kept && { keep: kept.keep }) },
  });
}

async function about({ secrets }: Pick<ReportPorts, 'secrets'>, { state }: FoundReport) {
  return { keys: await secrets.signingKeys(), filedAt: state.core.filedAt };
}
