/** `npm run phone-metadata`: after libphonenumber-js was updated; a test fails until it was called. */
import { writeFileSync } from 'node:fs';
import { phoneMetadataText } from './phone-metadata.ts';

writeFileSync(new URL('../../shared/shell/phone-metadata.json', import.meta.url), phoneMetadataText());
