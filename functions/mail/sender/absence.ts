/** Out-of-office answers: the words that mail programs and people put in them, and the last day that they name. */
import { addDays, isRealDate, type LocalDate } from '../../../shared/domain/time.ts';

/** How mail programs head an automatic answer; the subject of the answered mail follows. */
const AUTOMATIC_SUBJECT =
  /^(?:tự động trả lời|trả lời tự động|thư trả lời tự động|automatic reply|auto(?:matic)?[ -]?(?:reply|response)|autoreply)\s*(?::|$)/iu;
const ABSENT_SUBJECT =
  /^(?:out[ -]of[ -](?:the[ -])?office|vắng mặt|nghỉ phép|đi công tác)(?: automatic reply| autoreply)?\s*(?:[:(]|$)/iu;
const ABSENT_WORDS =
  /vắng mặt|nghỉ phép|nghỉ thai sản|nghỉ ốm|nghỉ lễ|đi công tác|đi vắng|không có mặt|out of (?:the )?office|on (?:annual |sick |maternity )?leave|on vacation|on holiday|away (?:from|until)|business trip/iu;
const LAST_DAY_WORDS = /(?:đến hết(?: ngày)?|hết ngày|(?:cho )?(?:đến|tới)(?: ngày)?|until|through|till|to)$/iu;
const FIRST_DAY_BACK_WORDS =
  /(?:trở lại(?: làm việc)?(?: từ| vào)?(?: ngày)?|quay lại(?: làm việc)?(?: từ| vào)?(?: ngày)?|(?:back|return|returning)(?: in the office| to work| to the office)?(?: on)?)$/iu;

/** Characters of a letter in which an absence is said; below it may stand what it answers. */
const TOP = 2000;

export function isAutomaticSubject(subject: string): boolean {
  return AUTOMATIC_SUBJECT.test(subject.trim());
}

/** `Nghỉ phép`, or `Vắng mặt: …`; not a sentence that only begins so. */
export function isAbsenceSubject(subject: string): boolean {
  return ABSENT_SUBJECT.test(subject.trim());
}

export function speaksOfAbsence(words: string): boolean {
  return ABSENT_WORDS.test(words.slice(0, TOP));
}

/**
 * The last day of an absence where it is said plainly, with its year: `đến hết ngày 30/11/2026`, `until 30-11-2026`, `trở lại làm việc ngày
 * 01/12/2026`. Day before month, as in Viet Nam. Of several the last.
 */
export function absentUntil(text: string): LocalDate | undefined {
  const top = text.slice(0, TOP).replace(/\s+/gu, ' ');
  const days = [...top.matchAll(/(?<!\d)(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})(?!\d)/gu)].flatMap(
    ({ 1: day = '', 2: month = '', 3: year = '', index }) => {
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      const before = top.slice(Math.max(0, index - 40), index).trimEnd();
      if (!isRealDate(date)) return [];
      if (FIRST_DAY_BACK_WORDS.test(before)) return [addDays(date, -1)];
      return LAST_DAY_WORDS.test(before) || /\d ?[–-]$/u.test(before) ? [date] : [];
    },
  );
  return days.toSorted().at(-1);
}
