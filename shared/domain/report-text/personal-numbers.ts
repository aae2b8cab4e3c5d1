/** Telephone, identity, insurance and bank numbers, licence plates: any long number that is no date, no amount and no law. */
import { spansOf, type Span } from './personal-span.ts';

/** A number of eight digits or more, however it is grouped: `0912 345 678`, `+84.91.2345678`, `(0274) 3822-825`, `079 123 456 789`. */
const LONG = /\+?\(?\p{Nd}(?:[ \t.,\-–—_()/·]{0,3}\p{Nd}){7,}/gu;
/** After a word that announces one, a shorter number as well: a landline without its area code, the last digits of an account. */
const ANNOUNCED = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:sđt|sdt|đt|số máy|so may|điện thoại|dien thoai|di động|liên hệ|lien he|liên lạc|zalo|viber|hotline|tel|phone|call|' +
    'đuôi|số cuối|cccd|cmnd|cmt|căn cước|can cuoc|chứng minh|hộ chiếu|ho chieu|passport|mã số thuế|mst|bhyt|bhxh|stk|tài khoản|tai khoan|account)' +
    '(?:[ \\t:.=\\-–]|số|so|là|la|công dân|nhân dân|cá nhân|ngân hàng|của|tôi|em|qua|no|number|is|ending|in){0,8}[A-Z]{0,3}\\+?\\(?\\p{Nd}(?:[ .\\-()]{0,2}\\p{Nd}){3,}',
  'giu',
);
/** Hộ chiếu: a letter and seven digits; the new ones have eight. */
const PASSPORT = /(?<![\p{L}\p{N}])[A-Z]\d{7,8}(?![\p{L}\p{N}])/gu;
/** `61A-123.45`, `59-X1 234.56`, `29LD 12345`, `51F1234`; diplomatic and military ones. Small letters only in one piece: `10 h 2026` is a time. */
const PLATES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])\d{2}[ .\-–]{0,2}(?:[A-ZĐ]{1,2}|[A-ZĐ]\d)[ .\-–]{0,2}(?:\d{3}[. ]?\d{2}|\d{4})(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{2}[-.]?(?![hm]\d)(?:[a-zđ]\d?|ld|kt|da|mđ|aa|ab|ac)[-. ]?(?:\d{3}[. ]?\d{2}|\d{4})(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{2}[ -]?\d{3}[ -]?(?:NG|NN|QT|CV)[ -]?\d{2,3}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[A-Z]{2}[ -]\d{2}[ .-]\d{2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:biển số|bien so|biển kiểm soát|bien kiem soat|biển xe|bks|bsx|plate)(?:[ :.]|xe|là|la|số|so|number|no){0,6}[\p{L}\p{N}](?:[ .\-]?[\p{L}\p{N}]){0,3}[ .\-]{0,2}\d(?:[ .\-]{0,2}\d){2,}/giu,
];
/** Seven digits or more said in words, as one reads out a telephone number. */
const DIGIT =
  '(?:không|khong|hông|một|mot|mốt|hai|ba|bốn|bon|tư|năm|nam|lăm|sáu|sau|bảy|bay|bẩy|tám|tam|chín|chin|zero|one|two|three|four|five|six|seven|eight|nine|\\d{1,3})';
const SPOKEN = new RegExp(`(?<![\\p{L}\\p{N}])${DIGIT}(?:[ ,.\\-]{1,3}${DIGIT}){6,}(?![\\p{L}\\p{N}])`, 'giu');
/** Born on, born in. */
const BIRTH = /(?<!\p{L})(?:sinh (?:năm|ngày|nam|ngay)|born (?:in|on))[ :]*\d[\d/.\- ]*\d/giu;

/** Nobody's: dates, amounts of money, numbers of laws, spans of years, areas and volumes. */
const NOBODYS: readonly RegExp[] = [
  /(?<![\p{N}][.\-/]?)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d{2}(?![.\-/]?\p{N})/gu,
  /(?<![\p{N}][.\-/]?)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![.\-/]?\p{N})/gu,
  /(?<![\p{N}][.\-/ ]?)(?:19|20)\d{2} ?[-–/] ?(?:19|20)\d{2}(?![.\-/ ]?\p{N})/gu,
  /(?<![\p{N}][.\-/ ]?)\d{1,3}(?:[., ]\d{3})+ ?(?:đồng|đ|vnđ|vnd|dong|triệu|tỷ|usd|m2|m²|m3|kwh|lít|kg)(?!\p{L})/giu,
  /(?<![\p{N}][.\-/ ]?)\d{1,4}\/(?:(?:19|20)\d{2}\/)?\p{Lu}[\p{Lu}\d]*(?:-[\p{Lu}\d]+)*/gu,
  /(?<!\p{N})\d{1,2} ?(?:giờ|gio|h|g|:) ?\d{0,2}(?: ?(?:phút|phut|p))?(?!\p{N})/giu,
];

export function numbersIn(source: string): readonly Span[] {
  const text = lettersAsDigits(withoutNobodys(source));
  return [
    ...[LONG, ANNOUNCED, PASSPORT, SPOKEN].flatMap((pattern) => spansOf(text, pattern)),
    // A plate may look like a time and a date; it is looked for in the text as it is.
    ...[BIRTH, ...PLATES].flatMap((pattern) => spansOf(source, pattern)),
  ].filter(({ start, end }) => !/^\D*$/u.test(source.slice(start, end)) || end - start > SPOKEN_LENGTH);
}

/** Shorter than any seven words. */
const SPOKEN_LENGTH = 12;

/** Same length, so that places stay what they are. */
function withoutNobodys(source: string): string {
  return NOBODYS.reduce((text, pattern) => text.replace(pattern, (found) => 'x'.repeat(found.length)), source);
}

/** `O9O1 234 567`: letters that stand for digits to hide a number, or by a slip. */
function lettersAsDigits(text: string): string {
  return text.replace(/(?<![\p{L}])[\dOoIl](?:[\dOoIl]|[ .\-](?=[\dOoIl])){5,}(?!\p{L})/gu, (token) =>
    (token.match(/\d/gu)?.length ?? 0) * 2 > token.length ? token.replace(/[Oo]/gu, '0').replace(/[Il]/gu, '1') : token,
  );
}
