/** One due timer: what it means is decided by the entity as it is now, in one commit with what follows from it. */
import type { SystemActor } from '../../shared/domain/actor.ts';
import type { ClockItem } from '../../shared/domain/clock.ts';
import { conversationDecider } from '../../shared/domain/conversation/conversation-decider.ts';
import { decideConversation } from '../../shared/domain/conversation/decide-conversation.ts';
import type { ConversationEvent } from '../../shared/domain/conversation/events.ts';
import type { Conversation } from '../../shared/domain/conversation/state.ts';
import { ignore, type Decision } from '../../shared/domain/decision.ts';
import { decideDelivery } from '../../shared/domain/delivery/decide-delivery.ts';
import { deliveryDecider } from '../../shared/domain/delivery/delivery-decider.ts';
import type { Delivery, DeliveryEvent } from '../../shared/domain/delivery/state.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierContext } from '../../shared/domain/dossier/context.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { decideMail } from '../../shared/domain/mail/decide-mail.ts';
import type { IncomingMail, MailEvent } from '../../shared/domain/mail/incoming-mail.ts';
import { mailDecider } from '../../shared/domain/mail/mail-decider.ts';
import { decideReport } from '../../shared/domain/report/decide-report.ts';
import type { ReportEvent } from '../../shared/domain/report/events.ts';
import { reportDecider } from '../../shared/domain/report/report-decider.ts';
import type { Report } from '../../shared/domain/report/state.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { DueTimer } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import { executeCommand, type Decider } from '../../shared/shell/execute-command.ts';
import type { Rung } from './sweep-timers.ts';

const TIMERS: SystemActor = { kind: 'system', name: 'timers' };

export interface RingingPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly mails: EntityStore<IncomingMail, MailEvent>;
  /** Absent in an office without a hotline. */
  readonly hotline?: HotlineStores;
  readonly catalogue: CatalogueSource;
}

export interface HotlineStores {
  readonly reports: EntityStore<Report, ReportEvent>;
  readonly conversations: EntityStore<Conversation, ConversationEvent>;
  readonly deliveries: EntityStore<Delivery, DeliveryEvent>;
}

/** @throws on a fault of the store or of the entity's data, and for a kind of entity that has no clocks; the sweeper postpones the timer. */
export async function ringTimer(ports: RingingPorts, timer: DueTimer, now: Instant): Promise<Rung> {
  const context = { now, actor: TIMERS, catalogue: await ports.catalogue.load() };
  switch (kindOf(timer)) {
    case 'case':
      return ring({ store: ports.cases, decider: dossierDecider, decide: decideDossier }, timer, context);
    case 'mail':
      return ring({ store: ports.mails, decider: mailDecider, decide: decideMail }, timer, context);
    default:
      if (ports.hotline === undefined) throw new Error('there is no hotline here');
      return ringOfHotline(ports.hotline, timer, context);
  }
}

function ringOfHotline(stores: HotlineStores, timer: DueTimer, context: DossierContext): Promise<Rung> {
  const { reports, conversations, deliveries } = stores;
  switch (kindOf(timer)) {
    case 'report':
      return ring({ store: reports, decider: reportDecider, decide: decideReport }, timer, context);
    case 'conversation':
      return ring({ store: conversations, decider: conversationDecider, decide: decideConversation }, timer, context);
    case 'delivery':
      return ring({ store: deliveries, decider: deliveryDecider, decide: decideDelivery }, timer, context);
    default:
      throw new Error(`a timer of an entity without clocks: ${kindOf(timer)}`);
  }
}

function kindOf({ entityId }: DueTimer): string {
  return entityId.slice(0, entityId.indexOf('#'));
}

interface RingTimer {
  readonly type: 'RingTimer';
  readonly clockId: string;
  readonly level: number;
}

interface Ringing<State, Event> {
  readonly store: EntityStore<State, Event>;
  readonly decider: Decider<State, Event>;
  readonly decide: (command: RingTimer, state: State | undefined, context: DossierContext) => Decision<Event>;
}

async function ring<State, Event>(
  { store, decider, decide }: Ringing<State, Event>,
  timer: DueTimer,
  context: DossierContext,
): Promise<Rung> {
  const outcome = await executeCommand({
    store,
    decider,
    entityId: timer.entityId,
    actor: TIMERS,
    at: context.now,
    decide: (state) => {
      const command = ringOf(timer, state === undefined ? [] : decider.clocksOf(state), context.now);
      return command === undefined ? ignore('not due') : decide(command, state, context);
    },
  });
  if (outcome.kind !== 'done') return { kind: outcome.kind === 'ignored' ? 'ignored' : 'failed' };
  const next = decider.clocksOf(outcome.state).find(({ clockId }) => clockId === timer.clockId)?.timer?.at;
  return { kind: 'rung', ...(next !== undefined && { next }) };
}

/** The index is a hint: which level rings, and whether it is due at all, stands in the entity. */
function ringOf({ clockId }: DueTimer, clocks: readonly ClockItem[], now: Instant): RingTimer | undefined {
  const due = clocks.find((clock) => clock.clockId === clockId)?.timer;
  return due === undefined || due.at > now ? undefined : { type: 'RingTimer', clockId, level: due.level };
}
