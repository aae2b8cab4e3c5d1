/** Why a step, a decision or a change of deadline was refused. */
import type { SaidText } from '../said-text.ts';

export const examinationRefusals: Readonly<Record<string, SaidText>> = {
  'not-now': {
    vi: 'Hồ sơ đang ở bước khác nên không làm được việc này.',
    en: 'The dossier is at another stage; this cannot be done now.',
  },
  'case-full': {
    vi: 'Hồ sơ điện tử đã quá nhiều nội dung, không ghi thêm được; xin rút ngắn hoặc lưu bằng văn bản kèm theo.',
    en: 'The record of this dossier is too long for this text; shorten it, or keep it on paper with the dossier.',
  },
  'not-permitted': { vi: 'Ông/bà không có quyền làm việc này.', en: 'You may not do this.' },
  'staff-only': { vi: 'Việc này chỉ cán bộ được làm.', en: 'Only staff may do this.' },
  'work-of-another': { vi: 'Việc này thuộc người hoặc đơn vị khác.', en: 'This is the work of somebody else.' },
  'step-of-another': { vi: 'Bước này được giao cho người khác.', en: 'This step is assigned to somebody else.' },
  'step-already-done': { vi: 'Bước này đã làm xong.', en: 'This step is already done.' },
  'step-missing': { vi: 'Chưa nêu bước xử lý.', en: 'The step is not named.' },
  'step-not-assigned': { vi: 'Bước này chưa giao cho ai.', en: 'This step is not assigned to anybody.' },
  'unknown-step': { vi: 'Hồ sơ không có bước này.', en: 'The dossier has no such step.' },
  'unknown-staff': { vi: 'Không có cán bộ này trong đơn vị.', en: 'There is no such person in the unit.' },
  'does-not-examine': { vi: 'Người này không làm việc thẩm định hồ sơ.', en: 'This person does not examine dossiers.' },
  'not-of-this-unit': { vi: 'Người nhận không thuộc đơn vị này.', en: 'The colleague does not belong to this unit.' },
  'no-unit-for-step': {
    vi: 'Không tìm được đơn vị làm bước {step}.',
    en: 'No unit was found for step {step}.',
  },
  'last-stage-decides': {
    vi: 'Bước cuối kết thúc bằng quyết định.',
    en: 'The last step ends with the decision.',
  },
  'not-the-last-stage': {
    vi: 'Mới ở bước {stage} trên {stages}, chưa quyết định được.',
    en: 'This is stage {stage} of {stages}; it cannot be decided yet.',
  },
  'unknown-pause-reason': {
    vi: 'Lý do tạm dừng phải thuộc danh sách đã công bố.',
    en: 'A pause needs a reason from the published list.',
  },
  'reason-missing': { vi: 'Phải nêu lý do.', en: 'A reason is needed.' },
  'result-number-missing': { vi: 'Thiếu số của kết quả.', en: 'The number of the result is missing.' },
  'stop-instead': {
    vi: 'Hồ sơ đã tiếp nhận thì dừng giải quyết, không từ chối tiếp nhận.',
    en: 'A dossier that was received is stopped, not refused at reception.',
  },
  'refuse-instead': {
    vi: 'Hồ sơ chưa tiếp nhận thì từ chối tiếp nhận, không dừng giải quyết.',
    en: 'A dossier that was not received is refused, not stopped.',
  },
  'head-of-deciding-unit-only': {
    vi: 'Chỉ người đứng đầu cơ quan giải quyết được làm việc này.',
    en: 'Only the head of the deciding authority may do this.',
  },
  'apology-missing': { vi: 'Gia hạn phải kèm lời xin lỗi.', en: 'An extension needs an apology.' },
  'apology-too-late': {
    vi: 'Hạn trả là {dueAt}; xin lỗi và hẹn lại chậm nhất lúc {latest}.',
    en: 'It is due at {dueAt}; the apology was to be sent by {latest}.',
  },
  'already-extended': {
    vi: 'Chỉ được hẹn lại {most} lần.',
    en: 'The result may be postponed {most} time(s) only.',
  },
  'days-out-of-range': { vi: 'Số ngày gia hạn không hợp lệ.', en: 'The number of days is not valid.' },
  'question-missing': { vi: 'Chưa nêu nội dung lấy ý kiến.', en: 'The question is missing.' },
  'answer-missing': { vi: 'Chưa có nội dung trả lời.', en: 'The answer is missing.' },
  'hours-out-of-range': {
    vi: 'Thời gian lấy ý kiến từ 1 đến {most} giờ làm việc.',
    en: 'A consultation lasts from 1 to {most} working hours.',
  },
  'unit-not-in-force': { vi: 'Đơn vị này không còn hoạt động.', en: 'This unit is no longer there.' },
  'consults-itself': { vi: 'Không lấy ý kiến của chính đơn vị mình.', en: 'A unit does not consult itself.' },
  'consultation-open': {
    vi: 'Còn chờ ý kiến của đơn vị khác, hạn {dueAt}.',
    en: 'Another unit’s answer is awaited, due at {dueAt}.',
  },
  'unknown-consultation': { vi: 'Hồ sơ không có lần lấy ý kiến này.', en: 'There is no such consultation.' },
  'consultation-of-another': {
    vi: 'Lần lấy ý kiến này giao cho người khác.',
    en: 'This consultation is assigned to somebody else.',
  },
  'consultation-already-answered': {
    vi: 'Ý kiến này đã được trả lời lúc {at}.',
    en: 'This consultation was answered at {at}.',
  },
  'already-consumed': { vi: 'Liên kết này đã được dùng.', en: 'This link has been used.' },
  'sign-in-expired': { vi: 'Liên kết đăng nhập đã hết hạn.', en: 'The sign-in link has expired.' },
  'sign-in-used': { vi: 'Liên kết đăng nhập đã được dùng.', en: 'The sign-in link has been used.' },
  'sign-in-other-browser': {
    vi: 'Xin mở liên kết đăng nhập bằng chính trình duyệt đã yêu cầu.',
    en: 'Open the sign-in link in the browser that asked for it.',
  },
};
