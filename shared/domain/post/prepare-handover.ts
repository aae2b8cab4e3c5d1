import type { Unit, UnitId } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { accept, refuse, type Decision, type Fault, type Refused } from '../decision.ts';
import { isBlank, isRefused, staffActor, type DossierContext } from '../dossier/context.ts';
import { startTransitClock } from '../dossier/start-clock.ts';
import { localDateOf } from '../time.ts';
import type { HandoverCommand } from './handover-commands.ts';
import type { HandoverEvent } from './handover-events.ts';

/** One page of a record, and one task for each item. */
const MOST_ITEMS = 200;

type Prepare = Extract<HandoverCommand, { type: 'PrepareHandover' }>;

/** Packed and sealed, with the list that travels beside it (45/2016/QĐ-TTg art. 6.5, 7.3). Whether each item may go in is its own rule. */
export function prepareHandover(command: Prepare, context: DossierContext): Decision<HandoverEvent> {
  const actor = staffActor(context);
  if (isRefused(actor)) return actor;
  const { handoverId, direction, fromUnitId, toUnitId, sealNumber, items } = command;
  if (direction === 'in' && !actor.roles.includes('postal-clerk')) {
    return refuse('clerk-must-prepare', { sort: 'forbidden', article: '45/2016/QĐ-TTg Điều 6' });
  }
  const from = counterOn(fromUnitId, '/fromUnitId', context);
  if (isRefused(from)) return from;
  const to = counterOn(toUnitId, '/toUnitId', context);
  if (isRefused(to)) return to;
  const faults = faultsOf(command);
  if (faults.length > 0) {
    return refuse('manifest-faulty', {
      faults,
      article: '45/2016/QĐ-TTg Điều 7.3',
      ...(faults[0] && { pointer: faults[0].pointer }),
    });
  }
  const { catalogue, now } = context;
  const transit = startTransitClock({ catalogue, unit: from, startedAt: now }, to.areas);
  if (isRefused(transit)) return transit;
  const core = {
    handoverId,
    direction,
    fromUnitId,
    toUnitId,
    sealNumber,
    items,
    preparedBy: actor.staffId,
    preparedAt: now,
  };
  return accept({ type: 'HandoverPrepared', core, transit });
}

function counterOn(unitId: UnitId, pointer: string, context: DossierContext): Unit | Refused {
  const unit = unitOn(context.catalogue, unitId, localDateOf(context.now));
  if (unit === undefined) return refuse('counter-closed', { pointer, details: { unitId } });
  return unit.kind === 'one-stop' ? unit : refuse('not-a-counter', { pointer, details: { unitId } });
}

function faultsOf({ items, sealNumber, direction }: Prepare): readonly Fault[] {
  const ids = items.map(({ entityId }) => entityId);
  return [
    ...(isBlank(sealNumber) ? [{ rule: 'seal-number-missing', pointer: '/sealNumber' }] : []),
    ...(items.length === 0 ? [{ rule: 'items-missing', pointer: '/items' }] : []),
    ...(items.length > MOST_ITEMS
      ? [{ rule: 'too-many-items', pointer: '/items', details: { most: MOST_ITEMS } }]
      : []),
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [{ rule: 'item-repeated', pointer: `/items/${index}/entityId` }] : [],
    ),
    ...items.flatMap((item, index) =>
      direction === 'in' && isBlank(item.sendSlip)
        ? [{ rule: 'send-slip-missing', pointer: `/items/${index}/sendSlip` }]
        : [],
    ),
  ];
}
