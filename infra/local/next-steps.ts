import type { LocalRuntime } from './runtime.ts';

/** What a person sees when the system is ready: where everything is, and what to do first. */
export function nextSteps(runtime: LocalRuntime): string {
  return `
Một Cửa 1022 đã sẵn sàng · is ready

  API và trang · API and pages   ${runtime.baseUrl}
  Hộp thư · Mail viewer          ${runtime.mailUrl}   (đọc và trả lời · read and answer)
  Điện thoại người dân · A phone ${runtime.mailUrl}/dien-thoai   (SMS, Zalo, Viber, Teams, Skype)
  Thư đến · Incoming mail        smtp://127.0.0.1:${String(runtime.smtpPort)}

Bước tiếp theo · Next step: nộp một hồ sơ, rồi đọc thư trong hộp thư · file a dossier, then read its mails in the viewer:

  curl -X POST ${runtime.baseUrl}/dossiers -H 'content-type: application/json' -H 'Idempotency-Key: ho-so-dau-tien' -d '{
    "procedure": "2.000635", "area": "25750", "returnTo": "counter", "request": "Xin trích lục khai sinh",
    "applicant": { "name": "Nguyễn Thị Hoa", "phone": "0912 345 678", "email": "hoa@example.com", "address": "12 đường Hư Cấu" },
    "documents": [{ "lineId": "to-khai", "originals": 1 }, { "lineId": "giay-to-tuy-than", "certifiedCopies": 1 }]
  }'

README.md đi tiếp đến khi trả kết quả · goes on from there to the result. Dừng · Stop: Ctrl-C
`;
}
