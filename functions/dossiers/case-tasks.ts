/**
 * What follows in a case from something outside it: a bag that was sealed or signed, files to put away, a held letter, a late holiday. Each
 * message may come twice, late or before another: the case's own state decides, and the law's time is the signature's, not the message's.
 */
import type { CaseTask } from '../../shared/contracts/messages.ts';
import type { SystemActor } from '../../shared/domain/actor.ts';
import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { IncomingMail } from '../../shared/domain/mail/incoming-mail.ts';
import type { Handover, Signed } from '../../shared/domain/post/handover-state.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock, Documents } from '../../shared/ports/outside.ts';
import type { RunningNumbers } from '../../shared/ports/short-lived.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { takeHeldLetter } from '../mail/desk/take-held-letter.ts';
import { probeDossierCode, takeDossierCode } from './dossier-numbers.ts';
import { fileAttachments } from './file-attachments.ts';

export interface CaseTaskPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly handovers: Pick<EntityStore<Handover, unknown>, 'load'>;
  readonly mails: Pick<EntityStore<IncomingMail, unknown>, 'load'>;
  readonly documents: Pick<Documents, 'file'>;
  readonly numbers: RunningNumbers;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

export type CaseTaskDone =
  | { readonly kind: 'done' }
  /** Late, repeated, or overtaken: nothing to do. */
  | { readonly kind: 'ignored'; readonly reason: string };

const POST: SystemActor = { kind: 'system', name: 'post' };
const TIMERS: SystemActor = { kind: 'system', name: 'timers' };

/** @throws when the message must come again: the case is busy, or what it names is not there yet. */
export async function runCaseTask(ports: CaseTaskPorts, task: CaseTask): Promise<CaseTaskDone> {
  switch (task.kind) {
    case 'put-in-bag':
      return putInBag(ports, task);
    case 'accept-handover':
      return acceptHandover(ports, task);
    case 'file-attachments':
      await fileAttachments(ports, task);
      return { kind: 'done' };
    case 'take-letter':
      return takeHeldLetter(ports, task);
    case 'recompute-clocks':
      return command(ports, { entityId: task.entityId, actor: TIMERS }, { type: 'RecomputeClocks' });
    default:
      return task satisfies never;
  }
}

type TaskOf<Kind extends CaseTask['kind']> = Extract<CaseTask, { kind: Kind }>;

/**
 * A bag may be opened before this message arrives: what was then missing must not be put in again. And the official may have sent the intake back
 * since the bag was sealed: what became of it the bag's signature says.
 */
async function putInBag(ports: CaseTaskPorts, { entityId, handoverId }: TaskOf<'put-in-bag'>): Promise<CaseTaskDone> {
  const handover = await ports.handovers.load(`handover#${handoverId}`);
  if (handover?.state.status === 'signed') return { kind: 'ignored', reason: 'the bag has been opened' };
  const state = (await ports.cases.load(entityId))?.state;
  if (state?.status === 'with-clerk' && state.countersign === 'required') {
    return { kind: 'ignored', reason: 'sent back since the bag was sealed' };
  }
  return command(ports, { entityId }, { type: 'PutInBag', handoverId });
}

/** The signature receives it, so it needs a code. */
const WITH_THE_POST: readonly Dossier['status'][] = ['with-clerk', 'sent-back-to-clerk'];

async function acceptHandover(
  ports: CaseTaskPorts,
  { entityId, handoverId, present }: TaskOf<'accept-handover'>,
): Promise<CaseTaskDone> {
  const handover = await ports.handovers.load(`handover#${handoverId}`);
  if (handover?.state.status !== 'signed') throw new Error(`${handoverId} is not signed`);
  const { signedAt, signedBy }: Signed = handover.state;
  const accept = { type: 'AcceptHandover', handoverId, signedAt, signedBy, present } as const;
  const found = await ports.cases.load(entityId);
  if (found === undefined) throw new Error(`no ${entityId}`);
  if (!present || !WITH_THE_POST.includes(found.state.status)) return command(ports, { entityId }, accept);
  const catalogue = await ports.catalogue.load();
  const place = { catalogue, counterId: found.state.counterId, at: signedAt };
  const context: DossierContext = { now: ports.clock.now(), actor: POST, catalogue };
  const probe = decideDossier({ ...accept, dossierCode: probeDossierCode(place) }, found.state, context);
  if (probe.kind === 'ignored') return probe;
  if (probe.kind === 'refused') throw refusedByRule(accept, entityId, probe.refusal.rule);
  return command(ports, { entityId }, { ...accept, dossierCode: await takeDossierCode(ports.numbers, place) });
}

async function command(
  ports: CaseTaskPorts,
  { entityId, actor = POST }: { readonly entityId: string; readonly actor?: SystemActor },
  given: DossierCommand,
): Promise<CaseTaskDone> {
  const context: DossierContext = { now: ports.clock.now(), actor, catalogue: await ports.catalogue.load() };
  const outcome = await executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId,
    actor,
    at: context.now,
    decide: (state) => decideDossier(given, state, context),
  });
  if (outcome.kind === 'done') return { kind: 'done' };
  if (outcome.kind === 'ignored') return outcome;
  throw refusedByRule(given, entityId, outcome.kind === 'refused' ? outcome.refusal.rule : outcome.kind);
}

/** What both sides signed cannot be refused in the ordinary way: a person must look at it. */
function refusedByRule(given: DossierCommand, entityId: string, rule: string): Error {
  return new Error(`${given.type} on ${entityId}: ${rule}`);
}
