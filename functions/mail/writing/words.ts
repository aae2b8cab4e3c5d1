/** Times as a sentence says them, with the day of the week: people plan by it. Always the clock of Viet Nam. */
import { isoWeekday, localDateOf, type Instant, type LocalDate } from '../../../shared/domain/time.ts';
import { longDate, longDateTime } from '../../../shared/shell/format.ts';

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** `16 giờ 30 phút, thứ Hai, ngày 07 tháng 12 năm 2026` */
export function inWords(instant: Instant): string {
  return longDateTime(instant).replace(', ', `, ${weekdayOf(localDateOf(instant))}, `);
}

/** `thứ Hai, ngày 07 tháng 12 năm 2026` */
export function dayInWords(day: LocalDate): string {
  return `${weekdayOf(day)}, ${longDate(day)}`;
}

const englishTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'full',
  timeStyle: 'short',
});
const englishDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'full' });

/** `Monday, 7 December 2026 at 16:30` */
export function inEnglish(instant: Instant): string {
  return englishTime.format(new Date(instant));
}

export function dayInEnglish(day: LocalDate): string {
  return englishDay.format(new Date(`${day}T12:00:00+07:00`));
}

function weekdayOf(day: LocalDate): string {
  return weekdays[isoWeekday(day) - 1] ?? '';
}

export function upperFirst(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
