import type { MessageChannel } from '../../../../shared/domain/channel.ts';
import type { OutgoingChannel, OutgoingText, Sent } from '../../channel-contract.ts';

export type Fate = Exclude<Sent, { readonly kind: 'accepted' }> | 'crash-before' | 'crash-after' | 'lost-answer';

/** A provider that does as it is told; otherwise it accepts and gives ids in order. */
export class ScriptedChannel implements OutgoingChannel {
  readonly channel: MessageChannel;
  readonly deduplicates?: true;
  /** What citizens got. */
  readonly arrived: OutgoingText[] = [];
  /** Every request. */
  readonly asked: OutgoingText[] = [];
  /** Runs before the provider answers. */
  beforeAnswer: ((messageId: string) => Promise<unknown>) | undefined;
  #fates: (Fate | undefined)[] = [];
  #down: Fate | undefined;

  constructor(channel: MessageChannel, { deduplicates = false } = {}) {
    this.channel = channel;
    if (deduplicates) this.deduplicates = true;
  }

  /** Of the next requests, in order; undefined accepts. */
  next(...fates: readonly (Fate | undefined)[]): void {
    this.#fates.push(...fates);
  }

  /** Of every request until it is up again. */
  down(fate: Fate | undefined = { kind: 'unavailable', why: 'http-503' }): void {
    this.#down = fate;
  }

  up(): void {
    this.#down = undefined;
  }

  async send(message: OutgoingText): Promise<Sent> {
    this.asked.push(message);
    const fate = this.#fates.shift() ?? this.#down;
    if (fate === 'crash-before') throw new Error('planned crash before the request');
    if (typeof fate === 'object') return fate;
    const known = this.arrived.findIndex(({ attemptId }) => attemptId === message.attemptId);
    const isRepeated = this.deduplicates === true && known >= 0;
    if (!isRepeated) this.arrived.push(message);
    if (fate === 'crash-after') throw new Error('planned crash after the request');
    const messageId = `${this.channel}-${String(isRepeated ? known + 1 : this.arrived.length)}`;
    await this.beforeAnswer?.(messageId);
    return fate === 'lost-answer' ? { kind: 'unclear' } : { kind: 'accepted', messageId };
  }

  get texts(): readonly string[] {
    return this.arrived.map(({ text }) => text);
  }
}
