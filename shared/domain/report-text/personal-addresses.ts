/** Numbers of houses, flats and rooms. A street, an alley (hẻm) with one number, a neighbourhood (khu phố, tổ) alone is a place, not a home. */
import { spansOf, type Span } from './personal-span.ts';

const NUMBER = '\\d{1,4}(?:[a-zđ]{1,2}(?!\\p{L}))?';
const SLASHED = `${NUMBER}(?:[/-]${NUMBER})*`;
const EDGE = '(?<![\\p{L}\\p{N}/.,])';
const NOT_MORE = '(?![\\p{L}\\p{N}]|[.,]\\d)';

/** With a word that says what the number is of. */
const OF_A_HOME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:số nhà|so nha|nhà số|nha so|sn|nhà|địa chỉ|dia chi|đ/c|đc|căn hộ|can ho|căn số|căn|phòng trọ|phong tro|phòng|phong|p\\.|` +
    `trọ số|lô|block|kiot|ki ốt|house|flat|room|apartment|apt\\.?|number|no\\.)[ :]*(?:số|so|no\\.?|number|là|la)?[ :]*\\p{L}?[-. ]?${SLASHED}`,
  'giu',
);
const NUMBERED = new RegExp(`(?<![\\p{L}\\p{N}])(?:số|so) ?${SLASHED}${NOT_MORE}`, 'giu');
/** What else has a number: a street, a bus, a lamp post, a law. Just before `số` or before the number itself. */
const OTHER_NUMBERED =
  /(?:đường|duong|phố|pho|tuyến|tuyen|buýt|buyt|xe|cột đèn|trụ đèn|cột|trụ|trụ điện|bóng đèn|cầu|cống|trạm|bến|cổng|lớp|khóa|quyết định|nghị định|nghị quyết|thông tư|công văn|văn bản|luật|kế hoạch|chỉ thị|điều|khoản|mục|tổ|khu phố|khu pho|kp|ấp|khu|quốc lộ|ql|tỉnh lộ|đt|km|phường|phuong|quận|quan|ngày|tháng|năm|thứ|lúc|khoảng|hơn|gần|tổng|tổng đài|hẻm|hem|ngõ|dài|sâu|rộng|cao|có|là|mất|chỉ|lần|đợt|một số)[ .:]*$/iu;
/** `123/45/6`, `12/3 Nguyễn Trãi`, `45A/2 đường`: no date, no law. */
const WITH_SLASH = new RegExp(`${EDGE}\\d{1,4}[a-zđ]?(?:/\\d{1,4}[a-zđ]?)+(?![\\p{N}/]|/?\\p{Lu}{2})`, 'giu');
/** `12 Nguyễn Trãi`, `45B Yersin`. */
const BEFORE_NAME = new RegExp(
  `${EDGE}\\d{1,4}[A-Za-zĐđ]?(?:/\\d{1,4}[A-Za-zĐđ]?)*,? \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*`,
  'gu',
);
/** `12 đường …`, `7 hẻm …`. */
const BEFORE_STREET =
  /(?<![\p{L}\p{N}/.,])\d{1,4}[a-zđ]?(?:\/\d+[a-z]?)*,? (?:đường|duong|đại lộ|dai lo|hẻm|hem|ngõ|ngo|ngách|quốc lộ|tỉnh lộ|street|road|lane) [\p{L}\d]+(?: \p{L}+)?/giu;
/** `12 nguyen trai`: a number and a surname, as streets are called, typed without capitals. */
const BEFORE_SURNAME =
  /(?<![\p{L}\p{N}/.,])\d{1,4}[a-zđ]?(?:\/\d{1,4}[a-zđ]?)*,? (?:nguyễn|nguyen|trần|tran|lê|le|phạm|pham|hoàng|hoang|huỳnh|huynh|phan|vũ|võ|vo|đặng|dang|bùi|bui|đỗ|ngô|ngo|dương|lý|ly|trương|truong|đinh|dinh|hồ|đoàn|doan|trịnh|trinh|mai|tôn|ton|cách mạng|cach mang|điện biên|dien bien|hùng vương|hung vuong|quang trung|bạch đằng|bach dang|hai bà|hai ba|yersin|pasteur) \p{L}+/giu;
/** A capital that begins no street's name. */
const NO_STREET =
  /^[\d\p{L}/]+,? (?:Phường|Xã|Quận|Huyện|Thành|Tp|TP|Tỉnh|Khu|Tổ|Ấp|Ủy|Uỷ|UBND|Sở|Phòng|Ban|Công|Tháng|Năm|Giờ|Ngày|Học|Hộ|Người|Trường|Trạm|Xe|Đèn|Cây|Cột|Trụ|Đường|Hẻm|KP|Trung|Bệnh|Chi|Bộ)(?!\p{L})/u;
/** `12/3`, `24/7`, `1/2`: a date or a share when nothing says otherwise. */
const LIKE_A_DATE = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?:\/(?:19|20)?\d{2})?$/u;
const ROUND_THE_CLOCK = /^24\/(?:7|24)$/u;
const DAY_BEFORE = /(?:ngày|ngay|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|sau|và|-|–|on|from|to)[ (]*$/iu;
const STREET_AFTER =
  /^,? (?:đường|duong|phố|khu phố|khu pho|kp|tổ|ấp|hẻm|hem|ngõ|đại lộ|\p{Lu}\p{Ll}+ \p{Lu}|\p{Lu}\p{Ll}+,)/u;

export function addressesIn(text: string): readonly Span[] {
  return [
    ...spansOf(text, OF_A_HOME),
    ...spansOf(text, NUMBERED).filter((span) => !follows(text, span, OTHER_NUMBERED)),
    ...spansOf(text, WITH_SLASH).filter((span) => isHouse(text, span)),
    ...spansOf(text, BEFORE_STREET).filter((span) => !follows(text, span, NUMBERED_PLACE)),
    ...spansOf(text, BEFORE_SURNAME).filter((span) => !follows(text, span, NUMBERED_PLACE)),
    ...spansOf(text, BEFORE_NAME).filter(
      (span) => !follows(text, span, NUMBERED_PLACE) && !NO_STREET.test(text.slice(span.start, span.end)),
    ),
  ];
}

/** Khu phố 3 đường Lê Lợi, quốc lộ 13 Bình Dương: the number belongs to what stands before. */
const NUMBERED_PLACE =
  /(?:khu phố|khu pho|kp|tổ|to|ấp|ap|khu|phường|phuong|p\.|quận|quan|q\.|quốc lộ|quoc lo|ql|tỉnh lộ|tinh lo|đt|đường|duong|đường số|tuyến|tuyến số|buýt|số|so|km|ngày|tháng|năm|lớp|cột|trụ|trạm|thứ|cầu|cống|cụm|đội|block|hẻm|hem|ngõ|kiệt)[ .:]*$/iu;

function isHouse(text: string, span: Span): boolean {
  const number = text.slice(span.start, span.end);
  if (ROUND_THE_CLOCK.test(number)) return false;
  if (/^\d{1,4}\/(?:19|20)\d{2}$/u.test(number)) return false;
  if (!LIKE_A_DATE.test(number)) return true;
  return STREET_AFTER.test(text.slice(span.end)) && !follows(text, span, DAY_BEFORE);
}

function follows(text: string, { start }: Span, before: RegExp): boolean {
  return before.test(text.slice(Math.max(0, start - 24), start));
}
