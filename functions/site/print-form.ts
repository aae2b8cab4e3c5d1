/**
 * The printed forms: for the owner behind the secret link, and for staff who have to do with the case. A form about something that
 * has not happened (a receipt before reception) does not exist: 404.
 */
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import { permissionSubject } from '../../shared/domain/dossier/permission-of-command.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { callerOf } from '../dossiers/case-access.ts';
import { findDossier } from '../dossiers/find-dossier.ts';
import { apologyDraftForm, apologyForm } from './forms/apology.ts';
import type { PrintedForm } from './forms/form-address.ts';
import type { FormSource } from './forms/form-source.ts';
import { processControlForm } from './forms/process-control.ts';
import { receiptForm } from './forms/receipt.ts';
import { refusalForm } from './forms/refusal.ts';
import { returnSlipForm } from './forms/return-slip.ts';
import { sendSlipForm } from './forms/send-slip.ts';
import { supplementRequestForm } from './forms/supplement-request.ts';
import type { SitePorts } from './site-ports.ts';

type Form = (source: FormSource, which?: number) => Promise<string | undefined>;

/**
 * Not the owner's: the control slip names the officers and goes with the papers from office to office (01/2018/TT-VPCP art. 9), and nobody
 * is promised a day that the head has not confirmed.
 */
const BETWEEN_OFFICES: ReadonlySet<string> = new Set<PrintedForm>(['process-control', 'apology-draft']);

/** A map: the name comes from the address, and every object has members that nobody listed. */
const forms: ReadonlyMap<string, Form> = new Map<PrintedForm, Form>([
  ['receipt', receiptForm],
  ['supplement-request', supplementRequestForm],
  ['refusal', refusalForm],
  ['apology', apologyForm],
  ['apology-draft', apologyDraftForm],
  ['process-control', processControlForm],
  ['send-slip', sendSlipForm],
  ['return-slip', returnSlipForm],
]);

export async function printForm(ports: SitePorts, request: HttpRequest): Promise<HttpReply> {
  const name = request.params['form'] ?? '';
  const form = forms.get(name);
  if (form === undefined) return problem({ kind: 'not-found', what: 'form' });
  const found = await findDossier(ports, request.params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'dossier' });
  const [catalogue, actor] = await Promise.all([ports.catalogue.load(), callerOf(ports, request, found.state)]);
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const now = ports.clock.now();
  const subject = permissionSubject(found.state, { catalogue, now });
  const permission = authorise({ operation: 'print-form', actor, subject, catalogue, now });
  if (permission.kind === 'denied') return problem({ kind: 'forbidden', why: permission.why });
  if (actor.kind === 'citizen' && BETWEEN_OFFICES.has(name)) return problem({ kind: 'forbidden', why: 'print-form' });
  const { code, version } = found.state.procedure;
  const procedure = procedureVersion(catalogue, code, version);
  const [parties, history] = await Promise.all([
    ports.people.parties(found.entityId),
    ports.cases.history(found.entityId),
  ]);
  if (procedure === undefined || parties === undefined) return problem({ kind: 'not-found', what: 'dossier' });
  const source = { dossier: found.state, parties, history, catalogue, procedure, baseUrl: ports.publicBaseUrl };
  const which = request.query['n'];
  const page = await form(source, which === undefined ? undefined : Number(which));
  return page === undefined ? problem({ kind: 'not-found', what: 'form' }) : { kind: 'html', status: 200, html: page };
}
