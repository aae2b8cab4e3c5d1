/** The work of one digest as it stands now: an index may be a moment behind, and since it was planned somebody may have acted. */
import type { Catalogue } from '../../../shared/domain/catalogue/catalogue.ts';
import { staffOf } from '../../../shared/domain/catalogue/people.ts';
import { clocksOfDossier } from '../../../shared/domain/dossier/running-clocks.ts';
import type { Dossier } from '../../../shared/domain/dossier/state.ts';
import { availableActs, isSameAct, type Act } from '../../../shared/domain/reply/available-acts.ts';
import { localDateOf, type Instant } from '../../../shared/domain/time.ts';
import type { OpenWork } from '../../../shared/ports/case-queries.ts';
import { staffActorOn } from '../../../shared/shell/session.ts';
import { recipientKey } from '../../relay/messages-of.ts';
import type { MailPorts, Today } from '../outgoing/prepare-mail.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';
import { openWorkOf } from './open-work-of.ts';
import { openReport, type OpenReport } from './report-line.ts';
import { groupOf, holderOf, unitsServedBy, type DigestGroup } from './whose-digest.ts';

/** More than this nobody reads: the work list has the rest. */
export const LINES = 50;

type Recipient = ReturnType<typeof holderOf>;

export interface DigestEntry {
  readonly group: DigestGroup;
  readonly work: OpenWork;
  readonly about:
    | { readonly kind: 'case'; readonly state: Dossier; readonly acts: readonly Act[] }
    | OpenReport
    | { readonly kind: 'bag' | 'mail' | 'call'; readonly id: string };
}

export interface Digest {
  readonly entries: readonly DigestEntry[];
  /** Further ones, that the mail has no room for. */
  readonly rest: readonly DigestGroup[];
}

interface Candidate {
  readonly group: DigestGroup;
  readonly work: OpenWork;
}

const ORDER: readonly DigestGroup[] = ['late', 'today', 'waiting'];

/** @param reader who gets the mail: the recipient, or whoever reads in their place; the acts are theirs. */
export async function digestOf(
  ports: Pick<MailPorts, 'queries' | 'cases' | 'mails' | 'reports'>,
  { recipient, reader }: { readonly recipient: Recipient; readonly reader: Addressee },
  today: Today,
): Promise<Digest> {
  const candidates = await candidatesOf(ports, recipient, today);
  const looked = await Promise.all(
    candidates.slice(0, LINES).map((candidate) => look(ports, candidate, { recipient, reader, today })),
  );
  return {
    entries: looked.filter((entry) => entry !== undefined),
    rest: candidates.slice(LINES).map(({ group }) => group),
  };
}

async function candidatesOf(
  { queries }: Pick<MailPorts, 'queries'>,
  recipient: Recipient,
  { catalogue, now }: Today,
): Promise<readonly Candidate[]> {
  const today = { catalogue, on: localDateOf(now) };
  const unitIds = recipient.kind === 'staff' ? unitsServedBy(recipient.staffId, today) : [recipient.unitId];
  const key = recipientKey(recipient);
  const found = await Promise.all(
    unitIds.map(async (unitId) =>
      (await openWorkOf(queries, unitId)).flatMap((work) => {
        const group = groupOf(work, now);
        return group === undefined || recipientKey(holderOf(work, unitId, today)) !== key ? [] : [{ group, work }];
      }),
    ),
  );
  return found.flat().sort(compare);
}

function compare(left: Candidate, right: Candidate): number {
  const groups = ORDER.indexOf(left.group) - ORDER.indexOf(right.group);
  return groups || (left.work.dueAt < right.work.dueAt ? -1 : 1);
}

interface Looking {
  readonly recipient: Recipient;
  readonly reader: Addressee;
  readonly today: Today;
}

async function look(
  ports: Pick<MailPorts, 'cases' | 'mails' | 'reports'>,
  { group, work }: Candidate,
  looking: Looking,
): Promise<DigestEntry | undefined> {
  const [kind, id = ''] = work.entityId.split('#');
  switch (kind) {
    case 'case':
      return lookAtCase(ports, work, looking);
    case 'report':
      return lookAtReport(ports, work, looking);
    case 'call':
      return { group, work, about: { kind, id } };
    case 'handover':
      return { group, work, about: { kind: 'bag', id } };
    case 'mail': {
      const mail = await ports.mails.load(work.entityId);
      return mail?.state.status === 'held' ? { group, work, about: { kind, id } } : undefined;
    }
    case undefined:
    default:
      throw new Error(`open work of an unknown kind: ${kind ?? ''}`);
  }
}

async function lookAtReport(
  ports: Pick<MailPorts, 'reports'>,
  listed: OpenWork,
  { recipient, reader, today }: Looking,
): Promise<DigestEntry | undefined> {
  const found = await openReport(ports, listed, { reader, today });
  if (found === undefined) return undefined;
  const { about, work, unitId } = found;
  const { catalogue, now } = today;
  const group = groupOf(work, now);
  const holder = holderOf(work, unitId, { catalogue, on: localDateOf(now) });
  return group === undefined || recipientKey(holder) !== recipientKey(recipient) ? undefined : { group, work, about };
}

async function lookAtCase(
  ports: Pick<MailPorts, 'cases'>,
  { entityId, clockId }: OpenWork,
  { recipient, reader, today }: Looking,
): Promise<DigestEntry | undefined> {
  const { catalogue, now } = today;
  const state = (await ports.cases.load(entityId))?.state;
  const open = state && clocksOfDossier(state).find((one) => one.clockId === clockId)?.work;
  if (state === undefined || open === undefined) return undefined;
  const { unitId, ...whose } = open;
  const work = { entityId, clockId, ...whose };
  const group = groupOf(work, now);
  const holder = holderOf(work, unitId, { catalogue, on: localDateOf(now) });
  if (group === undefined || recipientKey(holder) !== recipientKey(recipient)) return undefined;
  if (group === 'waiting' && !waitsForCitizen(state, catalogue)) return undefined;
  return { group, work, about: { kind: 'case', state, acts: actsOf(reader, { state, clockId, catalogue, now }) } };
}

function waitsForCitizen(state: Dossier, { pauseReasons }: Catalogue): boolean {
  if (state.status !== 'paused') return true;
  return pauseReasons.find(({ id }) => id === state.reason)?.waitsFor === 'applicant';
}

interface Place {
  readonly state: Dossier;
  readonly clockId: string;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

/** What the reader can do about this piece of work; of a shared mailbox, what its people can do between them. */
function actsOf(reader: Addressee, place: Place): readonly Act[] {
  switch (reader.kind) {
    case 'applicant':
      return [];
    case 'staff':
      return actsOfPerson(reader.staffId, place);
    case 'mailbox':
      return staffOf(place.catalogue, reader.unitId, localDateOf(place.now))
        .flatMap(({ id }) => actsOfPerson(id, place))
        .reduce<readonly Act[]>((all, act) => (all.some((one) => isSameAct(one, act)) ? all : [...all, act]), []);
    default:
      return reader satisfies never;
  }
}

function actsOfPerson(staffId: string, { state, clockId, catalogue, now }: Place): readonly Act[] {
  const actor = staffActorOn(catalogue, { staffId, via: 'link' }, now);
  if (actor === undefined) return [];
  const { stepId, consultationId } = placeOf(clockId);
  return availableActs(state, { now, actor, catalogue }).filter((act) => {
    if (consultationId !== undefined) return act.consultationId === consultationId;
    return act.consultationId === undefined && (act.stepId === undefined || act.stepId === stepId);
  });
}

export function placeOf(clockId: string): { readonly stepId?: string; readonly consultationId?: string } {
  const [kind, id] = clockId.split(':');
  if (id === undefined) return {};
  return kind === 'step' ? { stepId: id } : { consultationId: id };
}
