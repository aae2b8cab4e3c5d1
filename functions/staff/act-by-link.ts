/**
 * A signed link in a notice: GET shows a page and changes nothing, however often a scanner opens it; POST acts as the person the
 * link was made for. The link is worth nothing as soon as the work is no longer theirs: that is read from the case, not from the link.
 */
import { procedureVersion } from '../../shared/domain/catalogue/lookup.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Randomness, Secrets } from '../../shared/ports/outside.ts';
import { executeCommand, type Execute } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { refusalText } from '../../shared/shell/refusal-texts.ts';
import { staffActorOn } from '../../shared/shell/session.ts';
import { choicesFor } from './action-choices.ts';
import type { ActionLink } from './action-link.ts';
import {
  actionDonePage,
  actionGonePage,
  actionPage,
  actionRefusedPage,
  deadLinkPage,
  type DeadLink,
} from './action-pages.ts';
import { availableActs, isSameAct } from '../../shared/domain/reply/available-acts.ts';
import { commandOfForm, type FormFields } from './command-of-form.ts';
import { readActionLink } from './read-links.ts';
import { whatEndedIt } from './what-ended-it.ts';

export interface ActionPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly catalogue: CatalogueSource;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** How long pressing the same button again is recognised. Minutes. */
const IDEMPOTENCY_MINUTES = 48 * 60;

export async function showAction(ports: ActionPorts, request: HttpRequest): Promise<HttpReply> {
  const opened = await openLink(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  return isStillTheirs(opened) ? shown(ports, opened) : gone(ports, opened, 200);
}

export async function performAction(ports: ActionPorts, request: HttpRequest<FormFields>): Promise<HttpReply> {
  const opened = await openLink(ports, request);
  if (opened.kind === 'dead') return opened.reply;
  const { link, state, context } = opened;
  const form = commandOfForm(link, request.body, { state, procedure: procedureOf(opened) });
  if (form.kind === 'wrong') return shown(ports, opened, { filled: request.body, wrong: form.fields });

  const outcome = await executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId: link.entityId,
    actor: context.actor,
    at: context.now,
    decide: (now) => decideDossier(form.command, now, context),
    ...(request.idempotency && {
      idempotency: {
        ...request.idempotency,
        expiresAt: addMinutes(context.now, IDEMPOTENCY_MINUTES),
        response: (_: Dossier, version: number) => ({ status: 200, body: { version } }),
      },
    }),
  });
  return answer(ports, opened, outcome);
}

async function answer(ports: ActionPorts, opened: Opened, outcome: Execute<Dossier>): Promise<HttpReply> {
  const { link, state, token } = opened;
  const { catalogue } = opened.context;
  if (outcome.kind === 'done')
    return page(200, actionDonePage({ act: link, state: outcome.state, catalogue, repeated: false }));
  if (outcome.kind === 'replayed') return page(200, actionDonePage({ act: link, state, catalogue, repeated: true }));
  if (outcome.kind === 'ignored') return gone(ports, opened, 409);
  if (outcome.kind === 'key-reused') return problem({ kind: 'key-reused' });
  if (outcome.kind !== 'refused') return problem({ kind: 'busy' });
  const { refusal } = outcome;
  const current = await reloaded(ports, opened);
  if (!isStillTheirs(current)) return gone(ports, current, 409);
  const reason = { vi: refusalText(refusal, 'vi'), en: refusalText(refusal, 'en') };
  const { article } = refusal;
  return page(422, actionRefusedPage({ reason, token, ...(article !== undefined && { article }) }));
}

interface Opened {
  readonly kind: 'opened';
  readonly token: string;
  readonly link: ActionLink;
  readonly state: Dossier;
  readonly context: DossierContext & { readonly catalogue: Catalogue };
}

async function openLink(
  ports: ActionPorts,
  request: HttpRequest,
): Promise<Opened | { readonly kind: 'dead'; readonly reply: HttpReply }> {
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

async function reloaded(ports: ActionPorts, opened: Opened): Promise<Opened> {
  const snapshot = await ports.cases.load(opened.link.entityId);
  return snapshot === undefined ? opened : { ...opened, state: snapshot.state };
}

function isStillTheirs({ link, state, context }: Opened): boolean {
  return availableActs(state, context).some((act) => isSameAct(act, link));
}

function shown(
  ports: ActionPorts,
  opened: Opened,
  again?: { readonly filled: FormFields; readonly wrong: readonly string[] },
): HttpReply {
  const { token, link, state, context } = opened;
  const idempotencyKey = Buffer.from(ports.randomness.bytes(16)).toString('hex');
  const view = {
    act: link,
    token,
    idempotencyKey,
    state,
    procedure: procedureOf(opened),
    catalogue: context.catalogue,
    choices: choicesFor(link, state, context),
  };
  return page(again === undefined ? 200 : 400, actionPage({ ...view, ...again }));
}

async function gone(ports: ActionPorts, { link, state, context }: Opened, status: 200 | 409): Promise<HttpReply> {
  const ended = whatEndedIt(await ports.cases.history(link.entityId), link, context);
  return page(status, actionGonePage({ ...ended, state, catalogue: context.catalogue }));
}

function procedureOf({ state, context }: Opened) {
  return procedureVersion(context.catalogue, state.procedure.code, state.procedure.version);
}

function dead(why: DeadLink): { readonly kind: 'dead'; readonly reply: HttpReply } {
  return { kind: 'dead', reply: page(why === 'expired' ? 410 : 404, deadLinkPage(why)) };
}

function page(status: number, html: string): HttpReply {
  return { kind: 'html', status, html };
}
