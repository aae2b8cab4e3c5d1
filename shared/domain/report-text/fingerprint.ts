/**
 * Words of a report as a row of bits that tells how many of them two texts share, and hardly anything else (MinHash of A. Broder, 1997; one bit of
 * each minimum, after P. Li and A. König, 2010). A report's words lie with its reporter's name and address; this row may lie in the lists that are
 * searched for similar reports. One bit and not more: with eight, whether a given word stands in a text could be tried out from a word list.
 */
import { fold } from '../text/vietnamese.ts';
import { composed } from './report-words.ts';

/** The standard error of the share is 0.06. */
const BITS = 256;
const BITS_A_DIGIT = 4;
/** Words that every text has, folded: they say nothing of what it is about. */
const EVERYDAY = new Set(
  (
    'la va o co cua cho cac nhung thi ma tai voi de da dang bi duoc khong rat nay do toi em chung minh anh chi xin kinh nho mong de nghi ' +
    'phan anh kien nghi nhieu mot hai lam den tu vao ra len xuong nhu khi roi nua cung nen vi sao ai gi the nao hien nay hom nay hom qua ' +
    'the a an of in on at to is are was it and there for please we i my our this that near'
  ).split(' '),
);

/** Hexadecimal, always of the same length; empty when there is no word. */
export function fingerprintOf(text: string): string {
  const hashes = shinglesOf(text).map(hash);
  if (hashes.length === 0) return '';
  const bits = Array.from({ length: BITS }, (_, number) => {
    const smallest = hashes.reduce((least, one) => Math.min(least, mix(one, number)), 0xffffffff);
    return smallest & 1;
  });
  return Array.from({ length: BITS / BITS_A_DIGIT }, (_, digit) =>
    parseInt(bits.slice(digit * BITS_A_DIGIT, (digit + 1) * BITS_A_DIGIT).join(''), 2).toString(16),
  ).join('');
}

/** Share (0…1) of all words and pairs of words that both texts have. */
export function sharedWords(left: string, right: string): number {
  if (left === '' || left.length !== right.length) return 0;
  let different = 0;
  for (let at = 0; at < left.length; at++)
    different += BITS_SET[parseInt(left[at] ?? '', 16) ^ parseInt(right[at] ?? '', 16)] ?? 0;
  // Bits of texts that have nothing in common are the same half of the time.
  return Math.max(0, 1 - (2 * different) / (left.length * BITS_A_DIGIT));
}

const BITS_SET = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

/** Single words, and pairs of neighbours: the order of words counts for half. Long numbers are of a person more often than of a thing. */
function shinglesOf(text: string): readonly string[] {
  const words = (fold(composed(text)).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !EVERYDAY.has(word) && !/\d{5}/u.test(word),
  );
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
  return [...new Set([...words, ...pairs])];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Another order of all hashes for each number: the finaliser of MurmurHash3 over hash and number. */
function mix(value: number, number: number): number {
  let mixed = value ^ Math.imul(number + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
