/** For the one who comes too late: the commit after which the act was no longer theirs, in words, with the official's name and the time. */
import { staffOn } from '../../shared/domain/catalogue/people.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import { evolveDossier } from '../../shared/domain/dossier/evolve.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { localDateOf } from '../../shared/domain/time.ts';
import type { CommittedEvents } from '../../shared/ports/entity-store.ts';
import { longDateTime } from '../../shared/shell/format.ts';

const words: Readonly<Partial<Record<DossierEvent['type'], string>>> = {
  ActUndone: 'Việc đã được hoàn tác',
  DossierReceived: 'Hồ sơ đã được tiếp nhận',
  DossierRefused: 'Hồ sơ đã bị từ chối tiếp nhận',
  StepAssigned: 'Việc đã được giao cho người xử lý',
  StepAcknowledged: 'Việc đã được nhận',
  StepHandedOver: 'Việc đã được chuyển cho người khác',
  StepForwarded: 'Việc đã được chuyển sang đơn vị khác',
  StepCompleted: 'Bước này đã được hoàn thành',
  ConsultationRequested: 'Ý kiến của đơn vị khác đã được hỏi',
  ConsultationAnswered: 'Ý kiến đã được trả lời',
  ConsultationAssigned: 'Việc trả lời ý kiến đã được giao cho người xử lý',
  ApologyPrepared: 'Phiếu xin lỗi đã được soạn, chờ lãnh đạo xác nhận',
  DeadlineExtended: 'Hồ sơ đã được hẹn lại một lần',
  DossierDecided: 'Hồ sơ đã có quyết định',
  SupplementRequested: 'Hồ sơ đã được yêu cầu bổ sung',
  DossierPaused: 'Hồ sơ đã tạm dừng tính thời hạn',
  DossierResumed: 'Hồ sơ đã được tiếp tục giải quyết',
  DossierWithdrawn: 'Hồ sơ đã được rút',
  DossierStopped: 'Hồ sơ đã dừng giải quyết',
};
const IN_GENERAL = 'Hồ sơ đã chuyển sang bước khác';

export interface Ending {
  readonly what: string;
  readonly by?: string;
  readonly at?: string;
}

/** @param wasPossible asked of every state of the case; the last commit that made it impossible is the answer, undefined when none did. */
export function whatEndedIt(
  history: readonly CommittedEvents<DossierEvent>[],
  wasPossible: (state: Dossier) => boolean,
  catalogue: Catalogue,
): Ending | undefined {
  const ending = endingOf(history, wasPossible);
  if (ending === undefined) return undefined;
  const what = ending.events.map(({ type }) => words[type]).find((text) => text !== undefined) ?? IN_GENERAL;
  const by = nameOf(ending, catalogue);
  return { what, at: longDateTime(ending.at), ...(by !== undefined && { by }) };
}

export const MOVED_ON: Ending = { what: IN_GENERAL };

function endingOf(
  history: readonly CommittedEvents<DossierEvent>[],
  wasPossible: (state: Dossier) => boolean,
): CommittedEvents<DossierEvent> | undefined {
  let state: Dossier | undefined;
  let before = false;
  let ending: CommittedEvents<DossierEvent> | undefined;
  for (const commit of history) {
    state = commit.events.reduce<Dossier | undefined>(evolveDossier, state);
    const after = state !== undefined && wasPossible(state);
    if (before && !after) ending = commit;
    before = after;
  }
  return ending;
}

function nameOf({ actor, at }: CommittedEvents<DossierEvent>, catalogue: Catalogue): string | undefined {
  const [kind, staffId = ''] = actor.split(':');
  return kind === 'staff' ? (staffOn(catalogue, staffId, localDateOf(at))?.name ?? staffId) : undefined;
}
