import { memoized } from '../../../shared/domain/catalogue/lookup.ts';

/** Everybody who ever held a post: an address outlives the post of whom it was made for, and says so. */
export const staffIdsEver = memoized((catalogue): readonly string[] => [
  ...new Set(catalogue.staff.map(({ id }) => id)),
]);

export const unitIdsEver = memoized((catalogue): readonly string[] => [
  ...new Set(catalogue.units.map(({ id }) => id)),
]);
