/** `POST /dossiers/{code}/<action>`: every act that a person may perform on a dossier goes this way. */
import type { DossierAction, DossierActionBody } from '../../shared/contracts/http/dossier-actions.ts';
import type { ActionDone } from '../../shared/contracts/http/dossier-views.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Parties, Proxy } from '../../shared/domain/dossier/parties.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { phoneHash } from '../../shared/shell/phone-hash.ts';
import { commandFor } from './action-commands.ts';
import { answerExecution } from './answer-execution.ts';
import { callerOf } from './case-access.ts';
import { probeDossierCode, takeDossierCode } from './dossier-numbers.ts';
import type { DossierPorts } from './dossier-ports.ts';
import { findDossier, type FoundDossier } from './find-dossier.ts';
import { possibleActions } from './possible-actions.ts';
import { readUploads, type AttachmentReference } from './read-uploads.ts';

/** How long a retry is recognised. Minutes. */
const IDEMPOTENCY_LIFE = 48 * 60;

export async function actOnDossier<Action extends DossierAction>(
  ports: DossierPorts,
  action: Action,
  request: HttpRequest<DossierActionBody<Action>>,
): Promise<HttpReply> {
  const found = await findDossier(ports, request.params['code'] ?? '');
  if (found === undefined) return problem({ kind: 'not-found', what: 'dossier' });
  const actor = await callerOf(ports, request, found.state);
  if (actor === undefined) return problem({ kind: 'unauthenticated' });

  const references = referencesIn(request.body);
  const files = await readUploads(ports.uploads, references);
  if (files.kind === 'refused') return problem(files);
  const context: DossierContext = { now: ports.clock.now(), actor, catalogue: await ports.catalogue.load() };
  const decideWith = (dossierCode: string) => (state: Dossier | undefined) =>
    decideDossier(commandFor(action, request.body, { attachments: files.attachments, dossierCode }), state, context);

  const dossierCode = await codeFor(ports, { action, found, context, request, decideWith });
  const parties = await changedParties(ports, found, { proxy: proxyIn(request.body), fileNames: files.fileNames });
  const outcome = await executeCommand({
    store: alreadyRead(ports.cases, found),
    decider: dossierDecider,
    entityId: found.entityId,
    actor,
    at: context.now,
    decide: decideWith(dossierCode),
    ...(request.expectedVersion !== undefined && { expectedVersion: request.expectedVersion }),
    ...(request.idempotency && {
      idempotency: {
        ...request.idempotency,
        expiresAt: addMinutes(context.now, IDEMPOTENCY_LIFE),
        response: (state: Dossier, version: number) => ({ status: 200, body: actionDone(state, version, context) }),
      },
    }),
    alongside: {
      ...(files.attachments.length > 0 && { uploads: files.attachments.map(({ uploadId }) => uploadId) }),
      ...(parties && { parties }),
    },
  });
  return answerExecution(outcome, {
    done: (state, version) => answer(actionDone(state, version, context)),
    replayed: ({ body }) => answer(body as ActionDone),
    uploads: references,
  });
}

interface Numbering {
  readonly action: DossierAction;
  readonly found: FoundDossier;
  readonly context: DossierContext;
  readonly request: Pick<HttpRequest, 'idempotency'>;
  decideWith(dossierCode: string): (state: Dossier) => Decision<DossierEvent>;
}

/** A number is taken only for an act that needs one, that the domain accepts, and that was not answered before. */
async function codeFor(ports: DossierPorts, asked: Numbering): Promise<string> {
  const { state } = asked.found;
  const { now: at, catalogue } = asked.context;
  const place = { catalogue, counterId: state.counterId, at };
  const probe = probeDossierCode(place);
  if (state.dossierCode !== undefined || !['receive', 'accept-supplement'].includes(asked.action)) return probe;
  if (asked.decideWith(probe)(state).kind !== 'accepted') return probe;
  if (asked.request.idempotency && (await ports.cases.answered(asked.request.idempotency)) !== undefined) return probe;
  return takeDossierCode(ports.numbers, place);
}

/** The first read is the one already made to find out who may act; after a conflict the store is asked again. */
function alreadyRead(
  store: EntityStore<Dossier, DossierEvent>,
  found: FoundDossier,
): EntityStore<Dossier, DossierEvent> {
  let first = true;
  return {
    load: (entityId) => {
      if (!first) return store.load(entityId);
      first = false;
      return Promise.resolve(found);
    },
    history: (entityId) => store.history(entityId),
    commit: (commit) => store.commit(commit),
    answered: (request) => store.answered(request),
  };
}

/** Personal data that the act brings: who collected the result, and names of files; written whole, in the same commit. */
async function changedParties(
  ports: DossierPorts,
  found: FoundDossier,
  change: { readonly proxy: Proxy | undefined; readonly fileNames: Readonly<Record<string, string>> },
): Promise<{ readonly value: Parties; readonly phoneHash: string; readonly filedAt: string } | undefined> {
  if (change.proxy === undefined && Object.keys(change.fileNames).length === 0) return undefined;
  const parties = await ports.people.parties(found.entityId);
  // Erased after its time: the record goes on without the people.
  if (parties === undefined) return undefined;
  return {
    value: {
      ...parties,
      fileNames: { ...parties.fileNames, ...change.fileNames },
      ...(change.proxy && { collectedBy: change.proxy }),
    },
    phoneHash: phoneHash(await ports.secrets.signingKeys(), parties.applicant.phone),
    filedAt: found.state.filedAt,
  };
}

function referencesIn(body: object): readonly AttachmentReference[] {
  return 'attachments' in body ? (body.attachments as readonly AttachmentReference[]) : [];
}

function proxyIn(body: object): Proxy | undefined {
  return 'proxy' in body ? (body.proxy as Proxy) : undefined;
}

function actionDone(state: Dossier, version: number, caller: DossierContext & { readonly actor: Actor }): ActionDone {
  return {
    code: state.caseId,
    status: state.status,
    version,
    ...(state.dossierCode !== undefined && { dossierCode: state.dossierCode }),
    ...(state.clock && { dueAt: state.clock.dueAt }),
    possible: possibleActions(state, caller),
  };
}

function answer(body: ActionDone): HttpReply {
  return { kind: 'json', status: 200, body, headers: { etag: `"${String(body.version)}"` } };
}
