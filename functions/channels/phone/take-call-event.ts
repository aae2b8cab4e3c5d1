/**
 * One event of the exchange: whether the line is saturated, what this caller is offered, and the call itself. The answer is what has been
 * committed, so an exchange that asks again, because our answer was lost, says the same to the same caller.
 */
import { callDecider } from '../../../shared/domain/call/call-decider.ts';
import { decideCall } from '../../../shared/domain/call/decide-call.ts';
import { decideLine, lineDecider, type Line, type LineEvent } from '../../../shared/domain/call/line.ts';
import type { Call, CallEvent, Offer } from '../../../shared/domain/call/state.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { hotlineOn } from '../../../shared/domain/report/report-context.ts';
import { addMinutes, localDateOf, type Instant } from '../../../shared/domain/time.ts';
import type { CatalogueSource } from '../../../shared/ports/catalogue-source.ts';
import type { EntityStore } from '../../../shared/ports/entity-store.ts';
import type { Clock } from '../../../shared/ports/outside.ts';
import { executeCommand, type Execute } from '../../../shared/shell/execute-command.ts';
import { toE164 } from '../../../shared/shell/phone.ts';
import type { SaidText } from '../../../shared/shell/said-text.ts';
import type { CallBackSlots } from './call-back-slots.ts';
import { callIdOf, LINE } from './call-entity.ts';
import type { ExchangeEvent } from './call-event.ts';
import { overflowWords } from './overflow-words.ts';

export interface CallPorts {
  readonly calls: EntityStore<Call, CallEvent>;
  readonly lines: EntityStore<Line, LineEvent>;
  readonly slots: CallBackSlots;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
}

export interface CallAnswer {
  readonly mode: Line['mode'];
  readonly say?: SaidText;
  readonly callBack?: { readonly from: string; readonly to: string };
  readonly text?: true;
}

const HOTLINE: Actor = { kind: 'system', name: 'hotline' };
/** A number is kept until everybody who was promised a call has had it. Minutes (30 days). */
const NUMBER_KEPT_FOR = 30 * 24 * 60;
/** Mobile networks of Viet Nam; a fixed line takes no texts. */
const mobile = /^\+84[35789]\d{8}$/u;

/** @throws on a fault of the store: the exchange is answered 5xx and tells again. */
export async function takeCallEvent(ports: CallPorts, event: ExchangeEvent): Promise<CallAnswer> {
  const catalogue = await ports.catalogue.load();
  const mode = await modeOfLine(ports, event, catalogue);
  const { offer } = await takeEvent(ports, event, { catalogue, mode });
  if (event.event !== 'waiting' || (mode === 'normal' && offer === undefined)) return { mode };
  return {
    mode,
    say: overflowWords(offer, { catalogue, now: ports.clock.now() }),
    ...(offer?.slot && { callBack: offer.slot }),
    ...(offer?.text === true && { text: true }),
  };
}

async function modeOfLine(
  { lines, clock }: CallPorts,
  event: ExchangeEvent,
  { hotline }: Catalogue,
): Promise<Line['mode']> {
  const reading = { waiting: event.waiting, at: timeOf(event, clock.now()) };
  const before = (await lines.load(LINE))?.state;
  const decide = (state: Line | undefined) => decideLine(reading, state, hotline.overflow);
  if (decide(before).kind === 'ignored') return before?.mode ?? 'normal';
  await executeCommand({
    store: lines,
    decider: lineDecider,
    entityId: LINE,
    actor: HOTLINE,
    at: clock.now(),
    create: before === undefined,
    decide,
  });
  // Whoever was faster has read as many calls as we have.
  return (await lines.load(LINE))?.state.mode ?? 'normal';
}

async function takeEvent(
  ports: CallPorts,
  event: ExchangeEvent,
  about: { readonly catalogue: Catalogue; readonly mode: Line['mode'] },
): Promise<Call> {
  const callId = callIdOf(event.callId);
  const entityId = `call#${callId}`;
  const before = (await ports.calls.load(entityId))?.state;
  const phone = toE164(event.phone ?? '');
  const offer = isOffered(event, before, about.mode) ? await offerTo(ports, phone, about.catalogue) : undefined;
  const now = ports.clock.now();
  const execution = {
    store: ports.calls,
    decider: callDecider,
    entityId,
    actor: HOTLINE,
    at: now,
    decide: (state: Call | undefined) =>
      decideCall(
        {
          type: 'TakeCallEvent',
          callId,
          event: event.event,
          at: timeOf(event, now),
          ...(offer && { offer }),
        },
        state,
        { now, actor: HOTLINE, catalogue: about.catalogue },
      ),
    ...(offer !== undefined &&
      phone !== undefined && {
        alongside: {
          keep: [{ record: 'PERSON', value: { phone }, expiresAt: addMinutes(now, NUMBER_KEPT_FOR) } as const],
        },
      }),
  };
  const first = await executeCommand({ ...execution, create: before === undefined });
  return stateOf(first.kind === 'exists' ? await executeCommand(execution) : first);
}

/** A clock that runs ahead must not make what is told next look old. */
function timeOf({ at }: ExchangeEvent, now: Instant): Instant {
  const told = new Date(at).toISOString();
  return told < now ? told : now;
}

function isOffered({ event }: ExchangeEvent, before: Call | undefined, mode: Line['mode']): boolean {
  return mode === 'overflow' && event === 'waiting' && before?.offer === undefined && before?.over === undefined;
}

/** Nothing is promised to a number that nobody can see. */
async function offerTo(
  { slots, clock }: CallPorts,
  phone: string | undefined,
  catalogue: Catalogue,
): Promise<Offer | undefined> {
  const now = clock.now();
  const centre = hotlineOn(catalogue, localDateOf(now));
  if (phone === undefined || centre === undefined) return undefined;
  const slot = await slots.take(now, catalogue.hotline);
  const text = mobile.test(phone);
  return slot === undefined && !text ? undefined : { hotlineId: centre.id, text, ...(slot && { slot }) };
}

function stateOf(outcome: Execute<Call>): Call {
  if ((outcome.kind === 'done' || outcome.kind === 'ignored') && outcome.state !== undefined) return outcome.state;
  throw new Error(`an event of a call could not be committed: ${outcome.kind}`);
}
