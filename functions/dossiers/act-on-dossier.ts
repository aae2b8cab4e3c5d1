/** `POST /dossiers/{code}/<action>`: every act that a person may perform on a dossier goes this way. */
import type { DossierAction, DossierActionBody } from '../../shared/contracts/http/dossier-actions.ts';
import type { ActionDone } from '../../shared/contracts/http/dossier-views.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Proxy } from '../../shared/domain/dossier/parties.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { asItStandsToday } from '../../shared/domain/dossier/transfer-competence.ts';
import { addMinutes } from '../../shared/domain/time.ts';
import { executeCommand, type Execute } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { commandFor } from './action-commands.ts';
import { alreadyRead } from './already-read.ts';
import { answerExecution } from './answer-execution.ts';
import { callerOf } from './case-access.ts';
import { changedParties } from './changed-parties.ts';
import { probeDossierCode, takeDossierCode } from './dossier-numbers.ts';
import type { DossierPorts } from './dossier-ports.ts';
import { findDossier, type FoundDossier } from './find-dossier.ts';
import { possibleActions } from './possible-actions.ts';
import { readUploads, type AttachmentReference, type ReadUploads } from './read-uploads.ts';

const ATTEMPTS = 3;
/** How long a retry is recognised. Minutes. */
const IDEMPOTENCY_LIFE = 48 * 60;
/** For acts that give no number; a dossier that has one keeps it. */
const NO_CODE = '';

export async function actOnDossier<Action extends DossierAction>(
  ports: DossierPorts,
  action: Action,
  request: HttpRequest<DossierActionBody<Action>>,
): Promise<HttpReply> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findDossier(ports, request.params['code'] ?? '');
    if (found === undefined) return problem({ kind: 'not-found', what: 'dossier' });
    const actor = await callerOf(ports, request, found.state);
    if (actor === undefined) return problem({ kind: 'unauthenticated' });
    const context: DossierContext = { now: ports.clock.now(), actor, catalogue: await ports.catalogue.load() };
    const outcome = await executeAction(ports, { action, request, found, context });
    // People are written whole: when the case moved while they were read, all of it is read again.
    if (outcome.kind === 'stale-version' && request.expectedVersion === undefined) continue;
    return answerExecution(outcome, {
      done: (state, version) => answer(actionDone(state, version, context)),
      replayed: ({ body }) => answer(body as ActionDone),
      uploads: referencesIn(request.body),
    });
  }
  return problem({ kind: 'busy' });
}

interface ActionAsked<Action extends DossierAction> {
  readonly action: Action;
  readonly request: HttpRequest<DossierActionBody<Action>>;
  readonly found: FoundDossier;
  readonly context: DossierContext;
}

async function executeAction<Action extends DossierAction>(
  ports: DossierPorts,
  { action, request, found, context }: ActionAsked<Action>,
): Promise<Execute<Dossier>> {
  const { body, idempotency } = request;
  const files = await readUploads(ports.uploads, referencesIn(body));
  const givesNumber = found.state.dossierCode === undefined && (action === 'receive' || action === 'accept-supplement');
  const answered = await answeredBefore(ports, idempotency, givesNumber || files.kind === 'refused');
  if (answered !== undefined) return answered;
  if (files.kind === 'refused') return files;
  const decideWith = (dossierCode: string) => (state: Dossier | undefined) =>
    decideDossier(commandFor(action, body, { attachments: files.attachments, dossierCode }), state, context);
  const dossierCode = givesNumber ? await codeFor(ports, { found, context, decideWith }) : NO_CODE;
  const parties = await changedParties(ports, found, { proxy: proxyIn(body), fileNames: files.fileNames });
  const expectedVersion = request.expectedVersion ?? (parties && found.version);
  return executeCommand({
    store: alreadyRead(ports.cases, found),
    decider: dossierDecider,
    entityId: found.entityId,
    actor: context.actor,
    at: context.now,
    decide: decideWith(dossierCode),
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(idempotency && {
      idempotency: {
        ...idempotency,
        expiresAt: addMinutes(context.now, IDEMPOTENCY_LIFE),
        response: (state: Dossier, version: number) => ({ status: 200, body: actionDone(state, version, context) }),
      },
    }),
    alongside: { uploads: uploadsOf(files), ...(parties && { parties }) },
  });
}

/** Most retries are recognised by the commit or by its refusal; these would take a number again, or miss files forgotten by now. */
async function answeredBefore(
  ports: Pick<DossierPorts, 'cases'>,
  idempotency: HttpRequest['idempotency'],
  early: boolean,
): ReturnType<DossierPorts['cases']['answered']> {
  return idempotency !== undefined && early ? ports.cases.answered(idempotency) : undefined;
}

interface Numbering {
  readonly found: FoundDossier;
  readonly context: DossierContext;
  readonly decideWith: (dossierCode: string) => (state: Dossier) => Decision<DossierEvent>;
}

/**
 * A number is taken only for an act that the domain accepts with a probe. One that it refuses is refused again on the same state, so the
 * probe is never written.
 */
async function codeFor(ports: DossierPorts, { found, context, decideWith }: Numbering): Promise<string> {
  const { counterId } = asItStandsToday(found.state, context);
  const place = { catalogue: context.catalogue, counterId, at: context.now };
  const probe = probeDossierCode(place);
  return decideWith(probe)(found.state).kind === 'accepted' ? takeDossierCode(ports.numbers, place) : probe;
}

function uploadsOf(files: Extract<ReadUploads, { kind: 'read' }>): readonly string[] {
  return files.attachments.map(({ uploadId }) => uploadId);
}

function referencesIn(body: object): readonly AttachmentReference[] {
  return 'attachments' in body ? (body.attachments as readonly AttachmentReference[]) : [];
}

function proxyIn(body: object): Proxy | undefined {
  return 'proxy' in body ? (body.proxy as Proxy) : undefined;
}

function actionDone(state: Dossier, version: number, caller: DossierContext): ActionDone {
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
