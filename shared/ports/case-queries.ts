/** The questions that indexes answer. No scan stands behind any of them; pages are bounded. */
import type { StaffId, UnitId } from '../domain/catalogue/catalogue.ts';
import type { Parties } from '../domain/dossier/parties.ts';
import type { Punctuality } from '../domain/dossier/state.ts';
import type { Instant } from '../domain/time.ts';
import type { KeptRecord, ListingItem } from './entity-store.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

export interface OpenWork {
  readonly entityId: string;
  readonly clockId: string;
  readonly dueAt: Instant;
  readonly officerId?: StaffId;
}

export interface DueTimer {
  readonly entityId: string;
  readonly clockId: string;
  readonly at: Instant;
}

export interface DecidedCase {
  readonly entityId: string;
  readonly decidedAt: Instant;
  readonly punctuality: Punctuality;
}

export interface CounterPage {
  readonly limit: number;
  readonly next?: string;
  /** Only what was filed from the one instant to the other, both included. */
  readonly filed?: readonly [from: Instant, to: Instant];
}

export interface CaseQueries {
  entityByDossierCode(dossierCode: string): Promise<string | undefined>;
  /** Newest first. */
  casesAtCounter(counterId: UnitId, page: CounterPage): Promise<Page<string>>;
  /** Soonest due first. */
  openWork(unitId: UnitId, page: { readonly limit: number; readonly next?: string }): Promise<Page<OpenWork>>;
  /** Every clock that waits to ring, in one bucket, soonest first: for the recomputation after a late holiday. */
  runningTimers(bucket: number, page: { readonly limit: number; readonly next?: string }): Promise<Page<DueTimer>>;
  /** What a unit decided from one instant to the other, both included, oldest first. */
  decidedBy(
    unitId: UnitId,
    page: { readonly from: Instant; readonly to: Instant; readonly limit: number; readonly next?: string },
  ): Promise<Page<DecidedCase>>;
  casesByPhone(phoneHash: string, limit: number): Promise<readonly string[]>;
  /** Oldest first, in one bucket; at most `limit`. Buckets are 0 … TIMER_BUCKETS-1. */
  dueTimers(bucket: number, now: Instant, limit: number): Promise<readonly DueTimer[]>;
  /** Moves a timer that could not be rung, only if it still stands at `from`: it must not starve the others. */
  postponeTimer(timer: DueTimer, to: Instant): Promise<void>;
}

export interface PeopleStore {
  parties(entityId: string): Promise<Parties | undefined>;
  /** What a commit kept under this name; the caller knows its shape. */
  kept(entityId: string, record: KeptRecord['record']): Promise<unknown>;
}

/** The lists that commits keep (`ListingItem`). */
export interface Listings {
  page(
    list: string,
    page: {
      /** Keys from here on, and up to here; both included. */
      readonly from?: string;
      readonly to?: string;
      readonly limit: number;
      readonly next?: string;
      readonly newestFirst?: boolean;
    },
  ): Promise<Page<ListingItem>>;
}

/** How many partitions the due timers are spread over. */
export const TIMER_BUCKETS = 8;
