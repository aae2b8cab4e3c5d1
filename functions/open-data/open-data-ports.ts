import type { Listings } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { Clock } from '../../shared/ports/outside.ts';

/** No store of entities and no people: what is not in a list of published things cannot be shown from here. */
export interface OpenDataPorts {
  readonly listings: Listings;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
  readonly baseUrl: string;
}
