/**
 * The reporter's own data in a text about their report. Name: two parts that stand together, or one that stands alone with a capital or after a
 * form of address. Address: a part of it with a number. Streets and wards alone are not meant: the report itself is about them.
 */
import type { ReportPeople } from '../report/people.ts';
import { fold } from '../text/vietnamese.ts';
import { spansOf, type Span } from './personal-span.ts';

interface Token extends Span {
  readonly text: string;
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const FORMS_OF_ADDRESS = new Set(
  'ong ba anh chi co chu bac di cau mo thim em chau be thay mr mrs ms toi ten la'.split(' '),
);
/** Digits of a telephone number that give it away: its end, or any run so long. */
const LAST_DIGITS = 4;
const DIGITS_IN_A_ROW = 6;

export function ownDataIn(text: string, people: ReportPeople): readonly Span[] {
  const tokens = tokensOf(text);
  return [
    ...nameIn(text, tokens, people.name),
    ...addressIn(tokens, people.address),
    ...phoneIn(text, people.phone),
    ...(people.email === undefined ? [] : emailIn(tokens, people.email)),
  ];
}

function nameIn(text: string, tokens: readonly Token[], name: string): readonly Span[] {
  const parts = new Set(tokensOf(name).map(({ folded }) => folded));
  const isPart = (token: Token | undefined) => token !== undefined && parts.has(token.folded);
  const found = tokens.flatMap((token, at) => {
    if (!isPart(token)) return [];
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const together = [before, after].some((other) => isPart(other) && areNeighbours(text, token, other));
    const addressed = before !== undefined && FORMS_OF_ADDRESS.has(before.folded) && isGiven(name, token);
    const alone =
      isCapital(token) && ![before, after].some((other) => isCapital(other) && areNeighbours(text, token, other));
    return together || addressed || alone ? [{ start: token.start, end: token.end }] : [];
  });
  return found.reduce<readonly Span[]>((spans, span) => {
    const last = spans.at(-1);
    return last !== undefined && areNeighbours(text, last, span)
      ? [...spans.slice(0, -1), { start: last.start, end: span.end }]
      : [...spans, span];
  }, []);
}

/** The last part, by which people are called. */
function isGiven(name: string, token: Token): boolean {
  return tokensOf(name).at(-1)?.folded === token.folded;
}

function areNeighbours(text: string, one: Span, other: Span | undefined): boolean {
  if (other === undefined) return false;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return /^[ \t]+$/u.test(text.slice(first.end, second.start));
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** House number with the word after it, and any number with a slash or a letter. */
function addressIn(tokens: readonly Token[], address: string): readonly Span[] {
  const numbers = new Set((address.match(/\d+[\p{L}]?(?:[/-]\d+\p{L}?)+|\d+\p{L}(?!\p{L})/gu) ?? []).map(squeezed));
  const own = tokensOf(address);
  const pairs = new Set(
    own.flatMap((token, at) => {
      const [before, after] = [own[at - 1], own[at + 1]];
      if (!/\d/u.test(token.folded) || after === undefined) return [];
      return before !== undefined && OF_A_NEIGHBOURHOOD.has(before.folded) ? [] : [`${token.folded} ${after.folded}`];
    }),
  );
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    if (next !== undefined && pairs.has(`${token.folded} ${next.folded}`))
      return [{ start: token.start, end: next.end }];
    const run = [token, ...tokens.slice(at + 1, at + 4)];
    const length = run.findIndex((_, index) =>
      numbers.has(
        squeezed(
          run
            .slice(0, index + 1)
            .map(({ text }) => text)
            .join(''),
        ),
      ),
    );
    const last = run[length];
    return length < 0 || last === undefined ? [] : [{ start: token.start, end: last.end }];
  });
}

/** Khu phố 2, phường 5: many live there. */
const OF_A_NEIGHBOURHOOD = new Set('pho to ap khu kp phuong quan p q'.split(' '));

function squeezed(number: string): string {
  return fold(number).replace(/[^\p{L}\p{N}]/gu, '');
}

function phoneIn(text: string, phone: string): readonly Span[] {
  const own = phone.replace(/\D/gu, '').replace(/^84/u, '');
  const runs = Array.from({ length: Math.max(0, own.length - DIGITS_IN_A_ROW + 1) }, (_, at) =>
    own.slice(at, at + DIGITS_IN_A_ROW),
  );
  return spansOf(text, /\p{Nd}(?:[ .\-()]{0,2}\p{Nd}){3,}/gu).filter(({ start, end }) => {
    const found = text.slice(start, end).replace(/\D/gu, '');
    return (found.length >= LAST_DIGITS && own.endsWith(found)) || runs.some((run) => found.includes(run));
  });
}

/** The part before the at sign, where it can be told from a word. */
function emailIn(tokens: readonly Token[], email: string): readonly Span[] {
  const local = squeezed(email.split('@')[0] ?? '');
  if (local.length < 4) return [];
  return tokens.flatMap((token, at) => {
    const run = tokens.slice(at, at + 4);
    const length = run.findIndex(
      (_, index) =>
        squeezed(
          run
            .slice(0, index + 1)
            .map(({ text }) => text)
            .join(''),
        ) === local,
    );
    const last = run[length];
    return length < 0 || last === undefined ? [] : [{ start: token.start, end: last.end }];
  });
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
