/** E-mail addresses, names on social networks, and links that lead to a person or carry a secret. */
import { spansOf, type Span } from './personal-span.ts';

/** Lengths have bounds (RFC 5321, RFC 1035), so that a long run of letters is not read to its end from each of them; of longer ones the end is found. */
const EMAILS: readonly RegExp[] = [
  /[^\s@<>"(),;:[\]]{1,64} ?(?:@|\(at\)|\[at\]|\(a còng\)) ?[\p{L}\p{N}-]+(?: ?(?:\.|\(dot\)|\[dot\]) ?[\p{L}\p{N}-]+)+/giu,
  /[\p{L}\p{N}._%+-]{1,64} (?:a còng|acong|a cong|at) [\p{L}\p{N}-]+(?: ?\.(?:com|net|org|vn|info|edu)| (?:chấm|cham|dot) ?\p{L}{2,})/giu,
  // Cut short, or of a domain that is left out.
  /[\p{L}\p{N}._%+-]{3,64}@(?:[\p{L}\p{N}]+)?/gu,
];
const HANDLE = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{3,}/gu;
const PROFILE =
  /(?<!\p{L})(?:facebook|fb|zalo|tiktok|viber|telegram|skype|messenger|instagram)(?: của tôi| cua toi| tên| ten| là| la|:)+ ?[\p{L}\p{N}._]+/giu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"']+|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]{1,63}\.){1,20}[a-z]{2,63}\/[^\s<>"']+/giu;
/** A page of an authority, and nothing in its address but words. Each part can be read in one way only: two would double at every slash. */
const PUBLIC_PAGE =
  /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*gov\.vn(?:\/(?:[\p{L}._-]{0,40}|(?=[\p{L}._-]*\d)[\p{L}\d._-]{0,15})(?![\p{L}\d._-]))*[.,;:)]*$/iu;

export function contactsIn(text: string): readonly Span[] {
  return [
    ...EMAILS.flatMap((pattern) => spansOf(text, pattern)),
    ...spansOf(text, HANDLE),
    ...spansOf(text, PROFILE),
    ...spansOf(text, LINK).filter(({ start, end }) => !PUBLIC_PAGE.test(text.slice(start, end))),
  ];
}
