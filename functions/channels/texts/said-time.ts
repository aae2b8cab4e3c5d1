import type { Instant } from '../../../shared/domain/time.ts';
import { shortDateTime } from '../../../shared/shell/format.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';

const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** `16:30, 23/11/2026` and `23 Nov 2026, 16:30`, by the clock of Viet Nam. */
export function saidTime(instant: Instant): SaidText {
  return { vi: shortDateTime(instant), en: english.format(new Date(instant)) };
}
