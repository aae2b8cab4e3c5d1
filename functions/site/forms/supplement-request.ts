/** Mẫu số 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: request to supplement (61/2018/NĐ-CP art. 17.1a, 19.4; A5). */
import { unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { longDateTime } from '../../../shared/shell/format.ts';
import { html } from '../../../shared/shell/html.ts';
import { contactLine, field, lookUpUrl, placeAndDate, qrCode } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { eventsOf, formTitleOn, headingOf, placesAt, type FormSource } from './form-source.ts';

/** @param which the number of the request, 1 being the first; the last when not given. */
export async function supplementRequestForm(source: FormSource, which?: number): Promise<string | undefined> {
  const { dossier, parties, catalogue, procedure } = source;
  const requests = eventsOf(source.history, 'SupplementRequested');
  const request = which === undefined ? requests.at(-1) : requests.find(({ event }) => event.requestNumber === which);
  if (request === undefined) return undefined;
  const on = localDateOf(request.event.requestedAt);
  const counter = unitOn(catalogue, placesAt(source, request.event.requestedAt).counterId, on);
  const title = formTitleOn(catalogue, 'supplement-request', on);
  if (counter === undefined || title === undefined) return undefined;
  const code = dossier.dossierCode ?? dossier.caseId;
  const lines = new Map(procedure.documents.map((line) => [line.id, line.name]));
  return formPage({
    title,
    heading: headingOf(catalogue, counter),
    code: { label: 'Mã hồ sơ', value: code },
    qr: await qrCode(lookUpUrl(source.baseUrl, code)),
    placeAndDate: placeAndDate(counter, request.event.requestedAt),
    number: `${String(request.event.requestNumber)}/${code}`,
    body: html`
${field('Hồ sơ của', parties.applicant.name)}
${field('Nội dung yêu cầu giải quyết', `${procedure.name} (mã ${procedure.code})`)}
${field('Địa chỉ', parties.applicant.address)}
${contactLine(parties.applicant)}
<p>Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:</p>
<ol>${request.event.items.map((item) => html`<li><strong>${lines.get(item.lineId) ?? item.lineId}</strong>: ${item.what}</li>`)}</ol>
<p>Lý do: <strong>${request.event.reason}</strong></p>
<p>Đề nghị bổ sung trước: <strong>${longDateTime(request.event.wait.dueAt)}</strong></p>
<p class="small">Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, xin liên hệ ${counter.name}, điện thoại ${counter.phone}, hoặc ${source.baseUrl}/tra-cuu để được hướng dẫn.</p>`,
    signatures: [{ role: 'Người nhận phiếu', name: parties.applicant.name }, { role: 'Người hướng dẫn' }],
  });
}
