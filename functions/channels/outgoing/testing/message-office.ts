/** The hotline's way out in memory: reports and conversations, the relay, the sender and scripted providers. Nothing moves before a test says so. */
import { messagesOf } from '../../../relay/messages-of.ts';
import type { OutgoingMessage, OutgoingNotice } from '../../../../shared/contracts/messages.ts';
import type { Actor } from '../../../../shared/domain/actor.ts';
import { callDecider } from '../../../../shared/domain/call/call-decider.ts';
import type { Call, CallEvent } from '../../../../shared/domain/call/state.ts';
import type { ChannelPolicy } from '../../../../shared/domain/catalogue/hotline.ts';
import type { MessageChannel } from '../../../../shared/domain/channel.ts';
import type { ChannelAddress, ChannelReceipt } from '../../../../shared/domain/conversation/channel-message.ts';
import { conversationDecider } from '../../../../shared/domain/conversation/conversation-decider.ts';
import type { ConversationEvent } from '../../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../../shared/domain/conversation/state.ts';
import { accept } from '../../../../shared/domain/decision.ts';
import { without } from '../../../../shared/domain/dossier/without.ts';
import type { Delivery, DeliveryEvent } from '../../../../shared/domain/delivery/state.ts';
import type { ReportCommand } from '../../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../../../shared/domain/report/events.ts';
import type { ReportPeople } from '../../../../shared/domain/report/people.ts';
import { reportDecider } from '../../../../shared/domain/report/report-decider.ts';
import type { Report } from '../../../../shared/domain/report/state.ts';
import { hotlineCatalogue } from '../../../../shared/domain/report/testing/hotline-catalogue.ts';
import { filing, HOTLINE_WORKER } from '../../../../shared/domain/report/testing/report-life.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { MemoryCatalogue } from '../../../../shared/ports/memory/memory-catalogue.ts';
import { MemoryEntityStore, MemoryPeople } from '../../../../shared/ports/memory/memory-entity-store.ts';
import { MemorySecrets, SteppableClock } from '../../../../shared/ports/memory/memory-outside.ts';
import { MemoryMailboxMarks, MemoryProviderMessages } from '../../../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../../../shared/ports/memory/memory-world.ts';
import { executeCommand } from '../../../../shared/shell/execute-command.ts';
import { commandDelivery } from '../command-delivery.ts';
import type { MessageOutcome } from '../deliver.ts';
import type { MessagePorts } from '../message-ports.ts';
import { sendMessage } from '../send-message.ts';
import { takeReceipt, type ReceiptOutcome } from '../take-receipt.ts';
import { ScriptedChannel } from './scripted-channel.ts';

/** Monday, nine in the morning in Viet Nam. */
export const MONDAY: Instant = '2026-11-23T02:00:00.000Z';
export const BASE_URL = 'https://mot-cua.test';
export const CODE = 'AAAA000001';
export const PEOPLE: ReportPeople = {
  name: 'Nguyễn Thị Hồng Nhung',
  address: '12 Bạch Đằng',
  phone: '+84912345678',
  email: 'hong.nhung@example.com',
  summary: 'Ổ gà',
  content: 'Ổ gà trước chợ',
  later: [],
  fileNames: {},
  proven: [],
};

const policy = (channel: MessageChannel, rest: Partial<ChannelPolicy>): ChannelPolicy => {
  return { channel, cost: 0, quiet: true, longest: 2000, source: 'test', ...rest };
};

const POLICIES: readonly ChannelPolicy[] = [
  policy('zalo', { windowHours: 48, receiptMinutes: 30 }),
  policy('viber', { windowHours: 24, receiptMinutes: 30, longest: 7000 }),
  policy('sms', { cost: 800, receiptMinutes: 30, longest: 918 }),
  policy('email', { cost: 2, quiet: false, longest: 100_000 }),
];

export class MessageOffice {
  readonly clock: SteppableClock;
  readonly world: MemoryWorld;
  readonly zalo = new ScriptedChannel('zalo');
  readonly viber = new ScriptedChannel('viber');
  readonly sms: ScriptedChannel;
  readonly ports: MessagePorts & {
    readonly providerMessages: MemoryProviderMessages;
    readonly marks: MemoryMailboxMarks;
  };
  /** Notices that the mail queue got. */
  readonly mail: OutgoingNotice[] = [];
  /** Messages to the sender that nobody has worked on. */
  readonly queue: OutgoingMessage[] = [];
  readonly on = new Set<MessageChannel>(['zalo', 'viber', 'sms']);
  #relayed = 0;

  constructor({ at = MONDAY, deduplicates = false, policies = POLICIES } = {}) {
    this.clock = new SteppableClock(at);
    this.world = new MemoryWorld(this.clock);
    this.sms = new ScriptedChannel('sms', { deduplicates });
    const channels = [this.zalo, this.viber, this.sms];
    this.ports = {
      deliveries: new MemoryEntityStore<Delivery, DeliveryEvent>(this.world),
      reports: new MemoryEntityStore<Report, ReportEvent>(this.world),
      conversations: new MemoryEntityStore<Conversation, ConversationEvent>(this.world),
      calls: new MemoryEntityStore<Call, CallEvent>(this.world),
      people: new MemoryPeople(this.world),
      catalogue: new MemoryCatalogue(hotlineCatalogue({ channels: policies })),
      providerMessages: new MemoryProviderMessages(),
      marks: new MemoryMailboxMarks(this.clock),
      secrets: new MemorySecrets(),
      clock: this.clock,
      publicBaseUrl: BASE_URL,
      channels: () =>
        Promise.resolve(
          new Map(channels.filter(({ channel }) => this.on.has(channel)).map((one) => [one.channel, one])),
        ),
    };
  }

  /** A conversation in which the citizen has just written. */
  async talk(conversationId: string, address: ChannelAddress, ...more: readonly ConversationEvent[]): Promise<void> {
    const at = this.clock.now();
    const channel = conversationId.slice(0, conversationId.indexOf('-')) as MessageChannel;
    const known = await this.ports.conversations.load(`conversation#${conversationId}`);
    const heard = { since: at, messages: 1, told: false };
    await executeCommand({
      store: new MemoryEntityStore<Conversation, ConversationEvent>(this.world),
      decider: conversationDecider,
      entityId: `conversation#${conversationId}`,
      actor: HOTLINE_WORKER,
      at,
      create: known === undefined,
      decide: () => {
        const taken = { type: 'MessageTaken', messageId: `m-${at}`, sentAt: at, language: 'vi', heard, at } as const;
        const started = { type: 'ConversationStarted', conversationId, channel, at } as const;
        return known === undefined
          ? accept<ConversationEvent>(started, taken, ...more)
          : accept<ConversationEvent>(taken, ...more);
      },
      alongside: { keep: [{ record: 'ADDRESS', value: { address } }] },
    });
  }

  async file(core: Parameters<typeof filing>[0] = {}, people: ReportPeople = PEOPLE): Promise<void> {
    await this.report(filing(core), HOTLINE_WORKER, { reportId: core.reportId ?? CODE, people });
  }

  /** What the telephone exchange told of one call. */
  async calling(first: CallEvent, ...rest: readonly CallEvent[]): Promise<void> {
    await executeCommand({
      store: new MemoryEntityStore<Call, CallEvent>(this.world),
      decider: callDecider,
      entityId: `call#${first.callId}`,
      actor: HOTLINE_WORKER,
      at: this.clock.now(),
      create: true,
      decide: () => accept(first, ...rest),
      alongside: { keep: [{ record: 'PERSON', value: { phone: '+84387654321' } }] },
    });
  }

  /** A report by telephone. */
  async call(people: ReportPeople = PEOPLE): Promise<void> {
    const { type, core } = filing({ channel: 'phone' });
    await this.report({ type, core: without(core, 'conversationId') }, HOTLINE_WORKER, { people });
  }

  /** @throws when the report refuses it. */
  async report(
    command: ReportCommand,
    actor: Actor | string,
    { reportId = CODE, people }: { reportId?: string; people?: ReportPeople } = {},
  ): Promise<void> {
    const catalogue = await this.ports.catalogue.load();
    const now = this.clock.now();
    const outcome = await executeCommand({
      store: new MemoryEntityStore<Report, ReportEvent>(this.world),
      decider: reportDecider,
      entityId: `report#${reportId}`,
      actor: HOTLINE_WORKER,
      at: now,
      create: command.type === 'FileReport',
      decide: (state) => {
        const person = catalogue.staff.find(({ id }) => id === actor);
        const who: Actor =
          typeof actor === 'string'
            ? { kind: 'staff', staffId: actor, unitId: person?.unit ?? '', roles: person?.roles ?? [], via: 'session' }
            : actor;
        return decideReport(command, state, { now, actor: who, catalogue });
      },
      ...(people !== undefined && { alongside: { keep: [{ record: 'PERSON', value: people }] } }),
    });
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }

  /** What was committed since goes to the queues. */
  relay(): void {
    const commits = this.world.stream.slice(this.#relayed);
    this.#relayed = this.world.stream.length;
    for (const { entityId, version, at, events } of commits) {
      const { mail, messages } = messagesOf({ entityId, version, at, events: JSON.parse(events) as unknown[] });
      this.mail.push(...mail.filter(({ template }) => template === 'delivery'));
      this.queue.push(...messages);
    }
  }

  /** Until nothing is left to do at this moment. @returns what each message came to. */
  async settle(): Promise<readonly MessageOutcome['kind'][]> {
    const outcomes: MessageOutcome['kind'][] = [];
    this.relay();
    for (let message = this.queue.shift(); message !== undefined; message = this.queue.shift()) {
      outcomes.push((await this.send(message)).kind);
      this.relay();
    }
    return outcomes;
  }

  send(message: OutgoingMessage): Promise<MessageOutcome> {
    return sendMessage(this.ports, message);
  }

  /** Nothing of what was committed before is sent. */
  forget(): void {
    this.relay();
    this.queue.length = 0;
  }

  /** Rings what is due now, as the sweeper does, and lets the sender work. */
  async ring(): Promise<readonly MessageOutcome['kind'][]> {
    for (const [entityId, { clocks }] of this.world.entities) {
      for (const { clockId, timer } of clocks.values()) {
        if (!entityId.startsWith('delivery#') || timer === undefined || timer.at > this.clock.now()) continue;
        const command = { type: 'RingTimer', clockId, level: timer.level } as const;
        await commandDelivery(this.ports, entityId.slice('delivery#'.length), command);
      }
    }
    return this.settle();
  }

  /** Minute by minute, with the sweeper. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.clock.step({ minutes: 1 });
      await this.ring();
    }
  }

  receipt(channel: MessageChannel, messageId: string, status: ChannelReceipt['status']): Promise<ReceiptOutcome> {
    const at = this.clock.now();
    return takeReceipt(this.ports, {
      kind: 'receipt',
      channel,
      providerId: `${messageId} ${status}`,
      at,
      messageId,
      status,
    });
  }

  /** The newest last. */
  deliveries(): readonly Delivery[] {
    const stored = [...this.world.entities].filter(([entityId]) => entityId.startsWith('delivery#'));
    return stored.map(([, { state }]) => JSON.parse(state) as Delivery);
  }

  get delivery(): Delivery {
    const last = this.deliveries().at(-1);
    if (last === undefined) throw new Error('nothing was planned');
    return last;
  }
}
