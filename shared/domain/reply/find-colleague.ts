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
  const words = nfc(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = withoutAround(words).map((word) => word.toLowerCase());
  const wanted = name.map(fold);
  if (wanted.length === 0) return { kind: 'none' };
  const holding = people.filter((person) => hasAll(tokensOf(person.name), wanted));
  const called = narrowed(holding, (person) => tokensOf(person.name).at(-1) === wanted.at(-1));
  const marked = narrowed(called, (person) => hasAll(nfc(person.name).toLowerCase().split(/\s+/u), name));
  const exact = narrowed(marked, (person) => tokensOf(person.name).join(' ') === wanted.join(' '));
  // "Nguyễn Thị" is nobody's name: whoever is called otherwise is only offered.
  const isCalled = exact.some((person) => wanted.includes(tokensOf(person.name).at(-1) ?? ''));
  return isCalled || exact.length === 0 ? foundAmong(exact) : { kind: 'several', items: exact };
}

function narrowed<Item>(items: readonly Item[], keep: (item: Item) => boolean): readonly Item[] {
  const kept = items.filter(keep);
  return kept.length > 0 ? kept : items;
}

const TITLES = 'dong chi;can bo;chuyen vien;d c;anh;chi;ong;ba;co;chu;bac;em;ban;dc;cb;cv'.split(';').map(tokensOf);
const AFTER = 'xu ly;giai quyet;phu trach;thuc hien;tham tra;tiep;giup;nhe;a'.split(';').map(tokensOf);

/** Without the title before the name and the verb after it: "đồng chí Hạnh xử lý". One word is always kept, and a capital: Nguyễn Văn A. */
function withoutAround(words: readonly string[]): readonly string[] {
  const title = TITLES.find((text) => words.length > text.length && startsWith(words, text));
  if (title !== undefined) return withoutAround(words.slice(title.length));
  const verb = AFTER.find((text) => words.length > text.length && startsWith(words.slice(-text.length), text));
  return verb === undefined || words.at(-1) === 'A' ? words : withoutAround(words.slice(0, -verb.length));
}

function startsWith(words: readonly string[], text: readonly string[]): boolean {
  return text.every((word, index) => fold(words[index] ?? '') === word);
}
