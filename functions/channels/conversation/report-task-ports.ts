import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { SystemActor } from '../../../shared/domain/actor.ts';
import type { Listings, PeopleStore } from '../../../shared/ports/case-queries.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Documents, Randomness, Secrets } from '../../../shared/ports/outside.ts';
import type { FileFetch } from '../../../shared/ports/providers.ts';
import type { Throttle, UploadStore } from '../../../shared/ports/short-lived.ts';
import type { ReceiptPorts } from '../outgoing/take-receipt.ts';

export interface ReportTaskPorts extends ReceiptPorts {
  readonly conversations: EntityStore<Conversation, ConversationEvent>;
  readonly reports: EntityStore<Report, ReportEvent>;
  readonly people: Pick<PeopleStore, 'kept'>;
  readonly listings: Listings;
  readonly uploads: UploadStore;
  readonly documents: Pick<Documents, 'putIncoming'>;
  readonly throttle: Throttle;
  readonly secrets: Secrets;
  readonly randomness: Randomness;
  readonly fetchFile: FileFetch;
}

/** `kind` stands in the log: no account, no word. */
export type TaskDone =
  | { readonly kind: 'done' }
  /** Late, repeated, or nothing to do. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** To be tried again. */
  | { readonly kind: 'busy' };

export const HOTLINE: SystemActor = { kind: 'system', name: 'hotline' };
