/** A citizen's report from the web or an app: read, throttled, decided, committed once with the person, the files and the idempotency record. */
import type { ReportIntake } from '../../../shared/contracts/http/report-intake.ts';
import { trackingCodeFrom } from '../../../shared/domain/codes/tracking-code.ts';
import { phoneHash } from '../../../shared/shell/phone-hash.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { answerExecution } from '../../dossiers/answer-execution.ts';
import { readUploads } from '../../dossiers/read-uploads.ts';
import type { ReportPorts } from '../report-ports.ts';
import { createReport } from './create-report.ts';
import { throttledIntake } from './intake-throttle.ts';
import { readReporter } from './read-reporter.ts';
import { receiptReply, storedReceipt, type StoredReceipt } from './report-receipt.ts';
import { suggestedCore } from './suggested.ts';

/** A collision of nine random symbols is a one in 35,000,000,000,000 chance per stored report: three tries are two too many. */
const CODES = 3;

export async function fileReport(ports: ReportPorts, request: HttpRequest<ReportIntake>): Promise<HttpReply> {
  const { body } = request;
  const files = await readUploads(ports.uploads, body.attachments);
  const reporter = readReporter(body, files.kind === 'read' ? files.fileNames : {});
  if (reporter.kind === 'malformed') return problem(reporter);
  const [catalogue, keys] = await Promise.all([ports.catalogue.load(), ports.secrets.signingKeys()]);
  const hash = phoneHash(keys, reporter.people.phone);
  const refused =
    (await throttledIntake(ports, { sourceIp: request.sourceIp, phoneHash: hash }, catalogue)) ??
    (files.kind === 'refused' ? problem(files) : undefined);
  if (refused !== undefined) return (await answeredBefore(ports, request)) ?? refused;
  if (files.kind === 'refused') return problem(files);
  const now = ports.clock.now();
  const suggested = await suggestedCore(ports, body, { catalogue, now });

  for (let attempt = 0; attempt < CODES; attempt++) {
    const outcome = await createReport(ports, {
      core: {
        reportId: trackingCodeFrom(ports.randomness.bytes(9)),
        channel: 'web',
        attachments: files.attachments,
        ...suggested,
      },
      people: reporter.people,
      phoneHash: hash,
      actor: { kind: 'citizen' },
      now,
      catalogue,
      idempotency: request.idempotency,
    });
    if (outcome.kind !== 'exists') {
      return answerExecution(outcome, {
        done: (state, version) => receiptReply(ports, storedReceipt(state, version, catalogue)),
        replayed: (response) => receiptReply(ports, response.body as StoredReceipt),
        uploads: body.attachments,
        what: 'report',
      });
    }
  }
  return problem({ kind: 'busy' });
}

/** A retry of a report that was taken is told so, also when its sender may send no more or its files are forgotten by now. */
async function answeredBefore(
  ports: ReportPorts,
  { idempotency }: Pick<HttpRequest, 'idempotency'>,
): Promise<HttpReply | undefined> {
  const answered = idempotency && (await ports.reports.answered(idempotency));
  if (answered === undefined) return undefined;
  return answered.kind === 'key-reused'
    ? problem({ kind: 'key-reused' })
    : receiptReply(ports, answered.response.body as StoredReceipt);
}
