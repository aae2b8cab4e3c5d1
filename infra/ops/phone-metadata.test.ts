import { readFileSync } from 'node:fs';
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toE164 } from '../../shared/shell/phone.ts';
import { phoneMetadataText } from './phone-metadata.ts';

/** As the whole library says. */
function inFull(text: string): string | undefined {
  const phone = parsePhoneNumberFromString(text.trim(), { defaultCountry: 'VN', extract: false });
  return phone?.isValid() === true ? phone.number : undefined;
}

describe('the metadata of telephone numbers', () => {
  it('are those of the installed library (npm run phone-metadata makes them again)', () => {
    const kept = readFileSync(new URL('../../shared/shell/phone-metadata.json', import.meta.url), 'utf8');
    expect(kept).toBe(phoneMetadataText());
  });

  it.each(getCountries())('know the numbers of %s', (country) => {
    const example = getExampleNumber(country, examples);
    expect(toE164(example?.formatInternational() ?? '')).toBe(example?.number);
  });

  it('take and refuse what the whole library takes and refuses', () => {
    const codes = [...new Set(getCountries().map((country) => getCountryCallingCode(country))), '800', '870', '999'];
    const international = fc
      .tuple(fc.constantFrom(...codes), fc.stringMatching(/^\d{3,13}$/u))
      .map(([code, rest]) => `+${code}${rest}`);
    const atHome = fc.stringMatching(/^0?[1-9]\d{7,9}$/u);
    fc.assert(
      fc.property(fc.oneof(international, atHome), (text) => {
        expect(toE164(text)).toBe(inFull(text));
      }),
      { numRuns: 2000 },
    );
  });
});
