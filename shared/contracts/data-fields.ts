/** Building blocks of the province's data. */
import * as z from 'zod/mini';

export const list = <Item extends z.ZodMiniType>(item: Item): z.ZodMiniReadonly<z.ZodMiniArray<Item>> =>
  z.readonly(z.array(item));
export const matching = (pattern: RegExp): z.ZodMiniString => z.string().check(z.regex(pattern));
/** NFC without leading, trailing or control characters: the text is compared and printed as it stands. */
export const text = z.string().check(
  z.minLength(1),
  z.maxLength(500),
  z.refine((value) => value === value.normalize('NFC') && value === value.trim() && !/\p{Cc}/u.test(value), {
    error: 'must be trimmed NFC text without control characters',
  }),
);
export const date = z.iso.date();
export const time = matching(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
export const identifier = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const areaCode = matching(/^\d{2,5}$/);
/** National procedure code (mã thủ tục hành chính). */
export const procedureCode = matching(/^[1-6]\.\d{6}$/);
/** Identifier of an agency, at most 35 characters, left to right (Decision 20/2020/QĐ-TTg). */
export const agencyCode = matching(/^[A-Y]\d{2}(\.[A-Z0-9]+)*$/).check(z.maxLength(35));
export const count = z.int().check(z.minimum(0));
export const positive = z.int().check(z.minimum(1));

export const validity = { validFrom: date, validTo: z.exactOptional(date) };
export const sourced = { source: text, demo: z.exactOptional(z.boolean()) };
