/** What the reporter said later, put with the people of the report. */
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import type { Refusal } from '../../../shared/domain/decision.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { KeptRecord } from '../../../shared/ports/entity-store.ts';
import type { SigningKeys } from '../../../shared/ports/outside.ts';
import { phoneHash } from '../../../shared/shell/phone-hash.ts';

/** A row of the table holds 400 KB; what does not fit is told before it is a fault. Bytes. */
const ROOM = 300 * 1024;

export type KeptWords =
  | { readonly kind: 'kept'; readonly keep: readonly KeptRecord[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The people whole, as the commit writes them: right only for the version of the report that was read. */
export function keptWords(
  people: ReportPeople,
  said: { readonly text: string | undefined; readonly fileNames: ReportPeople['fileNames']; readonly at: Instant },
  report: { readonly keys: SigningKeys; readonly filedAt: Instant },
): KeptWords {
  const { text, fileNames, at } = said;
  const value: ReportPeople = {
    ...people,
    later: text === undefined ? people.later : [...people.later, { at, text }],
    fileNames: { ...people.fileNames, ...fileNames },
  };
  if (Buffer.byteLength(JSON.stringify(value)) > ROOM)
    return { kind: 'refused', refusal: { rule: 'case-full', sort: 'rule' } };
  const phone = { hash: phoneHash(report.keys, people.phone), filedAt: report.filedAt };
  return { kind: 'kept', keep: [{ record: 'PERSON', value, phone }] };
}
