/**
 * A mail as its bytes say it: nothing in it is believed yet. Texts are Unicode NFC, lines end in LF, addresses are in lower case. Personal data:
 * it never leaves the function that reads it.
 */
export interface ParsedMail {
  /** As written, with its angle brackets. */
  readonly messageId?: string;
  /** Every address of every From header: more than one is a reason not to believe any. */
  readonly from: readonly string[];
  readonly displayName?: string;
  /** To, Cc, Delivered-To, X-Original-To, Envelope-To and the `for` of the first Received, which SES writes. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** ISO 8601, or as written when it is no date. */
  readonly date?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** From the top, duplicates included; names in lower case, values unfolded and otherwise as they stand. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The whole text, with all that it quotes: the plain parts, and what HTML alone says. */
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly MailAttachment[];
  /** The machine's parts of a report (RFC 3464, RFC 8098), and the headers of the mail that it is about. */
  readonly reports: readonly MailReport[];
  /** Content-Type of the whole, with its parameters, as written. */
  readonly contentType: string;
  /** Present when something was beyond the limits of `mail-limits.ts` and was not read. What was read is sound, but not all there is. */
  readonly incomplete?: true;
}

export interface MailAttachment {
  /** Without folders; empty when the mail gives none. */
  readonly fileName: string;
  readonly content: Uint8Array;
  /** As declared: for telling, never for trusting. */
  readonly contentType: string;
  /** A picture of a signature, or a file that the mail program shows in the text. */
  readonly inline: boolean;
}

export interface MailReport {
  readonly contentType: string;
  readonly text: string;
}
