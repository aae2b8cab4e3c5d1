import metadata from 'libphonenumber-js/min/metadata';
import type { CountryCode, MetadataJson } from 'libphonenumber-js/core';

/** Position of the patterns for writing a number in the library's row of a country. */
const FORMATS = 4;

/**
 * The library's metadata without the patterns for writing numbers: we read numbers and keep them as E.164, which needs none. What is a valid
 * number stays the same for every country; 48 KB less in a bundle.
 */
export function phoneMetadata(): MetadataJson {
  const { version, country_calling_codes, countries, nonGeographic } = metadata;
  return {
    version,
    country_calling_codes,
    countries: eachWithoutFormats(countries),
    nonGeographic: eachWithoutFormats(nonGeographic),
  };
}

/** A country a line, so that a change of the library shows as the countries that it is about. */
export function phoneMetadataText(): string {
  const { countries, ...others } = phoneMetadata();
  const lines = (Object.keys(countries) as CountryCode[]).map(
    (country) => `${JSON.stringify(country)}:${JSON.stringify(countries[country])}`,
  );
  return `${JSON.stringify(others).slice(0, -1)},"countries":{\n${lines.join(',\n')}\n}}\n`;
}

function eachWithoutFormats(rows: Readonly<Record<string, unknown[]>>): Record<string, unknown[]> {
  const cut = (row: readonly unknown[]) => row.map((value, index) => (index === FORMATS ? 0 : value));
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, cut(row)]));
}
