/** How people label what they write, without marks: "Họ tên", "ĐC", "SĐT", "Nội dung", and the same in English. */
import type { DraftField } from './draft.ts';

export type LabelledField = DraftField | 'email';

/** The longest that fits counts. `alone`: too short or too common to be believed within a sentence. */
interface Label {
  readonly field: LabelledField;
  readonly words: readonly string[];
  readonly alone?: true;
}

const LABELS: readonly Label[] = [
  { field: 'name', words: ['ho va ten', 'ho ten', 'ten nguoi phan anh', 'nguoi phan anh', 'full name', 'my name'] },
  { field: 'name', words: ['ten', 'ten toi', 'name'], alone: true },
  { field: 'address', words: ['dia chi', 'dia chi nha', 'dia chi thuong tru', 'dc', 'home address', 'address'] },
  { field: 'address', words: ['noi o', 'thuong tru'], alone: true },
  {
    field: 'place',
    words: ['dia diem', 'vi tri', 'noi xay ra', 'dia diem phan anh', 'dia diem xay ra', 'location', 'place'],
  },
  { field: 'place', words: ['o dau', 'where'], alone: true },
  {
    field: 'phone',
    words: ['so dien thoai', 'dien thoai', 'sdt', 'so dt', 'phone number', 'phone', 'telephone', 'mobile', 'tel'],
  },
  { field: 'phone', words: ['dt', 'so'], alone: true },
  { field: 'email', words: ['email', 'e-mail', 'thu dien tu'] },
  { field: 'summary', words: ['tom tat', 'tieu de', 'summary', 'subject', 'title'] },
  {
    field: 'content',
    words: ['noi dung phan anh', 'noi dung', 'chi tiet', 'content', 'description', 'details'],
  },
  { field: 'content', words: ['nd', 'phan anh', 'kien nghi', 'report'], alone: true },
];

const FIELDS = new Map(LABELS.flatMap(({ field, words }) => words.map((word) => [word, field] as const)));

function alternatives(alone: boolean): string {
  const words = LABELS.filter((label) => (label.alone ?? false) === alone).flatMap((label) => label.words);
  return words.toSorted((one, other) => other.length - one.length).join('|');
}

/** A label and its colon. One that is too common for that must stand first in its line or after a stop. */
export const LABEL = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?<within>${alternatives(false)})|(?<=^|[\\n,;.|/*•–-][ \\t]*)(?<alone>${alternatives(true)}))[ \\t]*[:=：][ \\t]*`,
  'gu',
);

export function fieldOfLabel(words: string): LabelledField | undefined {
  return FIELDS.get(words);
}
