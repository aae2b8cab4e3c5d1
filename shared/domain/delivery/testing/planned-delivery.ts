/** A delivery in memory, driven by commands at moments; refuses nothing and remembers its events. */
import { smallCatalogue } from '../../catalogue/testing/small-catalogue.ts';
import type { ChannelPolicy } from '../../catalogue/hotline.ts';
import type { MessageChannel } from '../../channel.ts';
import { addMinutes, type Instant } from '../../time.ts';
import { decideDelivery } from '../decide-delivery.ts';
import type { DeliveryCommand } from '../delivery-commands.ts';
import { DELIVERY_CLOCK } from '../delivery-decider.ts';
import { evolveDelivery } from '../evolve-delivery.ts';
import type { AttemptOutcome, Delivery, DeliveryEvent, MessagePart, Rung } from '../state.ts';

/** Ten in the morning in Viet Nam. */
export const MORNING: Instant = '2026-11-23T03:00:00.000Z';

const policy = (channel: MessageChannel, rest: Partial<ChannelPolicy>): ChannelPolicy => {
  return { channel, cost: 0, quiet: true, longest: 2000, source: 'test', ...rest };
};

export const POLICIES: readonly ChannelPolicy[] = [
  policy('zalo', { windowHours: 48, receiptMinutes: 30 }),
  policy('viber', { windowHours: 24, receiptMinutes: 30 }),
  policy('teams', {}),
  policy('skype', { quiet: false }),
  policy('sms', { cost: 800, receiptMinutes: 30, longest: 918 }),
  policy('email', { cost: 2, quiet: false, longest: 100_000 }),
];

export const CATALOGUE = smallCatalogue({ channels: POLICIES });

export function rungs(...channels: readonly MessageChannel[]): readonly Rung[] {
  return channels.map((channel) => ({ channel, via: { kind: 'contact', reportId: 'R1' }, proven: true }));
}

export class PlannedDelivery {
  now: Instant;
  state: Delivery;
  readonly events: DeliveryEvent[] = [];

  constructor({
    ladder = rungs('zalo', 'sms', 'email'),
    urgent = false,
    at = MORNING,
  }: Partial<Delivery> & { at?: Instant } = {}) {
    this.now = at;
    const subject = { noticeId: 'n', entityId: 'report#R1', version: 1, eventIndex: 0, template: 'report-filed' };
    const to = { kind: 'reporter', reportId: 'R1' } as const;
    const decision = this.#decide({ type: 'Plan', deliveryId: 'd1', subject: { ...subject, to }, ladder, urgent });
    const [first, ...rest] = decision;
    if (first === undefined) throw new Error('nothing was planned');
    this.state = rest.reduce((state, event) => evolveDelivery(state, event), evolveDelivery(undefined, first));
    this.events.push(...decision);
  }

  /** What the command came to; nothing when it was ignored. */
  do(command: DeliveryCommand): readonly DeliveryEvent[] {
    const events = this.#decide(command, this.state);
    for (const event of events) this.state = evolveDelivery(this.state, event);
    this.events.push(...events);
    return events;
  }

  /** An attempt on the current rung. */
  start(parts: readonly MessagePart[] = [{ segments: 1, cost: 0 }], firstPart = 0): readonly DeliveryEvent[] {
    const { attempts, rung } = this.state;
    return this.do({ type: 'StartAttempt', number: attempts.length + 1, rung, textMark: 't', firstPart, parts });
  }

  end(
    outcome: DistributiveOmit<AttemptOutcome, 'at' | 'messageIds'> & { messageIds?: readonly string[] },
  ): readonly DeliveryEvent[] {
    const whole = { messageIds: [], ...outcome, at: this.now } as AttemptOutcome;
    return this.do({ type: 'EndAttempt', number: this.state.attempts.length, outcome: whole });
  }

  receipt(
    status: 'delivered' | 'seen' | 'failed',
    { number = this.state.attempts.length, part = 0, at = this.now } = {},
  ) {
    return this.do({ type: 'TakeReceipt', number, receipt: { part, status, at } });
  }

  /** To the moment at which the timer rings, and rings it. */
  ring(): readonly DeliveryEvent[] {
    const { timer } = this.state;
    if (timer === undefined) throw new Error('nothing rings');
    this.now = timer.at;
    return this.do({ type: 'RingTimer', clockId: DELIVERY_CLOCK, level: timer.level });
  }

  later(minutes: number): this {
    this.now = addMinutes(this.now, minutes);
    return this;
  }

  get channel(): MessageChannel | undefined {
    return this.state.ladder[this.state.rung]?.channel;
  }

  #decide(command: DeliveryCommand, state?: Delivery): readonly DeliveryEvent[] {
    const decision = decideDelivery(command, state, { now: this.now, catalogue: CATALOGUE });
    if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.rule}`);
    return decision.kind === 'accepted' ? decision.events : [];
  }
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
