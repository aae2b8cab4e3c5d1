import type { AreaCode, Catalogue, Procedure, Unit } from '../catalogue/catalogue.ts';
import { unitsOfKind } from '../catalogue/lookup.ts';
import { oneStopOf } from '../catalogue/units.ts';
import { receptionAllowed } from '../routing/reception.ts';
import type { LocalDate } from '../time.ts';

/**
 * The one-stop section that checks an online filing which names none: that of the deciding unit, else another that may receive it,
 * the same one every time.
 */
export function onlineCounter(
  catalogue: Catalogue,
  filing: { readonly procedure: Procedure; readonly deciding: Unit; readonly area: AreaCode; readonly on: LocalDate },
): Unit | undefined {
  const { procedure, deciding, area, on } = filing;
  const own = oneStopOf(catalogue, deciding, on);
  const others = unitsOfKind(catalogue, { kind: 'one-stop', on }).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [...(own === undefined ? [] : [own]), ...others].find(
    (counter) => receptionAllowed(catalogue, { counter, procedure, area, on }).kind === 'allowed',
  );
}
