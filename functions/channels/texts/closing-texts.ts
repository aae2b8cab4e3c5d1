/** Reports that go no further at the hotline: why, and where to go instead. */
import type { RedirectionTarget, RejectionReason } from '../../../shared/domain/report/state.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';
import { asWritten, lines } from './message-text.ts';
import { followLine, textFor } from './report-facts.ts';

const REASONS: Readonly<Record<RejectionReason, SaidText>> = {
  'no-contact': { vi: 'thiếu thông tin liên hệ', en: 'contact details are missing' },
  abusive: { vi: 'lời lẽ xúc phạm người khác', en: 'abusive language' },
  repeated: { vi: 'đã được trả lời và không có tình tiết mới', en: 'answered before, with nothing new' },
  'altered-image': { vi: 'hình ảnh đã bị chỉnh sửa', en: 'an altered picture' },
  'other-language': { vi: 'không viết bằng tiếng Việt hoặc tiếng Anh', en: 'neither in Vietnamese nor in English' },
  'no-content': { vi: 'không có nội dung phản ánh', en: 'nothing is reported' },
  test: { vi: 'tin nhắn thử', en: 'a test message' },
};

const TARGETS: Readonly<Record<RedirectionTarget, SaidText>> = {
  complaint: { vi: 'khiếu nại, được giải quyết theo Luật Khiếu nại', en: 'a complaint under the Law on Complaints' },
  denunciation: { vi: 'tố cáo, được giải quyết theo Luật Tố cáo', en: 'a denunciation under the Law on Denunciations' },
  regulation: {
    vi: 'kiến nghị về quy định hành chính (Nghị định 20/2008/NĐ-CP)',
    en: 'a petition on regulations (Decree 20/2008/NĐ-CP)',
  },
  emergency: { vi: 'việc khẩn cấp', en: 'an emergency' },
};

export const rejected = textFor(['ReportRejected'], ({ reason, text }, facts) => ({
  headline: { vi: `Phản ánh ${facts.code} không được tiếp nhận`, en: `Report ${facts.code} was not accepted` },
  body: lines(
    {
      vi: `Tổng đài 1022 không tiếp nhận phản ánh ${facts.code}. Lý do: ${REASONS[reason].vi}.`,
      en: `Hotline 1022 did not accept report ${facts.code}: ${REASONS[reason].en}.`,
    },
    asWritten(text),
    followLine(facts),
  ),
}));

export const redirected = textFor(['ReportRedirected'], ({ to, text }, facts) => ({
  headline: { vi: `Phản ánh ${facts.code}: nơi giải quyết`, en: `Report ${facts.code}: where to turn` },
  body: lines(
    {
      vi: `Phản ánh ${facts.code} là ${TARGETS[to].vi}, tổng đài không giải quyết được.`,
      en: `Report ${facts.code} is ${TARGETS[to].en}; the hotline cannot settle it.`,
    },
    to === 'emergency' ? emergencyNumbers(facts.policy.emergencies) : undefined,
    asWritten(text),
    followLine(facts),
  ),
}));

export const merged = textFor(['ReportMerged'], (_event, facts) => ({
  headline: { vi: `Phản ánh ${facts.code} được gộp với phản ánh cùng việc`, en: `Report ${facts.code} was joined` },
  body: lines(
    {
      vi: `Đã có người phản ánh cùng việc với phản ánh ${facts.code} nên hai phản ánh được gộp lại. Ông/bà vẫn nhận được tin và câu trả lời.`,
      en: `Others reported the same as report ${facts.code}, so the reports were joined. You still get the news and the answer.`,
    },
    followLine(facts),
  ),
}));

function emergencyNumbers(services: readonly { number: string; name: string; nameEn: string }[]): SaidText {
  return {
    vi: `Xin gọi ngay: ${services.map(({ number, name }) => `${number} (${name})`).join('; ')}.`,
    en: `Call at once: ${services.map(({ number, nameEn }) => `${number} (${nameEn})`).join('; ')}.`,
  };
}
