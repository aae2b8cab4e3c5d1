/** Who is told when a clock's timer rings: one table, clock × level of the published policy. */
import type { ReminderPolicy } from '../catalogue/catalogue.ts';
import { unitAbove } from '../catalogue/units.ts';
import { localDateOf } from '../time.ts';
import { leadOf } from './consultation.ts';
import { unitOf, type DossierContext } from './context.ts';
import type { NoticeRecipient } from './recipient.ts';
import type { ClockKind, OpenClock } from './running-clocks.ts';
import type { Dossier } from './state.ts';

type Told = ReminderPolicy['escalations'][number]['tell'];

interface Ringing {
  readonly running: OpenClock;
  readonly told: Told;
  readonly state: Dossier;
  readonly context: DossierContext;
}

type Choice = (ringing: Ringing) => readonly NoticeRecipient[];

const officer: Choice = ({ running }) =>
  running.officerId === undefined
    ? [{ kind: 'unit-head', unitId: running.unitId }]
    : [{ kind: 'staff', staffId: running.officerId }];
const head: Choice = ({ running }) => [{ kind: 'unit-head', unitId: running.unitId }];
/** The section's shared mailbox: whoever is at the counter reads it. */
const counter: Choice = ({ state }) => [{ kind: 'unit-mailbox', unitId: state.counterId }];
const decidingUnit: Choice = ({ state }) => [{ kind: 'unit-mailbox', unitId: state.deciding.unitId }];
const applicant: Choice = () => [{ kind: 'applicant' }];
/** Everybody who has an open step, else the unit that decides. */
const openOfficers: Choice = (ringing) => {
  const { state } = ringing;
  const steps = state.status === 'processing' ? state.work.steps.filter((step) => step.status === 'assigned') : [];
  const officers = [...new Set(steps.flatMap(({ officerId }) => officerId ?? []))];
  if (officers.length === 0) return decidingUnit(ringing);
  return officers.map((staffId) => ({ kind: 'staff', staffId }));
};
const above: Choice = ({ running, state, context }) => {
  const unit = unitOf(context, state, running.unitId);
  const upper = unitAbove(context.catalogue, unit, localDateOf(context.now));
  return [{ kind: 'unit-head', unitId: upper?.id ?? running.unitId }];
};
/** Late advice: the lead, who tells the head of the one-stop section (61/2018/NĐ-CP art. 19.5), so both are told. */
const leadAndCounter: Choice = (ringing) => {
  const { state, running } = ringing;
  const asked =
    state.status === 'processing'
      ? state.work.consultations.find((one) => running.clockId === `consultation:${one.consultationId}`)
      : undefined;
  const lead = asked === undefined || state.status !== 'processing' ? [] : [leadOf(state, asked)];
  return [...lead, ...counter(ringing)];
};
const both =
  (one: Choice, other: Choice): Choice =>
  (ringing) => [...one(ringing), ...other(ringing)];

const WHO: Readonly<Record<ClockKind, Readonly<Record<Exclude<Told, 'may-extend' | 'if-untouched'>, Choice>>>> = {
  case: { assignee: openOfficers, 'unit-head': both(head, counter), 'level-above': above },
  step: { assignee: officer, 'unit-head': head, 'level-above': above },
  consultation: { assignee: officer, 'unit-head': both(head, leadAndCounter), 'level-above': above },
  check: { assignee: counter, 'unit-head': counter, 'level-above': above },
  forward: { assignee: counter, 'unit-head': counter, 'level-above': above },
  'supplement-check': { assignee: counter, 'unit-head': counter, 'level-above': above },
  supplement: { assignee: applicant, 'unit-head': both(applicant, counter), 'level-above': counter },
  transit: { assignee: officer, 'unit-head': counter, 'level-above': above },
  delivery: { assignee: counter, 'unit-head': counter, 'level-above': above },
  result: { assignee: counter, 'unit-head': counter, 'level-above': above },
  pause: { assignee: decidingUnit, 'unit-head': head, 'level-above': above },
  'return-trip': { assignee: counter, 'unit-head': both(counter, decidingUnit), 'level-above': above },
};

export function whoIsTold(ringing: Ringing): readonly NoticeRecipient[] {
  const { running, told } = ringing;
  if (told === 'may-extend') return head(ringing);
  if (told === 'if-untouched') return [{ kind: 'unit-mailbox', unitId: running.unitId }];
  if (told === 'assignee' && isInDigest(running)) return [];
  return WHO[running.kind][told](ringing);
}

/**
 * What is due today or late stands in the morning's digest of whoever has it, one mail instead of many. Only work that began on the very day it
 * is due came after that digest; and the applicant gets none.
 */
function isInDigest({ kind, clock }: OpenClock): boolean {
  return kind !== 'supplement' && localDateOf(clock.startedAt) !== localDateOf(clock.dueAt);
}
