/**
 * Which line of a procedure's checklist an officer means by "bản sao CCCD" or "tờ khai chưa ký". A supplement can ask for nothing else
 * (61/2018/NĐ-CP art. 5), so what fits no line, or two, is asked about and not guessed.
 */
import type { DocumentLine } from '../catalogue/catalogue.ts';
import { fold } from '../text/vietnamese.ts';
import { tokensOf } from './tokens.ts';

export interface MatchedPapers {
  /** In the order of the checklist. */
  readonly matched: readonly { readonly lineId: string; readonly what: string }[];
  /** In the officer's words. */
  readonly unmatched: readonly string[];
}

/** Everyday names of papers as the words that checklists use, folded; one token each, so that they only fit as a whole. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:can cuoc cong dan|chung minh nhan dan|chung minh thu|the can cuoc|can cuoc|cccd|cmnd|cmt|giay to tuy than)\b/gu,
    'tuythan',
  ],
  [/\b(?:giay khai sinh|gks)\b/gu, 'giaykhaisinh'],
  [/\b(?:giay chung sinh|chung sinh|gcs)\b/gu, 'giaychungsinh'],
  [/\b(?:so ho khau|ho khau|shk|xac nhan cu tru|ct07|noi cu tru)\b/gu, 'cutru'],
  [/\b(?:giay chung nhan ket hon|giay ket hon|gcnkh)\b/gu, 'giaykethon'],
  [/\b(?:xac nhan tinh trang hon nhan|tinh trang hon nhan|xntthn|tthn)\b/gu, 'tinhtranghonnhan'],
  [/\b(?:so do|so hong|gcn qsdd|gcnqsdd|qsdd)\b/gu, 'quyen su dung dat'],
  [/\b(?:giay phep lai xe|bang lai xe|gplx)\b/gu, 'giayphepxe'],
  [/\b(?:giay kham suc khoe|gksk)\b/gu, 'kham suc khoe'],
  [/\b(?:giay uy quyen|van ban uy quyen|uy quyen)\b/gu, 'uyquyen'],
  [/\bto khai\b/gu, 'tokhai'],
];
const PAPER_NAMES: ReadonlySet<string> = new Set(NAMES.map(([, name]) => name));
/** Words that say what is wrong with a paper, or that most papers have. */
const WEAK = new Set(
  'ban sao chinh goc photo chup chung thuc cong giay to van cua nguoi theo mau va hoac khi neu co la can phai thieu chua khong bo sung ky ten dong dau nop them lai mot cai ro mo sai het han con hieu luc cho trong'.split(
    ' ',
  ),
);
/** Where the name of the paper ends and what is wrong with it begins: "tờ khai chưa ghi rõ họ tên cha". */
const WRONG = / (?:chua|thieu|khong|sai|bi|da|phai|can|ghi|het|mo|nham|con) .*$/u;
/** How much more a paper's own name says than another word. */
const NAME_WEIGHT = 2;
/** A line is meant when the others fit clearly less. */
const CLEARLY = 0.75;
/** Share of the words that must be on the line. */
const MOST_WORDS = 0.5;

export function matchPapers(items: readonly string[], lines: readonly DocumentLine[]): MatchedPapers {
  const checklist = lines.map((line) => ({ line, terms: new Set([...termsOf(line.name), ...termsOf(line.id)]) }));
  const found = items.flatMap((item) => matchItem(item, checklist));
  const matched = lines.flatMap(({ id }) => {
    const said = found.filter(({ lineId }) => lineId === id).map(({ what }) => what);
    return said.length === 0 ? [] : [{ lineId: id, what: [...new Set(said)].join('; ') }];
  });
  return { matched, unmatched: found.filter(({ lineId }) => lineId === undefined).map(({ what }) => what) };
}

interface Checked {
  readonly line: DocumentLine;
  readonly terms: ReadonlySet<string>;
}

interface MatchedItem {
  readonly lineId: string | undefined;
  readonly what: string;
}

/** "CCCD, tờ khai" is two papers if each part is one on its own. */
function matchItem(item: string, checklist: readonly Checked[]): readonly MatchedItem[] {
  const parts = item
    .split(/,|\s+và\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const each = parts.map((part) => ({ lineId: lineOf(part, checklist), what: part }));
  if (parts.length > 1 && each.every(({ lineId }) => lineId !== undefined)) return each;
  return [{ lineId: lineOf(item, checklist), what: item }];
}

function lineOf(item: string, checklist: readonly Checked[]): string | undefined {
  const named = checklist.find(({ line }) => fold(line.id) === fold(item) || fold(line.name) === fold(item));
  if (named !== undefined) return named.line.id;
  const terms = termsOf(`${tokensOf(item).join(' ')} `.replace(WRONG, ''));
  const single = terms.filter((term) => !term.includes(' '));
  const scores = checklist
    .filter((one) => single.filter((term) => one.terms.has(term)).length >= single.length * MOST_WORDS)
    .map((one) => ({ id: one.line.id, score: scoreOf(terms, one, checklist) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score);
  const [best, second] = scores;
  return best !== undefined && (second?.score ?? 0) <= best.score * CLEARLY ? best.id : undefined;
}

/** Rare words and pairs of words say more than those on many lines. */
function scoreOf(terms: readonly string[], { terms: has }: Checked, checklist: readonly Checked[]): number {
  return terms
    .filter((term) => has.has(term))
    .reduce((sum, term) => {
      const weight = PAPER_NAMES.has(term) ? NAME_WEIGHT : 1;
      return sum + weight / checklist.filter((one) => one.terms.has(term)).length;
    }, 0);
}

/** Words that tell papers apart, and pairs of neighbours among them. */
function termsOf(text: string): readonly string[] {
  const named = NAMES.reduce((folded, [pattern, name]) => folded.replace(pattern, name), tokensOf(text).join(' '));
  const words = named.split(' ').filter((word) => word !== '' && !WEAK.has(word));
  return [...new Set([...words, ...words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)])];
}
