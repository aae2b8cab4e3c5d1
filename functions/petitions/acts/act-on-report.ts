/** `POST /hotline/reports/{code}/<action>`: every act of staff on a report goes this way, from a program or from a page. */
import type { ReportAction, ReportActionBody } from '../../../shared/contracts/http/report-actions.ts';
import type { ReportActionDone } from '../../../shared/contracts/http/report-views.ts';
import type { Execute } from '../../../shared/shell/execute-command.ts';
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { answerExecution } from '../../dossiers/answer-execution.ts';
import { findReport } from '../find-report.ts';
import type { ReportPorts } from '../report-ports.ts';
import { readMaterial } from './act-material.ts';
import { executeReportAct } from './execute-report-act.ts';
import { possibleActions } from './possible-report-actions.ts';
import { reportCommands } from './report-commands.ts';

const ATTEMPTS = 3;

export interface StaffAct<Action extends ReportAction> {
  readonly action: Action;
  readonly code: string;
  readonly body: ReportActionBody<Action>;
  readonly actor: StaffActor;
  readonly request: Pick<HttpRequest, 'idempotency' | 'expectedVersion'>;
}

export async function actOnReport<Action extends ReportAction>(
  ports: ReportPorts,
  action: Action,
  request: HttpRequest<ReportActionBody<Action>>,
): Promise<HttpReply> {
  const { actor, body, params } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const outcome = await performAct(ports, { action, code: params['code'] ?? '', body, actor, request });
  const catalogue = await ports.catalogue.load();
  const caller = { actor, catalogue, now: ports.clock.now() };
  return answerExecution(outcome, {
    done: (state, version) => answer(doneOf(state, version, caller)),
    replayed: (response) => answer(response.body as ReportActionDone),
    uploads: 'attachments' in body ? body.attachments : [],
    what: 'report',
  });
}

/** `busy` also when the reporter's words kept coming while they were to be put with the others. */
export async function performAct<Action extends ReportAction>(
  ports: ReportPorts,
  { action, code, body, actor, request }: StaffAct<Action>,
): Promise<Execute<Report>> {
  const catalogue = await ports.catalogue.load();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findReport(ports, code);
    if (found === undefined) return { kind: 'not-found' };
    const now = ports.clock.now();
    const words = (action === 'words' || action === 'reopen') && 'text' in body ? body.text : undefined;
    const read = await readMaterial(ports, found, {
      ...('attachments' in body && { attachments: body.attachments }),
      ...('into' in body && { into: body.into }),
      ...(words !== undefined && { text: words }),
      ...('answer' in body && {
        publication: { texts: [body.summary, body.answer], notPersonal: body.notPersonal ?? [] },
      }),
      idempotency: request.idempotency,
    });
    if (read.kind === 'refused') return (await answeredBefore(ports, request)) ?? read;
    const outcome = await executeReportAct(ports, found, {
      command: reportCommands[action](body, read.material),
      material: read.material,
      ...(words !== undefined && { words }),
      actor,
      now,
      catalogue,
      request,
      answer: (state, version) => doneOf(state, version, { actor, catalogue, now }),
    });
    // People are written whole: when the report moved while they were read, all of it is read again.
    if (outcome.kind !== 'stale-version' || request.expectedVersion !== undefined) return outcome;
  }
  return { kind: 'busy' };
}

/** A retry whose files are forgotten by now. */
async function answeredBefore(
  { reports }: Pick<ReportPorts, 'reports'>,
  { idempotency }: Pick<HttpRequest, 'idempotency'>,
): Promise<Execute<Report> | undefined> {
  return idempotency && reports.answered(idempotency);
}

function doneOf(state: Report, version: number, caller: Parameters<typeof possibleActions>[1]): ReportActionDone {
  return { code: state.core.reportId, status: state.status, version, possible: [...possibleActions(state, caller)] };
}

function answer(body: ReportActionDone): HttpReply {
  return { kind: 'json', status: 200, body, headers: { etag: `"${String(body.version)}"` } };
}
