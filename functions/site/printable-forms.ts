/** Which forms the viewer of a case page can print now. */
import type { DossierDetails } from '../../shared/contracts/http/dossier-views.ts';
import { formAddress, type PrintedForm } from './forms/form-address.ts';

export interface PrintableForm {
  readonly title: string;
  readonly href: string;
}

/** The owner prints with the token that opened the page, staff with their session: nobody is handed a token here. */
export type FormReader = { readonly kind: 'owner'; readonly token: string } | { readonly kind: 'staff' };

export function printableForms(details: DossierDetails, reader: FormReader): readonly PrintableForm[] {
  const { code } = details;
  const happened = new Set(details.timeline.map((entry) => entry.what));
  const received = details.receivedAt !== undefined;
  const refused = happened.has('DossierRefused') || details.result?.outcome === 'refused';
  const forStaff = reader.kind === 'staff';
  const forms: readonly (readonly [form: PrintedForm, title: string, isThere: boolean])[] = [
    ['receipt', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', received],
    ['send-slip', 'Phiếu gửi hồ sơ', details.sendSlip !== undefined],
    ['return-slip', 'Phiếu gửi kết quả', happened.has('ResultHandedToPost')],
    ['supplement-request', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', happened.has('SupplementRequested')],
    ['apology', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', happened.has('DeadlineExtended')],
    [
      'apology-draft',
      'Dự thảo phiếu xin lỗi và hẹn lại ngày trả kết quả',
      forStaff && details.apologyPreparedAt !== undefined,
    ],
    ['refusal', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', refused],
    ['process-control', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', forStaff && received],
  ];
  const token = forStaff ? undefined : reader.token;
  return forms
    .filter(([, , isThere]) => isThere)
    .map(([form, title]) => ({ title, href: formAddress({ baseUrl: '', form, code }, token) }));
}
