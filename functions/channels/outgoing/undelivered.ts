import { undeliveredList } from '../../../shared/domain/delivery/delivery-decider.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Listings, Page } from '../../../shared/ports/case-queries.ts';

/** A message that reached nobody; a person at the hotline may call. */
export interface Undelivered {
  /** Of whom it was for: one of the three. */
  readonly reportId?: string;
  readonly conversationId?: string;
  readonly callId?: string;
  readonly template: string;
  /** Why the last way failed: `no-address`, `left`, `window-closed`, `unavailable`, a provider's reason… */
  readonly why: string;
  readonly endedAt: Instant;
}

/** Newest first. @param month `YYYY-MM` in Viet Nam. */
export async function undelivered(
  listings: Listings,
  { month, limit, next }: { readonly month: string; readonly limit: number; readonly next?: string },
): Promise<Page<Undelivered>> {
  const page = await listings.page(undeliveredList(month), {
    limit,
    newestFirst: true,
    ...(next !== undefined && { next }),
  });
  return {
    items: page.items.map(({ attributes }) => attributes as unknown as Undelivered),
    ...(page.next !== undefined && { next: page.next }),
  };
}
