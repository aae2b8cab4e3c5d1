import { mailboxHash } from '../mailbox-hash.ts';
import {
  mailboxMarkEnds,
  type MailboxMark,
  type MailboxMarks,
  type ProviderMessages,
  type RunningNumbers,
  type SendClaims,
  type SentPart,
  type SessionStore,
  type StaffSession,
  type Throttle,
  type Upload,
  type UploadStore,
} from '../short-lived.ts';
import type { Clock } from '../outside.ts';
import type { MemoryWorld } from './memory-world.ts';

export class MemorySessions implements SessionStore {
  readonly #clock: Clock;
  readonly #sessions = new Map<string, StaffSession>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(tokenHash: string, session: StaffSession): Promise<void> {
    this.#sessions.set(tokenHash, { ...session });
    return Promise.resolve();
  }

  find(tokenHash: string): Promise<StaffSession | undefined> {
    const session = this.#sessions.get(tokenHash);
    return Promise.resolve(session !== undefined && session.expiresAt > this.#clock.now() ? session : undefined);
  }

  revoke(tokenHash: string): Promise<void> {
    this.#sessions.delete(tokenHash);
    return Promise.resolve();
  }
}

/** Fixed windows, counted from the first moment of the epoch, as the table's adapter does. */
export class MemoryThrottle implements Throttle {
  readonly #clock: Clock;
  readonly #tries = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hit(key: string, rule: Parameters<Throttle['hit']>[1]): ReturnType<Throttle['hit']> {
    const seconds = Math.floor(Date.parse(this.#clock.now()) / 1000);
    const window = Math.floor(seconds / rule.windowSeconds);
    const counted = `${key} ${String(window)}`;
    const tries = (this.#tries.get(counted) ?? 0) + 1;
    this.#tries.set(counted, tries);
    return Promise.resolve(
      tries <= rule.limit
        ? { allowed: true }
        : { allowed: false, retryAfterSeconds: (window + 1) * rule.windowSeconds - seconds },
    );
  }
}

export class MemoryRunningNumbers implements RunningNumbers {
  readonly #last = new Map<string, number>();

  next(series: string): Promise<number> {
    const number = (this.#last.get(series) ?? 0) + 1;
    this.#last.set(series, number);
    return Promise.resolve(number);
  }
}

export class MemoryUploads implements UploadStore {
  readonly #world: MemoryWorld;

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  expect({ uploadId, fileName, contentType, expiresAt }: Parameters<UploadStore['expect']>[0]): Promise<void> {
    const known = this.#world.uploads.get(uploadId)?.upload;
    if (known?.status === 'complete' && known.takenBy !== undefined) return Promise.resolve();
    this.#world.uploads.set(uploadId, { upload: { status: 'expected', uploadId, fileName, contentType }, expiresAt });
    return Promise.resolve();
  }

  complete({ uploadId, contentType, bytes, sha256 }: Parameters<UploadStore['complete']>[0]): Promise<void> {
    const stored = this.#world.uploads.get(uploadId);
    if (stored === undefined) return Promise.reject(new Error(`nobody expected the upload ${uploadId}`));
    const { upload, expiresAt } = stored;
    if (upload.status === 'expected' || upload.takenBy === undefined) {
      const complete = { ...upload, status: 'complete', contentType, bytes, sha256 } as const;
      this.#world.uploads.set(uploadId, { upload: complete, expiresAt });
    }
    return Promise.resolve();
  }

  find(uploadIds: readonly string[]): Promise<readonly (Upload | undefined)[]> {
    const now = this.#world.clock.now();
    return Promise.resolve(
      uploadIds.map((uploadId) => {
        const stored = this.#world.uploads.get(uploadId);
        return stored !== undefined && stored.expiresAt > now ? stored.upload : undefined;
      }),
    );
  }
}

export class MemorySendClaims implements SendClaims {
  readonly #clock: Clock;
  readonly #claims = new Map<string, { readonly until: number } | { readonly sent: string }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  claim(noticeId: string, leaseSeconds: number): Promise<{ readonly kind: 'claimed' | 'sent' | 'busy' }> {
    const now = Date.parse(this.#clock.now());
    const claim = this.#claims.get(noticeId);
    if (claim !== undefined && 'sent' in claim) return Promise.resolve({ kind: 'sent' });
    if (claim !== undefined && claim.until > now) return Promise.resolve({ kind: 'busy' });
    this.#claims.set(noticeId, { until: now + leaseSeconds * 1000 });
    return Promise.resolve({ kind: 'claimed' });
  }

  record(noticeId: string, providerMessageId: string): Promise<void> {
    this.#claims.set(noticeId, { sent: providerMessageId });
    return Promise.resolve();
  }

  release(noticeId: string): Promise<void> {
    const claim = this.#claims.get(noticeId);
    if (claim !== undefined && !('sent' in claim)) this.#claims.delete(noticeId);
    return Promise.resolve();
  }
}

export class MemoryMailboxMarks implements MailboxMarks {
  readonly #clock: Clock;
  readonly #marks = new Map<string, MailboxMark>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mark(address: string, mark: MailboxMark): Promise<void> {
    this.#marks.set(mailboxHash(address), { ...mark });
    return Promise.resolve();
  }

  clear(address: string): Promise<void> {
    this.#marks.delete(mailboxHash(address));
    return Promise.resolve();
  }

  find(address: string): Promise<MailboxMark | undefined> {
    const mark = this.#marks.get(mailboxHash(address));
    return Promise.resolve(mark !== undefined && mailboxMarkEnds(mark) > this.#clock.now() ? mark : undefined);
  }
}

export class MemoryProviderMessages implements ProviderMessages {
  readonly #sent = new Map<string, SentPart>();

  remember({ channel, messageId }: Parameters<ProviderMessages['remember']>[0], sent: SentPart): Promise<void> {
    this.#sent.set(`${channel} ${messageId}`, { ...sent });
    return Promise.resolve();
  }

  find(channel: string, messageId: string): Promise<SentPart | undefined> {
    return Promise.resolve(this.#sent.get(`${channel} ${messageId}`));
  }
}
