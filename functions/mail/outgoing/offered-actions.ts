/** The acts that a notice offers its recipient: what is theirs now, about what the notice is about. */
import type { StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { staffOf } from '../../../shared/domain/catalogue/people.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import { holdersOf } from '../../../shared/domain/dossier/concerned.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { workOf } from '../../../shared/domain/dossier/work-of.ts';
import { availableActs, isSameAct, type Act } from '../../../shared/domain/reply/available-acts.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';

type EventOf<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>;

export interface Offer {
  readonly dossier: Dossier;
  readonly event: DossierEvent;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export function offeredTo(staffId: string, { dossier, event, catalogue, now }: Offer): readonly Act[] {
  const actor = staffActorOn(catalogue, { staffId, via: 'link' }, now);
  if (actor === undefined) return [];
  return availableActs(dossier, { now, actor, catalogue }).filter(
    (act) =>
      isAbout(act, event) &&
      (isWhole(act) ? hasPart(actor, dossier) : isTheirOwn(act, dossier, staffId) || isForHeads(act, event)),
  );
}

/** What the people behind a shared mailbox may do between them: whoever of them answers, from their own mailbox, is asked again. */
export function offeredToUnit(unitId: string, offer: Offer): readonly Act[] {
  const people = staffOf(offer.catalogue, unitId, localDateOf(offer.now));
  return people
    .flatMap(({ id }) => offeredTo(id, offer))
    .reduce<readonly Act[]>((all, act) => (all.some((one) => isSameAct(one, act)) ? all : [...all, act]), []);
}

/** A notice about one step or consultation offers nothing about another. */
function isAbout(act: Act, event: DossierEvent): boolean {
  const clockId = event.type === 'TimerRang' ? event.clockId : undefined;
  const stepId = 'stepId' in event ? event.stepId : idIn(clockId, 'step');
  const consultationId = 'consultationId' in event ? event.consultationId : idIn(clockId, 'consultation');
  if (event.type === 'OfficerUnreachable') return isAmong(act, event);
  if (event.type === 'ConsultationAnswered') return act.consultationId === undefined;
  if (consultationId !== undefined) return act.consultationId === consultationId;
  if (stepId !== undefined) return act.stepId === undefined || act.stepId === stepId;
  return true;
}

function isWhole({ stepId, consultationId }: Act): boolean {
  return stepId === undefined && consultationId === undefined;
}

/** Officers may act on the whole case for as long as work in it is theirs: a mail about work that went elsewhere hands nothing back. */
function hasPart({ staffId, roles }: StaffActor, dossier: Dossier): boolean {
  const work = workOf(dossier);
  return roles.some((role) => role !== 'officer') || (work !== undefined && holdersOf(work).includes(staffId));
}

/** The head may do an officer's work too, but is offered it only where nobody else has it. */
function isForHeads({ action }: Act, event: DossierEvent): boolean {
  return action === 'hand-over' || event.type === 'ConsultationUnassignable';
}

function isTheirOwn(act: Act, dossier: Dossier, staffId: string): boolean {
  if (dossier.status !== 'processing') return false;
  const { steps, consultations } = dossier.work;
  return (
    steps.some(({ stepId, officerId }) => stepId === act.stepId && officerId === staffId) ||
    consultations.some((one) => one.consultationId === act.consultationId && one.officerId === staffId)
  );
}

function isAmong({ stepId, consultationId }: Act, waiting: EventOf<'OfficerUnreachable'>): boolean {
  return (
    (stepId !== undefined && waiting.stepIds.includes(stepId)) ||
    (consultationId !== undefined && waiting.consultationIds.includes(consultationId))
  );
}

function idIn(clockId: string | undefined, kind: string): string | undefined {
  const [clockKind, id] = clockId?.split(':') ?? [];
  return clockKind === kind ? id : undefined;
}
