/**
 * A call that an operator takes down faithfully (20/2008/NĐ-CP art. 7.2). The report's code follows from the exchange's id of the call, so that
 * a form sent twice, or from two desks, is one report. Exchanges make ids of numbers, too: what is kept is our own id of it.
 */
import { createHmac } from 'node:crypto';
import type { CallIntake } from '../../../shared/contracts/http/report-intake.ts';
import type { StaffActor } from '../../../shared/domain/actor.ts';
import { trackingCodeFrom } from '../../../shared/domain/codes/tracking-code.ts';
import type { SigningKeys } from '../../../shared/ports/outside.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { lastingKey } from '../../../shared/shell/lasting-key.ts';
import { phoneHash } from '../../../shared/shell/phone-hash.ts';
import { callIdOf } from '../../channels/phone/call-entity.ts';
import { answerExecution } from '../../dossiers/answer-execution.ts';
import { findReport } from '../find-report.ts';
import type { ReportPorts } from '../report-ports.ts';
import { createReport } from './create-report.ts';
import { readReporter } from './read-reporter.ts';
import { receiptReply, storedReceipt, type StoredReceipt } from './report-receipt.ts';
import { suggestedCore } from './suggested.ts';

/** Another report may have drawn the same code by chance. */
const CODES = 3;

export async function takeCall(ports: ReportPorts, request: HttpRequest<CallIntake>): Promise<HttpReply> {
  const { actor, body } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const reporter = readReporter(body, {});
  if (reporter.kind === 'malformed') return problem(reporter);
  const [catalogue, keys] = await Promise.all([ports.catalogue.load(), ports.secrets.signingKeys()]);
  const now = ports.clock.now();
  const suggested = await suggestedCore(ports, body, { catalogue, now });
  const call = { callId: callIdOf(body.callId), takenBy: actor.staffId };

  for (let attempt = 0; attempt < CODES; attempt++) {
    const reportId = codeOfCall(keys, { ...call, unitId: actor.unitId }, attempt);
    const outcome = await createReport(ports, {
      core: { reportId, channel: 'phone', attachments: [], call, ...suggested },
      people: reporter.people,
      phoneHash: phoneHash(keys, reporter.people.phone),
      actor,
      now,
      catalogue,
      idempotency: request.idempotency,
      ...(body.callBack !== undefined && { note: `Người gọi muốn được gọi lại: ${body.callBack}` }),
    });
    if (outcome.kind !== 'exists') {
      return answerExecution(outcome, {
        done: (state, version) => receiptReply(ports, storedReceipt(state, version, catalogue)),
        replayed: (response) => receiptReply(ports, response.body as StoredReceipt),
        what: 'report',
      });
    }
    const earlier = await findReport(ports, reportId);
    if (earlier?.state.core.call?.callId === call.callId)
      return receiptReply(ports, storedReceipt(earlier.state, earlier.version, catalogue));
  }
  return problem({ kind: 'busy' });
}

/** Of one exchange: another centre may count its calls alike. Keyed, so that nobody learns a code from the number of a call. */
function codeOfCall(
  keys: SigningKeys,
  { callId, unitId }: { readonly callId: string; readonly unitId: StaffActor['unitId'] },
  attempt: number,
): string {
  const text = `report-of-call\n${unitId}\n${callId}\n${String(attempt)}`;
  return trackingCodeFrom(createHmac('sha256', lastingKey(keys)).update(text).digest());
}
