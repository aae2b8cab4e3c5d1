/**
 * Competence (thẩm quyền giải quyết): which unit decides a procedure for an area on a day, and why. The answer names the rule,
 * the version of the area and the unit that matched, and for each other candidate rule why it did not.
 *
 * A rule that names a procedure holds whatever level the procedure's description says: that is how competence is moved by a
 * decision. A rule that names none holds for the procedures of its own level and kind of unit. A rule for an area holds
 * inside it: a district's rule for its wards. The most specific that matches wins: procedure and area, procedure, area,
 * general; among rules for areas the narrower one; then the one that began later.
 */
import type {
  Area,
  AreaCode,
  Catalogue,
  CompetenceRule,
  LevelId,
  Procedure,
  ProcessStep,
  Unit,
  UnitId,
} from '../catalogue/catalogue.ts';
import {
  areaAndAround,
  areaVersion,
  byKey,
  isValidOn,
  levelOn,
  memoized,
  successorsOf,
  unitOn,
} from '../catalogue/lookup.ts';
import { unitServing } from '../catalogue/units.ts';
import type { LocalDate } from '../time.ts';

export interface RuleConsidered {
  readonly ruleId: string;
  readonly why:
    'matched' | 'not-valid-on-day' | 'other-area' | 'other-level' | 'level-ended' | 'no-unit' | 'less-specific';
}

export type Routing =
  | {
      readonly kind: 'competent';
      readonly unit: UnitId;
      readonly level: LevelId;
      readonly ruleId: string;
      readonly area: AreaCode;
      /** `validFrom` of the area's version that matched: with the code, its key. */
      readonly areaVersion: LocalDate;
      readonly considered: readonly RuleConsidered[];
    }
  | {
      readonly kind: 'no-competence';
      readonly reason: 'unknown-area' | 'no-rule' | 'no-unit';
      readonly considered: readonly RuleConsidered[];
    }
  /** The area was split: a person must choose among the successors. */
  | { readonly kind: 'ambiguous-area'; readonly successors: readonly Area[] };

/** What is to be decided: a procedure, or a category of reports under its matter code (`1022-<id>`). */
export type Matter = Pick<Procedure, 'code' | 'decidingLevel' | 'decidingUnitKind'>;

export interface RoutingQuestion {
  readonly procedure: Matter;
  readonly area: AreaCode;
  /** Which meaning of the area's code, for a dossier filed before a reform; absent: the meaning on the day. */
  readonly areaVersion?: LocalDate;
  readonly on: LocalDate;
  readonly catalogue: Catalogue;
}

const rulesByProcedure = memoized((catalogue) => byKey(catalogue.competence, (rule) => rule.procedure ?? ''));
const generalRulesByKind = memoized((catalogue) =>
  byKey(rulesByProcedure(catalogue).get('') ?? [], (rule) => rule.unitKind),
);

/** Routes by the rules in force on `on`: the day of reception, or of a recorded transfer of competence. */
export function route(question: RoutingQuestion): Routing {
  const { catalogue, on } = question;
  const named = areaVersion(catalogue, areaKey(question), on);
  const standing = named === undefined ? [] : successorsOf(catalogue, named, on);
  if (standing.length > 1) return { kind: 'ambiguous-area', successors: standing };
  const [area] = standing;
  if (area === undefined) return { kind: 'no-competence', reason: 'unknown-area', considered: [] };
  return routeIn(question, area);
}

export type StepUnit =
  | {
      readonly kind: 'resolved';
      readonly unit: UnitId;
      readonly level: LevelId;
      readonly why: 'deciding-unit' | 'same-authority' | 'serves-area';
    }
  | { readonly kind: 'no-unit'; readonly why: 'level-ended' | 'unknown-area' | 'no-unit' };

/**
 * The unit that does a step (bước) of the internal process: the deciding unit itself if it is of that level and kind, else one
 * of the same authority, else the one that serves the area at the step's level, whichever level that is.
 */
export function resolveStepUnit(
  step: Pick<ProcessStep, 'level' | 'unitKind'>,
  context: {
    readonly decidingUnit: Unit;
    readonly area: AreaCode;
    readonly areaVersion?: LocalDate;
    readonly on: LocalDate;
    readonly catalogue: Catalogue;
  },
): StepUnit {
  const { decidingUnit, on, catalogue } = context;
  const { level, unitKind: kind } = step;
  if (levelOn(catalogue, level, on) === undefined) return { kind: 'no-unit', why: 'level-ended' };
  if (decidingUnit.level === level && decidingUnit.kind === kind && isValidOn(decidingUnit, on)) {
    return { kind: 'resolved', unit: decidingUnit.id, level, why: 'deciding-unit' };
  }
  const authority = decidingUnit.parent === undefined ? undefined : unitOn(catalogue, decidingUnit.parent, on);
  if (authority?.level === level && authority.kind === kind) {
    return { kind: 'resolved', unit: authority.id, level, why: 'same-authority' };
  }
  const named = areaVersion(catalogue, areaKey(context), on);
  const [area, another] = named === undefined ? [] : successorsOf(catalogue, named, on);
  if (another !== undefined || area === undefined) return { kind: 'no-unit', why: 'unknown-area' };
  const unit = unitServing(catalogue, { kind, level, area, on });
  return unit === undefined
    ? { kind: 'no-unit', why: 'no-unit' }
    : { kind: 'resolved', unit: unit.id, level, why: 'serves-area' };
}

function areaKey(question: { readonly area: AreaCode; readonly areaVersion?: LocalDate }): {
  readonly code: AreaCode;
  readonly validFrom?: LocalDate;
} {
  return { code: question.area, ...(question.areaVersion !== undefined && { validFrom: question.areaVersion }) };
}

interface Candidate {
  readonly rule: CompetenceRule;
  readonly unit: Unit;
  readonly rank: number;
}

function routeIn(question: RoutingQuestion, area: Area): Routing {
  const { catalogue, procedure, on } = question;
  const around = areaAndAround(catalogue, area, on);
  const judged = candidatesFor(catalogue, procedure, around).map((rule) => ({
    rule,
    verdict: judge(rule, { ...question, around }),
  }));
  const matching = judged.flatMap(({ verdict }) => (typeof verdict === 'string' ? [] : [verdict]));
  const best = matching.reduce<Candidate | undefined>(
    (winner, next) => (winner && !isBefore(next, winner) ? winner : next),
    undefined,
  );
  const considered = judged.map(({ rule, verdict }): RuleConsidered => {
    if (typeof verdict === 'string') return { ruleId: rule.id, why: verdict };
    return { ruleId: rule.id, why: verdict === best ? 'matched' : 'less-specific' };
  });
  if (best === undefined) {
    const reason = considered.some(({ why }) => why === 'no-unit') ? 'no-unit' : 'no-rule';
    return { kind: 'no-competence', reason, considered };
  }
  const { rule, unit } = best;
  return {
    kind: 'competent',
    unit: unit.id,
    level: unit.level,
    ruleId: rule.id,
    area: area.code,
    areaVersion: area.validFrom,
    considered,
  };
}

/**
 * Rules about this procedure, and those about none for its kind of unit, general or for an area around. The others are about
 * other procedures, kinds or places; the recorded explanation does not repeat them for every dossier.
 */
function candidatesFor(catalogue: Catalogue, procedure: Matter, around: readonly Area[]): readonly CompetenceRule[] {
  const codes = new Set(around.map(({ code }) => code));
  const general = generalRulesByKind(catalogue).get(procedure.decidingUnitKind) ?? [];
  return [
    ...(rulesByProcedure(catalogue).get(procedure.code) ?? []),
    ...general.filter((rule) => rule.area === undefined || codes.has(rule.area)),
  ];
}

function judge(
  rule: CompetenceRule,
  question: RoutingQuestion & { readonly around: readonly Area[] },
): Candidate | Exclude<RuleConsidered['why'], 'matched' | 'less-specific'> {
  const { catalogue, procedure, around, on } = question;
  if (!isValidOn(rule, on)) return 'not-valid-on-day';
  if (rule.procedure === undefined && rule.level !== procedure.decidingLevel) return 'other-level';
  const depth = around.findIndex(({ code }) => code === rule.area);
  if (rule.area !== undefined && depth < 0) return 'other-area';
  if (levelOn(catalogue, rule.level, on) === undefined) return 'level-ended';
  const [area] = around;
  const unit =
    rule.unit === undefined
      ? unitServing(catalogue, { kind: rule.unitKind, level: rule.level, on, ...(area && { area }) })
      : unitOn(catalogue, rule.unit, on);
  if (unit === undefined) return 'no-unit';
  const rank = (rule.procedure === undefined ? 0 : 1000) + (rule.area === undefined ? 0 : 100 - depth);
  return { rule, unit, rank };
}

function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.rule.validFrom !== b.rule.validFrom) return a.rule.validFrom > b.rule.validFrom;
  return a.rule.id < b.rule.id;
}
