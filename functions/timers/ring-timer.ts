/** One due timer: what it means is decided by the case as it is now, in one commit with what follows from it. */
import type { SystemActor } from '../../shared/domain/actor.ts';
import { ignore } from '../../shared/domain/decision.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { DueTimer } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import type { Rung } from './sweep-timers.ts';

const TIMERS: SystemActor = { kind: 'system', name: 'timers' };

/** @throws on a fault of the store or of the case's data; the sweeper postpones the timer. */
export async function ringTimer(
  ports: { readonly cases: EntityStore<Dossier, DossierEvent>; readonly catalogue: CatalogueSource },
  timer: DueTimer,
  now: Instant,
): Promise<Rung> {
  const catalogue = await ports.catalogue.load();
  const outcome = await executeCommand({
    store: ports.cases,
    decider: dossierDecider,
    entityId: timer.entityId,
    actor: TIMERS,
    at: now,
    decide: (state) => {
      // The index is a hint: which level rings, and whether it is due at all, stands in the case.
      const due = state && dossierDecider.clocksOf(state).find(({ clockId }) => clockId === timer.clockId)?.timer;
      if (due === undefined || due.at > now) return ignore('not due');
      const command = { type: 'RingTimer', clockId: timer.clockId, level: due.level } as const;
      return decideDossier(command, state, { now, actor: TIMERS, catalogue });
    },
  });
  if (outcome.kind === 'done') return { kind: 'rung' };
  return { kind: outcome.kind === 'ignored' ? 'ignored' : 'failed' };
}
