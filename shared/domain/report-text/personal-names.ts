/** Names of persons. A name after the word for a street, a school or a bridge is that thing's. */
import { fits, spell } from '../reply/spelling.ts';
import { spansOf, type Span } from './personal-span.ts';
import { phraseOf } from './report-words.ts';

/** Family names that nearly all of Viet Nam bears. */
const SURNAMES = phraseOf(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn lâm mai trịnh trương lương hà cao châu tạ thái tô tống ' +
    'vương quách kiều đàm lư mạc nghiêm tăng thạch sơn kim ung âu bạch chử chung cù diệp du giang hứa khuất khúc la lại liêu lục lưu mã nghị ninh nông ' +
    'ông phùng phí quản thân tiết tiêu tôn trà triệu tưởng tướng vi viên văn ngụy danh lò quàng hạ hầu từ thẩm tất ma lữ cổ giáp khổng la trang phương',
);
/** Words that are surnames and begin the name of a place or of an institution more often. */
const PLACES =
  /^(?:Hà (?:Nội|Nam|Giang|Tĩnh|Tiên|Đông)|Hồ Chí Minh|Hồ Gươm|Lâm Đồng|Cao Bằng|Thái (?:Nguyên|Bình)|Ninh (?:Bình|Thuận)|Giang Văn Minh|Đoàn Thanh|Vi ?rút|Văn (?:phòng|Phòng|hóa|Hóa|bản|Bản)|Công (?:an|An|ty|Ty|viên|Viên|nhân|Nhân)|Chu (?:kỳ|vi)|Quan (?:tâm)|Quản|Sơn (?:La|Tây)|Tiền Giang|Trà Vinh|Ban |Du lịch|Chung [Cc]ư|Trang |Cẩm |Tây |Lai Châu|Lạng Sơn|Tân |Viện |Vĩnh |Thạch Thất|Tứ |Từ |Tú |Cổ |Cơ |Cô |Do |Đó |Độ |Cho |Vì |Với |Và |Vẫn |Tại |Tới |Lúc |Luôn |Lại |Lý do|Lưu ý|Mà |Ôn |Ông |Phí |Phòng |Quê |Thân |Tiêu |Tiểu |Tôn |Trạng |Tự |Viên |Ấp |Âu |Bạch Đằng|Bán |Bản |Cam |Chúng |Cụ |Củ |Điều |Dù |Giáp |Hứa |Lộ |Lô |Lò |Lừ |Lữ |Ma |Mã |Nghị |Nông |Ứng )/u;
const NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{L}*(?:[ \t]+\p{Lu}\p{L}*){1,4}/gu;
/** Without capitals a name is known by its family name and the middle name after it. */
const LOWER = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:(?:nguyễn|nguyen|trần|tran|lê|le|phạm|pham|hoàng|hoang|huỳnh|huynh|phan|vũ|vu|võ|vo|đặng|bùi|bui|đỗ|hồ|ngô|ngo|dương|duong|lý|ly|đào|dao|' +
    'đinh|dinh|đoàn|doan|lâm|mai|trịnh|trinh|trương|lương|cao|châu|chau|thái|tống)[ \\t]+(?:văn|van|thị|thi|hữu|huu|ngọc|ngoc|quốc|quoc|minh)' +
    '|(?:nguyễn|nguyen|trần|tran|phạm|pham|huỳnh|huynh)[ \\t]+(?:đức|duc|thanh|thành|hoàng|hoang|xuân|xuan|đình|dinh|công|cong|kim|thùy|thuy|bích|bich))' +
    '[ \\t]+\\p{L}+(?:[ \\t]+\\p{Lu}\\p{L}*)?',
  'giu',
);
const HONORIFIC =
  /(?<!\p{L})(?:[ÔôOo]ng|[Bb]à|[Bb]a|[Aa]nh|[Cc]hị|[Cc]hi|[Cc]ô|[Cc]hú|[Cc]hu|[Bb]ác|[Dd]ì|[Cc]ậu|[Mm]ợ|[Tt]hím|[Ee]m|[Cc]háu|[Bb]é|[Tt]hầy|[Ss]ư|[Đđ]ồng chí|[Cc]ụ|Mr|Mrs|Ms|Miss|Dr)\.?[ \t]+\p{Lu}\p{L}*(?:[ \t]+\p{Lu}\p{L}*){0,4}/gu;
/** After these words a capital begins a street, a school, an office; never a person. */
const PLACE_BEFORE =
  /(?:đường|duong|phố|pho|đại lộ|cầu|cau|chợ|cho|trường|truong|thpt|thcs|tiểu học|mầm non|mẫu giáo|đại học|công viên|bệnh viện|hẻm|hem|ngõ|kiệt|ngã tư|ngã ba|ngã năm|ngã sáu|phường|phuong|xã|quận|quan|huyện|thành phố|tp\.?|thị xã|thị trấn|tỉnh|khu|rạch|kênh|sông|suối|hồ|nghĩa trang|chùa|đình|đền|miếu|nhà thờ|bến xe|bến|giao lộ|vòng xoay|bùng binh|ấp|tòa nhà|chung cư|tượng đài|street|road|bridge|market|ward|school)[ \t]*$/iu;
/** In a row of streets (Lê Lợi – Nguyễn Huệ) the later ones are streets too. */
const JOINED_TO_PLACE = /^[ \t]*(?:[-–,/]|và|va|với|giao|and)[ \t]*$/u;
const NO_NAME =
  /(?:Phường|Xã|Quận|Huyện|UBND|Ủy|Uỷ|Sở|Công|Trung|Khu|Tổ|Bộ|Nhà|Rịa|Phòng|Ban|Tỉnh|Thành|Tp|TP)(?!\p{L})/u;

export function namesIn(text: string): readonly Span[] {
  return [
    ...withoutPlaces(
      text,
      spansOf(text, NAME).flatMap((span) => fromSurname(text, span)),
    ),
    ...spansOf(text, LOWER).filter((span) => !isOfPlace(text, span)),
    ...spansOf(text, HONORIFIC).filter(
      (span) => !isOfPlace(text, span) && !NO_NAME.test(text.slice(span.start, span.end)),
    ),
  ];
}

/** In a row of capitals the name begins at its surname: "UBND Nguyễn Văn A". */
function fromSurname(text: string, { start, end }: Span): readonly Span[] {
  const words = Array.from(text.slice(start, end).matchAll(/\p{L}+/gu));
  const at = words.findIndex((word, index) => isSurname(word[0]) && index < words.length - 1);
  const surname = words[at];
  if (surname === undefined) return [];
  const span = { start: start + surname.index, end };
  return PLACES.test(text.slice(span.start, end)) ? [] : [span];
}

function isSurname(word: string): boolean {
  const spelled = spell(word);
  return SURNAMES.some((surname) => fits(spelled, surname));
}

function withoutPlaces(text: string, names: readonly Span[]): readonly Span[] {
  const places: Span[] = [];
  return names.filter((name) => {
    const last = places.at(-1);
    const joined = last !== undefined && JOINED_TO_PLACE.test(text.slice(last.end, name.start));
    if (!joined && !isOfPlace(text, name)) return true;
    places.push(name);
    return false;
  });
}

function isOfPlace(text: string, { start }: Span): boolean {
  return PLACE_BEFORE.test(text.slice(Math.max(0, start - 16), start));
}
