/**
 * What the caller of a route is to a case: a citizen with the secret link (or proof of phone), a member of staff with a session, or
 * anybody. A session comes before a link: staff act in their own name.
 */
import type { Actor } from '../../shared/domain/actor.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { opensDossier } from '../../shared/shell/dossier-link.ts';
import type { HttpRequest } from '../../shared/shell/http.ts';
import type { DossierPorts } from './dossier-ports.ts';

export async function callerOf(
  ports: Pick<DossierPorts, 'secrets'>,
  request: Pick<HttpRequest, 'actor' | 'bearer'>,
  dossier: Pick<Dossier, 'caseId'>,
): Promise<Exclude<Actor, { kind: 'system' }> | undefined> {
  if (request.actor !== undefined) return request.actor;
  if (request.bearer === undefined) return undefined;
  return opensDossier(await ports.secrets.signingKeys(), dossier.caseId, request.bearer)
    ? { kind: 'citizen' }
    : undefined;
}
