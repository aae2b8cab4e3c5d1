/**
 * The whole of it over ports in memory: the real HTTP routes, relay, level workers, case workers, sweeper and mail sender. Deliveries
 * happen in the order that a test chooses, as often as it says; any process may die at any place.
 */
import { runCaseTask } from '../../functions/dossiers/case-tasks.ts';
import { prepareMail } from '../../functions/mail/outgoing/prepare-mail.ts';
import { CLAIM_LEASE_SECONDS, sendNotice } from '../../functions/mail/outgoing/send-notice.ts';
import { readCommittedRecord } from '../../functions/relay/committed-record.ts';
import { relayCommits } from '../../functions/relay/relay-records.ts';
import { dossierTask } from '../../functions/relay/testing/dossier-task.ts';
import { assignWork } from '../../functions/routing/assign-work.ts';
import { ringTimer } from '../../functions/timers/ring-timer.ts';
import { sweepTimers } from '../../functions/timers/sweep-timers.ts';
import type {
  CaseTask,
  LevelTask,
  OutgoingMessage,
  OutgoingNotice,
  ReportTask,
} from '../../shared/contracts/messages.ts';
import type { ConversationEvent } from '../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../shared/domain/conversation/state.ts';
import type { SignIn, SignInEvent } from '../../shared/domain/staff/sign-in.ts';
import { MemoryEntityStore } from '../../shared/ports/memory/memory-entity-store.ts';
import { MemoryMailSender, MemoryQueue } from '../../shared/ports/memory/memory-outside.ts';
import { MemoryMailboxMarks, MemorySendClaims } from '../../shared/ports/memory/memory-short-lived.ts';
import { freshKey } from '../api/acts.ts';
import { BASE_URL, memorySystem, type Answer, type Call } from '../api/memory-system.ts';
import { Crashes, type Crash } from './crashes.ts';

export type Message =
  | { readonly to: 'relay'; readonly commit: number }
  | { readonly to: 'level'; readonly task: LevelTask }
  | { readonly to: 'case'; readonly task: CaseTask }
  | { readonly to: 'mail'; readonly notice: OutgoingNotice };

/** In which order a round of deliveries comes, given what is waiting and, in the first round after an act, what was delivered before. */
export type Postman = (waiting: readonly Message[], delivered: readonly Message[]) => readonly Message[];

export const inOrder: Postman = (waiting) => waiting;

export class FaultyOffice {
  readonly crashes: Crashes;
  readonly system: ReturnType<typeof memorySystem>;
  /** Each message once, in the order of its first delivery. */
  readonly delivered = new Set<Message>();
  readonly #queues = {
    level: new MemoryQueue<LevelTask>(),
    mail: new MemoryQueue<OutgoingNotice>(),
    tasks: new MemoryQueue<CaseTask>(),
    reports: new MemoryQueue<ReportTask>(),
    messages: new MemoryQueue<OutgoingMessage>(),
  };
  readonly #sender = new MemoryMailSender();
  readonly #claims: MemorySendClaims;
  readonly #postman: Postman;
  #relayed = 0;

  constructor(planned: readonly Crash[] = [], postman: Postman = inOrder) {
    this.crashes = new Crashes(planned);
    this.#postman = postman;
    this.system = memorySystem({ everyIntakeCountersigned: true }, this.crashes.wrap);
    this.#claims = new MemorySendClaims(this.system.clock);
  }

  /** What a person or a program does who wants an answer: the same request again until there is one. */
  async ask(operationId: string, call: Call): Promise<Answer> {
    const asked = { key: freshKey(), ...call };
    for (let attempt = 0; attempt < 50; attempt++) {
      let answer: Answer | undefined;
      const died = await this.crashes.invoke(async () => {
        answer = await this.system.ask(operationId, asked);
      });
      if (!died && answer !== undefined && answer.status < 500) return answer;
    }
    throw new Error(`${operationId} was never answered`);
  }

  /** Delivers until nothing waits. A delivery that failed comes again. */
  async settle(): Promise<void> {
    let before: readonly Message[] = [...this.delivered];
    for (let waiting = this.#newMessages(); waiting.length > 0; waiting = [...waiting, ...this.#newMessages()]) {
      const round = this.#postman(waiting, before);
      before = [];
      const failed: Message[] = [];
      for (const message of round) {
        if (await this.#deliver(message)) this.delivered.add(message);
        else failed.push(message);
      }
      waiting = failed.filter((message) => waiting.includes(message));
      // A claim of a killed sender ends with its lease.
      if (failed.length > 0) this.system.clock.step({ seconds: CLAIM_LEASE_SECONDS });
    }
  }

  async deliverAgain(messages: readonly Message[]): Promise<void> {
    for (const message of messages) await this.#deliver(message);
    await this.settle();
  }

  /** Minute by minute until nothing rings: two timers of one clock that fall on the same moment ring in two runs. */
  async sweep(): Promise<void> {
    let goesOn = true;
    while (goesOn) {
      let rung = 0;
      const died = await this.crashes.invoke(async () => {
        const { ports, clock } = this.system;
        ({ rung } = await sweepTimers({
          queries: ports.queries,
          now: () => clock.now(),
          remainingMs: () => 60_000,
          ring: (timer, now) => ringTimer(ports, timer, now),
        }));
      });
      goesOn = died || rung > 0;
      // What died with the sweeper is postponed or due still: the next minutes find it.
      if (died) this.system.clock.step({ minutes: 11 });
    }
  }

  /** `noticeId` of every mail that went out, in order. */
  mails(): readonly string[] {
    return this.#sender.sent.map(({ raw, to }) => {
      const [, id = ''] = /^X-Notice-Id:((?:[^\r\n]|\r\n[ \t])*)/imu.exec(Buffer.from(raw).toString('utf8')) ?? [];
      return `${id.replace(/\s/gu, '')} -> ${to}`;
    });
  }

  /** What happened to an entity, event by event. */
  story(entityId: string): readonly string[] {
    const commits = this.system.world.stream.filter((commit) => commit.entityId === entityId);
    return commits.flatMap(({ events }) => (JSON.parse(events) as { type: string }[]).map(({ type }) => type));
  }

  #newMessages(): readonly Message[] {
    const { stream } = this.system.world;
    const commits = stream
      .slice(this.#relayed)
      .map((_, index) => ({ to: 'relay', commit: this.#relayed + index }) as const);
    this.#relayed = stream.length;
    return [
      ...commits,
      ...this.#queues.level.sent.splice(0).map((task) => ({ to: 'level', task }) as const),
      ...this.#queues.tasks.sent.splice(0).map((task) => ({ to: 'case', task }) as const),
      ...this.#queues.mail.sent.splice(0).map((notice) => ({ to: 'mail', notice }) as const),
    ];
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
    const { ports, world, clock } = this.system;
    switch (message.to) {
      case 'relay': {
        const { entityId, version, at, actor, events } = world.stream[message.commit]!;
        const record = readCommittedRecord({
          entityId: { S: entityId },
          record: { S: `EVENT#${String(version).padStart(10, '0')}` },
          events: { S: events },
          committedAt: { S: at },
          actor: { S: actor },
        });
        const { level, ...queues } = this.crashes.wrap(this.#queues);
        const levels = new Map(['commune', 'district', 'province'].map((name) => [name, level]));
        return (await relayCommits([record], { levels, ...queues })).firstFailed === undefined;
      }
      case 'level':
        await assignWork(ports, dossierTask(message.task));
        return true;
      case 'case':
        return runCaseTask(ports, message.task).then(
          () => true,
          (fault: unknown) => retryLater(fault),
        );
      case 'mail': {
        const { claims, sender } = this.crashes.wrap({ claims: this.#claims, sender: this.#sender });
        const signIns = new MemoryEntityStore<SignIn, SignInEvent>(world);
        const mailPorts = {
          ...ports,
          signIns,
          conversations: new MemoryEntityStore<Conversation, ConversationEvent>(world),
          marks: new MemoryMailboxMarks(clock),
          clock,
          publicBaseUrl: BASE_URL,
          from: 'mot-cua@mot-cua.test',
          replyDomain: 'mot-cua.test',
          hotlineAddress: '1022@mot-cua.test',
        };
        const prepare = (notice: OutgoingNotice) => prepareMail(mailPorts, notice);
        return (await sendNotice({ claims, sender, prepare }, message.notice)).kind !== 'busy';
      }
      default:
        return message satisfies never;
    }
  }
}

/** What names something that is not there yet comes again; everything else is a fault of the test's world. */
function retryLater(fault: unknown): false {
  if (fault instanceof Error && /is not signed|busy|after it was checked|no incoming file/u.test(fault.message))
    return false;
  throw fault;
}
