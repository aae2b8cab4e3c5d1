export interface SaidInTimeline {
  readonly vi: string;
  readonly en: string;
}

/** What the reporter reads, for each event that is shown. */
export const TIMELINE_OF_REPORT = {
  filed: { vi: 'Tổng đài 1022 đã nhận phản ánh', en: 'The hotline received the report' },
  givenTo: { vi: 'Phản ánh được chuyển đến đơn vị xử lý', en: 'The report went to a unit that deals with it' },
  movedTo: { vi: 'Phản ánh được chuyển sang đơn vị khác', en: 'The report went on to another unit' },
  alsoGivenTo: { vi: 'Thêm một đơn vị cùng xử lý', en: 'A further unit deals with it as well' },
  asked: { vi: 'Tổng đài hỏi thêm', en: 'The hotline asked' },
  heard: { vi: 'Đã nhận thêm thông tin của người phản ánh', en: 'More was received from the reporter' },
  rejected: { vi: 'Phản ánh không được tiếp nhận', en: 'The report was not accepted' },
  redirected: { vi: 'Được hướng dẫn sang thủ tục khác', en: 'Pointed to another procedure' },
  merged: { vi: 'Được gộp với phản ánh khác cùng nội dung', en: 'Joined with another report of the same thing' },
  unmerged: { vi: 'Được tách ra để xử lý riêng', en: 'Separated again, to be dealt with by itself' },
  withdrawn: { vi: 'Người phản ánh đã rút', en: 'Withdrawn by the reporter' },
  takenUp: { vi: 'Đơn vị đã nhận việc', en: 'The unit took it up' },
  progress: { vi: 'Đơn vị báo tiến độ', en: 'The unit says' },
  partDone: { vi: 'Đơn vị đã trả lời phần việc của mình', en: 'The unit answered its part' },
  disputed: {
    vi: 'Đơn vị cho rằng không thuộc thẩm quyền; đang xác định đơn vị xử lý',
    en: 'The unit says that it is not competent; who is competent is being decided',
  },
  settled: { vi: 'Đã xác định đơn vị xử lý', en: 'It was decided which unit deals with it' },
  answered: { vi: 'Trả lời', en: 'The answer' },
  rated: { vi: 'Người phản ánh đã đánh giá', en: 'The reporter rated the answer' },
  reopened: { vi: 'Người phản ánh đề nghị xử lý lại', en: 'The reporter asked for it to be dealt with again' },
} as const satisfies Readonly<Record<string, SaidInTimeline>>;
