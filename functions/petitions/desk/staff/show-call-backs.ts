import type { CallBackOutcome } from '../../../../shared/contracts/http/call-backs.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../../shared/shell/http.ts';
import { refusalText } from '../../../../shared/shell/refusal-texts.ts';
import { callBackDone, callBacks } from '../../calls/call-backs.ts';
import type { ReportPorts } from '../../report-ports.ts';
import { localDateOf } from '../../../../shared/domain/time.ts';
import { undelivered } from '../../../channels/outgoing/undelivered.ts';
import { callBacksPage, type Unreached } from './call-backs-page.ts';
import { signedIn } from './signed-in.ts';

/** Of the month's list; who is further down has waited longest and is found on the report's own page. */
const MOST_SHOWN = 100;

export async function showCallBacks(ports: ReportPorts, request: HttpRequest): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const list = await callBacks(ports, who);
  if (list === undefined) return problem({ kind: 'forbidden', why: 'report-calls' });
  const unreached = await unreachedThisMonth(ports);
  return { kind: 'html', status: 200, html: callBacksPage({ signedIn: who.name, list, unreached }) };
}

/** Done, the list is shown anew; what somebody else has settled meanwhile is told above it. */
export async function settleOnPage(
  ports: ReportPorts,
  request: HttpRequest<{ readonly callId: string; readonly outcome: CallBackOutcome }>,
): Promise<HttpReply> {
  const who = await signedIn(ports, request);
  if (who.kind !== 'signed-in') return who;
  const outcome = await callBackDone(ports, request.body, who);
  if (outcome.kind === 'done' || outcome.kind === 'ignored')
    return { kind: 'redirect', status: 303, location: '/hotline/goi-lai' };
  if (outcome.kind === 'not-found') return problem({ kind: 'not-found', what: 'call' });
  if (outcome.kind !== 'refused') return problem({ kind: 'busy' });
  const { refusal } = outcome;
  const list = await callBacks(ports, who);
  if (refusal.sort === 'forbidden' || list === undefined) return problem({ kind: 'refused', refusal });
  const wrong = { vi: refusalText(refusal, 'vi'), en: refusalText(refusal, 'en') };
  const unreached = await unreachedThisMonth(ports);
  return { kind: 'html', status: 409, html: callBacksPage({ signedIn: who.name, list, unreached, wrong }) };
}

/** Whom nothing written reached: they too are to be called. One for each report, whatever was to be said. */
async function unreachedThisMonth({ listings, clock }: ReportPorts): Promise<readonly Unreached[]> {
  const month = localDateOf(clock.now()).slice(0, 'YYYY-MM'.length);
  const { items } = await undelivered(listings, { month, limit: MOST_SHOWN });
  const ofReports = items.flatMap(({ reportId, endedAt }) => (reportId === undefined ? [] : [{ reportId, endedAt }]));
  return [...Map.groupBy(ofReports, ({ reportId }) => reportId).values()].flatMap(([newest]) => newest ?? []);
}
