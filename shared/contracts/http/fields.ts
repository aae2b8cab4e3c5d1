/**
 * Building blocks of every body. Text arrives in Unicode NFC and without control characters (shared/shell/clean-text.ts); any script
 * and emoji may stand in it.
 */
import * as z from 'zod/mini';

export const NAME_LENGTH = 200;
export const TEXT_LENGTH = 4000;

/** Something to see: not only spaces, zero-width characters and accents of no letter. An empty text is told of by its length. */
const visible = z.regex(/^$|[^\p{C}\p{Z}\p{M}]/u);

/** One line: a name, an address, a number on a paper. */
export const name = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(NAME_LENGTH), visible, z.regex(/^[^\n\r\t\u2028\u2029]*$/u));
/** What a person explains, in lines. */
export const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(TEXT_LENGTH), visible);
/** A telephone number as people write it; the function brings it to E.164, Vietnamese when no country is given. */
export const phone = z.string().check(z.maxLength(32), z.trim(), z.regex(/^\+?[0-9][0-9 .()-]{4,30}$/));
export const email = z.string().check(z.maxLength(254), z.trim(), z.email());
/** Số CCCD, CMND, hộ chiếu. */
export const idNumber = z.string().check(z.maxLength(30), z.trim(), z.regex(/^[0-9A-Za-z./-]{6,30}$/));

export const catalogueId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
export const uploadId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));
/** A tracking code or a dossier code, as written or as heard. */
export const anyCode = z.string().check(z.maxLength(60), z.trim(), z.minLength(4), z.regex(/^[0-9A-Za-z.\s-]+$/));

export const count = z.int().check(z.minimum(0), z.maximum(999));
export const instant = z.iso.datetime();
export const localDate = z.iso.date();
export const link = z.string().check(z.maxLength(4096), z.regex(/^https?:\/\//));
