import { phonesIn } from '../../mail/incoming/codes-in-text.ts';
import { toE164 } from '../../../shared/shell/phone.ts';

/** Within a longer text a number may be anybody's. Characters. */
const LONGEST_ANSWER = 120;

/** The number that an answer gives, alone or within a short sentence. E.164. */
export function phoneIn(text: string): string | undefined {
  return toE164(text) ?? (text.length <= LONGEST_ANSWER ? phonesIn(text)[0] : undefined);
}
