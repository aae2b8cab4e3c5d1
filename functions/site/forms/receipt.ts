/** Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả: receipt and appointment slip (01/2018/TT-VPCP art. 9, A5). */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { longDateTime } from '../../../shared/shell/format.ts';
import { html, type Html } from '../../../shared/shell/html.ts';
import {
  channelInWords,
  contactLine,
  field,
  limitInWords,
  lookUpUrl,
  placeAndDate,
  qrCode,
  returnInWords,
  staffName,
} from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { formTitleOn, headingOf, placesAt, type FormSource } from './form-source.ts';

/** @returns undefined while the dossier has not been received: there is nothing to certify. */
export async function receiptForm(source: FormSource): Promise<string | undefined> {
  const { dossier, parties, catalogue, procedure } = source;
  if (dossier.dossierCode === undefined || dossier.receivedAt === undefined) return undefined;
  const on = localDateOf(dossier.receivedAt);
  const { counterId, decidingId } = placesAt(source, dossier.receivedAt);
  const counter = unitOn(catalogue, counterId, on);
  const title = formTitleOn(catalogue, 'receipt', on);
  if (counter === undefined || title === undefined) return undefined;
  const deciding = unitOn(catalogue, decidingId, on);
  return formPage({
    title,
    heading: headingOf(catalogue, counter),
    code: { label: 'Mã hồ sơ', value: dossier.dossierCode },
    qr: await qrCode(lookUpUrl(source.baseUrl, dossier.dossierCode)),
    placeAndDate: placeAndDate(counter, dossier.receivedAt),
    book: { volume: on.slice(0, 4), number: String(Number(dossier.dossierCode.split('-').at(-1))) },
    body: html`
<p>Bộ phận tiếp nhận: <strong>${counter.name}</strong></p>
${field(`Tiếp nhận hồ sơ (${channelInWords[dossier.channel]}) của`, parties.applicant.name)}
${field('Địa chỉ', parties.applicant.address)}
${contactLine(parties.applicant)}
${field('Số CCCD/CMND/Hộ chiếu', parties.applicant.idNumber)}
${field('Nội dung yêu cầu giải quyết', `${procedure.name} (mã ${procedure.code}). ${parties.request}`)}
${field('Chủ hồ sơ', parties.owner.name)}
${field('Địa chỉ chủ hồ sơ', parties.owner.address)}
<p>1. Thành phần hồ sơ nộp gồm:</p>
${documentTable(source)}
${attachmentList(source)}
<p>2. Số lượng hồ sơ: <strong>${dossier.sets}</strong> (bộ)</p>
<p>3. Thời gian giải quyết hồ sơ theo quy định: <strong>${limitInWords(procedure.timeLimit)}</strong></p>
<p>4. Thời gian nhận hồ sơ: <strong>${longDateTime(dossier.receivedAt)}</strong></p>
<p>5. Thời gian trả kết quả giải quyết hồ sơ: <strong>${dossier.clock === undefined ? '' : longDateTime(dossier.clock.dueAt)}</strong></p>
<p>6. Đăng ký nhận kết quả tại: <strong>${returnInWords(source, counter, deciding)}</strong></p>
<p class="small">Tra cứu: ${source.baseUrl}/tra-cuu · Điện thoại: ${counter.phone}</p>`,
    signatures: [
      { role: 'Người nộp hồ sơ', name: parties.applicant.name },
      { role: 'Người tiếp nhận hồ sơ', name: staffName(catalogue, dossier.receivedBy) },
    ],
  });
}

/** The table with the three kinds of copies (bản chính, bản chứng thực, bản photo). */
export function documentTable(source: FormSource): Html {
  const lines = new Map(source.procedure.documents.map((line) => [line.id, line.name]));
  const rows = source.dossier.documents.filter(
    (document) => document.originals + document.certifiedCopies + document.photocopies > 0,
  );
  return html`<table><thead><tr><th rowspan="2" scope="col">TT</th><th rowspan="2" scope="col">Tên giấy tờ</th><th colspan="3" scope="colgroup">Số lượng</th></tr>
<tr><th scope="col">Bản chính</th><th scope="col">Bản chứng thực</th><th scope="col">Bản photo</th></tr></thead><tbody>
${rows.map(
  (document, index) =>
    html`<tr><td class="number">${index + 1}</td><td>${lines.get(document.lineId) ?? document.lineId}</td><td class="number">${document.originals}</td><td class="number">${document.certifiedCopies}</td><td class="number">${document.photocopies}</td></tr>`,
)}
${rows.length === 0 ? html`<tr><td class="number" colspan="5">Hồ sơ điện tử</td></tr>` : ''}
</tbody></table>`;
}

/** Files with their SHA-256, so that nobody can say later that one was not there. */
function attachmentList(source: FormSource): Html | undefined {
  if (source.dossier.attachments.length === 0) return undefined;
  return html`<p>Tệp điện tử kèm theo (SHA-256):</p><ol>
${source.dossier.attachments.map(
  (file) =>
    html`<li>${source.parties.fileNames[file.uploadId] ?? 'tệp'} (${Math.ceil(file.bytes / 1024)} KB) <span class="small">${file.sha256}</span></li>`,
)}</ol>`;
}
