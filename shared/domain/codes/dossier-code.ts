/**
 * The dossier code (mã số hồ sơ): agency, day of reception, running number of that day (Circular 01/2018/TT-VPCP art. 19).
 * Written strictly, in the order of Decision 20/2020/QĐ-TTg (`H29.18.01-261123-0001`: the province first); read leniently, because
 * old papers stay valid for look-up for ever: the right-to-left order of QCVN 102:2016 (`000.01.18.H09-200206-0001`), dates of
 * eight digits, longer numbers, codes of result papers.
 */
import { isRealDate, type LocalDate } from '../time.ts';

export interface DossierCode {
  readonly kind: 'dossier-code';
  /** How it was written; an old code keeps its province (H09) for ever. */
  readonly order: 'left-to-right' | 'right-to-left';
  /** Agency identifier from the highest level down, without unused levels: `H09.18.01`. */
  readonly agency: string;
  readonly date: LocalDate;
  readonly sequence: number;
  /** One text for one dossier, however its code is written: the key for look-up. */
  readonly canonical: string;
}

/** The code of a result paper (`000.00.00.G09-KQ002269`): names no dossier. */
export interface ResultCode {
  readonly kind: 'result-code';
  readonly agency: string;
  readonly number: string;
  readonly canonical: string;
}

const LEFT_TO_RIGHT = /^[A-Z]\d{2}(\.[A-Z0-9]+)*$/u;
const RIGHT_TO_LEFT = /^\d{3}(\.\d{2}){0,2}\.[A-Z]\d{2}$/u;
const NEW_AGENCY = /^[A-Y]\d{2}(\.[A-Z0-9]+)*$/u;
const AGENCY_LENGTH = 35;
const TEXT_LENGTH = 80;

/**
 * Writes a code. The number restarts each day for each receiving agency and is not used again after a refusal; it has four
 * digits, and five from the 10,000th dossier of a day. Wrong parts are a fault of the catalogue or the counter: RangeError.
 */
export function formatDossierCode(parts: {
  readonly agencyCode: string;
  readonly date: LocalDate;
  readonly sequence: number;
}): string {
  const { agencyCode, date, sequence } = parts;
  if (!NEW_AGENCY.test(agencyCode) || agencyCode.length > AGENCY_LENGTH)
    throw new RangeError(`Not an agency code: ${agencyCode}`);
  if (!isRealDate(date) || !date.startsWith('20')) throw new RangeError(`Not a day of this century: ${date}`);
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new RangeError(`Not a running number: ${String(sequence)}`);
  return `${agencyCode}-${date.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
}

/** Reads any of the known forms; letter case, spaces and typographic dashes do not matter. */
export function parseDossierCode(text: string): DossierCode | ResultCode | { readonly kind: 'not-a-code' } {
  if (text.length > TEXT_LENGTH) return { kind: 'not-a-code' };
  const clean = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .toUpperCase();
  const [unit = '', middle = '', number, ...rest] = clean.split('-');
  const agency = readAgency(unit);
  if (agency === undefined || rest.length > 0) return { kind: 'not-a-code' };
  if (number === undefined) return readResult(agency.identifier, middle);
  const date = readDate(middle);
  if (date === undefined || !/^\d{4,9}$/u.test(number) || Number(number) === 0) return { kind: 'not-a-code' };
  const sequence = Number(number);
  const canonical = `${agency.identifier}-${date.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
  return { kind: 'dossier-code', order: agency.order, agency: agency.identifier, date, sequence, canonical };
}

/** True when both texts are codes of the same dossier (or result), whichever order each is written in. */
export function isSameDossierCode(one: string, other: string): boolean {
  const a = parseDossierCode(one);
  const b = parseDossierCode(other);
  return a.kind !== 'not-a-code' && b.kind !== 'not-a-code' && a.kind === b.kind && a.canonical === b.canonical;
}

function readAgency(text: string): { readonly identifier: string; readonly order: DossierCode['order'] } | undefined {
  if (text.length > AGENCY_LENGTH) return undefined;
  if (LEFT_TO_RIGHT.test(text)) return { identifier: withoutUnusedLevels(text.split('.')), order: 'left-to-right' };
  if (RIGHT_TO_LEFT.test(text))
    return { identifier: withoutUnusedLevels(text.split('.').reverse()), order: 'right-to-left' };
  return undefined;
}

/** `00` and `000` stand for a level that is not used, at the end only: in between they keep the place of the next. */
function withoutUnusedLevels(groups: readonly string[]): string {
  return groups.slice(0, groups.findLastIndex((group) => !/^0+$/u.test(group)) + 1).join('.');
}

function readResult(agency: string, text: string): ResultCode | { readonly kind: 'not-a-code' } {
  const number = /^KQ(\d{1,9})$/u.exec(text)?.[1];
  if (number === undefined) return { kind: 'not-a-code' };
  return { kind: 'result-code', agency, number, canonical: `${agency}-KQ${number}` };
}

function readDate(digits: string): LocalDate | undefined {
  const whole = /^\d{6}$/u.test(digits) ? `20${digits}` : digits;
  if (!/^20\d{6}$/u.test(whole)) return undefined;
  const date = `${whole.slice(0, 4)}-${whole.slice(4, 6)}-${whole.slice(6)}`;
  return isRealDate(date) ? date : undefined;
}
