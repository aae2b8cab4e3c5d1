import type { HotlinePolicy } from '../../../shared/domain/catalogue/hotline.ts';
import { inBoth, type MessageText } from './message-text.ts';

/** Whom to call at once; in both languages, for it must be understood now. */
export function emergencyText(number: string, { emergencies }: HotlinePolicy): MessageText {
  const service = emergencies.find((one) => one.number === number);
  const vi = service === undefined ? number : `${number} (${service.name})`;
  const en = service === undefined ? number : `${number} (${service.nameEn})`;
  return {
    headline: { vi: `KHẨN CẤP: gọi ngay ${vi}`, en: `EMERGENCY: call ${en} now` },
    body: inBoth({
      vi: `KHẨN CẤP: xin gọi ngay ${vi}. Tổng đài 1022 không cử người đến cứu. Tin của ông/bà vẫn được tiếp nhận.`,
      en: `EMERGENCY: call ${en} now. Hotline 1022 cannot send help. We go on with your report.`,
    }),
  };
}
