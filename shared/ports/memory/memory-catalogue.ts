import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import type { CataloguePublication, CatalogueSource, PublishResult } from '../catalogue-source.ts';

/** Both sides of the published catalogue in memory. Stores copies: what the caller does to its object later is not published. */
export class MemoryCatalogue implements CatalogueSource, CataloguePublication {
  readonly #versions = new Map<string, Catalogue>();
  #current: string | undefined;

  constructor(published?: Catalogue) {
    if (published !== undefined) this.#store(published);
  }

  async load(): Promise<Catalogue> {
    const catalogue = await this.current();
    if (catalogue === undefined) throw new Error('No catalogue has been published.');
    return catalogue;
  }

  current(): Promise<Catalogue | undefined> {
    return Promise.resolve(this.#current === undefined ? undefined : this.#versions.get(this.#current));
  }

  publish({ catalogue, replaces }: Parameters<CataloguePublication['publish']>[0]): Promise<PublishResult> {
    if (replaces !== this.#current) return Promise.resolve({ kind: 'overtaken', current: this.#current });
    this.#store(catalogue);
    return Promise.resolve({ kind: 'published' });
  }

  #store(catalogue: Catalogue): void {
    this.#versions.set(catalogue.version, structuredClone(catalogue));
    this.#current = catalogue.version;
  }
}
