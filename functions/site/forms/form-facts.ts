/** Small facts that several forms print the same way. */
import QRCode from 'qrcode';
import type { Catalogue, TimeLimit, Unit } from '../../../shared/domain/catalogue/catalogue.ts';
import type { Applicant } from '../../../shared/domain/dossier/parties.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { longDate } from '../../../shared/shell/format.ts';
import { html, type Html } from '../../../shared/shell/html.ts';
import type { FormSource } from './form-source.ts';

/** The look-up page of a code. The bare code is no secret: it shows only how far the dossier is (01/2018/TT-VPCP art. 16). */
export function lookUpUrl(baseUrl: string, code: string): string {
  return `${baseUrl}/tra-cuu?code=${encodeURIComponent(code)}`;
}

/** QR code of the look-up page as inline SVG (01/2018/TT-VPCP art. 19.2 allows it beside the code). */
export async function qrCode(text: string): Promise<Html> {
  const svg = await QRCode.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
  return html.trusted(svg.replace('<svg ', '<svg role="img" aria-label="Mã QR tra cứu" '));
}

export function placeAndDate(unit: Unit, at: Instant): string {
  return `${unit.place}, ${longDate(at)}`;
}

/** Thời hạn giải quyết in words; the difference between `ngày làm việc` and `ngày` is the law's. */
export function limitInWords(limit: TimeLimit): string {
  switch (limit.unit) {
    case 'working-days':
      return `${String(limit.amount)} ngày làm việc`;
    case 'days':
      return `${String(limit.amount)} ngày`;
    case 'working-hours':
      return `${String(limit.amount)} giờ làm việc`;
    case 'same-day':
      return 'Trong ngày (nhận sau 15 giờ: ngày làm việc tiếp theo)';
  }
}

export const channelInWords = { counter: 'trực tiếp', online: 'trực tuyến', post: 'bưu chính công ích' } as const;

export function returnInWords(source: FormSource, counter: Unit | undefined, deciding: Unit | undefined): string {
  switch (source.dossier.returnTo) {
    case 'counter':
      return `Nơi đã tiếp nhận hồ sơ: ${counter?.name ?? ''}`;
    case 'home':
      return `Tại nhà, qua dịch vụ bưu chính công ích: ${source.parties.returnAddress?.address ?? ''}`;
    case 'deciding-agency':
      return `Cơ quan giải quyết: ${deciding?.name ?? ''}`;
  }
}

/** A member of staff by name, as the person who signs; the name is public on a form. */
export function staffName(catalogue: Catalogue, staffId: string | undefined): string {
  return catalogue.staff.find((person) => person.id === staffId)?.name ?? '';
}

/** How the applicant is reached; a Vietnamese number as it is dialled at home. */
export function contactLine({ phone, email }: Pick<Applicant, 'phone' | 'email'>): Html {
  return html`<p>Số điện thoại: <strong>${phone.replace(/^\+84/u, '0')}</strong>${email !== undefined && html` · Email: <strong>${email}</strong>`}</p>`;
}

/** One labelled line, left out when there is nothing to say. */
export function field(label: string, value: string | undefined): Html | undefined {
  return value === undefined || value === '' ? undefined : html`<p>${label}: <strong>${value}</strong></p>`;
}
