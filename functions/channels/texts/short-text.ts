/** All that goes where nobody has proven who reads it, or where the whole would cost too much. */
import type { SaidText } from '../../../shared/shell/said-text.ts';
import type { MessageText } from './message-text.ts';

/** The code and where to look, not a word of what it is about. @param page without the secret. */
export function unprovenText({ code, page, hotline }: { code: string; page: string; hotline: string }): MessageText {
  return {
    headline: { vi: `Tin của Tổng đài 1022, mã ${code}`, en: `News from the 1022 hotline, code ${code}` },
    body: {
      vi: `Tổng đài 1022: có tin về phản ánh mã ${code}. Xem tại ${page} hoặc gọi ${hotline}.`,
      en: `1022 hotline: there is news on report ${code}. See ${page} or call ${hotline}.`,
    },
  };
}

/** The headline names the code; the rest stands behind the link. */
export function shortened({ headline }: MessageText, link: string): SaidText {
  return {
    vi: `Tổng đài 1022: ${headline.vi}. Xem tại ${link}`,
    en: `1022 hotline: ${headline.en}. See ${link}`,
  };
}
