/**
 * A message that fills several fields at once ("Họ tên: … ĐC: … SĐT: … Nội dung: …"), on one line or on several, with marks or without. Used
 * when the message comes and again when the report is made of it: no word is stored in between. What stands under no label is never dropped.
 */
import { fieldOfLabel, LABEL, type LabelledField } from './field-labels.ts';
import { plainText } from './plain-letters.ts';

export interface LabelledText {
  readonly fields: Readonly<Partial<Record<LabelledField, string>>>;
  /** What stands under no label. */
  readonly rest: string;
}

interface Span {
  readonly field: LabelledField;
  readonly start: number;
  readonly end: number;
}

const LONGEST_NAME = 60;

export function labelledFields(text: string): LabelledText {
  const { characters, plain } = plainText(text.replace(/\r\n?/gu, '\n'));
  const part = (start: number, end: number): string => characters.slice(start, end).join('');
  const labels = labelsIn(plain, part);
  const fields: Partial<Record<LabelledField, string>> = {};
  const rest = [part(0, labels[0]?.start ?? characters.length)];
  for (const [index, { field, end }] of labels.entries()) {
    const value = part(end, labels[index + 1]?.start ?? characters.length);
    const cut = valueEnd(field, value);
    const said = tidy(value.slice(0, cut));
    if (said !== '') fields[field] = field === 'content' ? lines([fields.content, said]) : said;
    rest.push(value.slice(cut));
  }
  return { fields, rest: lines(rest.map(tidy)) };
}

/** What a message without labels, or with some, says of the matter itself. */
export function contentOf({ fields, rest }: LabelledText): string {
  return lines([rest, fields.content]);
}

/** Only labels whose values can be what they promise: a sentence may hold "điện thoại:" and mean none. */
function labelsIn(plain: string, part: (start: number, end: number) => string): readonly Span[] {
  const found = Array.from(plain.matchAll(LABEL), (match): Span | undefined => {
    const field = fieldOfLabel(match.groups?.['within'] ?? match.groups?.['alone'] ?? '');
    return field && { field, start: match.index, end: match.index + match[0].length };
  }).filter((span) => span !== undefined);
  return found.filter(({ field, end }, index) => {
    const value = part(end, found[index + 1]?.start ?? plain.length);
    return isBelievable(field, value.slice(0, valueEnd(field, value)));
  });
}

function isBelievable(field: LabelledField, value: string): boolean {
  switch (field) {
    case 'phone':
      return value.replace(/\D/gu, '').length >= 6;
    case 'email':
      return value.includes('@');
    case 'name': {
      const name = tidy(value);
      return /\p{L}/u.test(name) && name.length <= LONGEST_NAME && !/\d{3}/u.test(name);
    }
    case 'content':
    case 'place':
    case 'address':
    case 'summary':
      return true;
    default:
      return field satisfies never;
  }
}

const PHONE_VALUE = /^\s*\+?[\d\s.()-]*/u;
const EMAIL_VALUE = /^\s*[^\s,;]+/u;

/** Where a value ends of itself: only the content goes over several lines, and a name has no comma. */
function valueEnd(field: LabelledField, value: string): number {
  switch (field) {
    case 'content':
      return value.length;
    case 'phone':
      return PHONE_VALUE.exec(firstLine(value))?.[0].length ?? 0;
    case 'email':
      return EMAIL_VALUE.exec(value)?.[0].length ?? 0;
    case 'name': {
      const stop = firstLine(value).search(/[,;|]/u);
      return stop === -1 ? firstLine(value).length : stop;
    }
    case 'address':
    case 'place':
    case 'summary':
      return firstLine(value).length;
    default:
      return field satisfies never;
  }
}

function firstLine(value: string): string {
  const lead = /^\s*/u.exec(value)?.[0].length ?? 0;
  const end = value.indexOf('\n', lead);
  return end === -1 ? value : value.slice(0, end);
}

/** Without what only separates it from its neighbours. */
function tidy(value: string): string {
  // The look behind keeps a long run in the middle from being tried again at each of its letters.
  return value.replace(/^[\s,;|*•–-]+|(?<![\s,;|*•–-])[\s,;|*•–-]+$/gu, '');
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
