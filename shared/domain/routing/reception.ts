/** Where a dossier may be received: independent of who decides it (tiếp nhận không đồng nghĩa với thẩm quyền giải quyết). */
import type { AreaCode, Catalogue, Procedure, ProcedureCode, ReceptionRule, Unit } from '../catalogue/catalogue.ts';
import { isValidOn } from '../catalogue/lookup.ts';
import { servesArea } from '../catalogue/units.ts';
import type { LocalDate } from '../time.ts';

export type Reception =
  | { readonly kind: 'allowed'; readonly rule: ReceptionRule }
  /**
   * `not-a-counter`: not a one-stop section. `unit-closed`: it does not exist on that day. `level`: no rule lets its level
   * receive procedures decided at this one. `other-area`: only its own area, and this is another.
   */
  | { readonly kind: 'refused'; readonly reason: 'not-a-counter' | 'unit-closed' | 'level' | 'other-area' };

/**
 * May this counter (quầy) receive this procedure for this area on this day? Decree 61/2018/NĐ-CP art. 14: by level and own
 * area; Decree 118/2025/NĐ-CP art. 14: anywhere in the province (phi địa giới hành chính), from 1 July 2025. Which it is, is data.
 */
export function receptionAllowed(
  catalogue: Catalogue,
  question: { readonly counter: Unit; readonly procedure: Procedure; readonly area: AreaCode; readonly on: LocalDate },
): Reception {
  const { counter, procedure, on } = question;
  if (counter.kind !== 'one-stop') return { kind: 'refused', reason: 'not-a-counter' };
  if (!isValidOn(counter, on)) return { kind: 'refused', reason: 'unit-closed' };
  const rules = catalogue.reception.filter(
    (rule) =>
      isValidOn(rule, on) &&
      rule.counterLevel === counter.level &&
      rule.decidingLevels.includes(procedure.decidingLevel),
  );
  if (rules.length === 0) return { kind: 'refused', reason: 'level' };
  const inOwnArea = servesArea(catalogue, counter, question);
  const rule = rules.find((one) => one.anyArea || inOwnArea);
  return rule === undefined ? { kind: 'refused', reason: 'other-area' } : { kind: 'allowed', rule };
}

/**
 * True when postal clerks may take the procedure in at this counter: it stands on the counter's list that the provincial
 * People's Committee approved (Decision 45/2016/QĐ-TTg art. 13), on that day.
 */
export function postalListed(counter: Unit, procedure: ProcedureCode, on: LocalDate): boolean {
  return counter.counter?.postalList.some((entry) => entry.procedure === procedure && isValidOn(entry, on)) ?? false;
}
