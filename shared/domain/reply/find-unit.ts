/** The unit that an officer means: by its id, its agency code, its mailbox, or its name as people write it. */
import type { Unit } from '../catalogue/catalogue.ts';
import { fold } from '../text/vietnamese.ts';
import { foundAmong, hasAll, tokensOf, type Found } from './tokens.ts';

/** Short forms in everyday use, folded. */
const SHORT: Readonly<Record<string, string>> = {
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  hcm: 'ho chi minh',
  tphcm: 'thanh pho ho chi minh',
  tp: 'thanh pho',
  vp: 'van phong',
  ca: 'cong an',
  bhxh: 'bao hiem xa hoi',
  vpdkdd: 'van phong dang ky dat dai',
  dkkd: 'dang ky kinh doanh',
  tnmt: 'tai nguyen va moi truong',
  nnmt: 'nong nghiep va moi truong',
};
const INITIALS = /^[a-z]{2,8}$/u;

export interface FoundUnit {
  readonly found: Found<Unit>;
  /** What stands after a comma behind the name. */
  readonly rest: string;
}

/** A name may hold commas, so the whole is tried first and then what stands before each comma, from the right. */
export function findUnit(text: string, units: readonly Unit[]): FoundUnit {
  const parts = text.split(',');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = byName(parts.slice(0, length).join(','), units);
    if (found.kind !== 'none') return { found, rest: parts.slice(length).join(',').trim() };
  }
  return { found: { kind: 'none' }, rest: '' };
}

function byName(text: string, units: readonly Unit[]): Found<Unit> {
  const written = fold(text);
  if (written === '') return { kind: 'none' };
  const named = units.filter(({ id, agencyCode, mailbox }) => [id, agencyCode, mailbox].map(fold).includes(written));
  if (named.length > 0) return foundAmong(named);
  const wanted = spelledOut(written);
  const tokens = units.map((unit) => ({ unit, tokens: tokensOf(unit.name) }));
  const exact = tokens.filter((one) => one.tokens.join(' ') === wanted.join(' '));
  if (exact.length > 0) return foundAmong(exact.map(({ unit }) => unit));
  const holding = tokens.filter((one) => hasAll(one.tokens, wanted));
  const begins = holding.filter((one) => one.tokens[0] === wanted[0]);
  if (holding.length > 0) return foundAmong((begins.length > 0 ? begins : holding).map(({ unit }) => unit));
  return INITIALS.test(written)
    ? foundAmong(units.filter(({ name }) => initialsOf(name) === written))
    : { kind: 'none' };
}

function spelledOut(written: string): readonly string[] {
  return tokensOf(written).flatMap((token) => (SHORT[token] ?? token).split(' '));
}

/** STP for Sở Tư pháp, SNNMT for Sở Nông nghiệp và Môi trường. */
function initialsOf(name: string): string {
  return tokensOf(name)
    .filter((token) => token !== 'va')
    .map((token) => token[0])
    .join('');
}
