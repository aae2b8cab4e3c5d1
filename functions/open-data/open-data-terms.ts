/** On which terms the data may be used, and how each figure is made; in the answers themselves, so that nobody has to look for it. */
import type { FIGURE_NAMES } from '../../shared/contracts/http/open-data.ts';

interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Open data (dữ liệu mở) of state agencies is free to use with its source named (Decree 47/2020/NĐ-CP, chapter II, not verified). */
export function licence(source: Bilingual): {
  readonly name: string;
  readonly url: string;
  readonly attribution: Bilingual;
} {
  return {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: { vi: `Nguồn: Tổng đài 1022, ${source.vi}`, en: `Source: 1022 hotline, ${source.en}` },
  };
}

/** A minute in any cache would do; five are allowed, since nothing here is urgent. */
export const openDataHeaders = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } as const;

export const explanations: Readonly<Record<(typeof FIGURE_NAMES)[number] | 'calls' | 'null', Bilingual>> = {
  received: {
    vi: 'Số phần việc đơn vị được giao trong tháng (giờ Việt Nam) và còn giữ; phần đã chuyển đơn vị khác không tính; mỗi lần mở lại tính một phần mới. received = answered + open.',
    en: 'Parts of reports that the unit was given in the month (Vietnamese time) and kept; parts that went to another unit are not counted, a reopened one counts anew. received = answered + open.',
  },
  answered: {
    vi: 'Trong số đó đã trả lời, tính đến asOf. Đã trả lời không có nghĩa là đã khắc phục: xem fixed.',
    en: 'Of these, answered until asOf. Answered does not mean fixed: see fixed.',
  },
  open: {
    vi: 'Trong số đó chưa trả lời. open = overdue + notYetDue.',
    en: 'Of these, not answered yet. open = overdue + notYetDue.',
  },
  onTime: {
    vi: 'Trả lời trước hoặc đúng hạn xử lý (hạn đã tính cả ngày nghỉ, gia hạn do tạm dừng). answered = onTime + late.',
    en: 'Answered by the due time (which counts working days where the limit does, and pauses). answered = onTime + late.',
  },
  late: { vi: 'Trả lời sau hạn xử lý.', en: 'Answered after the due time.' },
  overdue: { vi: 'Chưa trả lời và đã quá hạn tại asOf.', en: 'Not answered, and past the due time at asOf.' },
  notYetDue: { vi: 'Chưa trả lời và chưa đến hạn tại asOf.', en: 'Not answered, and not yet due at asOf.' },
  fixed: {
    vi: 'Đơn vị trả lời rằng đã khắc phục xong. answered = fixed + notFixed.',
    en: 'The unit answered that it is fixed. answered = fixed + notFixed.',
  },
  notFixed: {
    vi: 'Đã trả lời với kết quả khác: lên lịch, giải thích, không có cơ sở, không thuộc thẩm quyền.',
    en: 'Answered otherwise: scheduled, explained, without basis, not competent.',
  },
  medianHours: {
    vi: 'Trung vị số giờ (ngày và đêm) từ khi giao đến khi trả lời; một nửa nhanh hơn, một nửa chậm hơn. Làm tròn 0,1 giờ.',
    en: 'Median hours, day and night, from when the unit got it to its answer: half were faster, half slower. Rounded to 0.1.',
  },
  calls: {
    vi: 'Cuộc gọi trong tháng: được trả lời; được gọi lại sau khi nhỡ; người gọi gác máy trước khi được trả lời và chưa được gọi lại.',
    en: 'Calls of the month: answered; missed and called back; given up before anybody answered, and not called back.',
  },
  null: {
    vi: 'Không nêu: số từ 1 đến dưới smallest, hoặc số mà từ đó suy ra được một số như vậy. Số 0 được nêu.',
    en: 'Left out: a number from 1 to below smallest, or one from which such a number would follow. Nought is shown.',
  },
};
