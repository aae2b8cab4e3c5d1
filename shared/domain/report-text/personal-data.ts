/**
 * What in a text may point to a person (dữ liệu cá nhân), as it stands there: a gate before publication, so it finds rather too much. A supervisor may
 * say of each find that it is nobody's; of what is not found nobody is asked.
 *
 * Not personal: names of streets, wards and khu phố, and the numbers of laws. A street may bear a person's name: with the word for it (đường Nguyễn
 * Trãi) it is a street, without it is taken for a person.
 */
import type { ReportPeople } from '../report/people.ts';
import { composed } from './report-words.ts';
import { addressesIn } from './personal-addresses.ts';
import { contactsIn } from './personal-contacts.ts';
import { namesIn } from './personal-names.ts';
import { numbersIn } from './personal-numbers.ts';
import { ownDataIn } from './personal-own.ts';
import type { Span } from './personal-span.ts';

/** Each once, in the order of the text. @param people the reporter, whose own data is looked for as well. */
export function personalDataIn(text: string, people?: ReportPeople): readonly string[] {
  // Full-width letters and digits are the same to a reader.
  const source = composed(text).normalize('NFKC');
  const spans = [
    ...numbersIn(source),
    ...contactsIn(source),
    ...addressesIn(source),
    ...namesIn(source),
    ...(people === undefined ? [] : ownDataIn(source, people)),
  ];
  return [...new Set(joined(spans).map(({ start, end }) => source.slice(start, end).trim()))];
}

/** What overlaps is one find. */
function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start)) {
    const last = whole.at(-1);
    if (last !== undefined && span.start < last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else whole.push(span);
  }
  return whole;
}
