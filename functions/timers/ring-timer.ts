/** One due timer: what it means is decided by the case or the held mail as it is now, in one commit with what follows from it. */
import type { SystemActor } from '../../shared/domain/actor.ts';
import type { ClockItem } from '../../shared/domain/clock.ts';
import { ignore } from '../../shared/domain/decision.ts';
import { decideDossier } from '../../shared/domain/dossier/decide.ts';
import { dossierDecider } from '../../shared/domain/dossier/decider.ts';
import type { DossierEvent } from '../../shared/domain/dossier/events.ts';
import type { Dossier } from '../../shared/domain/dossier/state.ts';
import { decideMail } from '../../shared/domain/mail/decide-mail.ts';
import type { IncomingMail, MailEvent } from '../../shared/domain/mail/incoming-mail.ts';
import { mailDecider } from '../../shared/domain/mail/mail-decider.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { DueTimer } from '../../shared/ports/case-queries.ts';
import type { CatalogueSource } from '../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../shared/ports/entity-store.ts';
import { executeCommand, type Execute } from '../../shared/shell/execute-command.ts';
import type { Rung } from './sweep-timers.ts';

const TIMERS: SystemActor = { kind: 'system', name: 'timers' };

export interface RingingPorts {
  readonly cases: EntityStore<Dossier, DossierEvent>;
  readonly mails: EntityStore<IncomingMail, MailEvent>;
  readonly catalogue: CatalogueSource;
}

/** @throws on a fault of the store or of the case's data; the sweeper postpones the timer. */
export async function ringTimer(ports: RingingPorts, timer: DueTimer, now: Instant): Promise<Rung> {
  const catalogue = await ports.catalogue.load();
  const context = { now, actor: TIMERS, catalogue };
  const ringing = { entityId: timer.entityId, actor: TIMERS, at: now } as const;
  if (timer.entityId.startsWith('mail#')) {
    const outcome = await executeCommand({
      ...ringing,
      store: ports.mails,
      decider: mailDecider,
      decide: (state) => {
        const command = ringOf(timer, state === undefined ? [] : mailDecider.clocksOf(state), now);
        return command === undefined ? ignore('not due') : decideMail(command, state, context);
      },
    });
    return rungBy(outcome, (state) => nextOf(timer, mailDecider.clocksOf(state)));
  }
  const outcome = await executeCommand({
    ...ringing,
    store: ports.cases,
    decider: dossierDecider,
    decide: (state) => {
      const command = ringOf(timer, state === undefined ? [] : dossierDecider.clocksOf(state), now);
      return command === undefined ? ignore('not due') : decideDossier(command, state, context);
    },
  });
  return rungBy(outcome, (state) => nextOf(timer, dossierDecider.clocksOf(state)));
}

function rungBy<State>(outcome: Execute<State>, nextIn: (state: State) => Instant | undefined): Rung {
  if (outcome.kind !== 'done') return { kind: outcome.kind === 'ignored' ? 'ignored' : 'failed' };
  const next = nextIn(outcome.state);
  return { kind: 'rung', ...(next !== undefined && { next }) };
}

function nextOf({ clockId }: DueTimer, clocks: readonly ClockItem[]): Instant | undefined {
  return clocks.find((clock) => clock.clockId === clockId)?.timer?.at;
}

/** The index is a hint: which level rings, and whether it is due at all, stands in the entity. */
function ringOf({ clockId }: DueTimer, clocks: readonly ClockItem[], now: Instant) {
  const due = clocks.find((clock) => clock.clockId === clockId)?.timer;
  return due === undefined || due.at > now ? undefined : ({ type: 'RingTimer', clockId, level: due.level } as const);
}
