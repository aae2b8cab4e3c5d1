/** Mẫu số 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ: refusal at reception or as a result (61/2018/NĐ-CP art. 17.1b, 19.8; A5). */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import { html } from '../../../shared/shell/html.ts';
import { contactLine, field, lookUpUrl, placeAndDate, qrCode } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { eventsOf, formTitleOn, headingOf, type FormSource } from './form-source.ts';

export async function refusalForm(source: FormSource): Promise<string | undefined> {
  const { dossier, parties, catalogue, procedure } = source;
  const refusal = refusalOf(source);
  if (refusal === undefined) return undefined;
  const on = localDateOf(refusal.at);
  const unit = unitOn(catalogue, refusal.unitId, on);
  const counter = unitOn(catalogue, dossier.counterId, on);
  const title = formTitleOn(catalogue, 'refusal', on);
  if (unit === undefined || title === undefined) return undefined;
  const code = dossier.dossierCode ?? dossier.caseId;
  return formPage({
    title,
    heading: headingOf(catalogue, unit),
    code: { label: 'Mã hồ sơ', value: code },
    qr: await qrCode(lookUpUrl(source.baseUrl, code)),
    placeAndDate: placeAndDate(unit, refusal.at),
    number: `1/${code}`,
    body: html`
<p>${counter?.name ?? unit.name} tiếp nhận hồ sơ của: <strong>${parties.applicant.name}</strong></p>
${field('Địa chỉ', parties.applicant.address)}
${contactLine(parties.applicant)}
${field('Nội dung yêu cầu giải quyết', `${procedure.name} (mã ${procedure.code})`)}
<p>Qua xem xét, ${unit.name} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:</p>
<p><strong>${refusal.reason}</strong></p>
<p class="small">Xin thông báo để Ông/Bà được biết. Liên hệ: ${counter?.name ?? unit.name}, điện thoại ${counter?.phone ?? unit.phone}.</p>`,
    signatures: [{ role: 'Người nộp hồ sơ', name: parties.applicant.name }, { role: 'Người tiếp nhận hồ sơ' }],
  });
}

function refusalOf(
  source: FormSource,
): { readonly reason: string; readonly at: Instant; readonly unitId: string } | undefined {
  const atReception = eventsOf(source.history, 'DossierRefused').at(-1);
  if (atReception !== undefined) {
    return { reason: atReception.event.reason, at: atReception.event.at, unitId: source.dossier.counterId };
  }
  const decided = eventsOf(source.history, 'DossierDecided').at(-1);
  if (decided?.event.result.outcome !== 'refused') return undefined;
  return {
    reason: decided.event.result.reason ?? '',
    at: decided.event.result.decidedAt,
    unitId: source.dossier.deciding.unitId,
  };
}
