/** For the one who comes too late: the commit after which the act was no longer theirs, in words, with the official's name and the time. */
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import { evolveDossier } from '../../shared/domain/dossier/evolve.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { CommittedEvents } from '../../shared/ports/entity-store.ts';
import { longDateTime } from '../../shared/shell/format.ts';
import { availableActs, isSameAct, type Act } from '../../shared/domain/reply/available-acts.ts';

const words: Readonly<Partial<Record<DossierEvent['type'], string>>> = {
  StepAssigned: 'Việc đã được giao cho người xử lý',
  StepHandedOver: 'Việc đã được chuyển cho người khác',
  StepCompleted: 'Bước này đã được hoàn thành',
  ConsultationAnswered: 'Ý kiến đã được trả lời',
  ConsultationAssigned: 'Việc trả lời ý kiến đã được giao cho người xử lý',
  DeadlineExtended: 'Hồ sơ đã được hẹn lại một lần',
  DossierDecided: 'Hồ sơ đã có quyết định',
  SupplementRequested: 'Hồ sơ đã được yêu cầu bổ sung',
  DossierWithdrawn: 'Hồ sơ đã được rút',
  DossierStopped: 'Hồ sơ đã dừng giải quyết',
};
const IN_GENERAL = 'Hồ sơ đã chuyển sang bước khác';

export function whatEndedIt(
  history: readonly CommittedEvents<DossierEvent>[],
  act: Act,
  context: DossierContext,
): { readonly what: string; readonly by?: string; readonly at?: string } {
  const ending = endingOf(history, act, context);
  if (ending === undefined) return { what: IN_GENERAL };
  const what = ending.events.map(({ type }) => words[type]).find((text) => text !== undefined) ?? IN_GENERAL;
  const by = nameOf(ending, context);
  return { what, at: longDateTime(ending.at), ...(by !== undefined && { by }) };
}

function endingOf(
  history: readonly CommittedEvents<DossierEvent>[],
  act: Act,
  context: DossierContext,
): CommittedEvents<DossierEvent> | undefined {
  let state: Dossier | undefined;
  let wasTheirs = false;
  let ending: CommittedEvents<DossierEvent> | undefined;
  for (const commit of history) {
    state = commit.events.reduce<Dossier | undefined>(evolveDossier, state);
    const isTheirs = state !== undefined && availableActs(state, context).some((one) => isSameAct(one, act));
    if (wasTheirs && !isTheirs) ending = commit;
    wasTheirs = isTheirs;
  }
  return ending;
}

function nameOf({ actor, at }: CommittedEvents<DossierEvent>, { catalogue }: DossierContext): string | undefined {
  const [kind, staffId = ''] = actor.split(':');
  return kind === 'staff' ? (staffOn(catalogue, staffId, localDateOf(at))?.name ?? staffId) : undefined;
}
