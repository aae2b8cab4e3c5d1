/** Telephone numbers as people in Viet Nam write them, to E.164. */
import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';
import metadata from './phone-metadata.json' with { type: 'json' };

/** @returns E.164 (`+84912345678`), or undefined when it is no possible number; a number without a country is Vietnamese. */
export function toE164(text: string): string | undefined {
  const options = { defaultCountry: 'VN', extract: false } as const;
  const phone = parsePhoneNumberFromString(text.trim(), options, metadata as unknown as MetadataJson);
  return phone?.isValid() === true ? phone.number : undefined;
}

/** The last digits that prove somebody knows the number (`count` of them). */
export function lastDigits(e164: string, count: number): string {
  return e164.slice(-count);
}
