/** How instants and money read on paper and on screen: always the clock of Viet Nam (Asia/Ho_Chi_Minh), whole đồng. */
import { localDateOf, localTimeOf, type Instant, type LocalDate } from '../domain/time.ts';

/** `23/11/2026` */
export function shortDate(day: Instant | LocalDate): string {
  const [year = '', month = '', date = ''] = dayOf(day).split('-');
  return `${date}/${month}/${year}`;
}

/** `09:05, 23/11/2026` */
export function shortDateTime(instant: Instant): string {
  return `${localTimeOf(instant)}, ${shortDate(instant)}`;
}

/** `ngày 23 tháng 11 năm 2026`; days below 10 and the months 1 and 2 get a leading zero (30/2020/NĐ-CP, annex I, place and date). */
export function longDate(day: Instant | LocalDate): string {
  const [year = '', month = '', date = ''] = dayOf(day).split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

/** `09 giờ 05 phút, ngày 23 tháng 11 năm 2026` */
export function longDateTime(instant: Instant): string {
  const [hours = '', minutes = ''] = localTimeOf(instant).split(':');
  return `${hours} giờ ${minutes} phút, ${longDate(instant)}`;
}

const dong = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });

/** `20.000 ₫` with a no-break space, as Intl writes it. @param amount whole đồng */
export function money(amount: number): string {
  return dong.format(amount);
}

const DATE_LENGTH = 'YYYY-MM-DD'.length;

function dayOf(day: Instant | LocalDate): LocalDate {
  return day.length === DATE_LENGTH ? (day as LocalDate) : localDateOf(day as Instant);
}
