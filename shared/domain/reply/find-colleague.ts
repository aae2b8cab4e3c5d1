/** Whom a step can be given to today, and which of them an officer means. */
import type { StaffMember } from '../catalogue/catalogue.ts';
import { isAway, staffOf } from '../catalogue/people.ts';
import type { DossierContext } from '../dossier/context.ts';
import type { Step } from '../dossier/state.ts';
import { localDateOf } from '../time.ts';
import { fold, nfc } from '../text/vietnamese.ts';
import { foundAmong, hasAll, tokensOf, type Found } from './tokens.ts';

/** The colleagues of the step's unit who examine dossiers and are present; not whoever has the step and gives it away. */
export function colleaguesAt(
  step: Pick<Step, 'unitId' | 'officerId'>,
  context: DossierContext,
): readonly StaffMember[] {
  const { catalogue, actor, now } = context;
  const today = localDateOf(now);
  const giver = actor.kind === 'staff' && actor.staffId === step.officerId ? actor.staffId : undefined;
  return staffOf(catalogue, step.unitId, today).filter(
    (person) =>
      person.roles.some((role) => role === 'officer' || role === 'unit-head') &&
      !isAway(person, today) &&
      person.id !== giver,
  );
}

/** By id, mailbox, or name; people are called by the last word of their name, and marks tell apart who is the same without them. */
export function findColleague(text: string, people: readonly StaffMember[]): Found<StaffMember> {
  const written = fold(text);
  const named = people.filter(({ id, mailbox }) => fold(id) === written || fold(mailbox) === written);
  if (named.length > 0) return foundAmong(named);
  const words =
    nfc(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = withoutAround(words);
  const wanted = name.map(fold);
  if (wanted.length === 0) return { kind: 'none' };
  const holding = people.filter((person) => hasAll(tokensOf(person.name), wanted));
  const called = narrowed(holding, (person) => tokensOf(person.name).at(-1) === wanted.at(-1));
  const marked = narrowed(called, (person) => hasAll(nfc(person.name).toLowerCase().split(/\s+/u), name));
  const exact = narrowed(marked, (person) => tokensOf(person.name).join(' ') === wanted.join(' '));
  return foundAmong(exact);
}

function narrowed<Item>(items: readonly Item[], keep: (item: Item) => boolean): readonly Item[] {
  const kept = items.filter(keep);
  return kept.length > 0 ? kept : items;
}

const TITLES = new Set('anh chi ong ba co chu bac em ban dong dc d c cb can bo cv chuyen vien'.split(' '));
const AFTER = new Set('xu ly giai quyet phu trach thuc hien tiep tham tra giup nhe a'.split(' '));

/** Without the title before the name and the verb after it: "đồng chí Hạnh xử lý". A last word is always kept. */
function withoutAround(words: readonly string[]): readonly string[] {
  let [from, until] = [0, words.length];
  while (from < until - 1 && TITLES.has(fold(words[from] ?? ''))) from += 1;
  while (until > from + 1 && AFTER.has(fold(words[until - 1] ?? ''))) until -= 1;
  return words.slice(from, until);
}
