/**
 * The work of a level of government: a step or a consultation waits, and somebody in the competent unit gets it. The message is a
 * wake-up: what is to be done is read from the case, so a late, repeated or reordered one finds nothing left and changes nothing.
 */
import type { DossierTask } from '../../shared/contracts/messages.ts';
import type { SystemActor } from '../../shared/domain/actor.ts';
import type { StaffId, UnitId } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierCommand } from '../../shared/domain/dossier/commands.ts';
import { unitOf, type DossierContext } from '../../shared/domain/dossier/context.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { chooseAssignee } from '../../shared/domain/routing/assign.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { CaseQueries } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { Clock } from '../../shared/ports/outside.ts';
import { asItStandsToday } from '../../shared/domain/dossier/transfer-competence.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { loadsIn } from './loads-in.ts';

export interface AssignmentPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly queries: Pick<CaseQueries, 'openWork'>;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

export type AssignmentOutcome =
  | { readonly kind: 'assigned'; readonly staffId: StaffId }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'ignored'; readonly reason: string };

const ROUTING: SystemActor = { kind: 'system', name: 'routing' };

/** @throws when the case is busy or the store is in trouble: the queue delivers again. */
export async function assignWork(ports: AssignmentPorts, task: DossierTask): Promise<AssignmentOutcome> {
  const [before, catalogue] = await Promise.all([ports.cases.load(task.entityId), ports.catalogue.load()]);
  const context: DossierContext = { now: ports.clock.now(), actor: ROUTING, catalogue };
  const state = before && asItStandsToday(before.state, context);
  const work = state && waitingWork(state, task);
  if (state === undefined || work === undefined) return { kind: 'ignored', reason: 'nothing waits' };

  const assignment = chooseAssignee({
    unit: unitOf(context, state, work.unitId),
    actor: work.actor,
    on: localDateOf(context.now),
    loads: await loadsIn(ports.queries, work.unitId),
    seed: `${task.entityId} ${work.id}`,
    catalogue,
  });
  const command =
    assignment.kind === 'assigned'
      ? assign(task, assignment)
      : report(task, `nobody present: ${assignment.tellHeadOf.join(', ')}`);

  const outcome = await executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId: task.entityId,
    actor: ROUTING,
    at: context.now,
    decide: (state) => decideDossier(command, state, context),
  });
  if (outcome.kind === 'done') {
    return assignment.kind === 'assigned' ? { kind: 'assigned', staffId: assignment.staffId } : { kind: 'nobody' };
  }
  if (outcome.kind === 'ignored') return { kind: 'ignored', reason: outcome.reason };
  if (outcome.kind !== 'refused') throw new Error(`not assigned: ${outcome.kind}`);
  // Between our look and the commit the case moved on (withdrawn, supplement, assigned by the head).
  if (outcome.refusal.sort === 'conflict') return { kind: 'ignored', reason: outcome.refusal.rule };
  throw new Error(`routing was refused: ${outcome.refusal.rule}`);
}

interface WaitingWork {
  readonly id: string;
  readonly unitId: UnitId;
  readonly actor: 'officer' | 'head';
}

function waitingWork(state: Dossier, task: DossierTask): WaitingWork | undefined {
  if (state.status !== 'processing') return undefined;
  switch (task.kind) {
    case 'assign-step': {
      const step = state.work.steps.find(({ stepId }) => stepId === task.stepId);
      if (step?.status !== 'awaiting-assignment') return undefined;
      return { id: step.stepId, unitId: step.unitId, actor: step.actor };
    }
    case 'assign-consultation': {
      const asked = state.work.consultations.find(({ consultationId }) => consultationId === task.consultationId);
      if (asked === undefined || asked.officerId !== undefined || asked.answer !== undefined) return undefined;
      return { id: asked.consultationId, unitId: asked.unitId, actor: 'officer' };
    }
    default:
      return task satisfies never;
  }
}

function assign(
  task: DossierTask,
  { staffId, why }: { readonly staffId: StaffId; readonly why: string },
): DossierCommand {
  switch (task.kind) {
    case 'assign-step':
      return { type: 'AssignStep', stepId: task.stepId, staffId, why };
    case 'assign-consultation':
      return { type: 'AssignConsultation', consultationId: task.consultationId, staffId };
    default:
      return task satisfies never;
  }
}

function report(task: DossierTask, why: string): DossierCommand {
  switch (task.kind) {
    case 'assign-step':
      return { type: 'ReportNoAssignee', stepId: task.stepId, why };
    case 'assign-consultation':
      return { type: 'ReportNoConsultant', consultationId: task.consultationId, why };
    default:
      return task satisfies never;
  }
}
