/**
 * Postal custody: a bag is sealed with its list, counted and signed at the other end, and what did not agree is cleared up. One entity,
 * one commit an act. The dossiers in it follow by messages of their own, with the signature's time and not the message's.
 */
import type {
  HandoverView,
  PrepareHandover,
  ResolveDiscrepancy,
  SignHandover,
} from '../../shared/contracts/http/post.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { unitOn } from '../../shared/domain/catalogue/lookup.ts';
import { refuse, type Decision } from '../../shared/domain/decision.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import { decideHandover, handoverSubject } from '../../shared/domain/post/decide-handover.ts';
import type { HandoverCommand } from '../../shared/domain/post/handover-commands.ts';
import { handoverDecider } from '../../shared/domain/post/handover-decider.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import { authorise } from '../../shared/domain/staff/permissions.ts';
import { addMinutes, localDateOf } from '../../shared/domain/time.ts';
import { executeCommand, type Execution } from '../../shared/shell/execute-command.ts';
import { problem, type HttpReply, type HttpRequest } from '../../shared/shell/http.ts';
import { answerExecution } from '../dossiers/answer-execution.ts';
import { findDossier } from '../dossiers/find-dossier.ts';
import { handoverView } from './handover-view.ts';
import type { PostPorts } from './post-ports.ts';
import { readManifest } from './read-manifest.ts';

/** How long a retry is recognised. Minutes. */
const IDEMPOTENCY_LIFE = 48 * 60;

export async function prepareHandover(ports: PostPorts, request: HttpRequest<PrepareHandover>): Promise<HttpReply> {
  const { actor, body } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const answered = request.idempotency && (await ports.handovers.answered(request.idempotency));
  if (answered !== undefined) return answer(answered, 201);
  const { direction, sealNumber, codes, toUnitId = actor.unitId } = body;
  const context = await contextFor(ports, actor);
  const manifest = await readManifest(ports, { codes, direction, toUnitId, ...context });
  if (manifest.kind === 'refused') return problem(manifest);
  const command = (handoverId: string): HandoverCommand => ({
    type: 'PrepareHandover',
    handoverId,
    direction,
    fromUnitId: actor.unitId,
    toUnitId,
    sealNumber,
    items: manifest.items,
  });
  const probe = decideHandover(command('probe'), undefined, context);
  if (probe.kind === 'refused') return problem(probe);
  const handoverId = await takeHandoverId(ports, context);
  return execute(ports, request, {
    handoverId,
    context,
    status: 201,
    create: true,
    decide: () => decideHandover(command(handoverId), undefined, context),
  });
}

export async function signHandover(ports: PostPorts, request: HttpRequest<SignHandover>): Promise<HttpReply> {
  const { actor, body } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const found = await Promise.all(body.present.map((code) => findDossier(ports, code)));
  const unknown = found.findIndex((dossier) => dossier === undefined);
  if (unknown >= 0) {
    return problem(refuse('dossier-unknown', { pointer: `/present/${String(unknown)}` }));
  }
  const counted = found.flatMap((dossier) => (dossier === undefined ? [] : [dossier.entityId]));
  return act(ports, request, { type: 'SignHandover', counted, sealIntact: body.sealIntact });
}

export function resolveDiscrepancy(ports: PostPorts, request: HttpRequest<ResolveDiscrepancy>): Promise<HttpReply> {
  const { discrepancyId, reason } = request.body;
  return act(ports, request, { type: 'ResolveDiscrepancy', discrepancyId, reason });
}

export async function showHandover(ports: PostPorts, request: HttpRequest): Promise<HttpReply> {
  const { actor } = request;
  if (actor === undefined) return problem({ kind: 'unauthenticated' });
  const snapshot = await ports.handovers.load(entityIdOf(request));
  if (snapshot === undefined) return problem({ kind: 'not-found', what: 'handover' });
  const { catalogue, now } = await contextFor(ports, actor);
  const subject = handoverSubject(snapshot.state, 'view-handover');
  const permission = authorise({ operation: 'view-handover', actor, subject, catalogue, now });
  if (permission.kind === 'denied') return problem({ kind: 'forbidden', why: permission.why });
  return shown(handoverView(snapshot.state, snapshot.version), 200);
}

async function act(ports: PostPorts, request: HttpRequest, command: HandoverCommand): Promise<HttpReply> {
  if (request.actor === undefined) return problem({ kind: 'unauthenticated' });
  const context = await contextFor(ports, request.actor);
  return execute(ports, request, {
    handoverId: request.params['handoverId'] ?? '',
    context,
    status: 200,
    decide: (state) => decideHandover(command, state, context),
  });
}

interface Act {
  readonly handoverId: string;
  readonly context: DossierContext;
  readonly status: number;
  readonly create?: true;
  readonly decide: (state: Handover | undefined) => Decision<HandoverEvent>;
}

async function execute(
  ports: PostPorts,
  request: HttpRequest,
  { handoverId, context, status, create, decide }: Act,
): Promise<HttpReply> {
  const execution: Execution<Handover, HandoverEvent> = {
    store: ports.handovers,
    decider: handoverDecider,
    entityId: `handover#${handoverId}`,
    actor: context.actor,
    at: context.now,
    decide,
    ...(create && { create }),
    ...(request.expectedVersion !== undefined && { expectedVersion: request.expectedVersion }),
    ...(request.idempotency && {
      idempotency: {
        ...request.idempotency,
        expiresAt: addMinutes(context.now, IDEMPOTENCY_LIFE),
        response: (state, version) => ({ status, body: handoverView(state, version) }),
      },
    }),
  };
  return answer(await executeCommand(execution), status);
}

function answer(outcome: Parameters<typeof answerExecution<Handover>>[0], status: number): Promise<HttpReply> {
  return answerExecution(outcome, {
    done: (state, version) => shown(handoverView(state, version), status),
    replayed: ({ body }) => shown(body as HandoverView, status),
    what: 'handover',
  });
}

function shown(body: HandoverView, status: number): HttpReply {
  return { kind: 'json', status, body, headers: { etag: `"${String(body.version)}"` } };
}

async function contextFor(
  ports: Pick<PostPorts, 'catalogue' | 'clock'>,
  actor: StaffActor,
): Promise<DossierContext & { readonly actor: StaffActor }> {
  return { now: ports.clock.now(), actor, catalogue: await ports.catalogue.load() };
}

/** Number of the record: agency, day, running number of the day. Taken only for a bag that may be sealed. */
async function takeHandoverId(
  ports: Pick<PostPorts, 'numbers'>,
  { catalogue, now, actor }: DossierContext & { readonly actor: StaffActor },
): Promise<string> {
  const day = localDateOf(now);
  const agency = (unitOn(catalogue, actor.unitId, day)?.agencyCode ?? actor.unitId).replaceAll(/[^A-Za-z0-9]/g, '-');
  const number = await ports.numbers.next(`handover#${agency}#${day}`);
  return `BB-${agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}

function entityIdOf(request: Pick<HttpRequest, 'params'>): string {
  return `handover#${request.params['handoverId'] ?? ''}`;
}
