/**
 * The hotline in memory for tests: what arrives is accepted, the stream is read into the queues as the relay does, and the worker empties them.
 * Deliveries happen when a test says so, as often and in whatever order it says; what would be sent to citizens is only listed.
 */
import { addMinutes, type Instant } from '../../../shared/domain/time.ts';
import type { CaseTask, OutgoingMessage, ReportTask } from '../../../shared/contracts/messages.ts';
import type { Actor, StaffActor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type { MessageChannel } from '../../../shared/domain/channel.ts';
import type {
  ChannelAddress,
  ChannelItem,
  ChannelMessage,
  IncomingMessage,
  IncomingMessageEvent,
  MessageContent,
} from '../../../shared/domain/conversation/channel-message.ts';
import { decideConversation } from '../../../shared/domain/conversation/decide-conversation.ts';
import { conversationDecider } from '../../../shared/domain/conversation/conversation-decider.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { Delivery, DeliveryEvent } from '../../../shared/domain/delivery/state.ts';
import type { ReportCommand } from '../../../shared/domain/report/commands.ts';
import { decideReport } from '../../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { ReportPeople } from '../../../shared/domain/report/people.ts';
import { reportDecider } from '../../../shared/domain/report/report-decider.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import { hotlineCatalogue } from '../../../shared/domain/report/testing/hotline-catalogue.ts';
import { MemoryCaseQueries, MemoryListings } from '../../../shared/ports/memory/memory-case-queries.ts';
import { MemoryCatalogue } from '../../../shared/ports/memory/memory-catalogue.ts';
import { MemoryEntityStore, MemoryPeople } from '../../../shared/ports/memory/memory-entity-store.ts';
import {
  MemoryDocuments,
  MemorySecrets,
  SeededRandomness,
  SteppableClock,
} from '../../../shared/ports/memory/memory-outside.ts';
import {
  MemoryProviderMessages,
  MemoryThrottle,
  MemoryUploads,
} from '../../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../../shared/ports/memory/memory-world.ts';
import { TIMER_BUCKETS } from '../../../shared/ports/case-queries.ts';
import { conversationIdOf } from '../../../shared/shell/conversation-id.ts';
import { executeCommand } from '../../../shared/shell/execute-command.ts';
import { messagesOf } from '../../relay/messages-of.ts';
import type { ReportTaskPorts } from '../conversation/report-task-ports.ts';
import { runReportTask } from '../conversation/run-report-task.ts';
import { acceptItem } from '../incoming/accept-item.ts';

/** A Monday morning in office hours. */
const MONDAY = '2026-11-23T02:00:00.000Z';
/** A task that fails so often would lie in the dead-letter queue. */
const TRIES = 20;

type Told = Extract<OutgoingMessage, { readonly kind: 'tell' }>;

export class RunningHotline {
  readonly clock = new SteppableClock(MONDAY);
  readonly world = new MemoryWorld(this.clock);
  readonly messages = new MemoryEntityStore<IncomingMessage, IncomingMessageEvent>(this.world);
  readonly conversations = new MemoryEntityStore<Conversation, ConversationEvent>(this.world);
  readonly reports = new MemoryEntityStore<Report, ReportEvent>(this.world);
  readonly deliveries = new MemoryEntityStore<Delivery, DeliveryEvent>(this.world);
  readonly people = new MemoryPeople(this.world);
  readonly queries = new MemoryCaseQueries(this.world);
  readonly listings = new MemoryListings(this.world);
  readonly providerMessages = new MemoryProviderMessages();
  readonly uploads = new MemoryUploads(this.world);
  readonly documents = new MemoryDocuments();
  readonly throttle = new MemoryThrottle(this.clock);
  readonly secrets = new MemorySecrets();
  readonly randomness = new SeededRandomness();
  readonly catalogue: MemoryCatalogue;
  /** By address; others are out of reach. */
  readonly files = new Map<string, Uint8Array>();
  /** Every address that was asked for a file. */
  readonly asked: string[] = [];
  /** Waiting for the worker. */
  readonly tasks: ReportTask[] = [];
  /** For the worker of cases. */
  readonly filing: CaseTask[] = [];
  /** What citizens are told, each once. */
  readonly told: Told[] = [];
  /** Reorders the tasks before each run. */
  shuffle: (tasks: readonly ReportTask[]) => readonly ReportTask[] = (tasks) => tasks;
  #relayed = 0;
  #sent = 0;

  constructor(catalogue: Catalogue = hotlineCatalogue()) {
    this.catalogue = new MemoryCatalogue(catalogue);
  }

  readonly fetchFile: ReportTaskPorts['fetchFile'] = (url, { maxBytes }) => {
    this.asked.push(url);
    const bytes = this.files.get(url);
    if (bytes === undefined) return Promise.resolve({ kind: 'unavailable' });
    return Promise.resolve(bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'file', bytes });
  };

  /** As a channel's adapter reads it from a provider's payload. */
  message(said: string | MessageContent, given: Partial<ChannelMessage> = {}): ChannelMessage {
    this.#sent += 1;
    return {
      kind: 'message',
      channel: 'zalo',
      providerId: `p${String(this.#sent)}`,
      at: this.clock.now(),
      sender: { account: 'somebody' },
      content: typeof said === 'string' ? { kind: 'text', text: said } : said,
      ...given,
    };
  }

  /** What the webhook commits. */
  async arrive(item: ChannelItem): Promise<string> {
    const { messageId } = await acceptItem(this, { item, raw: JSON.stringify(item) });
    return messageId;
  }

  /** Two seconds later a message arrives and everything that follows from it is done. @returns the templates of what the citizen is told. */
  async says(said: string | MessageContent, given: Partial<ChannelMessage> = {}): Promise<readonly string[]> {
    this.clock.step({ seconds: 2 });
    const before = this.told.length;
    await this.arrive(this.message(said, given));
    await this.settle();
    return this.told.slice(before).map(({ template }) => template);
  }

  /** The stream into the queues; `again`: from the beginning, as a rebuild of the queues does. */
  relay({ again = false } = {}): void {
    const from = again ? 0 : this.#relayed;
    for (const { entityId, version, at, events } of this.world.stream.slice(from)) {
      const record = { entityId, version, at, events: JSON.parse(events) as readonly unknown[] };
      const { reports, messages, tasks } = messagesOf(record);
      this.tasks.push(...reports);
      this.filing.push(...tasks);
      const fresh = messages.filter((message): message is Told => message.kind === 'tell');
      this.told.push(...fresh.filter(({ noticeId }) => this.told.every((one) => one.noticeId !== noticeId)));
    }
    this.#relayed = this.world.stream.length;
  }

  /** Until nothing moves. A task that throws, or that somebody is busy with, comes again. @throws when it never succeeds. */
  async settle(): Promise<void> {
    const tries = new Map<string, number>();
    for (;;) {
      this.relay();
      const tasks = this.shuffle(this.tasks.splice(0));
      if (tasks.length === 0) return;
      for (const task of tasks) {
        const failed = await runReportTask(this, task).then(
          ({ kind }) => (kind === 'busy' ? 'busy' : undefined),
          (fault: unknown) => fault,
        );
        if (failed === undefined) continue;
        const key = JSON.stringify(task);
        tries.set(key, (tries.get(key) ?? 0) + 1);
        if ((tries.get(key) ?? 0) > TRIES) throw new Error(`never done: ${key}`, { cause: failed });
        this.tasks.push(task);
      }
    }
  }

  /** Rings what is due in conversations. */
  async ring(): Promise<readonly string[]> {
    const before = this.told.length;
    const now = this.clock.now();
    for (let bucket = 0; bucket < TIMER_BUCKETS; bucket++) {
      for (const { entityId, clockId } of await this.queries.dueTimers(bucket, now, 100)) {
        if (!entityId.startsWith('conversation#')) continue;
        const catalogue = await this.catalogue.load();
        await executeCommand({
          store: this.conversations,
          decider: conversationDecider,
          entityId,
          actor: { kind: 'system', name: 'timers' },
          at: now,
          decide: (state) => decideConversation({ type: 'RingTimer', clockId, level: 1 }, state, { now, catalogue }),
        });
      }
    }
    await this.settle();
    return this.told.slice(before).map(({ template }) => template);
  }

  async conversationId(channel: MessageChannel = 'zalo', account: ChannelAddress['account'] = 'somebody') {
    return conversationIdOf(await this.secrets.signingKeys(), channel, account);
  }

  async conversation(channel?: MessageChannel, account?: string): Promise<Conversation> {
    const found = await this.conversations.load(`conversation#${await this.conversationId(channel, account)}`);
    if (found === undefined) throw new Error('nobody has written');
    return found.state;
  }

  reportIds(): readonly string[] {
    return [...this.world.entities.keys()].filter((id) => id.startsWith('report#')).map((id) => id.slice(7));
  }

  async report(reportId = this.reportIds().at(-1) ?? ''): Promise<Report> {
    const found = await this.reports.load(`report#${reportId}`);
    if (found === undefined) throw new Error(`no report ${reportId}`);
    return found.state;
  }

  async peopleOf(reportId = this.reportIds().at(-1) ?? ''): Promise<ReportPeople> {
    const kept = await this.people.kept(`report#${reportId}`, 'PERSON');
    if (kept === undefined) throw new Error(`nobody reported ${reportId}`);
    return kept as ReportPeople;
  }

  async act(reportId: string, who: Actor | string, command: ReportCommand): Promise<void> {
    const catalogue = await this.catalogue.load();
    const actor = typeof who === 'string' ? staffOf(catalogue, who) : who;
    const now = this.clock.now();
    const outcome = await executeCommand({
      store: this.reports,
      decider: reportDecider,
      entityId: `report#${reportId}`,
      actor,
      at: now,
      decide: (state) => decideReport(command, state, { now, actor, catalogue }),
    });
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
    await this.settle();
  }

  later(minutes: number): Instant {
    this.clock.set(addMinutes(this.clock.now(), minutes));
    return this.clock.now();
  }
}

function staffOf(catalogue: Catalogue, id: string): StaffActor {
  const person = catalogue.staff.find((one) => one.id === id);
  if (person === undefined) throw new Error(`nobody is called ${id}`);
  return { kind: 'staff', staffId: id, unitId: person.unit, roles: person.roles, via: 'session' };
}
