/** Phiếu gửi hồ sơ: what the applicant hands to the postal clerk, signed by both (45/2016/QĐ-TTg art. 6.4). */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { longDateTime } from '../../../shared/shell/format.ts';
import { html } from '../../../shared/shell/html.ts';
import { contactLine, field, lookUpUrl, placeAndDate, qrCode, staffName } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { formTitleOn, headingOf, placesAt, type FormSource } from './form-source.ts';
import { documentTable } from './receipt.ts';

const services = {
  home: 'Gửi hồ sơ và nhận kết quả',
  counter: 'Gửi hồ sơ',
  'deciding-agency': 'Gửi hồ sơ',
} as const;

export async function sendSlipForm(source: FormSource): Promise<string | undefined> {
  const { dossier, parties, catalogue, procedure } = source;
  if (dossier.sendSlip === undefined) return undefined;
  const on = localDateOf(dossier.filedAt);
  const { counterId, decidingId } = placesAt(source, dossier.filedAt);
  const counter = unitOn(catalogue, counterId, on);
  const title = formTitleOn(catalogue, 'send-slip', on);
  if (counter === undefined || title === undefined) return undefined;
  return formPage({
    title,
    heading: headingOf(catalogue, counter),
    code: { label: 'Số phiếu gửi', value: dossier.sendSlip },
    qr: await qrCode(lookUpUrl(source.baseUrl, dossier.caseId)),
    placeAndDate: placeAndDate(counter, dossier.filedAt),
    body: html`
<p>Mã tra cứu: <strong>${dossier.caseId}</strong></p>
${field('Người gửi', parties.applicant.name)}
${field('Địa chỉ', parties.applicant.address)}
${contactLine(parties.applicant)}
${field('Cơ quan nhận', unitOn(catalogue, decidingId, on)?.name)}
${field('Địa chỉ cơ quan nhận', unitOn(catalogue, decidingId, on)?.address)}
${field('Thủ tục hành chính', `${procedure.name} (mã ${procedure.code})`)}
${field('Dịch vụ', services[dossier.returnTo])}
${field('Địa chỉ nhận kết quả', parties.returnAddress?.address)}
<p>Giấy tờ gửi kèm:</p>
${documentTable(source)}
<p>Nhận lúc: <strong>${longDateTime(dossier.filedAt)}</strong>. Hồ sơ đã được niêm phong trước mặt người gửi.</p>
<p class="small">Thời hạn giải quyết tính từ khi ký biên bản giao nhận hồ sơ với cơ quan có thẩm quyền (45/2016/QĐ-TTg Điều 7.4).</p>`,
    signatures: [
      { role: 'Người gửi', name: parties.applicant.name },
      { role: 'Nhân viên bưu chính', name: staffName(catalogue, dossier.intakeBy) },
    ],
  });
}
