/**
 * What is read of one mail. People's mails stay far below; a mail that does not was made to hurt, and the rest of it is left unread
 * (`ParsedMail.incomplete`). Sizes are bytes unless they say characters.
 */
export const MAIL_LIMITS = {
  /** Of the mail itself: SES adds a few KB, long lists of recipients some more. */
  headers: 256 * 1024,
  /** Of one part, and of all parts together. */
  partHeaders: 16 * 1024,
  allPartHeaders: 512 * 1024,
  /** Of one header's value that is taken apart (addresses, parameters), characters. */
  headerValue: 64 * 1024,
  parts: 500,
  /** Multiparts in multiparts. Exchange and mailing lists reach five. */
  depth: 20,
  /** Of all text parts together, as they are after decoding; what would be beyond becomes an attachment. */
  text: 1024 * 1024,
  /** Addresses of one mail. */
  addresses: 500,
  /** Of a report's part: the headers of the mail that came back are enough. */
  report: 64 * 1024,
} as const;
