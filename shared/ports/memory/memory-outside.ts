/** The outside world for tests: steppable time, seeded chance, keys that are no secret, and a queue, a post and a bucket that remember. */
import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/time.ts';
import type {
  Clock,
  ComposedMail,
  Documents,
  MailArchive,
  MailReading,
  MailReadings,
  MailSender,
  MessageQueue,
  Randomness,
  Secrets,
  SigningKeys,
  UploadForm,
} from '../outside.ts';

export class SteppableClock implements Clock {
  #now: number;

  constructor(start: Instant) {
    this.#now = Date.parse(start);
  }

  now(): Instant {
    return new Date(this.#now).toISOString();
  }

  set(instant: Instant): void {
    this.#now = Date.parse(instant);
  }

  step(step: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = step;
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}

/** The same seed gives the same bytes. */
export class SeededRandomness implements Randomness {
  readonly #seed: string;
  #drawn = 0;

  constructor(seed = 'seed') {
    this.#seed = seed;
  }

  bytes(count: number): Uint8Array {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () => {
      this.#drawn += 1;
      return createHash('sha256')
        .update(`${this.#seed}\n${String(this.#drawn)}`)
        .digest();
    });
    return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
  }
}

export class MemorySecrets implements Secrets {
  readonly #current: string;
  readonly #keyIds: readonly string[];

  constructor(current = 'k1', keyIds: readonly string[] = [current]) {
    this.#current = current;
    this.#keyIds = keyIds;
  }

  signingKeys(): Promise<SigningKeys> {
    const keys = this.#keyIds.map((id) => [id, new Uint8Array(createHash('sha256').update(id).digest())] as const);
    return Promise.resolve({ current: this.#current, keys: new Map(keys) });
  }
}

export class MemoryQueue<Message> implements MessageQueue<Message> {
  readonly sent: Message[] = [];
  readonly #failures: ((message: Message) => boolean)[] = [];

  /** The next message of that kind is not taken. */
  failNext(matches: (message: Message) => boolean = () => true): void {
    this.#failures.push(matches);
  }

  send(messages: readonly Message[]): Promise<{ readonly failed: readonly number[] }> {
    const failed = messages.flatMap((message, index) => {
      const failure = this.#failures.findIndex((matches) => matches(message));
      if (failure >= 0) {
        this.#failures.splice(failure, 1);
        return [index];
      }
      this.sent.push(structuredClone(message));
      return [];
    });
    return Promise.resolve({ failed });
  }
}

type Fate = 'temporary-fault' | 'fault-after-sending' | { readonly rejected: string };

export class MemoryMailSender implements MailSender {
  readonly sent: (ComposedMail & { readonly messageId: string })[] = [];
  readonly #fates: Fate[] = [];

  fateOfNext(fate: Fate): void {
    this.#fates.push(fate);
  }

  send(mail: ComposedMail): ReturnType<MailSender['send']> {
    const fate = this.#fates.shift();
    if (fate === 'temporary-fault') return Promise.reject(new Error('planned fault of the mail service'));
    if (typeof fate === 'object') return Promise.resolve({ kind: 'rejected', reason: fate.rejected });
    const messageId = `mail-${String(this.sent.length + 1)}`;
    this.sent.push({ ...mail, messageId });
    if (fate === 'fault-after-sending') return Promise.reject(new Error('planned fault after the mail went out'));
    return Promise.resolve({ kind: 'sent', messageId });
  }
}

export class MemoryDocuments implements Documents {
  /** By upload id. */
  readonly incoming = new Map<string, Uint8Array>();
  /** By upload id, as they were when we saw them. */
  readonly seen = new Map<string, Uint8Array>();
  /** By `<trackingCode>/<sha256>`. */
  readonly filed = new Map<string, Uint8Array>();

  uploadForm(upload: Parameters<Documents['uploadForm']>[0]): Promise<UploadForm> {
    const { uploadId, contentType } = upload;
    const fields = { key: `incoming/${uploadId}`, 'Content-Type': contentType };
    return Promise.resolve({ url: 'https://documents.test/', fields });
  }

  readIncoming(uploadId: string, maxBytes: number): ReturnType<Documents['readIncoming']> {
    const bytes = this.incoming.get(uploadId);
    return Promise.resolve(bytes && { bytes: bytes.slice(0, maxBytes), tooLarge: bytes.length > maxBytes });
  }

  putIncoming(uploadId: string, { bytes }: Parameters<Documents['putIncoming']>[1]): Promise<void> {
    this.incoming.set(uploadId, bytes.slice());
    this.seen.set(uploadId, bytes.slice());
    return Promise.resolve();
  }

  file({ uploadId, trackingCode, sha256 }: Parameters<Documents['file']>[0]): Promise<void> {
    const key = `${trackingCode}/${sha256}`;
    if (this.filed.has(key)) return Promise.resolve();
    const bytes = this.seen.get(uploadId) ?? this.incoming.get(uploadId);
    if (bytes === undefined) return Promise.reject(new Error(`no incoming file ${uploadId}`));
    this.filed.set(key, bytes);
    return Promise.resolve();
  }

  downloadLink(file: Parameters<Documents['downloadLink']>[0]): ReturnType<Documents['downloadLink']> {
    const key = `${file.trackingCode}/${file.sha256}`;
    const link = `https://documents.test/dossiers/${key}?name=${encodeURIComponent(file.fileName)}`;
    return Promise.resolve(this.filed.has(key) ? link : undefined);
  }
}

export class MemoryMailArchive implements MailArchive {
  /** Raw messages by key. */
  readonly arrived = new Map<string, Uint8Array>();
  read(key: string, maxBytes: number): ReturnType<MailArchive['read']> {
    const bytes = this.arrived.get(key);
    return Promise.resolve(bytes && { bytes: bytes.slice(0, maxBytes), tooLarge: bytes.length > maxBytes });
  }
}

export class MemoryMailReadings implements MailReadings {
  /** JSON text by mail id, so that nothing a caller does later reaches what is stored. */
  readonly #readings = new Map<string, string>();

  keepReading(mailId: string, reading: MailReading): Promise<void> {
    this.#readings.set(mailId, JSON.stringify(reading));
    return Promise.resolve();
  }

  reading(mailId: string): Promise<MailReading | undefined> {
    const text = this.#readings.get(mailId);
    return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as MailReading));
  }
}
