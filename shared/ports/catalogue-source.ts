/** The published catalogue: read by every function, written by the publish command only. */
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Instant } from '../domain/time.ts';

export interface CatalogueSource {
  /**
   * The catalogue that is current, at most a minute old; the same object as long as nothing new is published, so that indexes
   * made from it are kept. @throws Error when nothing has been published, or what is stored is damaged.
   */
  load(): Promise<Catalogue>;
}

export interface CataloguePublication {
  /** What is current now, read past every cache; undefined before the first publication. */
  current(): Promise<Catalogue | undefined>;
  /**
   * Makes `catalogue` current if `replaces` still is (undefined: if nothing is). Readers see the old one whole or the new one
   * whole. Earlier versions stay stored.
   */
  publish(publication: {
    readonly catalogue: Catalogue;
    readonly replaces: string | undefined;
    readonly at: Instant;
  }): Promise<PublishResult>;
}

export type PublishResult =
  | { readonly kind: 'published' }
  /** Somebody published in the meantime; `current` is theirs. */
  | { readonly kind: 'overtaken'; readonly current: string | undefined };
