import type { Handover } from '../../shared/domain/post/handover-state.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import type { LookUpPorts } from '../dossiers/dossier-ports.ts';

/** The pages show what the dossier's own use cases answer; they add only the hand-over records to print. */
export interface SitePorts extends LookUpPorts {
  readonly handovers: EntityStore<Handover, HandoverEvent>;
}
