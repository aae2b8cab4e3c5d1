/** What every implementation of the published catalogue does; run against the memory one and the DynamoDB one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../infra/publish/checked-province.ts';
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';
import type { CataloguePublication, CatalogueSource } from '../../shared/ports/catalogue-source.ts';

export interface CatalogueUnderTest {
  readonly source: CatalogueSource;
  readonly publication: CataloguePublication;
  /** Another reader that starts with an empty memory, as a new function instance does. */
  readonly anotherSource: () => CatalogueSource;
  /** Lets more than a minute pass for the sources. */
  readonly aMinuteLater: () => void;
}

export function catalogueContract(name: string, start: () => Promise<CatalogueUnderTest>): void {
  describe(`the published catalogue, ${name}`, () => {
    const at = '2026-11-23T02:00:00.000Z';
    const shipped = shippedCatalogue('v1');
    const named = (version: string): Catalogue => ({
      ...shipped,
      version,
      limits: { ...shipped.limits, source: version },
    });
    let tested: CatalogueUnderTest;

    beforeEach(async () => {
      tested = await start();
    });

    it('is refused, not empty, before anything is published', async () => {
      expect(await tested.publication.current()).toBeUndefined();
      await expect(tested.source.load()).rejects.toThrow(/No catalogue has been published/u);
    });

    it('comes back as it was published', async () => {
      expect(await tested.publication.publish({ catalogue: shipped, replaces: undefined, at })).toEqual({
        kind: 'published',
      });
      expect(await tested.source.load()).toEqual(shipped);
      expect(await tested.publication.current()).toEqual(shipped);
    });

    it('is the same object until something new is published, so that what was computed from it is kept', async () => {
      await tested.publication.publish({ catalogue: shipped, replaces: undefined, at });
      const first = await tested.source.load();
      tested.aMinuteLater();
      expect(await tested.source.load()).toBe(first);
    });

    it('is the new one for a reader at the latest a minute after publication', async () => {
      await tested.publication.publish({ catalogue: shipped, replaces: undefined, at });
      await tested.source.load();
      await tested.publication.publish({ catalogue: named('v2'), replaces: 'v1', at });
      tested.aMinuteLater();
      expect(await tested.source.load()).toEqual(named('v2'));
      expect(await tested.anotherSource().load()).toEqual(named('v2'));
    });

    it('is not replaced by somebody who has not seen it', async () => {
      await tested.publication.publish({ catalogue: named('v2'), replaces: undefined, at });
      for (const replaces of [undefined, 'v1']) {
        const result = await tested.publication.publish({ catalogue: named('v3'), replaces, at });
        expect(result).toEqual({ kind: 'overtaken', current: 'v2' });
      }
      expect((await tested.source.load()).version).toBe('v2');
    });

    it('is one of them whole when several publish at once', async () => {
      await tested.publication.publish({ catalogue: shipped, replaces: undefined, at });
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map(async (version) => ({
          version,
          result: await tested.publication.publish({ catalogue: named(version), replaces: 'v1', at }),
        })),
      );
      const winners = results.filter(({ result }) => result.kind === 'published');
      expect(winners).toHaveLength(1);
      const winner = winners[0]!.version;
      expect(await tested.anotherSource().load()).toEqual(named(winner));
      const losers = results.filter(({ result }) => result.kind === 'overtaken');
      expect(losers.map(({ result }) => result)).toEqual(Array(3).fill({ kind: 'overtaken', current: winner }));
    });

    it('goes back to an earlier content as another publication', async () => {
      await tested.publication.publish({ catalogue: shipped, replaces: undefined, at });
      await tested.publication.publish({ catalogue: named('v2'), replaces: 'v1', at });
      await tested.publication.publish({ catalogue: shipped, replaces: 'v2', at });
      expect(await tested.anotherSource().load()).toEqual(shipped);
    });
  });
}
