/** A dossier filled in from a report, for `POST /dossiers` or a counter; nothing is kept of it until somebody files it. */
import type { PrefilledIntake } from '../../../shared/contracts/http/reports.ts';
import { TEXT_LENGTH } from '../../../shared/contracts/http/fields.ts';
import { procedureOn } from '../../../shared/domain/catalogue/lookup.ts';
import { authorise } from '../../../shared/domain/staff/permissions.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { problem, type HttpReply, type HttpRequest } from '../../../shared/shell/http.ts';
import { reportToken } from '../../dossiers/report-of-token.ts';
import { findReport } from '../find-report.ts';
import { readPeople } from '../read-people.ts';
import type { ReportPorts } from '../report-ports.ts';

export async function prefillDossier(
  ports: ReportPorts,
  request: HttpRequest<{ readonly procedure: string }>,
): Promise<HttpReply> {
  const { actor, params, body } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const found = await findReport(ports, params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'report' });
  const { core, triage } = found.state;
  const [catalogue, now] = [await ports.catalogue.load(), ports.clock.now()];
  const subject = { counterId: core.hotlineId };
  if (authorise({ operation: 'triage-report', actor, subject, catalogue, now }).kind === 'denied')
    return problem({ kind: 'forbidden', why: 'triage-report' });
  if (procedureOn(catalogue, body.procedure, localDateOf(now)) === undefined) {
    const details = { procedure: body.procedure };
    const refusal = { rule: 'procedure-not-in-force', sort: 'rule', pointer: '/procedure', details } as const;
    return problem({ kind: 'refused', refusal });
  }
  const people = await readPeople(ports, found.entityId);
  const area = triage?.area ?? core.suggestion.areas[0];
  if (people === undefined) return problem({ kind: 'not-found', what: 'people' });
  if (area === undefined) return problem({ kind: 'refused', refusal: { rule: 'report-not-sorted', sort: 'conflict' } });
  const { name, address, phone, email, content } = people;
  const prefilled: PrefilledIntake = {
    intake: {
      procedure: body.procedure,
      area,
      applicant: { name, address, phone, ...(email !== undefined && { email }) },
      request: content.slice(0, TEXT_LENGTH),
      returnTo: 'counter',
      documents: [],
      attachments: [],
      sets: 1,
      fromReport: reportToken(await ports.secrets.signingKeys(), core.reportId, now),
    },
  };
  return { kind: 'json', status: 200, body: prefilled };
}
