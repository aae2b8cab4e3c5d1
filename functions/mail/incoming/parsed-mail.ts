/** A mail as it was written by whoever wrote it: read, but believed in nothing. Personal data: it never leaves the function that reads it. */
export interface ParsedMail {
  readonly messageId?: string;
  /** Every address of the From header, lower-case: more than one is suspicious. */
  readonly from: readonly string[];
  readonly displayName?: string;
  /** Lower-case: To, Cc, Delivered-To, X-Original-To, Envelope-To and the `for` of the first Received, which names the blind copies too. */
  readonly recipients: readonly string[];
  /** Normalised (NFC). */
  readonly subject: string;
  readonly date?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** In order, from the top: names in lower case, values unfolded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Plain text of the whole mail, or what its HTML says; normalised (NFC). */
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly MailAttachment[];
  /** Parts of a multipart/report that a machine wrote for machines: message/delivery-status, message/disposition-notification, message/rfc822. */
  readonly reports: readonly MailReport[];
  /** Content-Type of the whole, with its parameters. */
  readonly contentType: string;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly content: Uint8Array;
  /** As the sender declares it. */
  readonly contentType: string;
  readonly inline: boolean;
}

export interface MailReport {
  readonly contentType: string;
  readonly text: string;
}
