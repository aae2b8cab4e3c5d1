import type { ReportForStaff } from '../../../../shared/contracts/http/report-views.ts';
import { money, shortDateTime } from '../../../../shared/shell/format.ts';
import { html, type Html } from '../../../../shared/shell/html.ts';
import { channelWords } from '../../../mail/writing/reports/report-words.ts';

/** What the reporter was told and whether it arrived: an operator who is asked "nobody told me" looks here. */
export function messagesSent(messages: ReportForStaff['messages']): Html | undefined {
  if (messages.length === 0) return undefined;
  return html`<h2>Tin đã gửi người phản ánh <span lang="en">(messages)</span></h2>
    <table>
      <thead><tr><th scope="col">Tin</th><th scope="col">Kênh</th><th scope="col">Tình trạng</th></tr></thead>
      <tbody>${messages.map(
        ({ template, at, status, channel, why, cost }) => html`<tr>
          <td>${templateWords[template] ?? template}<br>${shortDateTime(at)}</td>
          <td>${channel === undefined ? '' : channelWords[channel]}</td>
          <td>${deliveryWords[status] ?? status}${why !== undefined && html` (${whyWords[why] ?? why})`}${cost !== undefined && cost > 0 && html`<br>${money(cost)}`}</td>
        </tr>`,
      )}</tbody>
    </table>`;
}

const templateWords: Readonly<Record<string, string>> = {
  'report-filed': 'Đã tiếp nhận, mã tra cứu',
  'report-assigned': 'Đơn vị xử lý và thời hạn',
  'report-reassigned': 'Chuyển đơn vị khác',
  'report-asked': 'Câu hỏi của tổng đài',
  'report-rejected': 'Không tiếp nhận',
  'report-redirected': 'Hướng dẫn thủ tục khác',
  'report-merged': 'Đã gộp',
  'report-progress': 'Tiến độ',
  'report-answered': 'Câu trả lời',
  'report-reopened': 'Đã mở lại',
};

const deliveryWords: Readonly<Record<string, string>> = {
  'not-taken-up': 'chưa gửi',
  waiting: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi, chưa có xác nhận',
  unclear: 'chưa rõ đã gửi được chưa',
  delivered: 'đã nhận',
  seen: 'đã xem',
  failed: 'không gửi được: xin gọi điện',
  'not-needed': 'không cần gửi',
};

const whyWords: Readonly<Record<string, string>> = {
  'quiet-hours': 'chờ hết giờ yên tĩnh',
  'try-again': 'sẽ gửi lại',
  receipt: 'chờ xác nhận',
  'cost-cap': 'hết mức chi phí',
  'mailbox-marked': 'hộp thư không nhận được',
  bounced: 'thư bị trả lại',
  'over-limit': 'quá số thư cho một địa chỉ chưa xác nhận',
  'no-address': 'không có địa chỉ',
  left: 'người phản ánh đã rời kênh',
  'window-closed': 'đã quá thời gian được nhắn trên kênh',
  unavailable: 'nhà cung cấp không trả lời',
  'no-receipt': 'không có xác nhận đã nhận',
  stuck: 'không gửi được sau nhiều giờ',
};
