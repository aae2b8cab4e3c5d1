/**
 * Intake (nộp hồ sơ): by the citizen online, by an official at a counter, by a postal clerk at a counter on whose published list the
 * procedure stands. The first rule that forbids it is told with its article; faults in the papers are told all at once.
 */
import { resolveStepUnit, route, type Routing } from '../routing/competence.ts';
import type { Procedure, Unit } from '../catalogue/catalogue.ts';
import { procedureOn, unitOn } from '../catalogue/lookup.ts';
import { accept, refuse, type Decision, type Fault, type Refused } from '../decision.ts';
import { localDateOf } from '../time.ts';
import { faultsRefusal, missingLineFaults, paperFaults } from './check-documents.ts';
import { counterFor } from './choose-counter.ts';
import type { FileDossier, RoutingExplanation } from './commands.ts';
import { isRefused, type DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { countersignDrawn } from './sampling.ts';
import { startHoursClock, startTransitClock } from './start-clock.ts';
import type { DossierCore } from './state.ts';

const MOST_SETS = 99;
interface Filing {
  readonly procedure: Procedure;
  readonly routing: Competent;
  readonly counter: Unit;
  readonly context: DossierContext;
}

type Competent = Extract<Routing, { readonly kind: 'competent' }>;

export function fileDossier(command: FileDossier, context: DossierContext): Decision<DossierEvent> {
  const today = localDateOf(context.now);
  const procedure = procedureOn(context.catalogue, command.procedure, today);
  if (procedure === undefined) {
    return refuse('procedure-not-in-force', { pointer: '/procedure', details: { procedure: command.procedure } });
  }
  const closed = channelRefusal(command, procedure, context);
  if (closed !== undefined) return closed;
  const routing = route({ procedure, area: command.area, on: today, catalogue: context.catalogue });
  if (routing.kind !== 'competent') return routingRefusal(routing);
  const counter = counterFor(command, { procedure, routing, catalogue: context.catalogue, on: today });
  if (isRefused(counter)) return counter;
  const gap = stepWithoutUnit(procedure, routing, context);
  if (gap !== undefined) return gap;
  const faults = intakeFaults(command, procedure, context);
  if (faults.length > 0) return faultsRefusal(faults);
  return filed(command, { procedure, routing, counter, context });
}

function channelRefusal(command: FileDossier, procedure: Procedure, context: DossierContext): Refused | undefined {
  const { channel } = command;
  if (channel !== 'counter' && procedure.presenceRequired !== undefined) {
    return refuse('presence-required', {
      pointer: '/channel',
      article: channel === 'post' ? '45/2016/QĐ-TTg Điều 1.2' : '61/2018/NĐ-CP Điều 16',
      details: { reason: procedure.presenceRequired },
    });
  }
  if (!procedure.channels.includes(channel)) {
    return refuse('channel-closed', { pointer: '/channel', article: '61/2018/NĐ-CP Điều 16', details: { channel } });
  }
  const { actor } = context;
  const role = channel === 'post' ? 'postal-clerk' : 'one-stop-official';
  if (channel !== 'online' && !(actor.kind === 'staff' && actor.roles.includes(role))) {
    return refuse('channel-of-another-role', { sort: 'forbidden', pointer: '/channel', details: { channel, role } });
  }
  return undefined;
}

function routingRefusal(routing: Exclude<Routing, Competent>): Refused {
  if (routing.kind === 'ambiguous-area') {
    const successors = routing.successors.map(({ code, name }) => `${code} ${name}`).join('; ');
    return refuse('area-split', { pointer: '/area', details: { successors } });
  }
  return refuse('no-competent-unit', { pointer: '/area', details: { reason: routing.reason } });
}

/** What nobody can work on is not taken in: every step must have its unit before anything is promised. */
function stepWithoutUnit(procedure: Procedure, routing: Competent, context: DossierContext): Refused | undefined {
  const on = localDateOf(context.now);
  const { catalogue } = context;
  const decidingUnit = unitOn(catalogue, routing.unit, on);
  if (decidingUnit === undefined)
    return refuse('no-competent-unit', { pointer: '/area', details: { reason: 'no-unit' } });
  const { area, areaVersion } = routing;
  for (const step of procedure.stages.flat()) {
    const found = resolveStepUnit(step, { decidingUnit, area, areaVersion, on, catalogue });
    if (found.kind === 'no-unit') {
      return refuse('no-unit-for-step', {
        pointer: '/area',
        details: { step: step.id, level: step.level, why: found.why },
      });
    }
  }
  return undefined;
}

/** At a counter an incomplete dossier may be filed: the official then asks for the rest (M02). Online and by post it may not. */
function intakeFaults(command: FileDossier, procedure: Procedure, context: DossierContext): readonly Fault[] {
  const { sets, returnTo, hasReturnAddress, channel, sendSlip } = command;
  return [
    ...paperFaults(procedure, command, context.catalogue.limits),
    ...(channel === 'counter' ? [] : missingLineFaults(procedure, command)),
    ...(Number.isInteger(sets) && sets >= 1 && sets <= MOST_SETS
      ? []
      : [{ rule: 'sets-out-of-range', pointer: '/sets' }]),
    ...(returnTo === 'home' && !hasReturnAddress
      ? [{ rule: 'return-address-missing', pointer: '/returnAddress' }]
      : []),
    ...(channel === 'post' && (sendSlip ?? '') === '' ? [{ rule: 'send-slip-missing', pointer: '/sendSlip' }] : []),
  ];
}

function filed(command: FileDossier, filing: Filing): Decision<DossierEvent> {
  const { routing, counter, context } = filing;
  const { catalogue, now } = context;
  const start = { catalogue, unit: counter, startedAt: now };
  const core = coreOfFiling(command, filing);
  const explanation = explain(routing);
  if (command.channel !== 'post') {
    const check = startHoursClock(start, catalogue.limits.checkHours);
    if (isRefused(check)) return check;
    return accept({ type: 'DossierFiled', core, routing: explanation, as: { status: 'submitted', check } });
  }
  const deciding = unitOn(catalogue, routing.unit, localDateOf(now)) ?? counter;
  const transit = startTransitClock(start, deciding.areas);
  if (isRefused(transit)) return transit;
  const countersign = countersignDrawn(counter, command.sampleDraw) ? 'required' : 'not-required';
  return accept({
    type: 'DossierFiled',
    core,
    routing: explanation,
    as: { status: 'with-clerk', countersign, transit },
  });
}

function coreOfFiling(command: FileDossier, filing: Filing): DossierCore {
  const { procedure, routing, counter, context } = filing;
  const { actor } = context;
  return {
    caseId: command.caseId,
    procedure: { code: procedure.code, version: procedure.version },
    area: routing.area,
    areaVersion: routing.areaVersion,
    channel: command.channel,
    counterId: counter.id,
    deciding: { unitId: routing.unit, level: routing.level, ruleId: routing.ruleId },
    returnTo: command.returnTo,
    filedAt: context.now,
    documents: command.documents,
    attachments: command.attachments,
    sets: command.sets,
    reappointments: 0,
    hands: [],
    supplements: 0,
    ...(actor.kind === 'staff' && { intakeBy: actor.staffId }),
    ...(command.fromReport !== undefined && { fromReport: command.fromReport }),
    ...(command.channel === 'post' && command.sendSlip !== undefined && { sendSlip: command.sendSlip }),
  };
}

function explain(routing: Competent): RoutingExplanation {
  const { ruleId, areaVersion, unit, level, considered } = routing;
  return { ruleId, areaValidFrom: areaVersion, unitId: unit, level, considered };
}
