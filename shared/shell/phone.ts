/** Telephone numbers as people in Viet Nam write them, to E.164 and back. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** @returns E.164 (`+84912345678`), or undefined when it is no possible number; a number without a country is Vietnamese. */
export function toE164(text: string): string | undefined {
  const phone = parsePhoneNumberFromString(text.trim(), { defaultCountry: 'VN', extract: false });
  return phone?.isValid() === true ? phone.number : undefined;
}

/** As it is said at home: `0912 345 678`; international form for other countries. */
export function spokenPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (phone === undefined) return e164;
  return phone.country === 'VN' ? phone.formatNational() : phone.formatInternational();
}

/** The last digits that prove somebody knows the number (`count` of them). */
export function lastDigits(e164: string, count: number): string {
  return e164.slice(-count);
}
