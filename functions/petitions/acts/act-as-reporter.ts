/** What the owner of the secret link may do: rate, reopen, withdraw, and add words. */
import type { ReporterAction, ReporterActionBody } from '../../../shared/contracts/http/report-intake.ts';
import type { ReportActionDone } from '../../../shared/contracts/http/report-views.ts';
import type { Citizen } from '../../../shared/domain/actor.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { Execute } from '../../../shared/shell/execute-command.ts';
import { opensDossier } from '../../../shared/shell/dossier-link.ts';
import type { HttpReply, HttpRequest } from '../../../shared/shell/http.ts';
import { answerExecution } from '../../dossiers/answer-execution.ts';
import { findReport } from '../find-report.ts';
import type { ReportPorts } from '../report-ports.ts';
import { readMaterial, type ActMaterial } from './act-material.ts';
import { executeReportAct } from './execute-report-act.ts';
import { possibleForReporter } from './possible-for-reporter.ts';

const ATTEMPTS = 3;
const CITIZEN: Citizen = { kind: 'citizen' };

type ToCommand<Body> = (body: Body, material: ActMaterial) => ReportCommand;

const commands: { readonly [Action in ReporterAction]: ToCommand<ReporterActionBody<Action>> } = {
  rate: ({ stars, text }, { messageId }) => ({ type: 'Rate', stars, ...(text !== undefined && { messageId }) }),
  reopen: ({ text }, { messageId }) => ({ type: 'Reopen', ...(text !== undefined && { messageId }) }),
  withdraw: () => ({ type: 'Withdraw' }),
  words: (_, { messageId, attachments }) => ({ type: 'RecordReporterWords', messageId, attachments }),
};

export async function actAsReporter<Action extends ReporterAction>(
  ports: ReportPorts,
  action: Action,
  request: HttpRequest<ReporterActionBody<Action>>,
): Promise<HttpReply> {
  const outcome = await performed(ports, action, request);
  if (outcome.kind === 'problem') return outcome;
  const catalogue = await ports.catalogue.load();
  const caller = { catalogue, now: ports.clock.now() };
  return answerExecution(outcome, {
    done: (state, version) => answer(doneOf(state, version, caller)),
    replayed: (response) => answer(response.body as ReportActionDone),
    uploads: 'attachments' in request.body ? request.body.attachments : [],
    what: 'report',
  });
}

async function performed<Action extends ReporterAction>(
  ports: ReportPorts,
  action: Action,
  request: HttpRequest<ReporterActionBody<Action>>,
): Promise<Execute<Report> | Extract<HttpReply, { kind: 'problem' }>> {
  const { body, bearer, params } = request;
  const catalogue = await ports.catalogue.load();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findReport(ports, params['code'] ?? '');
    if (found === undefined) return { kind: 'not-found' };
    const { reportId } = found.state.core;
    if (bearer === undefined || !opensDossier(await ports.secrets.signingKeys(), reportId, bearer))
      return { kind: 'problem', problem: { kind: 'unauthenticated' } };
    const words = 'text' in body ? body.text : undefined;
    const flood = attempt > 0 || words === undefined ? undefined : await tooManyWords(ports, reportId, catalogue);
    const read = await readMaterial(ports, found, {
      ...('attachments' in body && { attachments: body.attachments }),
      ...(words !== undefined && { text: words }),
      idempotency: request.idempotency,
    });
    if (flood !== undefined || read.kind === 'refused') {
      const answered = request.idempotency && (await ports.reports.answered(request.idempotency));
      return answered ?? flood ?? (read as Extract<typeof read, { kind: 'refused' }>);
    }
    const now = ports.clock.now();
    const outcome = await executeReportAct(ports, found, {
      command: commands[action](body, read.material),
      material: read.material,
      ...(words !== undefined && { words }),
      actor: CITIZEN,
      now,
      catalogue,
      request,
      answer: (state, version) => doneOf(state, version, { catalogue, now }),
    });
    if (outcome.kind !== 'stale-version' || request.expectedVersion !== undefined) return outcome;
  }
  return { kind: 'busy' };
}

/** Words cost a row's room and an operator's time, whoever has the link. */
async function tooManyWords(
  { throttle }: Pick<ReportPorts, 'throttle'>,
  reportId: string,
  { hotline }: { readonly hotline: { readonly flood: { readonly messages: number; readonly minutes: number } } },
): Promise<Extract<HttpReply, { kind: 'problem' }> | undefined> {
  const { messages, minutes } = hotline.flood;
  const hit = await throttle.hit(`report-words#${reportId}`, { limit: messages, windowSeconds: minutes * 60 });
  if (hit.allowed) return undefined;
  return { kind: 'problem', problem: { kind: 'throttled', retryAfterSeconds: hit.retryAfterSeconds } };
}

function doneOf(state: Report, version: number, caller: Parameters<typeof possibleForReporter>[1]): ReportActionDone {
  return {
    code: state.core.reportId,
    status: state.status,
    version,
    possible: [...possibleForReporter(state, caller)],
  };
}

function answer(body: ReportActionDone): HttpReply {
  return { kind: 'json', status: 200, body, headers: { etag: `"${String(body.version)}"` } };
}
