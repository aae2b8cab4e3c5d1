/** Where an intake is received: the counter that was named, if it may receive this; for an online filing that names none, the right one. */
import type { Catalogue, Procedure, Unit } from '../catalogue/catalogue.ts';
import { unitOn } from '../catalogue/lookup.ts';
import { refuse, type Refused } from '../decision.ts';
import type { Routing } from '../routing/competence.ts';
import { postalListed, receptionAllowed } from '../routing/reception.ts';
import type { LocalDate } from '../time.ts';
import type { FileDossier } from './commands.ts';
import { onlineCounter } from './online-counter.ts';

interface Filing {
  readonly procedure: Procedure;
  readonly routing: Extract<Routing, { readonly kind: 'competent' }>;
  readonly catalogue: Catalogue;
  readonly on: LocalDate;
}

export function counterFor(command: FileDossier, filing: Filing): Unit | Refused {
  const { procedure, routing, catalogue, on } = filing;
  if (command.counterId === undefined) {
    if (command.channel !== 'online') return refuse('counter-missing', { sort: 'invalid', pointer: '/counterId' });
    const deciding = unitOn(catalogue, routing.unit, on);
    const counter = deciding && onlineCounter(catalogue, { procedure, deciding, area: routing.area, on });
    return counter ?? refuse('no-counter', { pointer: '/area', article: '61/2018/NĐ-CP Điều 14' });
  }
  const counter = unitOn(catalogue, command.counterId, on) ?? lastVersion(catalogue.units, command.counterId);
  if (counter === undefined) return refuse('unknown-counter', { pointer: '/counterId' });
  const reception = receptionAllowed(catalogue, { counter, procedure, area: routing.area, on });
  if (reception.kind === 'refused') return receptionRefusal(reception.reason, counter);
  if (command.channel === 'post' && !postalListed(counter, procedure.code, on)) {
    return refuse('not-on-postal-list', {
      pointer: '/procedure',
      article: '45/2016/QĐ-TTg Điều 13',
      details: { counterId: counter.id, procedure: procedure.code },
    });
  }
  return counter;
}

function receptionRefusal(reason: 'not-a-counter' | 'unit-closed' | 'level' | 'other-area', counter: Unit): Refused {
  const rules = {
    'not-a-counter': 'not-a-counter',
    'unit-closed': 'counter-closed',
    level: 'counter-of-another-level',
    'other-area': 'counter-of-another-area',
  } as const;
  return refuse(rules[reason], {
    pointer: '/counterId',
    article: '61/2018/NĐ-CP Điều 14; 118/2025/NĐ-CP Điều 14',
    details: { counterId: counter.id, ...(counter.validTo !== undefined && { validTo: counter.validTo }) },
  });
}

function lastVersion(units: readonly Unit[], id: string): Unit | undefined {
  return units.findLast((unit) => unit.id === id);
}
