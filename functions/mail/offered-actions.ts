/** The acts that a notice offers its recipient: what is theirs now, about what the notice is about. */
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { staffActorOn } from '../../shared/shell/session.ts';
import { actionUrl } from '../staff/action-link.ts';
import { availableActs, type Act } from '../../shared/domain/reply/available-acts.ts';
import type { NoticeFacts } from './notice-facts.ts';

export function offeredActions(offer: {
  readonly dossier: Dossier;
  readonly entityId: string;
  readonly event: DossierEvent;
  readonly staffId: string;
  readonly catalogue: Catalogue;
  readonly now: Instant;
  readonly keys: SigningKeys;
  readonly publicBaseUrl: string;
}): NoticeFacts['actions'] {
  const { dossier, entityId, staffId, catalogue, now, keys, publicBaseUrl } = offer;
  const actor = staffActorOn(catalogue, { staffId, via: 'link' }, now);
  if (actor === undefined) return [];
  return availableActs(dossier, { now, actor, catalogue })
    .filter((act) => isAbout(act, offer.event) && (isTheirOwn(act, dossier, staffId) || isForHeads(act, offer.event)))
    .map((act) => ({
      action: act.action,
      url: actionUrl(keys, publicBaseUrl, { ...act, entityId, staffId, now }),
    }));
}

/** A notice about one step or consultation offers nothing about another. */
function isAbout(act: Act, event: DossierEvent): boolean {
  const clockId = event.type === 'TimerRang' ? event.clockId : undefined;
  const stepId = 'stepId' in event ? event.stepId : idIn(clockId, 'step');
  const consultationId = 'consultationId' in event ? event.consultationId : idIn(clockId, 'consultation');
  if (event.type === 'ConsultationAnswered') return act.consultationId === undefined;
  if (consultationId !== undefined) return act.consultationId === consultationId;
  if (stepId !== undefined) return act.stepId === undefined || act.stepId === stepId;
  return true;
}

/** The head may do an officer's work too, but is offered it only where it was given to nobody else. */
function isForHeads({ action }: Act, event: DossierEvent): boolean {
  return action === 'extend' || action === 'hand-over' || event.type === 'ConsultationUnassignable';
}

function isTheirOwn(act: Act, dossier: Dossier, staffId: string): boolean {
  if (dossier.status !== 'processing') return false;
  const { steps, consultations } = dossier.work;
  return (
    steps.some(({ stepId, officerId }) => stepId === act.stepId && officerId === staffId) ||
    consultations.some((one) => one.consultationId === act.consultationId && one.officerId === staffId)
  );
}

function idIn(clockId: string | undefined, kind: string): string | undefined {
  const [clockKind, id] = clockId?.split(':') ?? [];
  return clockKind === kind ? id : undefined;
}
