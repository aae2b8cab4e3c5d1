/** Promises to call back, made to callers whom a saturated line could not take: which are open, and what became of each. */
import type * as z from 'zod/mini';
import type { CallBackList, CallBackOutcome } from '../../../shared/contracts/http/call-backs.ts';
import { callDecider } from '../../../shared/domain/call/call-decider.ts';
import { decideCall } from '../../../shared/domain/call/decide-call.ts';
import type { Line } from '../../../shared/domain/call/line.ts';
import { openCallBack, type CallCommand } from '../../../shared/domain/call/state.ts';
import type { Execute } from '../../../shared/shell/execute-command.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import type { Call } from '../../../shared/domain/call/state.ts';
import { authorise } from '../../../shared/domain/staff/permissions.ts';
import type { OpenWork } from '../../../shared/ports/case-queries.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { answerExecution } from '../../dossiers/answer-execution.ts';
import { LINE } from '../../channels/phone/call-entity.ts';
import type { StaffCaller } from '../report-access.ts';
import type { ReportPorts } from '../report-ports.ts';

type CallBacks = z.infer<typeof CallBackList>;

const PAGE = 50;
const COMMANDS: Readonly<Record<CallBackOutcome, CallCommand>> = {
  made: { type: 'CallBackMade' },
  failed: { type: 'CallBackFailed' },
};

type CallPorts = Pick<ReportPorts, 'calls' | 'lines' | 'people' | 'queries' | 'catalogue' | 'clock'>;

export async function listCallBacks(ports: CallPorts, request: HttpRequest): Promise<HttpReply> {
  const { actor } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const caller = { actor, catalogue: await ports.catalogue.load(), now: ports.clock.now() };
  const listed = await callBacks(ports, caller);
  return listed === undefined
    ? problem({ kind: 'forbidden', why: 'report-calls' })
    : { kind: 'json', status: 200, body: listed };
}

/** Undefined for whoever has no part in the hotline's calls. */
export async function callBacks(ports: CallPorts, caller: StaffCaller): Promise<CallBacks | undefined> {
  const { unitId } = caller.actor;
  const subject = { counterId: unitId };
  if (authorise({ operation: 'report-calls', subject, ...caller }).kind === 'denied') return undefined;
  const [page, line] = await Promise.all([ports.queries.openWork(unitId, { limit: PAGE }), lineNow(ports)]);
  const waiting = page.items.filter(({ entityId }) => entityId.startsWith('call#'));
  const items = await Promise.all(waiting.map((work) => callBackOf(ports, work, caller)));
  return {
    line: line === undefined ? { mode: 'normal' } : { mode: line.mode, since: line.since },
    items: items.filter((item) => item !== undefined),
  };
}

export async function lineNow({ lines }: Pick<ReportPorts, 'lines'>): Promise<Line | undefined> {
  return (await lines.load(LINE))?.state;
}

async function callBackOf(
  { calls, people }: Pick<CallPorts, 'calls' | 'people'>,
  { entityId, dueAt }: OpenWork,
  { now }: StaffCaller,
): Promise<CallBacks['items'][number] | undefined> {
  const [call, person] = await Promise.all([calls.load(entityId), people.kept(entityId, 'PERSON')]);
  const slot = call && openCallBack(call.state);
  if (call === undefined || slot === undefined) return undefined;
  const { callId, at } = call.state;
  const phone = (person as { readonly phone?: string } | undefined)?.phone;
  return {
    callId,
    calledAt: at,
    from: slot.from,
    to: slot.to,
    overdue: dueAt < now,
    ...(phone !== undefined && { phone }),
  };
}

export async function settleCallBack(
  ports: CallPorts,
  outcome: CallBackOutcome,
  request: HttpRequest,
): Promise<HttpReply> {
  const { actor, params } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const executed = await callBackDone(
    ports,
    { outcome, callId: params['callId'] ?? '' },
    {
      actor,
      catalogue: await ports.catalogue.load(),
      now: ports.clock.now(),
    },
  );
  const done = (state: Call): HttpReply => ({
    kind: 'json',
    status: 200,
    body: { callId: state.callId, reached: state.calledBack?.reached === true },
  });
  return answerExecution(executed, {
    done,
    replayed: ({ body }) => ({ kind: 'json', status: 200, body }),
    what: 'call',
  });
}

export function callBackDone(
  { calls }: Pick<CallPorts, 'calls'>,
  { outcome, callId }: { readonly outcome: CallBackOutcome; readonly callId: string },
  caller: StaffCaller,
): Promise<Execute<Call>> {
  const entityId = `call#${callId}`;
  // The line is no call, though it stands beside them.
  if (entityId === LINE) return Promise.resolve({ kind: 'not-found' });
  return executeCommand({
    store: calls,
    decider: callDecider,
    entityId,
    actor: caller.actor,
    at: caller.now,
    decide: (state) => decideCall(COMMANDS[outcome], state, caller),
  });
}
