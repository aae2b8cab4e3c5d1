/** Codes and telephone numbers that stand in a text, however they are written. Bounded work: mail is long, and not always well meant. */
import { parseDossierCode } from '../../../shared/domain/codes/dossier-code.ts';
import { parseTrackingCode } from '../../../shared/domain/codes/tracking-code.ts';
import { toE164 } from '../../../shared/shell/phone.ts';

/** Characters that are looked at. */
const LONGEST = 50_000;
const MOST = 10;
const MOST_LOOKED_AT = 2000;
const TRACKING = /(?<![\p{L}\p{N}])[0-9A-Za-z]{3}[ .\-–]?[0-9A-Za-z]{3}[ .\-–]?[0-9A-Za-z]{4}(?![\p{L}\p{N}])/gu;
const DOSSIER = /(?<![\p{L}\p{N}.])[0-9A-Za-z]{3}(?:\.[0-9A-Za-z]{1,6}){0,5} ?[-–] ?\d{6,8} ?[-–] ?\d{4,9}(?!\d)/gu;
const PHONE = /(?<![\d+])(?:\+?84|0)(?:[ .-]?\d){9,10}(?!\d)/gu;

/** As their readers take them: tracking codes and canonical dossier codes. */
export function codesIn(text: string): { readonly tracking: readonly string[]; readonly dossier: readonly string[] } {
  const tracking = matches(text, TRACKING)
    .filter(isNoProse)
    .flatMap((found) => {
      const read = parseTrackingCode(found);
      return read.kind === 'tracking-code' ? [read.code] : [];
    });
  const dossier = matches(text, DOSSIER).flatMap((found) => {
    const read = parseDossierCode(found);
    return read.kind === 'dossier-code' ? [read.canonical] : [];
  });
  return { tracking: first(tracking), dossier: first(dossier) };
}

/** Three plain words in a row look like a code in groups; one in 32 would pass the check. */
function isNoProse(found: string): boolean {
  return /\d/u.test(found) || !found.includes(' ');
}

/** E.164. */
export function phonesIn(text: string): readonly string[] {
  return first(matches(text, PHONE).flatMap((found) => toE164(found) ?? []));
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.slice(0, LONGEST).matchAll(pattern), ([found]) => found).slice(0, MOST_LOOKED_AT);
}

function first(values: readonly string[]): readonly string[] {
  return [...new Set(values)].slice(0, MOST);
}
