/** One report through its commands, as the shell would execute them. */
import type { Actor, StaffActor, SystemActor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Decision } from '../../decision.ts';
import { addMinutes, type Instant } from '../../time.ts';
import type { ReportCommand, ReportCommandOf } from '../commands.ts';
import { decideReport } from '../decide-report.ts';
import type { ReportEvent } from '../events.ts';
import { evolveReport } from '../evolve-report.ts';
import type { Report, ReportCore } from '../state.ts';
import { hotlineCatalogue } from './hotline-catalogue.ts';

/** Monday, 09:00 in Viet Nam; the next day is a holiday. */
export const MONDAY = '2026-11-23T02:00:00.000Z';
export const CITIZEN: Actor = { kind: 'citizen' };
export const HOTLINE_WORKER: SystemActor = { kind: 'system', name: 'hotline' };
export const ROUTING: SystemActor = { kind: 'system', name: 'routing' };
export const TIMERS: SystemActor = { kind: 'system', name: 'timers' };

export function filing(changes: Partial<ReportCore> = {}): ReportCommandOf<'FileReport'> {
  return {
    type: 'FileReport',
    core: {
      reportId: 'AAAA000001',
      channel: 'zalo',
      conversationId: 'zalo-1',
      language: 'vi',
      attachments: [],
      marks: {},
      suggestion: { categories: [], areas: ['25750'], urgency: 'normal', similar: [] },
      ...changes,
    },
  };
}

export function triage(changes: Partial<ReportCommandOf<'Triage'>> = {}): ReportCommandOf<'Triage'> {
  return { type: 'Triage', category: 'roads', urgency: 'normal', area: '25750', summary: 'Ổ gà trước chợ', ...changes };
}

export interface ReportLife {
  readonly events: ReportEvent[];
  readonly catalogue: Catalogue;
  now: Instant;
  state: Report | undefined;
  try(command: ReportCommand, actor: Actor | string): Decision<ReportEvent>;
  /** @throws when it is not accepted. */
  do(command: ReportCommand, actor: Actor | string): readonly ReportEvent[];
  staff(id: string): StaffActor;
  later(minutes: number): void;
  /** @throws before it is filed. */
  report(): Report;
}

export function reportLife({ now = MONDAY, catalogue = hotlineCatalogue() } = {}): ReportLife {
  const life: ReportLife = {
    events: [],
    catalogue,
    now,
    state: undefined,
    try: (command, actor) => {
      const who = typeof actor === 'string' ? life.staff(actor) : actor;
      return decideReport(command, life.state, { now: life.now, actor: who, catalogue });
    },
    do: (command, actor) => {
      const decision = life.try(command, actor);
      if (decision.kind !== 'accepted') throw new Error(`${command.type}: ${JSON.stringify(decision)}`);
      life.state = decision.events.reduce<Report | undefined>(evolveReport, life.state);
      life.events.push(...decision.events);
      return decision.events;
    },
    staff: (id) => {
      const person = catalogue.staff.find((one) => one.id === id);
      if (person === undefined) throw new Error(`nobody is called ${id}`);
      return { kind: 'staff', staffId: id, unitId: person.unit, roles: person.roles, via: 'session' };
    },
    later: (minutes) => {
      life.now = addMinutes(life.now, minutes);
    },
    report: () => {
      if (life.state === undefined) throw new Error('not filed');
      return life.state;
    },
  };
  return life;
}

/** Filed on a chat, and sorted: the roads office has it. */
export function sortedLife(command = triage(), given: Parameters<typeof reportLife>[0] = {}): ReportLife {
  const life = reportLife(given);
  life.do(filing(), HOTLINE_WORKER);
  life.do(command, 'operator');
  return life;
}
