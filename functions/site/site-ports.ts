import type { Handover } from '../../shared/domain/post/handover-state.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { LookUpPorts } from '../dossiers/dossier-ports.ts';

/** The pages show what the dossier's own use cases answer; they add the hand-over records to print, and send a report's code to its page. */
export interface SitePorts extends LookUpPorts {
  readonly handovers: EntityStore<Handover, HandoverEvent>;
  /** Asked only whether a code is a report's. */
  readonly reports: Pick<EntityStore<unknown, never>, 'load'>;
}
