/** Which forms the viewer of a case page can print now. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';

export interface PrintableForm {
  readonly title: string;
  readonly href: string;
}

/** The owner prints with the token that opened the page, staff with their session: nobody is handed a token here. */
export type FormReader = { readonly kind: 'owner'; readonly token: string } | { readonly kind: 'staff' };

export function printableForms(details: DossierDetails, reader: FormReader): readonly PrintableForm[] {
  const happened = new Set(details.timeline.map((entry) => entry.what));
  const refused = happened.has('DossierRefused') || details.result?.outcome === 'refused';
  const received = details.receivedAt !== undefined;
  const query = reader.kind === 'owner' ? `?k=${encodeURIComponent(reader.token)}` : '';
  return [
    ...(received ? [{ form: 'receipt', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' }] : []),
    ...(details.sendSlip === undefined ? [] : [{ form: 'send-slip', title: 'Phiếu gửi hồ sơ' }]),
    ...(happened.has('ResultHandedToPost') ? [{ form: 'return-slip', title: 'Phiếu gửi kết quả' }] : []),
    ...(happened.has('SupplementRequested')
      ? [{ form: 'supplement-request', title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' }]
      : []),
    ...(refused ? [{ form: 'refusal', title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' }] : []),
    ...(received && reader.kind === 'staff'
      ? [{ form: 'process-control', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' }]
      : []),
  ].map(({ form, title }) => ({ title, href: `/forms/${form}/${details.code}${query}` }));
}
