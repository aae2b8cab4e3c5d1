/** Answers that need nothing but their reason. */
import type { StandardAnswer } from '../../../shared/domain/conversation/events.ts';
import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import { say, type SaidText } from '../../../shared/shell/said-text.ts';
import { inBoth, type MessageText } from './message-text.ts';

const HEADLINE: SaidText = { vi: 'Tổng đài 1022 trả lời', en: 'Answer of the 1022 hotline' };

const ANSWERS: Readonly<Record<StandardAnswer, SaidText>> = {
  welcome: {
    vi: 'Tổng đài 1022 xin chào. Xin nhắn việc ông/bà muốn phản ánh và nơi xảy ra, bằng tiếng Việt hoặc tiếng Anh; thiếu gì tổng đài sẽ hỏi thêm. Thông tin của ông/bà chỉ dùng để giải quyết phản ánh. Nguy hiểm khẩn cấp: gọi ngay {emergencies}.',
    en: 'Welcome to the 1022 hotline. Write what you want to report and where it is, in Vietnamese or English; we ask for what is missing. Your details are used for your report only. In an emergency call {emergencies} at once.',
  },
  flood: {
    vi: 'Tổng đài nhận được quá {messages} tin của ông/bà trong {minutes} phút nên tạm ngừng trả lời tự động. Các tin vẫn được lưu. Xin nhắn lại sau {minutes} phút.',
    en: 'You sent more than {messages} messages in {minutes} minutes, so automatic answers pause. Your messages are kept. Please write again in {minutes} minutes.',
  },
  sticker: {
    vi: 'Tổng đài chưa hiểu hình dán này. Xin nhắn bằng chữ.',
    en: 'We cannot read stickers. Please write in words.',
  },
  voice: {
    vi: 'Tổng đài chưa nghe được tin thoại. Xin nhắn bằng chữ hoặc gọi {hotline}.',
    en: 'We cannot listen to voice messages here. Please write, or call {hotline}.',
  },
  'unknown-code': {
    vi: 'Không tìm thấy phản ánh có mã này. Xin kiểm tra lại mã.',
    en: 'There is no report with this code. Please check it.',
  },
  'nothing-to-rate': {
    vi: 'Hiện không có câu trả lời nào chờ ông/bà đánh giá.',
    en: 'No answer is waiting for your rating.',
  },
  'nothing-to-reopen': {
    vi: 'Không có phản ánh nào của ông/bà còn mở lại được. Việc mới, xin nhắn nội dung như một phản ánh mới.',
    en: 'None of your reports can be reopened. For something new, please write it as a new report.',
  },
  'nothing-to-withdraw': {
    vi: 'Không có phản ánh nào của ông/bà đang chờ để rút.',
    en: 'You have no open report to withdraw.',
  },
  'words-too-late': {
    vi: 'Phản ánh này không nhận thêm thông tin nữa. Việc mới, xin nhắn nội dung như một phản ánh mới.',
    en: 'This report takes no more information. For something new, please write it as a new report.',
  },
  'other-language': {
    vi: 'Tổng đài chỉ đọc được tiếng Việt và tiếng Anh. Xin viết lại hoặc nhờ người viết giúp.',
    en: 'We read Vietnamese and English only. Please write again, or ask somebody to help you write.',
  },
  cancelled: {
    vi: 'Đã hủy phản ánh đang viết dở; chưa có gì được gửi đi. Xin nhắn lại bất cứ lúc nào.',
    en: 'Your unfinished report is cancelled; nothing was sent. You can write again at any time.',
  },
  added: { vi: 'Đã ghi thêm vào phản ánh của ông/bà.', en: 'Added to your report.' },
  rated: { vi: 'Cảm ơn ông/bà đã đánh giá.', en: 'Thank you for your rating.' },
  withdrawn: {
    vi: 'Phản ánh đã được rút theo yêu cầu của ông/bà.',
    en: 'Your report was withdrawn as you asked.',
  },
};

/** To people of whom it is not known yet which language they read. */
const BILINGUAL = new Set<StandardAnswer>(['welcome', 'other-language']);

export function standardAnswer(
  answer: StandardAnswer,
  { policy, hotline }: { readonly policy: HotlinePolicy; readonly hotline: string },
): MessageText {
  const { messages, minutes } = policy.flood;
  const emergencies = policy.emergencies.map(({ number }) => number).join(', ');
  const details = { messages, minutes, hotline, emergencies };
  const body = { vi: say(ANSWERS[answer], 'vi', details), en: say(ANSWERS[answer], 'en', details) };
  return { headline: HEADLINE, body: BILINGUAL.has(answer) ? inBoth(body) : body };
}
