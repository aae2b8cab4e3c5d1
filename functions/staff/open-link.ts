/** From a token to the person, the case as it stands and the moment: nothing is taken from the link but who and what. */
import type { Catalogue, Procedure } from '../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Randomness, Secrets } from '../../shared/ports/outside.ts';
import type { RunningNumbers } from '../../shared/ports/short-lived.ts';
import type { HttpReply, HttpRequest } from '../../shared/shell/http.ts';
import { staffActorOn } from '../../shared/shell/session.ts';
import { deadLinkPage, type DeadLink } from './action-pages.ts';
import { readActionLink, type PageLink } from './read-links.ts';

export interface ActionPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly numbers: RunningNumbers;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

export interface OpenedLink {
  readonly kind: 'opened';
  readonly token: string;
  readonly link: PageLink;
  readonly state: Dossier;
  readonly context: DossierContext & { readonly catalogue: Catalogue };
}

export async function openLink(
  ports: ActionPorts,
  request: Pick<HttpRequest, 'params'>,
): Promise<OpenedLink | { readonly kind: 'dead'; readonly reply: HttpReply }> {
  const token = request.params['token'] ?? '';
  const now = ports.clock.now();
  const read = readActionLink(await ports.secrets.signingKeys(), token, now);
  if (read.kind !== 'valid') return dead(read.kind === 'expired' ? 'expired' : 'unreadable');
  const link = read.claims;
  const [catalogue, snapshot] = await Promise.all([ports.catalogue.load(), ports.cases.load(link.entityId)]);
  const actor = staffActorOn(catalogue, { staffId: link.staffId, via: 'link' }, now);
  if (actor === undefined) return dead('left');
  if (snapshot === undefined) return dead('unreadable');
  return { kind: 'opened', token, link, state: snapshot.state, context: { now, actor, catalogue } };
}

/** The case as it stands after somebody may have been faster. */
export async function reopened(ports: Pick<ActionPorts, 'cases'>, opened: OpenedLink): Promise<OpenedLink> {
  const snapshot = await ports.cases.load(opened.link.entityId);
  return snapshot === undefined ? opened : { ...opened, state: snapshot.state };
}

export function procedureOfLink({ state, context }: OpenedLink): Procedure | undefined {
  return procedureVersion(context.catalogue, state.procedure.code, state.procedure.version);
}

/** Hidden in the form: pressing the button twice is one act. */
export function newIdempotencyKey({ randomness }: Pick<ActionPorts, 'randomness'>): string {
  return Buffer.from(randomness.bytes(16)).toString('hex');
}

function dead(why: DeadLink): { readonly kind: 'dead'; readonly reply: HttpReply } {
  return { kind: 'dead', reply: { kind: 'html', status: why === 'expired' ? 410 : 404, html: deadLinkPage(why) } };
}
