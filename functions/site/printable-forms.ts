/** Which forms the owner can print now, with addresses that carry the case's own secret. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import type { SigningKeys } from '../../shared/ports/outside.ts';
import { dossierToken } from '../../shared/shell/dossier-link.ts';

export interface PrintableForm {
  readonly title: string;
  readonly href: string;
}

export function printableForms(details: DossierDetails, keys: SigningKeys): readonly PrintableForm[] {
  const token = dossierToken(keys, details.code);
  const happened = new Set(details.timeline.map((entry) => entry.what));
  const refused = happened.has('DossierRefused') || details.result?.outcome === 'refused';
  return [
    ...(details.receivedAt === undefined
      ? []
      : [{ form: 'receipt', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' }]),
    ...(details.sendSlip === undefined ? [] : [{ form: 'send-slip', title: 'Phiếu gửi hồ sơ' }]),
    ...(happened.has('SupplementRequested')
      ? [{ form: 'supplement-request', title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' }]
      : []),
    ...(refused ? [{ form: 'refusal', title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' }] : []),
    ...(details.receivedAt === undefined
      ? []
      : [{ form: 'process-control', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' }]),
  ].map(({ form, title }) => ({ title, href: `/forms/${form}/${details.code}?k=${encodeURIComponent(token)}` }));
}
