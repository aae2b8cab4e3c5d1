/** Who reports what, brought into shape: the telephone number to E.164, the rest as it was written. */
import type { ReporterFields } from '../../../shared/contracts/http/report-intake.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import type { FieldError } from '../../../shared/shell/http.ts';
import { toE164 } from '../../../shared/shell/phone.ts';

export type ReadReporter =
  | { readonly kind: 'read'; readonly people: ReportPeople }
  | { readonly kind: 'malformed'; readonly errors: readonly FieldError[] };

/** Nothing is proven: a number that was typed or said may be anybody's. */
export function readReporter(
  { name, address, phone, email, summary, content, place, latitude, longitude }: ReporterFields,
  fileNames: ReportPeople['fileNames'],
): ReadReporter {
  const e164 = toE164(phone);
  const errors = [
    ...(e164 === undefined ? [{ pointer: '/phone', code: 'phone' }] : []),
    ...(latitude !== undefined && longitude === undefined ? [{ pointer: '/longitude', code: 'required' }] : []),
    ...(longitude !== undefined && latitude === undefined ? [{ pointer: '/latitude', code: 'required' }] : []),
  ];
  if (e164 === undefined || errors.length > 0) return { kind: 'malformed', errors };
  const people = {
    name,
    address,
    phone: e164,
    summary,
    content,
    ...(email !== undefined && { email }),
    ...(place !== undefined && { place }),
    later: [],
    fileNames,
    proven: [],
  };
  return { kind: 'read', people };
}
