/** The wards of the shipped province at which the benchmark's people file: each with its counter, its official and its area. */
import type { Catalogue } from '../../shared/domain/catalogue/catalogue.ts';

export interface Place {
  readonly counterId: string;
  readonly official: string;
  readonly area: string;
}

export function placesOf(catalogue: Catalogue): readonly Place[] {
  return catalogue.staff
    .filter(
      ({ roles, validFrom, validTo }) =>
        roles.includes('one-stop-official') && validFrom >= '2025-07-01' && validTo === undefined,
    )
    .flatMap(({ id, unit }) => {
      const counter = catalogue.units.find((candidate) => candidate.id === unit && candidate.level === 'commune');
      const [area] = counter?.areas ?? [];
      return area === undefined ? [] : [{ counterId: unit, official: id, area }];
    })
    .filter((place, index, all) => all.findIndex(({ counterId }) => counterId === place.counterId) === index);
}
