/** Attachments: a form to upload one file to, then its check by content. Allowed types are data, not code. */
import * as z from 'zod/mini';
import { instant, link, name, uploadId } from './fields.ts';

/** What an office can open for years; photographs of papers by phone are JPEG or PNG, scans PDF or TIFF, filled-in forms DOCX. */
export const ATTACHMENT_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

/** 10 MB a file, as the pilot sets; the catalogue's limit applies when it is lower. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

export const NewAttachment = z.strictObject({ fileName: name, contentType: z.enum(ATTACHMENT_TYPES) });
export type NewAttachment = z.infer<typeof NewAttachment>;

export const AttachmentForm = z.strictObject({
  uploadId,
  /** `multipart/form-data` POST: these fields first, the file last in the field `file`. */
  form: z.strictObject({ url: link, fields: z.record(z.string(), z.string()) }),
  maxBytes: z.int(),
  expiresAt: instant,
});

export const CheckedAttachment = z.strictObject({
  uploadId,
  fileName: z.string(),
  contentType: z.enum(ATTACHMENT_TYPES),
  bytes: z.int().check(z.minimum(1)),
  /** Hexadecimal SHA-256 of the bytes as they arrived. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type CheckedAttachment = z.infer<typeof CheckedAttachment>;
