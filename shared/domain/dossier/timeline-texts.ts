import type { DossierEvent } from './events.ts';

/** What the owner reads, for each event that is shown. */
export const TIMELINE_TEXTS = {
  DossierFiled: { vi: 'Hồ sơ được nộp', en: 'The dossier was filed' },
  DossierReceived: {
    vi: 'Hồ sơ được tiếp nhận, hẹn ngày trả kết quả',
    en: 'The dossier was received and its day appointed',
  },
  DossierRefused: { vi: 'Hồ sơ không được tiếp nhận', en: 'Reception was refused' },
  SupplementRequested: { vi: 'Yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'A supplement was requested' },
  SupplementSubmitted: { vi: 'Người nộp đã gửi giấy tờ bổ sung', en: 'The applicant sent the supplement' },
  SupplementAccepted: { vi: 'Hồ sơ đã đủ sau khi bổ sung', en: 'The dossier is complete after the supplement' },
  DossierForwarded: {
    vi: 'Hồ sơ được chuyển đến đơn vị giải quyết',
    en: 'The dossier was forwarded to a unit that examines it',
  },
  StepAssigned: { vi: 'Đơn vị đã phân công người xử lý', en: 'The unit assigned somebody' },
  StepCompleted: { vi: 'Đơn vị đã hoàn thành phần việc của mình', en: 'The unit completed its part' },
  StageOpened: { vi: 'Hồ sơ được chuyển đến đơn vị tiếp theo', en: 'The dossier went on to the next unit' },
  StepForwarded: { vi: 'Hồ sơ được chuyển đến đơn vị khác', en: 'The dossier was sent on to another unit' },
  ActUndone: { vi: 'Đơn vị đã rút lại việc vừa làm', en: 'The unit took back what it had just done' },
  LetterReceived: { vi: 'Đã nhận thư của người nộp', en: 'A letter from the applicant was received' },
  OfficerUnreachable: {
    vi: 'Đơn vị đang bố trí người xử lý thay',
    en: 'The unit is finding somebody else to do it',
  },
  DossierPaused: { vi: 'Tạm dừng tính thời hạn giải quyết', en: 'The time limit stands still' },
  DossierResumed: {
    vi: 'Tiếp tục giải quyết, thời hạn được tính tiếp',
    en: 'Processing goes on, and the time limit with it',
  },
  ConsultationRequested: { vi: 'Đang lấy ý kiến đơn vị phối hợp', en: 'Another unit is being consulted' },
  ConsultationAnswered: { vi: 'Đơn vị phối hợp đã có ý kiến', en: 'The consulted unit answered' },
  DeadlineExtended: {
    vi: 'Cơ quan giải quyết xin lỗi và hẹn lại ngày trả kết quả',
    en: 'The authority apologised and appointed another day',
  },
  DossierDecided: { vi: 'Đã có kết quả giải quyết', en: 'The dossier was decided' },
  DossierStopped: { vi: 'Dừng giải quyết hồ sơ', en: 'Processing was stopped' },
  DossierWithdrawn: { vi: 'Người nộp đã rút hồ sơ', en: 'The applicant withdrew the dossier' },
  ResultArrived: { vi: 'Kết quả đã về nơi tiếp nhận', en: 'The result arrived at the counter' },
  ResultReturned: { vi: 'Đã trả kết quả', en: 'The result was returned' },
  ResultHandedToPost: { vi: 'Kết quả được giao cho bưu chính', en: 'The result was handed to the post' },
  DeliveryFailed: { vi: 'Phát kết quả không thành công', en: 'A delivery failed' },
  IntakeSentBack: {
    vi: 'Bộ phận một cửa đề nghị bưu chính hoàn chỉnh hồ sơ',
    en: 'The one-stop section sent the intake back to the clerk',
  },
  IntakeCorrected: { vi: 'Bưu chính đã hoàn chỉnh hồ sơ', en: 'The clerk corrected the intake' },
  PutInBag: { vi: 'Đã niêm phong vào túi hồ sơ để bàn giao', en: 'It was sealed in a bag for hand-over' },
  HandoverMissed: {
    vi: 'Không có trong túi khi bàn giao, đang tìm',
    en: 'It was not in the bag at hand-over and is looked for',
  },
  CompetenceTransferred: {
    vi: 'Hồ sơ được chuyển giao cho đơn vị mới sau sắp xếp đơn vị hành chính, thời hạn giữ nguyên',
    en: 'A reform moved the dossier to the unit that took over; its deadline stays',
  },
} as const satisfies Readonly<Partial<Record<DossierEvent['type'], { readonly vi: string; readonly en: string }>>>;

/** Put to the case by an official, from somebody who is not the applicant. */
export const LETTER_OF_ANOTHER = { vi: 'Đã nhận thư về hồ sơ', en: 'A letter about the dossier was received' } as const;

export type TimelineEventType = keyof typeof TIMELINE_TEXTS;
