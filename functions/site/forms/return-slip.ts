/**
 * Phiếu gửi on the way back: the authority sends the result, and the originals that go back with it, to the door. Signed by the authority and the
 * clerk when the parcel leaves, and by the recipient when it arrives (45/2016/QĐ-TTg art. 6.4, 9).
 */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { longDateTime } from '../../../shared/shell/format.ts';
import { html } from '../../../shared/shell/html.ts';
import { contactLine, field, lookUpUrl, placeAndDate, qrCode, staffName } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { eventsOf, formTitleOn, headingOf, placesAt, type FormSource } from './form-source.ts';
import { documentTable } from './receipt.ts';

/** @returns undefined until the result has been handed to the post. */
export async function returnSlipForm(source: FormSource): Promise<string | undefined> {
  const { dossier, parties, catalogue, procedure } = source;
  const handed = eventsOf(source.history, 'ResultHandedToPost').at(-1);
  if (handed === undefined || !('result' in dossier)) return undefined;
  const { at, parcelNumber, carrier } = handed.event;
  const on = localDateOf(at);
  const { counterId, decidingId } = placesAt(source, at);
  const sender = unitOn(catalogue, counterId, on);
  const title = formTitleOn(catalogue, 'send-slip', on);
  if (sender === undefined || title === undefined) return undefined;
  const code = dossier.dossierCode ?? dossier.caseId;
  const { returnAddress = { recipient: parties.applicant.name, ...parties.applicant } } = parties;
  const originals = dossier.documents.filter((document) => document.originals > 0);
  return formPage({
    title,
    heading: headingOf(catalogue, sender),
    code: { label: 'Số bưu gửi', value: parcelNumber },
    qr: await qrCode(lookUpUrl(source.baseUrl, code)),
    placeAndDate: placeAndDate(sender, at),
    body: html`
<p>Mã hồ sơ: <strong>${code}</strong> · Dịch vụ: <strong>Nhận kết quả tại nhà</strong></p>
${field('Cơ quan gửi', sender.name)}
${field('Địa chỉ', sender.address)}
${field('Cơ quan giải quyết', unitOn(catalogue, decidingId, on)?.name)}
${field('Thủ tục hành chính', `${procedure.name} (mã ${procedure.code})`)}
${field('Người nhận', returnAddress.recipient)}
${field('Địa chỉ nhận kết quả', returnAddress.address)}
${contactLine({ phone: returnAddress.phone })}
<p>Kết quả gửi kèm: <strong>${dossier.result.outcome === 'granted' ? 'Kết quả giải quyết' : 'Phiếu từ chối'} số ${dossier.result.resultNumber}</strong></p>
${originals.length > 0 && html`<p>Bản chính đã nộp (trả lại những bản thu để đối chiếu, gạch bỏ những bản cơ quan lưu):</p>${documentTable({ ...source, dossier: { ...dossier, documents: originals } })}`}
<p>Giao cho bưu chính lúc: <strong>${longDateTime(at)}</strong>. Bưu gửi đã được niêm phong.</p>
<p class="small">Khi phát: kiểm tra giấy tờ tùy thân hoặc giấy ủy quyền của người nhận. Ngày, giờ nhận: ………………… Người nhận ký: …………………</p>`,
    signatures: [{ role: 'Cơ quan gửi' }, { role: 'Nhân viên bưu chính', name: staffName(catalogue, carrier) }],
  });
}
