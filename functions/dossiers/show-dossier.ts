/**
 * Look-up. The code alone shows the code and how far it is (Circular 01/2018/TT-VPCP art. 16-17); the secret link, proof of phone or a
 * right over the case show it whole. Whoever asks with a wrong link is not told so: he sees what everybody sees.
 */
import type { Progress } from '../../shared/contracts/http/dossier-views.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import { permissionSubject } from '../../shared/domain/dossier/permission-of-command.ts';
import { parseTrackingCode } from '../../shared/domain/codes/tracking-code.ts';
import { portalStatusOfCase } from '../../shared/domain/dossier/progress.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { lastDigits } from '../../shared/shell/phone.ts';
import { callerOf } from './case-access.ts';
import { dossierDetails, type Viewer } from './dossier-details.ts';
import type { DossierPorts, LookUpPorts } from './dossier-ports.ts';
import { findDossier, type FoundDossier } from './find-dossier.ts';
import { sameText, throttledAccess } from './phone-proof.ts';

const PHONE_DIGITS = 4;

export async function showDossier(ports: LookUpPorts, request: HttpRequest): Promise<HttpReply> {
  const found = await findDossier(ports, request.params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'dossier' });
  const [catalogue, caller] = await Promise.all([ports.catalogue.load(), callerOf(ports, request, found.state)]);
  const token = caller?.kind === 'citizen' ? request.bearer : undefined;
  return caller !== undefined && mayView(ports, { caller, state: found.state, catalogue })
    ? details(ports, found, { actor: caller, mayAct: true, ...(token !== undefined && { token }) })
    : { kind: 'json', status: 200, body: progressOf(found.state, catalogue, request.params['code'] ?? '') };
}

/** The same answer for a code that does not exist, a wrong one and wrong digits: nothing can be learnt by trying. */
export async function accessDossier(
  ports: LookUpPorts,
  request: HttpRequest<{ readonly phoneLast4: string }>,
): Promise<HttpReply> {
  const code = request.params['code'] ?? '';
  const found = await findDossier(ports, code);
  const throttled = await throttledAccess(ports, { subject: found?.entityId ?? code, sourceIp: request.sourceIp });
  if (throttled !== undefined) return throttled;
  const parties = found && (await ports.people.parties(found.entityId));
  const digits = parties === undefined ? undefined : lastDigits(parties.applicant.phone, PHONE_DIGITS);
  const proven = sameText(request.body.phoneLast4, digits ?? '');
  if (found === undefined || !proven) {
    return problem({
      kind: 'refused',
      refusal: { rule: 'access-not-proven', sort: 'forbidden', pointer: '/phoneLast4' },
    });
  }
  return details(ports, found, { actor: { kind: 'citizen' }, mayAct: false });
}

async function details(ports: LookUpPorts, found: FoundDossier, viewer: Viewer): Promise<HttpReply> {
  const body = await dossierDetails(ports, found, viewer);
  return { kind: 'json', status: 200, body, headers: { etag: `"${String(found.version)}"` } };
}

function mayView(
  ports: Pick<DossierPorts, 'clock'>,
  asked: { readonly caller: Actor; readonly state: Dossier; readonly catalogue: Catalogue },
): boolean {
  const { caller: actor, state, catalogue } = asked;
  if (actor.kind === 'citizen') return true;
  const now = ports.clock.now();
  const subject = permissionSubject(state, { catalogue, now });
  return authorise({ operation: 'view-case', actor, subject, catalogue, now }).kind === 'allowed';
}

function progressOf(state: Dossier, catalogue: Catalogue, asked: string): Progress {
  const isTrackingCode = parseTrackingCode(asked).kind === 'tracking-code';
  return {
    view: 'progress',
    code: isTrackingCode ? state.caseId : (state.dossierCode ?? state.caseId),
    progress: portalStatusOfCase(catalogue, state).progress,
  };
}
