/**
 * A small office from the bucket to the mailbox, in memory: receiver, relay, level workers, case workers and mail sender, as they are deployed.
 * Every process may die before or after any of its side effects; what was not done is delivered again until nothing waits.
 */
import { runCaseTask } from '../../functions/dossiers/case-tasks.ts';
import { receiveMail } from '../../functions/mail/incoming/receive-mail.ts';
import { MailRoom } from '../../functions/mail/incoming/testing/mail-room.ts';
import { prepareMail } from '../../functions/mail/outgoing/prepare-mail.ts';
import { CLAIM_LEASE_SECONDS, sendNotice } from '../../functions/mail/outgoing/send-notice.ts';
import { readCommittedRecord } from '../../functions/relay/committed-record.ts';
import { officeCatalogue } from '../../functions/relay/testing/office-catalogue.ts';
import { relayCommits } from '../../functions/relay/relay-records.ts';
import { dossierTask } from '../../functions/relay/testing/dossier-task.ts';
import { assignWork } from '../../functions/routing/assign-work.ts';
import type {
  CaseTask,
  LevelTask,
  OutgoingMessage,
  OutgoingNotice,
  ReportTask,
} from '../../shared/contracts/messages.ts';
import type { MailCommand } from '../../shared/domain/mail/mail-commands.ts';
import { decideMail } from '../../shared/domain/mail/decide-mail.ts';
import { mailDecider } from '../../shared/domain/mail/mail-decider.ts';
import type { Handover } from '../../shared/domain/post/handover-state.ts';
import type { HandoverEvent } from '../../shared/domain/post/handover-events.ts';
import { MemoryEntityStore } from '../../shared/ports/memory/memory-entity-store.ts';
import { MemoryQueue } from '../../shared/ports/memory/memory-outside.ts';
import { executeCommand } from '../../shared/shell/execute-command.ts';
import { Crashes, type Crash } from './crashes.ts';

type Message =
  | { readonly to: 'receiver'; readonly key: string }
  | { readonly to: 'relay'; readonly commit: number }
  | { readonly to: 'level'; readonly task: LevelTask }
  | { readonly to: 'case'; readonly task: CaseTask }
  | { readonly to: 'sender'; readonly notice: OutgoingNotice };

/** Reads change nothing: to die before one is to die after the last side effect. */
const SIDE_EFFECTS =
  /^(?:commit|put|putIncoming|keepReading|expect|complete|hit|clear|mark|send|claim|record|release|file|next|postponeTimer)$/u;

/** One for all: its calendars are compiled once. */
const CATALOGUE = officeCatalogue();
/** Far more than any chain of deliveries has links. */
const MOST_ROUNDS = 100;

export class MailOffice {
  readonly room = new MailRoom(CATALOGUE);
  crashes = new Crashes([]);
  /** Of the side effects since {@link begin}, in order: `cases.commit`. */
  readonly effects: string[] = [];
  readonly #queues = {
    level: new MemoryQueue<LevelTask>(),
    mail: new MemoryQueue<OutgoingNotice>(),
    tasks: new MemoryQueue<CaseTask>(),
    reports: new MemoryQueue<ReportTask>(),
    messages: new MemoryQueue<OutgoingMessage>(),
  };
  #waiting: Message[] = [];
  #relayed = 0;
  #unsent = false;

  /** From here on processes die as planned; what was before is not delivered again. */
  begin(planned: readonly Crash[] = []): void {
    this.crashes = new Crashes(planned);
    this.effects.length = 0;
  }

  /** What the stream has so far is handed on without its mails: they are no part of the test. */
  async prepared(): Promise<void> {
    this.#unsent = true;
    await this.settle();
    this.#unsent = false;
  }

  arrive(raw: Uint8Array): string {
    const key = this.room.put(raw);
    this.#waiting.push({ to: 'receiver', key });
    return key;
  }

  deliverAgain(keys: readonly string[]): Promise<void> {
    this.#waiting.push(...keys.map((key) => ({ to: 'receiver', key }) as const));
    return this.settle();
  }

  /** Delivers until nothing waits; a delivery that failed comes again after those of others. */
  async settle(): Promise<void> {
    this.#take();
    for (let rounds = 0; this.#waiting.length > 0; rounds++) {
      if (rounds > MOST_ROUNDS) throw new Error(`this never ends: ${JSON.stringify(this.#waiting)}`);
      const round = this.#waiting;
      this.#waiting = [];
      for (const message of round) {
        if (await this.#deliver(message)) continue;
        this.#waiting.push(message);
        // A claim of a killed sender ends with its lease.
        this.room.office.clock.step({ seconds: CLAIM_LEASE_SECONDS });
      }
      this.#take();
    }
  }

  /** The official at the desk of the holding pen. */
  async sort(mailEntity: string, staffId: string, command: Extract<MailCommand, { type: 'Match' | 'Dismiss' }>) {
    const { office, ports } = this.room;
    const [actor, catalogue] = [await office.staff(staffId), await office.catalogue.load()];
    const now = office.clock.now();
    const outcome = await executeCommand({
      store: ports.mails,
      decider: mailDecider,
      entityId: mailEntity,
      actor,
      at: now,
      decide: (state) => decideMail(command, state, { now, actor, catalogue }),
    });
    if (outcome.kind !== 'done') throw new Error(`sorting came to ${outcome.kind}`);
  }

  /** `noticeId -> address` of every mail that went out, in order. */
  sent(): readonly string[] {
    return this.room.office.sender.sent.map(({ raw, to }) => {
      const [, id = ''] = /^X-Notice-Id:((?:[^\r\n]|\r\n[ \t])*)/imu.exec(Buffer.from(raw).toString('utf8')) ?? [];
      return `${id.replace(/\s/gu, '')} -> ${to}`;
    });
  }

  /** Everything that is stored, as one text. Throttles and send claims are bookkeeping that ends by itself. */
  dump(): string {
    const { office, documents } = this.room;
    const { entities, people, uploads, consumed, answers, stream } = office.world;
    return JSON.stringify(
      [
        [...entities].map(([id, entity]) => [id, { ...entity, clocks: [...entity.clocks] }]),
        [...people],
        [...uploads],
        [...consumed],
        [...answers],
        stream,
        [...documents.incoming].map(([key, bytes]) => [key, bytes.length]),
        [...documents.filed].map(([key, bytes]) => [key, bytes.length]),
        this.sent(),
      ],
      undefined,
      1,
    );
  }

  #take(): void {
    const { stream } = this.room.office.world;
    for (; this.#relayed < stream.length; this.#relayed++) {
      this.#waiting.push({ to: 'relay', commit: this.#relayed });
    }
    const { level, mail, tasks } = this.#queues;
    this.#waiting.push(
      ...level.sent.splice(0).map((task) => ({ to: 'level', task }) as const),
      ...tasks.sent.splice(0).map((task) => ({ to: 'case', task }) as const),
      ...mail.sent.splice(0).flatMap((notice) => (this.#unsent ? [] : [{ to: 'sender', notice } as const])),
    );
  }

  /** @returns false when it has to come again. */
  async #deliver(message: Message): Promise<boolean> {
    let done: boolean | undefined;
    const died = await this.crashes.invoke(async () => {
      done = await this.#handle(message);
    });
    return !died && done === true;
  }

  async #handle(message: Message): Promise<boolean> {
    const { room } = this;
    const { office } = room;
    const { cases, queries, catalogue, clock, randomness } = office;
    switch (message.to) {
      case 'receiver':
        await receiveMail(this.#mortal(room.ports), { key: message.key });
        return true;
      case 'relay':
        return this.#relay(message.commit);
      case 'level':
        await assignWork(this.#mortal({ cases, queries, catalogue, clock, randomness }), dossierTask(message.task));
        return true;
      case 'case': {
        const handovers = new MemoryEntityStore<Handover, HandoverEvent>(office.world);
        await runCaseTask(
          this.#mortal({ ...room.ports, handovers, documents: room.documents, readings: room.readings }),
          message.task,
        );
        return true;
      }
      case 'sender': {
        const { signIns, conversations, deliveries, secrets, publicBaseUrl, from } = office;
        const { claims, sender, ...ports } = this.#mortal({
          ...room.ports,
          ...{ queries, signIns, conversations, deliveries, secrets, publicBaseUrl, from },
          ...{ claims: office.claims, sender: office.sender, marks: room.marks, readings: room.readings },
        });
        const prepare = (notice: OutgoingNotice) => prepareMail(ports, notice);
        return (await sendNotice({ claims, sender, prepare }, message.notice)).kind !== 'busy';
      }
      default:
        return message satisfies never;
    }
  }

  async #relay(index: number): Promise<boolean> {
    const commit = this.room.office.world.stream[index];
    if (commit === undefined) throw new Error('no such commit');
    const record = readCommittedRecord({
      entityId: { S: commit.entityId },
      record: { S: `EVENT#${String(commit.version).padStart(10, '0')}` },
      events: { S: commit.events },
      committedAt: { S: commit.at },
      actor: { S: commit.actor },
    });
    const { level, ...queues } = this.#mortal(this.#queues);
    const levels = new Map(['commune', 'province'].map((name) => [name, level]));
    return (await relayCommits([record], { levels, ...queues })).firstFailed === undefined;
  }

  /** Only what changes something is counted and can be the last thing that is done. */
  #mortal<Ports extends object>(ports: Ports): Ports {
    const counted = this.crashes.wrap(ports);
    const one = (name: string, port: object, mortal: object): object =>
      new Proxy(port, {
        get: (target, key) => {
          const member: unknown = Reflect.get(target, key, target);
          if (typeof member !== 'function' || typeof key !== 'string') return member;
          if (!SIDE_EFFECTS.test(key)) return (...given: unknown[]) => Reflect.apply(member, target, given) as unknown;
          return (...given: unknown[]) => {
            this.effects.push(`${name}.${key}`);
            return Reflect.apply(Reflect.get(mortal, key) as () => unknown, mortal, given) as unknown;
          };
        },
      });
    return Object.fromEntries(
      Object.entries(ports).map(([name, port]: [string, unknown]) => {
        const mortal: unknown = Reflect.get(counted, name);
        const wraps = typeof port === 'object' && port !== null && typeof mortal === 'object' && mortal !== null;
        return [name, wraps ? one(name, port, mortal) : port];
      }),
    ) as Ports;
  }
}
