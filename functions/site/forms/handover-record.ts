/**
 * Biên bản giao nhận hồ sơ: the hand-over record between the post and the authority (45/2016/QĐ-TTg art. 7.3). Its signature is the legal
 * moment of filing (art. 7.4). Before it is signed the same page is the bag's manifest.
 */
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { procedureVersion, unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { Discrepancy, Handover, HandoverItem } from '../../../shared/domain/post/handover-state.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import { longDateTime, shortDateTime } from '../../../shared/shell/format.ts';
import { html, type Html } from '../../../shared/shell/html.ts';
import { limitInWords, placeAndDate, qrCode, staffName } from './form-facts.ts';
import { formPage } from './form-frame.ts';
import { formTitleOn, headingOf } from './form-source.ts';

export interface HandoverSource {
  readonly handover: Handover;
  /** In the order of the manifest. */
  readonly lines: readonly HandoverLine[];
  readonly catalogue: Catalogue;
  readonly baseUrl: string;
}

export interface HandoverLine {
  readonly item: HandoverItem;
  readonly dossier: Dossier;
  readonly parties: Parties;
}

const discrepancyInWords: Readonly<Record<Discrepancy['kind'], string>> = {
  missing: 'Có trong danh sách, không có trong túi',
  unexpected: 'Có trong túi, không có trong danh sách',
  seal: 'Niêm phong không còn nguyên hoặc sai số',
};

export async function handoverRecordForm(source: HandoverSource): Promise<string | undefined> {
  const { handover, catalogue } = source;
  const signed = handover.status === 'signed' ? handover : undefined;
  const at = signed?.signedAt ?? handover.preparedAt;
  const on = localDateOf(at);
  const [from, to] = [unitOn(catalogue, handover.fromUnitId, on), unitOn(catalogue, handover.toUnitId, on)];
  const title = formTitleOn(catalogue, 'handover-record', on);
  if (from === undefined || to === undefined || title === undefined) return undefined;
  return formPage({
    title,
    heading: headingOf(catalogue, to),
    code: { label: 'Số biên bản', value: handover.handoverId },
    qr: await qrCode(`${source.baseUrl}/handovers/${handover.handoverId}/record`),
    placeAndDate: placeAndDate(to, at),
    body: html`
<p>Bên giao: <strong>${staffName(catalogue, handover.preparedBy)}</strong>, ${from.name}</p>
<p>Bên nhận: <strong>${signed === undefined ? '' : staffName(catalogue, signed.signedBy)}</strong>, ${to.name}</p>
<p>Số niêm phong: <strong>${handover.sealNumber}</strong> · Lập bảng kê lúc: <strong>${shortDateTime(handover.preparedAt)}</strong></p>
<p>${signed === undefined ? 'Chưa ký nhận: đây là bảng kê túi hồ sơ.' : html`Ký giao nhận lúc: <strong>${longDateTime(signed.signedAt)}</strong>. Thời hạn giải quyết tính từ thời điểm này.`}</p>
<div class="wide" style="--wide: 58rem" role="region" aria-label="Danh sách hồ sơ" tabindex="0"><table><thead><tr><th scope="col">STT</th><th scope="col">Mã hồ sơ</th><th scope="col">Số phiếu gửi</th><th scope="col">Nội dung</th><th scope="col">Họ tên</th><th scope="col">Ngày nhận</th><th scope="col">Thời hạn</th><th scope="col">Ngày hẹn trả</th><th scope="col">Số lượng (bộ)</th><th scope="col">Kiểm đếm</th></tr></thead><tbody>
${source.lines.map((line, index) => row(source, line, index + 1))}
</tbody></table></div>
<p>Tổng số: <strong>${source.lines.length}</strong> hồ sơ.</p>
${discrepancies(source)}`,
    signatures: [
      { role: 'Bên giao', name: staffName(catalogue, handover.preparedBy) },
      { role: 'Bên nhận', ...(signed !== undefined && { name: staffName(catalogue, signed.signedBy) }) },
    ],
  });
}

function row({ handover, catalogue }: HandoverSource, { item, dossier, parties }: HandoverLine, number: number): Html {
  const procedure = procedureVersion(catalogue, dossier.procedure.code, dossier.procedure.version);
  return html`<tr><td class="number">${number}</td><td>${dossier.dossierCode ?? dossier.caseId}</td><td>${item.sendSlip ?? ''}</td><td>${procedure?.name ?? dossier.procedure.code}</td><td>${parties.owner.name}</td><td>${shortDateTime(dossier.filedAt)}</td><td>${procedure === undefined ? '' : limitInWords(procedure.timeLimit)}</td><td>${dossier.clock === undefined ? '' : shortDateTime(dossier.clock.dueAt)}</td><td class="number">${dossier.sets}</td><td class="number">${counted(handover, item)}</td></tr>`;
}

function counted(handover: Handover, item: HandoverItem): string {
  if (handover.status !== 'signed') return '';
  return handover.present.includes(item.entityId) ? 'Đủ' : 'Thiếu';
}

function discrepancies({ handover }: HandoverSource): Html | undefined {
  if (handover.status !== 'signed' || handover.discrepancies.length === 0) return undefined;
  return html`<p><strong>Sai lệch:</strong></p><ol>${handover.discrepancies.map(
    (one) =>
      html`<li>${discrepancyInWords[one.kind]}${one.entityId !== undefined && `: ${one.entityId.replace('case#', '')}`}${one.resolved !== undefined && ` (đã giải quyết: ${one.resolved.reason})`}</li>`,
  )}</ol>`;
}
