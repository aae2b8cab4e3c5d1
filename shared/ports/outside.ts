/** Everything impure that a use case is handed: time, chance, secrets, queues, mail and blobs. */
import type { Instant } from '../domain/time.ts';

export interface Clock {
  now(): Instant;
}

export interface Randomness {
  /** Cryptographically strong. */
  bytes(count: number): Uint8Array;
}

/** Signing keys by id; `current` signs, every listed one verifies (rotation). */
export interface SigningKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

export interface Secrets {
  signingKeys(): Promise<SigningKeys>;
}

export interface MessageQueue<Message> {
  /** Sends all, ten at a time, and answers which indexes failed: the caller decides what to retry. */
  send(messages: readonly Message[]): Promise<{ readonly failed: readonly number[] }>;
}

export interface ComposedMail {
  readonly from: string;
  readonly to: string;
  /** Raw MIME. */
  readonly raw: Uint8Array;
}

export interface MailSender {
  /** @returns the provider's message id. @throws on a temporary fault. */
  send(
    mail: ComposedMail,
  ): Promise<
    { readonly kind: 'sent'; readonly messageId: string } | { readonly kind: 'rejected'; readonly reason: string }
  >;
}

/** Incoming mail as the provider left it. */
export interface MailArchive {
  /** The raw message; at most `maxBytes` are read, `tooLarge` says there were more. Undefined when there is none. */
  read(key: string, maxBytes: number): Promise<{ readonly bytes: Uint8Array; readonly tooLarge: boolean } | undefined>;
}

/** What was read out of a mail, for whoever sorts or answers it. */
export interface MailReadings {
  /** Kept again, the last stands. */
  keepReading(mailId: string, reading: MailReading): Promise<void>;
  reading(mailId: string): Promise<MailReading | undefined>;
}

/** What a person needs of a mail to say where it belongs. Personal data: never in a queue, a log or a case. */
export interface MailReading {
  readonly from: string;
  readonly subject: string;
  /** Newly written text, at most 20,000 characters. */
  readonly text: string;
  readonly receivedAt: Instant;
  readonly attachments: readonly {
    readonly uploadId: string;
    readonly fileName: string;
    readonly contentType: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  /** Files that were not taken, and why. */
  readonly refused: readonly { readonly fileName: string; readonly why: 'type' | 'size' | 'number' }[];
}

export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Documents {
  /** A presigned POST for one file: exact key, exact type, at most `maxBytes`. */
  uploadForm(upload: {
    readonly uploadId: string;
    readonly contentType: string;
    readonly maxBytes: number;
  }): Promise<UploadForm>;
  /** The bytes as they arrived; undefined when nothing was uploaded. At most `maxBytes` are read, `tooLarge` says there were more. */
  readIncoming(
    uploadId: string,
    maxBytes: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly tooLarge: boolean } | undefined>;
  /**
   * Keeps a file that we have seen, for {@link file}: an attachment of a mail, or an upload as it was checked. Its sender's form cannot exchange
   * it any more. Written again, it is the same.
   */
  putIncoming(uploadId: string, file: { readonly bytes: Uint8Array; readonly contentType: string }): Promise<void>;
  /** Copies a file that {@link putIncoming} kept to the case's folder; does nothing when it is there already. */
  file(filing: { readonly uploadId: string; readonly trackingCode: string; readonly sha256: string }): Promise<void>;
  /** A short-lived download link with the given file name. @returns undefined until the file is in the case's folder. */
  downloadLink(file: {
    readonly trackingCode: string;
    readonly sha256: string;
    readonly fileName: string;
    readonly contentType: string;
  }): Promise<string | undefined>;
}
