/**
 * A small office in memory for tests: one ward with a counter, two officers and a head, a department above, and everything between
 * the stream and the mailbox wired as it is deployed. Deliveries happen when a test says so, as often and in whatever order it says.
 */
import { assignWork } from '../../routing/assign-work.ts';
import { prepareMail } from '../../mail/outgoing/prepare-mail.ts';
import { sendNotice, type NoticeOutcome } from '../../mail/outgoing/send-notice.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import type {
  CaseTask,
  LevelTask,
  OutgoingMessage,
  OutgoingNotice,
  ReportTask,
} from '../../../shared/contracts/messages.ts';
import type { Actor, StaffActor } from '../../../shared/domain/actor.ts';
import type { DossierCommand } from '../../../shared/domain/dossier/commands.ts';
import { decideDossier } from '../../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../../shared/domain/dossier/decider.ts';
import type { ConversationEvent } from '../../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../../shared/domain/conversation/state.ts';
import type { Delivery, DeliveryEvent } from '../../../shared/domain/delivery/state.ts';
import type { DossierEvent } from '../../../shared/domain/dossier/events.ts';
import type { Parties } from '../../../shared/domain/dossier/parties.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import type { IncomingMail, MailEvent } from '../../../shared/domain/mail/incoming-mail.ts';
import type { ReportEvent } from '../../../shared/domain/report/events.ts';
import type { Report } from '../../../shared/domain/report/state.ts';
import type { SignIn, SignInEvent } from '../../../shared/domain/staff/sign-in.ts';
import { MemoryCaseQueries } from '../../../shared/ports/memory/memory-case-queries.ts';
import { MemoryCatalogue } from '../../../shared/ports/memory/memory-catalogue.ts';
import { MemoryEntityStore, MemoryPeople } from '../../../shared/ports/memory/memory-entity-store.ts';
import {
  MemoryMailReadings,
  MemoryMailSender,
  MemoryQueue,
  MemorySecrets,
  SeededRandomness,
  SteppableClock,
} from '../../../shared/ports/memory/memory-outside.ts';
import {
  MemoryMailboxMarks,
  MemoryRunningNumbers,
  MemorySendClaims,
  MemorySessions,
  MemoryThrottle,
} from '../../../shared/ports/memory/memory-short-lived.ts';
import { MemoryWorld } from '../../../shared/ports/memory/memory-world.ts';
import type { CommittedRecord } from '../../../shared/ports/event-scan.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { readCommittedRecord } from '../committed-record.ts';
import { relayCommits } from '../relay-records.ts';
import { dossierTask } from './dossier-task.ts';
import { APPLICANT, officeCatalogue } from './office-catalogue.ts';

/** A Monday morning in office hours. */
export const MONDAY = '2026-11-23T02:00:00.000Z';
export const BASE_URL = 'https://mot-cua.test';
export class RunningOffice {
  readonly clock = new SteppableClock(MONDAY);
  readonly world = new MemoryWorld(this.clock);
  readonly cases = new MemoryEntityStore<Dossier, DossierEvent>(this.world);
  readonly mails = new MemoryEntityStore<IncomingMail, MailEvent>(this.world);
  readonly reports = new MemoryEntityStore<Report, ReportEvent>(this.world);
  readonly conversations = new MemoryEntityStore<Conversation, ConversationEvent>(this.world);
  readonly deliveries = new MemoryEntityStore<Delivery, DeliveryEvent>(this.world);
  readonly signIns = new MemoryEntityStore<SignIn, SignInEvent>(this.world);
  readonly people = new MemoryPeople(this.world);
  readonly queries = new MemoryCaseQueries(this.world);
  readonly secrets = new MemorySecrets();
  readonly randomness = new SeededRandomness();
  readonly numbers = new MemoryRunningNumbers();
  readonly claims = new MemorySendClaims(this.clock);
  readonly sessions = new MemorySessions(this.clock);
  readonly throttle = new MemoryThrottle(this.clock);
  readonly marks = new MemoryMailboxMarks(this.clock);
  readonly readings = new MemoryMailReadings();
  readonly sender = new MemoryMailSender();
  readonly queues = {
    commune: new MemoryQueue<LevelTask>(),
    province: new MemoryQueue<LevelTask>(),
    mail: new MemoryQueue<OutgoingNotice>(),
    tasks: new MemoryQueue<CaseTask>(),
    reports: new MemoryQueue<ReportTask>(),
    messages: new MemoryQueue<OutgoingMessage>(),
  };
  readonly catalogue: MemoryCatalogue;
  readonly publicBaseUrl = BASE_URL;
  readonly from = 'mot-cua@mot-cua.test';
  readonly replyDomain = 'mot-cua.test';
  readonly hotlineAddress = '1022@mot-cua.test';
  applicant: Parties = APPLICANT;
  #relayed = 0;

  constructor(catalogue: Catalogue = officeCatalogue()) {
    this.catalogue = new MemoryCatalogue(catalogue);
  }

  async staff(staffId: string): Promise<StaffActor> {
    const actor = staffActorOn(await this.catalogue.load(), { staffId, via: 'session' }, this.clock.now());
    if (actor === undefined) throw new Error(`${staffId} holds no post`);
    return actor;
  }

  /** Files at the counter and forwards it: the first step waits for somebody. @returns the entity id. */
  async forwardedCase(caseId = 'CASE0000A1'): Promise<string> {
    const entityId = `case#${caseId}`;
    const lan = await this.staff('lan');
    const commands: readonly DossierCommand[] = [
      {
        type: 'FileDossier',
        caseId,
        procedure: 'ward-matter',
        area: '25750',
        channel: 'counter',
        counterId: 'counter-25750',
        returnTo: 'counter',
        documents: [{ lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 }],
        attachments: [],
        sets: 1,
        hasReturnAddress: false,
      },
      { type: 'Receive', dossierCode: `H29.18-261123-${caseId.slice(-4)}`, forward: true },
    ];
    for (const command of commands) {
      const outcome = await this.act(entityId, lan, command);
      if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
    }
    return entityId;
  }

  /** Files with {@link applicant} as the people of the case. */
  async act(entityId: string, actor: Actor, command: DossierCommand): Promise<Execute<Dossier>> {
    const catalogue = await this.catalogue.load();
    const now = this.clock.now();
    const filing = command.type === 'FileDossier';
    return executeCommand({
      store: this.cases,
      decider: dossierDecider,
      entityId,
      actor,
      at: now,
      create: filing,
      decide: (state) => decideDossier(command, state, { now, actor, catalogue }),
      ...(filing && { alongside: { parties: { value: this.applicant, phoneHash: 'phone', filedAt: now } } }),
    });
  }

  /** What the stream has not handed on yet, in its own notation. */
  newRecords(): readonly CommittedRecord[] {
    const fresh = this.world.stream.slice(this.#relayed);
    this.#relayed = this.world.stream.length;
    return fresh.map((commit) => readCommittedRecord(imageOf(commit)));
  }

  async relay(records: readonly CommittedRecord[] = this.newRecords()) {
    const { commune, province, mail, tasks, reports, messages } = this.queues;
    return relayCommits(records, {
      levels: new Map([
        ['commune', commune],
        ['province', province],
      ]),
      mail,
      tasks,
      reports,
      messages,
    });
  }

  /** Empties the level queues into the worker and the stream into the queues until nothing moves. */
  async settle(): Promise<void> {
    for (;;) {
      await this.relay();
      const tasks = [...this.queues.commune.sent.splice(0), ...this.queues.province.sent.splice(0)];
      if (tasks.length === 0) return;
      for (const task of tasks) await assignWork(this, dossierTask(task));
    }
  }

  send(notice: OutgoingNotice): Promise<NoticeOutcome> {
    const { claims, sender } = this;
    return sendNotice({ claims, sender, prepare: (one) => prepareMail(this, one) }, notice);
  }

  /** Sends whatever waits in the mail queue. */
  async sendAll(): Promise<readonly NoticeOutcome[]> {
    const outcomes: NoticeOutcome[] = [];
    for (const notice of this.queues.mail.sent.splice(0)) outcomes.push(await this.send(notice));
    return outcomes;
  }

  async state(entityId: string): Promise<Dossier> {
    const snapshot = await this.cases.load(entityId);
    if (snapshot === undefined) throw new Error(`no ${entityId}`);
    return snapshot.state;
  }
}

function imageOf(commit: { entityId: string; version: number; at: string; actor: string; events: string }) {
  return {
    entityId: { S: commit.entityId },
    record: { S: `EVENT#${String(commit.version).padStart(10, '0')}` },
    events: { S: commit.events },
    committedAt: { S: commit.at },
    actor: { S: commit.actor },
  };
}
